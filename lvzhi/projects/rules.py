"""Who may register, carry forward and read projects."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.committee.models import Committee
from lvzhi.projects.models import Charge, Part, Project

KEEPERS = ("office", "secretary_general", "clerk", "organ_head")
LOOKERS = ("leader", "supervisor", "auditor", "proposal_head", "branch_secretary")
STAFF = (*KEEPERS, *LOOKERS)


def may_register(actor: Actor, committee: int) -> bool:
    """Whether the actor may enter a project there (there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def may_list(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of a committee's projects."""
    return has_any(actor, committee, STAFF)


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
    return Q(project__in=Project.objects.filter(visible.rows(actor)).values("pk"))
