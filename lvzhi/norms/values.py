"""Reading norms: the own committee's newest row in effect on the day, then those above, then the default."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.db.models import Value as Constant
from django.db.models.functions import Coalesce, NullIf

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import kinds, memo
from lvzhi.norms.declare import Norm, norm_of
from lvzhi.norms.vocabulary import Source

if TYPE_CHECKING:
    from django.db.models import Model

    from lvzhi.committee.models import Committee


@dataclass(frozen=True, slots=True)
class Row:
    """One stored value, as the chain holds it; `own` when it stands in the committee asked for itself."""

    committee_id: int
    committee_name: str
    own: bool
    starts: dt.date
    stored: Any
    ground: str
    set_by: str
    uid: str


@dataclass(frozen=True, slots=True)
class Effective:
    """A norm's value in force on a day, and where it comes from."""

    norm: Norm
    value: Any
    source: Source
    committee_id: int | None = None
    committee_name: str = ""
    starts: dt.date | None = None
    ground: str = ""

    @property
    def shown(self) -> str:
        """The value as people read it."""
        return kinds.show(self.norm, self.value)

    @property
    def differs(self) -> bool:
        """Whether it is not the default."""
        return bool(self.value != self.norm.default)


def value(key: str, committee: int | Committee, on: dt.date | None = None) -> Any:
    """The value of a norm in force.

    Args:
        key: key of a declared norm.
        committee: the committee, or its id.
        on: the day it is asked for; today when left out.

    Returns:
        int, Decimal, bool, str, tuple of str, `deadlines.Term` or date, by the norm's kind.

    Raises:
        BadNorm: nobody declared the key.
        Refusal: `norms.stored_unreadable` when a stored value no longer fits the declaration.
    """
    return effective(key, committee, on).value


def effective(key: str, committee: int | Committee, on: dt.date | None = None) -> Effective:
    """As `value`, with where it comes from."""
    norm = norm_of(key)
    day = on or clock.today()
    return in_force(norm, chain_rows(committee).get(key, ()), day)


def in_force(norm: Norm, rows: tuple[Row, ...], day: dt.date) -> Effective:
    """The value in force on `day` out of the rows of a chain, nearest committee first, newest row first."""
    settled: set[int] = set()
    for row in rows:
        if row.starts > day or row.committee_id in settled:
            continue
        settled.add(row.committee_id)
        if row.stored is None:
            continue
        source = Source.OWN if row.own else Source.INHERITED
        found = _load(norm, row)
        return Effective(norm, found, source, row.committee_id, row.committee_name, row.starts, row.ground)
    return Effective(norm, norm.default, Source.DEFAULT)


def chain_rows(committee: int | Committee) -> dict[str, tuple[Row, ...]]:
    """All stored values of a committee and those above by key, nearest first, newest first. One query."""
    pk = committee if isinstance(committee, int) else committee.pk
    return memo.keep("values", pk, lambda: _read_rows(pk), _read_several)


def _read_rows(pk: int) -> dict[str, tuple[Row, ...]]:
    from lvzhi.norms.models import Value

    return _rows_of(pk, of_chain(Value, pk))


def _read_several(pks: Iterable[int]) -> dict[int, dict[str, tuple[Row, ...]]]:
    from lvzhi.norms.models import Value

    return {pk: _rows_of(pk, rows) for pk, rows in of_chains(Value, pks).items()}


def _rows_of(pk: int, chain: Sequence[Any]) -> dict[str, tuple[Row, ...]]:
    rows = sorted(chain, key=lambda one: (one.of_path, one.starts), reverse=True)
    found: dict[str, list[Row]] = defaultdict(list)
    for one in rows:
        own = one.committee_id == pk
        row = Row(one.committee_id, one.of_name, own, one.starts, one.value, one.ground, one.set_by, str(one.uid))
        found[one.key].append(row)
    return {key: tuple(group) for key, group in found.items()}


def of_chain(model: type[Model], pk: int) -> list[Any]:
    """Those rows whose committee is the given one or stands above it, in no order, with its `of_path` and `of_name`.

    Outside a request these are the most frequent reads of all and mostly find nothing: a statement kept as text costs a
    fifth of one put together anew.
    """
    return list(model._default_manager.raw(_statement(model), [pk]))


def of_chains(model: type[Model], pks: Iterable[int]) -> dict[int, list[Any]]:
    """The same for many committees: two statements, whatever their number."""
    from lvzhi.committee.models import Committee

    named = Coalesce(NullIf("committee__short_name", Constant("")), "committee__name")
    by_place: dict[int, list[Any]] = defaultdict(list)
    rows: Iterable[Any] = model._default_manager.annotate(of_path=F("committee__path"), of_name=named)
    for row in rows:
        by_place[row.committee_id].append(row)
    wanted = set(pks)
    places = [one for one in Committee.objects.order_by() if one.pk in wanted]
    return {one.pk: [row for above in one.chain_ids() for row in by_place.get(above, ())] for one in places}


def by_value(key: str, committees: Iterable[int], on: dt.date) -> dict[Any, list[int]]:
    """Committees by the value of a norm in force: nearly always there is one, for all of them."""
    found: dict[Any, list[int]] = defaultdict(list)
    for one in sorted(committees):
        found[value(key, one, on)].append(one)
    return dict(found)


@cache
def _statement(model: type[Model]) -> str:
    from lvzhi.committee.models import Committee

    table, committees = model._meta.db_table, Committee._meta.db_table
    return (
        f"SELECT one.*, place.path AS of_path, COALESCE(NULLIF(place.short_name, ''), place.name) AS of_name "  # noqa: S608  reason: names of our own tables
        f"FROM {table} one JOIN {committees} place ON place.id = one.committee_id "
        f"JOIN {committees} own ON substr(own.path, 1, length(place.path)) = place.path WHERE own.id = %s"
    )


def _load(norm: Norm, row: Row) -> Any:
    try:
        return kinds.load(norm, row.stored)
    except (ValueError, TypeError, KeyError, ArithmeticError) as problem:
        raise Refusal("norms.stored_unreadable", name=norm.name, starts=row.starts) from problem
