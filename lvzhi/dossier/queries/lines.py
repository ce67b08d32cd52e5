"""Lines of files: any number of kinds and persons in one statement, whatever the number of lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, CharField, DecimalField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast

from lvzhi.access import Actor
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.dossier.kinds import LineKind, kind
from lvzhi.dossier.vocabulary.words import HIDDEN, PROOFS, SHORT, SHORTENED
from lvzhi.metrics.compute import rows_of
from lvzhi.metrics.periods import Period

NAMES = (
    "line_day", "line_kind", "line_key", "line_person", "line_title", "line_about", "line_role", "line_result",
    "line_proof", "line_entered", "line_uid", "line_amount", "line_who", "line_seen",
)  # fmt: skip
NOBODY = Cast(Value(None), BigIntegerField())
NO_AMOUNT = Cast(Value(None), DecimalField(max_digits=14, decimal_places=2))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file.

    Args:
        day: the record's own day. entered: when it was written down; None where nobody wrote it yet.
        person: id of whose line it is; None where it belongs to nobody known here. who: what that one is called.
        seen: whether the reader may see what it says.
    """

    day: dt.date
    kind: LineKind
    key: int
    person: int | None
    title: str
    about: str
    role: str
    result: str
    proof: str
    entered: dt.datetime | None
    uid: UUID
    amount: Decimal | None
    who: str
    seen: bool

    @property
    def said(self) -> str:
        """What it says in one line; what may not be read is only counted."""
        if not self.seen:
            return HIDDEN
        flat = " ".join(self.title.split())
        return flat if len(flat) <= SHORT else SHORTENED.format(text=flat[:SHORT])

    @property
    def part(self) -> str:
        """In which role, in words."""
        return str(self.kind.roles.get(self.role, ""))

    @property
    def standing(self) -> str:
        """Where the record stands, in words."""
        return str(self.kind.results.get(self.result, ""))

    @property
    def behind(self) -> tuple[str, str]:
        """What stands behind it: words and tone."""
        return PROOFS[self.proof]

    def late(self, most: int) -> int:
        """How many days after its own day it was entered, where that is more than `most`; otherwise 0."""
        if self.entered is None:
            return 0
        days = (clock.as_day(self.entered) - self.day).days
        return days if days > most else 0


def line_of(values: Sequence[Any]) -> Line:
    """A line out of the columns of `NAMES`."""
    day, name, *rest = values
    key, person, title, about, role, result, proof, entered, uid, amount, who, seen = rest
    texts = (title or "", about or "", role or "", result or "", proof or "")
    return Line(day, kind(name), key, person, *texts, entered, uid, amount, who or "", bool(seen))


def lines(
    actor: Actor, scope: Scope, period: Period, kinds: Sequence[LineKind], persons: Any, size: int = 0, start: int = 0
) -> list[Line]:
    """Lines of these persons, the newest first. One statement.

    Args:
        persons: ids, or a query of ids. size, start: a piece of them; all where not given.
    """
    arms = [told(_mine(one, scope, period, persons), one, actor) for one in kinds]
    return read(arms, size, start)


def others(
    actor: Actor, scope: Scope, period: Period, one: LineKind, persons: Any, size: int = 0, start: int = 0
) -> list[Line]:
    """The rows of a kind's figure that belong to none of these persons. One statement."""
    return read([told(rest(one, scope, period, persons), one, actor, own=False)], size, start)


def of_organ(
    actor: Actor, scope: Scope, period: Period, kinds: Sequence[LineKind], size: int = 0, start: int = 0
) -> list[Line]:
    """The work of the scope's organ itself, the newest first. One statement."""
    arms = [told(organ_rows(one, scope, period), one, actor, own=False) for one in kinds]
    return read(arms, size, start)


def figure_rows(one: LineKind, scope: Scope, period: Period, *, whole: bool = False) -> QuerySet[Any]:
    """The rows of the kind's figure, or of its denominator."""
    metric = one.whole_metric if whole else one.metric
    if metric is None:
        raise LookupError(one.key)
    return rows_of(metric, Scope(scope.committee), period, *one.cuts_of(metric)).order_by()


def rest(one: LineKind, scope: Scope, period: Period, persons: Any, *, whole: bool = False) -> QuerySet[Any]:
    """Those of the figure's rows that belong to none of these persons."""
    rows = figure_rows(one, scope, period, whole=whole)
    found: QuerySet[Any] = rows.exclude(pk__in=rows.filter(one.belongs(persons)).values("pk"))
    return found


def organ_rows(one: LineKind, scope: Scope, period: Period) -> QuerySet[Any]:
    """Those of the figure's rows that are the organ's own work."""
    return figure_rows(one, scope, period).filter(**{one.organ: scope.organ})


def _mine(one: LineKind, scope: Scope, period: Period, persons: Any) -> QuerySet[Any]:
    found: QuerySet[Any] = figure_rows(one, scope, period).filter(one.belongs(persons))
    return found


def shown(given: Any) -> Any:
    """A path or an expression as an expression."""
    return F(given) if isinstance(given, str) else given


def told(rows: QuerySet[Any], one: LineKind, actor: Actor, *, own: bool = True) -> QuerySet[Any]:
    """The columns of a line. Titles of many lengths and texts stand in one column."""

    readable = rows.model._default_manager.filter(one.visible(actor) or Q(), pk=OuterRef("pk"))
    person = NOBODY if one.organ or (one.shared and not own) else F(one.person)
    found: QuerySet[Any] = (
        rows.select_related(None)
        .prefetch_related(None)
        .annotate(
            line_day=shown(one.day),
            line_kind=Value(one.key, CharField()),
            line_key=F("pk"),
            line_person=person,
            line_title=shown(one.title),
            line_about=shown(one.about),
            line_role=shown(one.role),
            line_result=shown(one.result),
            line_proof=shown(one.proof),
            line_entered=shown(one.entered),
            line_uid=shown(one.uid),
            line_amount=NO_AMOUNT if one.amount is None else shown(one.amount),
            line_who=shown(one.who),
            line_seen=Exists(readable),
        )
        .values_list(*NAMES)
    )
    return found


def read(arms: Sequence[QuerySet[Any]], size: int = 0, start: int = 0) -> list[Line]:
    """Rows of `told`, of any number of kinds, the newest first. One statement."""
    if not arms:
        return []
    head, *others_ = arms
    rows: Any = head.union(*others_, all=True) if others_ else head
    rows = rows.order_by("-line_day", "line_kind", "-line_key")
    return [line_of(values) for values in (rows[start : start + size] if size else rows)]
