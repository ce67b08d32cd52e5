"""Keeping figures at hand, and choosing what stands on a board. Only a committee's choice is journalled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.board import rules
from lvzhi.board.models import Board, Own
from lvzhi.board.norms import CHARTS_MOST, KEPT_MOST
from lvzhi.board.queries import Chart, chart_of, charts_shown, readable_charts
from lvzhi.board.queries.charts import declared
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.metrics import registry

UP, DOWN, OUT = "up", "down", "out"
T = TypeVar("T")
Change = Callable[[list[Chart]], list[Chart]]


def keep(actor: Actor, committee: Committee, key: str) -> bool:
    """Keep a figure at hand, or let it go if it is kept; says whether it is kept now.

    Raises:
        Refusal: ``board.no_account``, ``metrics.unknown``, ``board.too_many_kept``.
    """
    figure = registry.figure(key)
    with transaction.atomic():
        own = _own(actor)
        if figure.key in own.figures:
            own.figures = [one for one in own.figures if one != figure.key]
        else:
            limit = int(norms.value(KEPT_MOST, committee))
            if len(own.figures) >= limit:
                raise Refusal("board.too_many_kept", limit=limit)
            own.figures = [*own.figures, figure.key]
        own.save()
    return figure.key in own.figures


def arrange(actor: Actor, key: str, way: str) -> None:
    """Move one of the figures kept at hand up or down, or let it go."""
    with transaction.atomic():
        own = _own(actor)
        own.figures = moved([str(one) for one in own.figures], key, way)
        own.save()


def moved(items: list[T], item: T, way: str) -> list[T]:
    """The items with one of them a place further up or down, or left out.

    Raises:
        Refusal: ``board.gone`` where it is not among them.
    """
    if item not in items:
        raise Refusal("board.gone")
    place = items.index(item)
    rest = [*items[:place], *items[place + 1 :]]
    if way == OUT:
        return rest
    target = max(place - 1, 0) if way == UP else min(place + 1, len(rest))
    return [*rest[:target], item, *rest[target:]]


def add_chart(
    actor: Actor, committee: Committee, key: str, by: str, *, shared: bool = False, version: int | None = None
) -> None:
    """Put a chart at the end of one's own board, or of the committee's.

    Raises:
        NotAllowed: ``board.not_setter``.
        Refusal: ``board.each``, ``board.no_such_split``, ``board.twice``, ``board.too_many``, ``metrics.unknown``.
        Conflict: someone else has changed the committee's board meanwhile.
    """
    chart = chart_of(key, by)
    limit = int(norms.value(CHARTS_MOST, committee))

    def added(charts: list[Chart]) -> list[Chart]:
        if chart in charts:
            raise Refusal("board.twice", field="figure", chart=chart.title)
        if len(charts) >= limit:
            raise Refusal("board.too_many", field="figure", limit=limit)
        return [*charts, chart]

    _change(actor, committee, added, shared, version)


def move_chart(
    actor: Actor, committee: Committee, chart: Chart, way: str, *, shared: bool = False, version: int | None = None
) -> None:
    """Move a chart of one's own board, or of the committee's, up or down, or take it off. Raises as `add_chart`."""
    _change(actor, committee, lambda charts: moved(charts, chart, way), shared, version)


def reset(actor: Actor) -> None:
    """See the committee's board again instead of one's own."""
    with transaction.atomic():
        own = _own(actor)
        own.charts = None
        own.save()


def _own(actor: Actor) -> Own:
    """The row of the actor's login, locked."""
    if actor.account_id is None:
        raise Refusal("board.no_account")
    Own.objects.get_or_create(account_id=actor.account_id)
    return Own.objects.select_for_update().get(account_id=actor.account_id)


def _change(actor: Actor, committee: Committee, change: Change, shared: bool, version: int | None) -> None:
    with transaction.atomic():
        if shared:
            _change_shared(actor, committee, change, version)
            return
        own = _own(actor)
        charts, _ = charts_shown(actor, committee)
        own.charts = [one.plain for one in change(charts)]
        own.save()


def _change_shared(actor: Actor, committee: Committee, change: Change, version: int | None) -> None:
    if not rules.sets(actor, committee.pk):
        raise NotAllowed("board.not_setter", committee=committee.display)
    place = Committee.objects.select_for_update().get(pk=committee.pk)
    board = Board.objects.filter(committee=place).first()
    charts = change(readable_charts(board.charts) if board else declared())
    with line(actor, "board.set", committee=place, count=len(charts)):
        if board is None:
            board = Board(committee=place, version=0)
        else:
            board.expect(version)
        board.charts = [one.plain for one in charts]
        board.version += 1
        board.save()
