"""Who may draft a plan, lead a task, and read."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import has_any, held_in
from lvzhi.deadlines import clock
from lvzhi.plans.models import Campaign, Helper, Opinion, Plan, Task
from lvzhi.plans.vocabulary import IN_FORCE, SHAPING, PlanState, Way

KEEPERS = ("office", "secretary_general")
DRAFTERS = (*KEEPERS, "organ_head")
READERS = (*KEEPERS, "leader", "auditor", "supervisor")
INSIDE = (*READERS, "clerk", "proposal_head", "organ_head", "branch_secretary", "member")
OFFICERS = ("unit_officer", "unit_head")
STANDING = tuple(sorted(IN_FORCE))
SEEN = (*STANDING, PlanState.OPINIONS.value)


def units(actor: Actor) -> frozenset[int]:
    """Units for which the actor acts."""
    return frozenset[int]().union(*(actor.units(role) for role in OFFICERS))


def may_draft(actor: Actor, committee: int) -> bool:
    """Whether the actor may begin a plan there (there is no record yet)."""
    return has_any(actor, committee, DRAFTERS)


def may_look(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of a committee's plans."""
    return has_any(actor, committee, INSIDE)


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor keeps a committee's plans and campaigns."""
    return has_any(actor, committee, KEEPERS)


@rule("办公室、秘书长", rows=lambda actor: Q(committee_id__in=held_in(actor, KEEPERS)))
def keeper(actor: Actor, record: Plan | Task | Campaign | Opinion) -> bool:
    """The office, which brings a plan through its approval."""
    return has_any(actor, record.committee_id, KEEPERS)


@rule("起草机构负责人", rows=lambda actor: Q(organ_id__in=sorted(actor.organs("organ_head"))))
def heads(actor: Actor, record: Plan | Task | Campaign) -> bool:
    """The head of the organ that drafts the plan, leads the task or the campaign."""
    return record.organ_id is not None and actor.has("organ_head", organ=record.organ_id)


@rule("本级政协委员和机关人员", rows=lambda actor: Q(committee_id__in=held_in(actor, INSIDE)))
def inside(actor: Actor, record: Plan | Campaign) -> bool:
    """Whoever holds a seat or a post there."""
    return has_any(actor, record.committee_id, INSIDE)


def _visible_rows(actor: Actor) -> Q:
    whole = Q(committee_id__in=held_in(actor, READERS))
    told = Q(committee_id__in=held_in(actor, INSIDE), state__in=SEEN)
    return whole | heads.rows(actor) | told


@rule("机关人员和领导，征求意见和审定后本级委员", rows=_visible_rows)
def visible(actor: Actor, plan: Plan) -> bool:
    """Drafts are the office's and the drafting organ's; once opinions are asked, everybody inside reads it."""
    if has_any(actor, plan.committee_id, READERS) or heads(actor, plan):
        return True
    return plan.state in SEEN and has_any(actor, plan.committee_id, INSIDE)


author: Rule = keeper | heads


@rule("须经主席会议审议的计划", rows=lambda actor: ~Q(way=Way.OFFICE))
def by_chairmen(actor: Actor, plan: Plan) -> bool:
    """Its kind goes to the chairmen's meeting (R3.1, R5.2)."""
    return plan.way != Way.OFFICE


@rule("由机关审定的计划", rows=lambda actor: Q(way=Way.OFFICE))
def by_office(actor: Actor, plan: Plan) -> bool:
    """Its kind is settled by the agency itself."""
    return plan.way == Way.OFFICE


proposes: Rule = author & by_chairmen
settles: Rule = keeper & by_office

# Rights over tasks: rows of their plans, read through the foreign key.


def _organs_rows(actor: Actor) -> Q:
    organs = sorted(actor.organs("organ_head"))
    if not organs:
        return Q(pk__in=())
    helps = Helper.objects.live().filter(organ_id__in=organs)
    return Q(organ_id__in=organs) | Q(pk__in=helps.values("task_id"))


