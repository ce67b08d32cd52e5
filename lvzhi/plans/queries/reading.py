"""Lists and pages, scope or actor first."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.files.queries import any_of as files_of
from lvzhi.links.queries import any_of
from lvzhi.plans import rules
from lvzhi.plans.models import Campaign, Helper, Milestone, Opinion, Plan, Task
from lvzhi.plans.vocabulary import IN_FORCE, SHAPING, TaskState
from lvzhi.workflow.declare import Workflow

Rows = QuerySet[Any]
BESIDE = ("organ", "committee", "plan", "upper", "upper__committee")


def live_tasks(scope: Scope) -> Rows:
    """Tasks of approved plans of the scope; of one organ where the scope names it: those it leads."""
    rows = Task.objects.live().within(scope).filter(plan__voided_at=None, plan__state__in=sorted(IN_FORCE))
    found: Rows = rows if scope.organ is None else rows.filter(organ=scope.organ)
    return found


def plans_of(actor: Actor, committee: Committee, year: int | None) -> list[Plan]:
    """Plans of a committee that the actor may read, with the number of their tasks; the newest year first."""
    rows = Plan.objects.live().filter(rules.visible.rows(actor), committee=committee)
    rows = rows if year is None else rows.filter(year=year)
    tasks = Count("tasks", filter=Q(tasks__voided_at=None), distinct=True)
    return list(rows.select_related("organ").annotate(task_count=tasks).order_by("-year", "kind", "id"))


def years(actor: Actor, committee: Committee) -> list[int]:
    """Years of which the actor may read a plan, the newest first."""
    rows = Plan.objects.live().filter(rules.visible.rows(actor), committee=committee).order_by()
    return sorted(set(rows.values_list("year", flat=True)), reverse=True)


def one(actor: Actor, uid: Any) -> Plan:
    """The plan of that uid with its milestones, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rows: Rows = Plan.objects.filter(rules.visible.rows(actor), uid=uid).select_related("committee", "organ")
    milestones = Milestone.objects.live().order_by("held_on", "id")
    rows = rows.annotate(has_ties=any_of(Plan._meta.label_lower), has_files=files_of(Plan._meta.label_lower))
    found: Plan | None = rows.prefetch_related(Prefetch("milestones", milestones)).first()
    if found is None:
        raise Missing("plans.unknown")
    return found


def opinions(plan: Plan) -> list[Opinion]:
    """What was said on a draft, the oldest first."""
    return list(Opinion.objects.live().filter(plan=plan).order_by("given_on", "id"))


def tasks_of(plan: Plan) -> list[Task]:
    """Tasks of a plan in their order, with who leads and helps; a fixed number of statements."""
    rows = Task.objects.live().filter(plan=plan).select_related("organ", "upper", "upper__committee", "committee")
    found = list(rows.prefetch_related(_helpers()).order_by("number", "id"))
    for row in found:
        row.plan = plan
    return found


def tasks_of_plans(plans: list[Plan]) -> dict[int, list[Task]]:
    """Tasks of several plans by the plan's key, in one statement, for counting how they stand."""
    by_key = {plan.pk: plan for plan in plans}
    found: dict[int, list[Task]] = defaultdict(list)
    rows = Task.objects.live().filter(plan__in=list(by_key)).select_related("committee").order_by("plan_id", "number")
    for row in rows if by_key else ():
        row.plan = by_key[row.plan_id]
        found[row.plan_id].append(row)
    return found


def opinion(actor: Actor, uid: Any) -> Opinion:
    """An opinion on a plan that the actor may see. Raises `Missing`."""
    plans = Plan.objects.live().filter(rules.visible.rows(actor))
    rows = Opinion.objects.live().filter(uid=uid, plan__in=plans.values("pk")).select_related("plan", "plan__organ")
    found: Opinion | None = rows.first()
    if found is None:
        raise Missing("plans.unknown")
    return found


