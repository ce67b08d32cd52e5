"""The list of consultations with how far each has come, in a fixed number of statements."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from lvzhi.access import Actor
from lvzhi.activities import rules as activities
from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import Family, State
from lvzhi.committee.models import Committee
from lvzhi.consultations.models import FollowUp
from lvzhi.ledger.models import Advice
from lvzhi.ledger.vocabulary.states import Adoption
from lvzhi.plans import rules as plans
from lvzhi.plans.models import Task
from lvzhi.plans.vocabulary import TaskState

Rows = QuerySet[Any]
BLOCK = "consultation"
KINDS = frozenset({"consultation", "joint"})
ADOPTED = (Adoption.WHOLLY, Adoption.PARTLY)


def consultations(actor: Actor, committee: Committee) -> Rows:
    """Consultations of a committee that the actor may read, with advice, adopted advice and the follow-up's state."""
    own = Advice.objects.live().filter(activity=OuterRef("pk")).order_by().values("activity")
    adopted = own.annotate(n=Count("pk", filter=Q(outcome__in=ADOPTED))).values("n")
    follow = FollowUp.objects.live().filter(activity=OuterRef("pk"))
    rows: Rows = Activity.objects.live().filter(activities.visible.rows(actor), committee=committee)
    rows = rows.filter(family=Family.CONSULTATION).exclude(state=State.CANCELLED)
    found: Rows = rows.select_related("organ", "site").defer("notice", "summary").annotate(
        advised=Coalesce(Subquery(own.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField()),
        adopted=Coalesce(Subquery(adopted), 0, output_field=IntegerField()),
        followed=Subquery(follow.values("state")[:1]),
    )  # fmt: skip
    return found


def waiting_tasks(actor: Actor, committee: Committee) -> list[Task]:
    """Items of consultation plans in force at which no consultation points yet, the nearest first."""
    rows = Task.objects.live().filter(plans.visible_task.rows(actor), committee=committee, state=TaskState.OPEN)
    rows = rows.filter(Q(plan__kind__in=KINDS) | Q(block=BLOCK), plan__voided_at=None)
    rows = rows.filter(plan__state__in=["approved", "issued"]).exclude(pk__in=_pointed(committee))
    return list(rows.select_related("organ", "plan").order_by("due", "id"))


def _pointed(committee: Committee) -> Rows:
    rows = Activity.objects.live().filter(committee=committee, family=Family.CONSULTATION).exclude(task=None)
    found: Rows = rows.exclude(state=State.CANCELLED).order_by().values("task_id")
    return found
