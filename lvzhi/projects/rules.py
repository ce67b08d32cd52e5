"""Who may register, carry forward and read projects."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.projects.models import Charge, Fund, Lead, Part, Project, Visit

KEEPERS = ("office", "secretary_general", "clerk", "organ_head")
LOOKERS = ("leader", "supervisor", "auditor", "proposal_head", "branch_secretary")
STAFF = (*KEEPERS, *LOOKERS)
VISIT_CLOCK = "visit"


def may_register(actor: Actor, committee: int) -> bool:
    """Whether the actor may enter a project there (there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def may_list(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of a committee's projects."""
    return has_any(actor, committee, STAFF)


def may_carry(actor: Actor, committee: int) -> bool:
    """Whether the actor's posts there let him carry a project forward, where one is in his hands."""
    return has_any(actor, committee, (*KEEPERS, "leader"))


@rule("登记单位的办公室、专委会、秘书长", rows=lambda actor: Q(committee_id__in=held_in(actor, KEEPERS)))
def keeper(actor: Actor, project: Project) -> bool:
    """Those who keep the projects of the committee that registered it."""
    return has_any(actor, project.committee_id, KEEPERS)


def mine(actor: Actor) -> Q:
    """Charges that the actor has now, by account or by the person behind it."""
    if actor.account_id is None:
        return NO_ROW
    return Q(until=None) & (Q(account_id=actor.account_id) | Q(person__account_id=actor.account_id))


def _charged_rows(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    return Q(pk__in=Charge.objects.live().filter(mine(actor)).values("project_id"))


@rule("包抓领导", rows=_charged_rows)
def in_charge(actor: Actor, project: Project) -> bool:
    """A leader responsible for it now; a page that asks for many steps has read once who is (`queries.one`)."""
    known = getattr(project, "charged_now", None)
    if known is not None:
        return actor.account_id in known
    return Charge.objects.live().filter(mine(actor), project=project).exists()


def _above_rows(actor: Actor) -> Q:
    places = held_in(actor, KEEPERS)
    if not places:
        return NO_ROW
    found = NO_ROW
    for path in Committee.objects.filter(pk__in=places).values_list("path", flat=True):
        found |= Q(committee__path__startswith=path)
    return found


@rule("上级政协的办公室、专委会、秘书长", rows=_above_rows)
def above(actor: Actor, project: Project) -> bool:
    """Those who keep the projects of the committee itself or of one above it."""
    return any(has_any(actor, one, KEEPERS) for one in project.committee.chain_ids())


def _joined_rows(actor: Actor) -> Q:
    places = held_in(actor, STAFF)
    return Q(pk__in=Part.objects.live().filter(committee_id__in=places).values("project_id")) if places else NO_ROW


@rule("参与单位的机关人员", rows=_joined_rows)
def joined(actor: Actor, project: Project) -> bool:
    """Staff of a committee that has a part in it."""
    return Part.objects.live().filter(project=project, committee_id__in=held_in(actor, STAFF)).exists()


@rule("登记单位的机关人员", rows=lambda actor: Q(committee_id__in=held_in(actor, STAFF)))
def insider(actor: Actor, project: Project) -> bool:
    """Staff of the committee that registered it."""
    return has_any(actor, project.committee_id, STAFF)


visible: Rule = insider | in_charge | joined | above
carries: Rule = keeper | in_charge
joins: Rule = keeper | above


@rule("项目未作废", rows=lambda actor: Q(voided_at=None))
def standing(actor: Actor, project: Any) -> bool:
    """It is not voided."""
    return project.voided_at is None


def of_visible(actor: Actor) -> Q:
    """Rows that belong to a project which the actor may read."""
    return visible.through("project", Project).rows(actor)


@rule("登记单位的办公室", rows=lambda actor: Q(committee_id__in=held_in(actor, ("office",))))
def office(actor: Actor, project: Project) -> bool:
    """The office of the committee that registered it."""
    return actor.has("office", committee=project.committee_id)


def _due_rows(actor: Actor) -> Q:
    return Q(due_clock=VISIT_CLOCK, due_on__lte=clock.as_day(actor.at))


@rule("已到该去现场的日期", rows=_due_rows)
def visit_due(actor: Actor, project: Project) -> bool:
    """It has not been visited for as long as the norm says."""
    due = project.due_on if project.due_clock == VISIT_CLOCK else None
    return due is not None and due <= clock.as_day(actor.at)


def passed(field: str) -> Rule:
    """That the day named in a field of the project has passed."""
    return Rule(
        str(Project._meta.get_field(field).verbose_name),  # type: ignore[union-attr]  # reason: a plain field of the model
        lambda actor, project: getattr(project, field) is not None and getattr(project, field) < clock.as_day(actor.at),
        lambda actor: Q(**{f"{field}__lt": clock.as_day(actor.at)}),
    )


minded: Rule = in_charge | office  # who is reminded: the leader responsible and the office
awaits_visit: Rule = in_charge & visit_due


@rule("登记单位的办公室、专委会、秘书长和包抓领导", rows=carries.through("project", Project).rows)
def visit_kept(actor: Actor, visit: Visit) -> bool:
    """Those who carry the project forward keep its visits."""
    return carries(actor, visit.project)


@rule("登记单位的办公室、专委会、秘书长", rows=lambda actor: Q(project__committee_id__in=held_in(actor, KEEPERS)))
def fund_kept(actor: Actor, fund: Fund) -> bool:
    """Those who keep the project keep its money."""
    return keeper(actor, fund.project)


def _own_rows(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(person__account_id=actor.account_id)


@rule("提交线索的委员本人", rows=_own_rows)
def lead_own(actor: Actor, lead: Lead) -> bool:
    """The member who handed it in."""
    return actor.account_id is not None and lead.person.account_id == actor.account_id


@rule("办公室、专委会、秘书长", rows=lambda actor: Q(committee_id__in=held_in(actor, KEEPERS)))
def lead_kept(actor: Actor, lead: Lead) -> bool:
    """Those who keep projects take a lead over."""
    return has_any(actor, lead.committee_id, KEEPERS)


@rule("机关人员", rows=lambda actor: Q(committee_id__in=held_in(actor, STAFF)))
def lead_read(actor: Actor, lead: Lead) -> bool:
    """Staff of the committee."""
    return has_any(actor, lead.committee_id, STAFF)


lead_visible: Rule = lead_own | lead_read
lead_awaited: Rule = Rule(
    "办公室",
    lambda actor, lead: actor.has("office", committee=lead.committee_id),
    lambda actor: Q(committee_id__in=held_in(actor, ("office",))),
)


def may_hand_in(actor: Actor, committee: int) -> bool:
    """Whether the actor may hand in a lead there: its members, and who keeps its projects for them."""
    return actor.has("member", committee=committee) or may_register(actor, committee)
