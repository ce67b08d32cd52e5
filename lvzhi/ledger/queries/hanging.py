"""What of the ledger hangs on an activity or a proposal, problems and advice in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, IntegerField, Q, QuerySet, Value, When

from lvzhi.access import Actor, Rule
from lvzhi.ledger import rules
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.vocabulary.words import ADVICE, PROBLEM
from lvzhi.papers.models import Paper

MOST = 60  # lines of one card; the rest stands in the ledger itself


@dataclass(frozen=True, slots=True)
class Hung:
    """One entry as a line: whether the actor may read it, and what it says."""

    kind: str
    uid: UUID
    text: str
    state: str
    outcome: str
    day: date
    seen: int


def hanging(actor: Actor, where: Q) -> list[Hung]:
    """The entries that the condition names, the earliest first."""
    rows = _problems(actor, where).union(_advice(actor, where), all=True)
    return [Hung(*row[:-1]) for row in rows.order_by("hung_on", "pk")]


def gathered(actor: Actor, paper: Paper) -> list[Hung]:
    """The advice that a document submits, the earliest first."""
    return [Hung(*row[:-1]) for row in _advice(actor, Q(paper=paper)).order_by("theme", "hung_on", "pk")]


def _problems(actor: Actor, where: Q) -> QuerySet[Any, Any]:
    return _arm(Problem.objects.live(), PROBLEM, "found_on", rules.visible_problem, actor, where)


def _advice(actor: Actor, where: Q) -> QuerySet[Any, Any]:
    return _arm(Advice.objects.live(), ADVICE, "proposed_on", rules.visible_advice, actor, where)


def _arm(rows: Any, kind: str, day: str, visible: Rule, actor: Actor, where: Q) -> QuerySet[Any, Any]:
    seen = Case(When(visible.rows(actor), then=Value(1)), default=Value(0), output_field=IntegerField())
    found: QuerySet[Any, Any] = (
        rows.filter(where).order_by().annotate(hung_kind=Value(kind, CharField()), hung_on=F(day), hung_seen=seen)
    )
    return found.values_list("hung_kind", "uid", "text", "state", "outcome", "hung_on", "hung_seen", "pk")