def _helped(task: Task) -> list[Helper]:
    """Who helps, as a page has loaded them already, or asked for."""
    loaded: dict[str, Any] = getattr(task, "_prefetched_objects_cache", {})
    return list(loaded["helpers"]) if "helpers" in loaded else list(Helper.objects.live().filter(task=task))


def _task_rows(actor: Actor) -> Q:
    plans = Plan.objects.filter(_visible_rows(actor))
    shared = Q(plan__state__in=STANDING) & (_joint_rows(actor) | _helping_rows(actor))
    return Q(plan__in=plans.values("pk")) | shared


def _helping_rows(actor: Actor) -> Q:
    helps = Helper.objects.live().filter(unit_id__in=units(actor))
    return Q(pk__in=helps.values("task_id"))


def _joint_rows(actor: Actor) -> Q:
    """Tasks of one topic with a task of a committee in which the actor sits: above, below, or beside under one."""
    places = held_in(actor, INSIDE)
    lower = Task.objects.live().filter(plan__state__in=STANDING, committee_id__in=places)
    return (
        Q(upper__committee_id__in=places, upper__plan__state__in=STANDING)
        | Q(upper__upper__committee_id__in=places)
        | Q(Exists(lower.filter(Q(upper=OuterRef("pk")) | Q(upper__upper=OuterRef("pk")))))
        | Q(Exists(lower.filter(upper=OuterRef("upper"))))
    )


@rule("可以查看该计划的人，配合单位，联动课题的上下级政协", rows=_task_rows)
def visible_task(actor: Actor, task: Task) -> bool:
    """Whoever reads the plan; helping units; for a joint topic both levels."""
    return Task.objects.filter(_task_rows(actor), pk=task.pk).exists()


@rule("计划已审定", rows=lambda actor: Q(plan__state__in=STANDING, plan__voided_at=None))
def in_force(actor: Actor, task: Task) -> bool:
    """Its plan has been approved."""
    return task.plan.state in IN_FORCE and task.plan.voided_at is None


@rule("计划在推进", rows=lambda actor: Q(plan__state__in=[PlanState.APPROVED, PlanState.ISSUED], plan__voided_at=None))
def running(actor: Actor, task: Task) -> bool:
    """Its plan has been approved and not yet closed."""
    return task.plan.state in {PlanState.APPROVED, PlanState.ISSUED} and task.plan.voided_at is None


@rule("完成时限已过", rows=lambda actor: Q(due__lt=clock.as_day(actor.at)))
def past_due(actor: Actor, task: Task) -> bool:
    """Its day has passed."""
    return task.due < clock.as_day(actor.at)


def _plan_heads_rows(actor: Actor) -> Q:
    return Q(plan__organ_id__in=sorted(actor.organs("organ_head")))


@rule("计划起草机构负责人", rows=_plan_heads_rows)
def plan_heads(actor: Actor, task: Task) -> bool:
    """The head of the organ that drafted its plan."""
    return task.plan.organ_id is not None and actor.has("organ_head", organ=task.plan.organ_id)


@rule("牵头或配合机构负责人", rows=_organs_rows)
def leads(actor: Actor, task: Task) -> bool:
    """The head of the organ that leads or helps."""
    mine = actor.organs("organ_head")
    if not mine:
        return False
    return task.organ_id in mine or any(row.organ_id in mine for row in _helped(task))


owner: Rule = keeper | heads
explains: Rule = owner & running & past_due
moves: Rule = keeper & running
proves: Rule = (keeper | leads) & running


def shapes(actor: Actor, plan: Plan) -> bool:
    """Whether the actor may add, change and take out tasks now: the author while it is shaped, the office later."""
    if plan.voided_at is not None or plan.state == PlanState.CLOSED:
        return False
    return author(actor, plan) if plan.state in SHAPING else keeper(actor, plan) and plan.state in IN_FORCE
