"""Which charts stand on a board, and which figures are kept at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.board.models import Board, Own
from lvzhi.board.vocabulary import BELOW, DECLARED, FORMS, TITLES, YEARS
from lvzhi.committee.models import Committee
from lvzhi.metrics import registry
from lvzhi.metrics.compute import cuts_of
from lvzhi.metrics.declare import Cut, Each, Figure


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure and how it is drawn.

    Args:
        by: key of the dimension it is split by; "" for the same days of earlier years, "below" for committees below.
    """

    key: str
    by: str

    @property
    def figure(self) -> Figure:
        """Raises `Refusal("metrics.unknown")`."""
        return registry.figure(self.key)

    @property
    def cut(self) -> Cut | None:
        """The dimension; None for the other two forms."""
        return next((cut for cut in cuts_of(self.figure) if cut.key == self.by), None)

    @property
    def title(self) -> str:
        """What it is called."""
        cut = self.cut
        words = TITLES["split" if cut else self.by]
        return words.format(figure=self.figure.name, name=cut.name if cut else "")

    @property
    def plain(self) -> dict[str, str]:
        """As it is kept."""
        return {"key": self.key, "by": self.by}


def forms_of(figure: Figure) -> list[tuple[str, str]]:
    """The ways in which a figure can be drawn: key and words."""
    cuts = [(cut.key, FORMS["split"].format(name=cut.name)) for cut in cuts_of(figure)]
    return [(YEARS, FORMS[YEARS]), *cuts, (BELOW, FORMS[BELOW])]


def chart_of(key: str, by: str) -> Chart:
    """A chart that can be drawn.

    Raises:
        Refusal: ``metrics.unknown``, ``board.each``, ``board.no_such_split``.
    """
    chart = Chart(key, by)
    figure = chart.figure
    if isinstance(figure, Each):
        raise Refusal("board.each", field="figure", figure=figure.name)
    if by not in dict(forms_of(figure)):
        raise Refusal("board.no_such_split", field="by", figure=figure.name)
    return chart


def readable_charts(items: Iterable[dict[str, Any]]) -> list[Chart]:
    """Kept items as charts; one whose figure or dimension is no more is left out."""
    found = []
    for item in items:
        try:
            found.append(chart_of(str(item.get("key", "")), str(item.get("by", ""))))
        except Refusal:
            continue
    return found


def declared() -> list[Chart]:
    """The board of a committee that has set none."""
    return readable_charts({"key": key, "by": by} for key, by in DECLARED)


def own_of(actor: Actor) -> Own | None:
    """What the actor's login chose for itself."""
    return None if actor.account_id is None else Own.objects.filter(account_id=actor.account_id).first()


def kept(actor: Actor) -> Sequence[str]:
    """Keys of the figures that the actor keeps at hand, in the actor's order."""
    own = own_of(actor)
    return [str(key) for key in own.figures] if own else []


def shared_of(committee: Committee) -> Board | None:
    """The board that the committee has set; None where it has set none."""
    return Board.objects.filter(committee=committee).first()


def charts_shown(actor: Actor, committee: Committee) -> tuple[list[Chart], str]:
    """The charts the actor sees of a committee, and whose choice they are: own, shared, declared."""
    own = own_of(actor)
    if own is not None and own.charts is not None:
        return readable_charts(own.charts), "own"
    board = shared_of(committee)
    return (readable_charts(board.charts), "shared") if board else (declared(), "declared")
