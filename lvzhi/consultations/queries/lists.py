"""The lists of activities that have a way, with how far each has come, in a fixed number of statements."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from lvzhi.access import Actor
from lvzhi.activities import rules as activities
from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import State
from lvzhi.committee.models import Committee
from lvzhi.consultations.models import FollowUp
from lvzhi.consultations.vocabulary.ways import BLOCKS, WAYS, families_of
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.vocabulary.states import Adoption, ProblemState
from lvzhi.plans import rules as plans
from lvzhi.plans.models import Task
from lvzhi.plans.vocabulary import TaskState

Rows = QuerySet[Any]
ADOPTED = (Adoption.WHOLLY, Adoption.PARTLY)


def library(actor: Actor, committee: Committee, key: str) -> Rows:
    """Activities in one part of the list that the actor may read, with advice, problems, the follow-up's state."""
    own = Advice.objects.live().filter(activity=OuterRef("pk")).order_by().values("activity")
    adopted = own.annotate(n=Count("pk", filter=Q(outcome__in=ADOPTED))).values("n")
    found = Problem.objects.live().filter(activity=OuterRef("pk")).order_by().values("activity")
    solved = found.annotate(n=Count("pk", filter=Q(state=ProblemState.CHECKED))).values("n")
    follow = FollowUp.objects.live().filter(activity=OuterRef("pk"))
    rows: Rows = Activity.objects.live().filter(activities.visible.rows(actor), committee=committee)
    rows = rows.filter(family__in=families_of(key)).exclude(state=State.CANCELLED)
    listed: Rows = rows.select_related("organ", "site").defer("notice", "summary").annotate(
        advised=Coalesce(Subquery(own.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField()),
        adopted=Coalesce(Subquery(adopted), 0, output_field=IntegerField()),
        found=Coalesce(Subquery(found.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField()),
        solved=Coalesce(Subquery(solved), 0, output_field=IntegerField()),
        followed=Subquery(follow.values("state")[:1]),
    )  # fmt: skip
    return listed


def waiting_tasks(actor: Actor, committee: Committee, key: str) -> list[Task]:
    """Items of plans in force at which no activity of their way points yet, the nearest first."""
    blocks = frozenset(block for way in WAYS.values() if way.key == key for block in way.blocks)
    plan_kinds = frozenset(kind for way in WAYS.values() if way.key == key for kind in way.plans)
    rows = Task.objects.live().filter(plans.visible_task.rows(actor), committee=committee, state=TaskState.OPEN)
    other = Q(block__in=BLOCKS - blocks)
    rows = rows.filter(Q(block__in=blocks) | Q(plan__kind__in=plan_kinds) & ~other, plan__voided_at=None)
    rows = rows.filter(plan__state__in=["approved", "issued"]).exclude(pk__in=_pointed(committee, key))
    return list(rows.select_related("organ", "plan").order_by("due", "id"))


def _pointed(committee: Committee, key: str) -> Rows:
    rows = Activity.objects.live().filter(committee=committee, family__in=families_of(key)).exclude(task=None)
    found: Rows = rows.exclude(state=State.CANCELLED).order_by().values("task_id")
    return found