def carried_to(task: Task) -> Task | None:
    """The task of a later year that this one became."""
    if task.state != TaskState.CARRIED:
        return None
    return Task.objects.live().filter(carried_from=task).select_related("plan").first()


def _helpers() -> Prefetch[Any]:
    return Prefetch("helpers", Helper.objects.live().select_related("organ", "unit").order_by("id"))


def with_helpers(rows: Rows) -> Rows:
    """Tasks with everything that a line of a table shows."""
    return rows.select_related(*BESIDE).prefetch_related(_helpers())


def task(actor: Actor, uid: Any) -> Task:
    """The task of that uid, if the actor may see it.

    Raises:
        Missing: as `one`.
    """
    rows: Rows = Task.objects.filter(rules.visible_task.rows(actor), uid=uid, plan__voided_at=None)
    rows = with_helpers(rows).select_related(*BESIDE, "plan__organ", "carried_from", "carried_from__plan")
    found: Task | None = rows.annotate(has_ties=any_of(Task._meta.label_lower)).first()
    if found is None:
        raise Missing("plans.task_unknown")
    return found


def step_record(actor: Actor, workflow: Workflow, uid: Any) -> Any:
    """The record of a step. Raises `Missing`."""
    return one(actor, uid) if workflow.model is Plan else task(actor, uid)


def mine(actor: Actor) -> Rows:
    """Open tasks of plans in force that the actor's organs or units lead or help with."""
    organs = sorted(actor.organs("organ_head"))
    helps = Helper.objects.live().filter(Q(organ_id__in=organs) | Q(unit_id__in=rules.units(actor)))
    rows = Task.objects.live().filter(Q(organ_id__in=organs) | Q(pk__in=helps.values("task_id")))
    rows = rows.filter(state=TaskState.OPEN, plan__voided_at=None, plan__state__in=["approved", "issued"])
    return with_helpers(rows).order_by("due", "id")


def titled(committee: Committee, year: int, title: str, but: Plan | None = None) -> Plan | None:
    """Another plan of the year with this title."""
    rows = Plan.objects.live().filter(committee=committee, year=year, title=title)
    return rows.exclude(pk=but.pk if but is not None and but.pk else 0).first()


def numbered(committee_id: int, number: str, but: Plan) -> Plan | None:
    """Another plan that bears the document number."""
    return Plan.objects.live().filter(committee_id=committee_id, document_no=number).exclude(pk=but.pk).first()


def upper_choices(plan: Plan) -> Rows:
    """Tasks of committees above that are marked as joint, of approved plans of the same year: what may be taken on."""
    above = [pk for pk in plan.committee.chain_ids() if pk != plan.committee_id]
    rows = Task.objects.live().filter(committee_id__in=above, joint=True, state=TaskState.OPEN)
    rows = rows.filter(plan__year=plan.year, plan__state__in=sorted(IN_FORCE), plan__voided_at=None)
    found: Rows = rows.select_related("committee").order_by("committee__path", "plan_id", "number")
    return found


def targets(plan: Plan) -> Rows:
    """Plans of the committee of later years, still being shaped: where an unfinished task may go."""
    rows = Plan.objects.live().filter(committee_id=plan.committee_id, year__gt=plan.year, state__in=sorted(SHAPING))
    found: Rows = rows.order_by("year", "kind", "id")
    return found


def campaigns(scope: Scope) -> Rows:
    """Campaigns of the scope, the newest first."""
    rows: Rows = Campaign.objects.live().within(scope)
    return rows.select_related("organ").order_by("-starts", "-id")


def campaign(actor: Actor, uid: Any) -> Campaign:
    """The campaign of that uid, if the actor sits in its committee. Raises `Missing`."""
    rows = Campaign.objects.filter(rules.inside.rows(actor), uid=uid).select_related("committee", "organ")
    found: Campaign | None = rows.first()
    if found is None:
        raise Missing("plans.campaign_unknown")
    return found
