"""Sums of lines: by kind and person, and all files together against the figures. A fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, IntegerField, Q, QuerySet, Value

from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.dossier.kinds import KINDS, LineKind
from lvzhi.dossier.queries.lines import figure_rows, organ_rows, rest
from lvzhi.dossier.vocabulary.words import CAME
from lvzhi.metrics.compute import Ask, answers, united
from lvzhi.metrics.periods import Period
from lvzhi.people.models import Member

SIDES = 3  # of an equation, counted beside the figure: lines, records, the rest
Counts = dict[str, tuple[int, int | None]]  # kind: lines and, where it has one, their denominator


def holders(committee: Committee, period: Period) -> QuerySet[Any]:
    """Tenures in the committee at any time of the period: whoever has a file of it."""
    rows = Member.objects.live().filter(Q(ends=None) | Q(ends__gte=period.start), committee=committee)
    found: QuerySet[Any] = rows.filter(starts__lte=period.end)
    return found


def persons_of(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The persons of tenures, as a query of their ids."""
    return rows.order_by().values("person_id")


def counted(scope: Scope, period: Period, kinds: Sequence[LineKind], persons: Any) -> dict[int, Counts]:
    """How many lines of each kind each person has, with the denominator. One statement.

    Args:
        persons: ids, or a query of ids; one without any line is absent.
    """
    wanted = [(one, whole) for one in kinds for whole in ((False, True) if one.whole else (False,))]
    arms = [
        figure_rows(one, scope, period, whole=whole)
        .select_related(None)
        .prefetch_related(None)
        .filter(one.belongs(persons))
        .annotate(sum_place=Value(place, IntegerField()), sum_person=F(one.person))
        .values("sum_place", "sum_person")
        .annotate(sum_count=Count("pk"))
        .values_list("sum_place", "sum_person", "sum_count")
        for place, (one, whole) in enumerate(wanted)
    ]
    found: dict[int, dict[tuple[str, bool], int]] = defaultdict(dict)
    for place, person, count in _all(arms):
        one, whole = wanted[place]
        found[person][one.key, whole] = count
    return {person: _pairs(kinds, numbers) for person, numbers in found.items()}


def _pairs(kinds: Sequence[LineKind], numbers: dict[tuple[str, bool], int]) -> Counts:
    return {
        one.key: (numbers.get((one.key, False), 0), numbers.get((one.key, True), 0) if one.whole else None)
        for one in kinds
    }


def group_count(numbers: Counts, group: str) -> int:
    """Lines of a group's kinds; those who came of those expected are in it by family already."""
    return sum(numbers.get(one.key, (0, None))[0] for one in KINDS if one.group == group and one.key != CAME)


def _all(arms: Sequence[QuerySet[Any]]) -> Iterable[tuple[Any, ...]]:
    if not arms:
        return ()
    head, *others = arms
    return head.union(*others, all=True) if others else head


@dataclass(frozen=True, slots=True)
class Sum:
    """One side of an equation: of a figure, or of its denominator.

    Args:
        lines: all members' lines together. records: the different records among them. rest: records of no member.
        figure: the value of the figure, reckoned by itself.
    """

    lines: int
    records: int
    rest: int
    figure: int

    @property
    def agrees(self) -> bool:
        """Whether the members' records and the others' come to the figure."""
        return self.records + self.rest == self.figure


@dataclass(frozen=True, slots=True)
class Balance:
    """A kind of line with its sums; `whole` of the denominator where it has one."""

    kind: LineKind
    sum: Sum
    whole: Sum | None

    @property
    def agrees(self) -> bool:
        """Whether both sides come out; a line that is not shared is one record each."""
        single = self.kind.shared or self.sum.lines == self.sum.records
        return single and self.sum.agrees and (self.whole is None or self.whole.agrees)


def balances(committee: Committee, period: Period, kinds: Sequence[LineKind]) -> list[Balance]:
    """All members' files against the figures. Two statements, whatever the number of kinds, members and lines."""
    scope, persons = Scope(committee), persons_of(holders(committee, period))
    wanted = [(one, whole) for one in kinds for whole in ((False, True) if one.whole else (False,))]
    parts: list[tuple[QuerySet[Any], Any]] = []
    for one, whole in wanted:
        mine = figure_rows(one, scope, period, whole=whole).filter(one.belongs(persons))
        parts += [(mine, Count("pk")), (mine, Count("pk", distinct=True))]
        parts.append((rest(one, scope, period, persons, whole=whole), Count("pk")))
    numbers = united(parts)
    figures = answers([_ask(one, scope, period, whole=whole) for one, whole in wanted])
    found: dict[tuple[str, bool], Sum] = {}
    for place, ((one, whole), figure) in enumerate(zip(wanted, figures, strict=True)):
        lines, records, others = (numbers.get(SIDES * place + step, 0) for step in range(SIDES))
        found[one.key, whole] = Sum(lines, records, others, int(figure.value or 0))
    return [Balance(one, found[one.key, False], found.get((one.key, True))) for one in kinds]


def _ask(one: LineKind, scope: Scope, period: Period, *, whole: bool) -> Ask:
    metric = one.whole_metric if whole else one.metric
    assert metric is not None  # noqa: S101  reason: asked for where the kind names one
    return Ask(metric, scope, period, one.cuts_of(metric))


def of_organ(scope: Scope, period: Period, kinds: Sequence[LineKind]) -> dict[str, int]:
    """How many records of each kind are the organ's own work. One statement."""
    numbers = united([(organ_rows(one, scope, period), Count("pk")) for one in kinds])
    return {one.key: numbers.get(place, 0) for place, one in enumerate(kinds)}
