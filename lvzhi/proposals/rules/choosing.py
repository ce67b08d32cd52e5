"""Who may recommend, shortlist, deliberate and decide on excellent proposals (R1.104–R1.107)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.proposals.models import Selection
from lvzhi.proposals.rules import CLERK, HEAD, READERS

RECOMMENDING = ("member", "organ_head", "unit_officer", "unit_head", CLERK, HEAD)
SEEING = (*RECOMMENDING, *READERS)


def places(actor: Actor, *roles: str) -> frozenset[int]:
    """Committees in which one of these roles is held."""
    return frozenset().union(*(actor.committees(role) for role in roles))


def _rows(actor: Actor, *roles: str) -> Q:
    return Q(committee_id__in=sorted(places(actor, *roles)))


@rule("委员、集体提案者、承办单位和提案委员会", rows=lambda actor: _rows(actor, *RECOMMENDING))
def recommends(actor: Actor, selection: Selection) -> bool:
    """Members, conveners of bodies, units and the proposal committee itself (R1.107)."""
    return selection.committee_id in places(actor, *RECOMMENDING)


@rule("提案委员会经办人", rows=lambda actor: _rows(actor, CLERK, HEAD))
def shortlists(actor: Actor, selection: Selection) -> bool:
    """The clerk of the proposal committee, or its head."""
    return selection.committee_id in places(actor, CLERK, HEAD)


@rule("提案委员会负责人", rows=lambda actor: _rows(actor, HEAD))
def deliberates(actor: Actor, selection: Selection) -> bool:
    """The head of the proposal committee, for its meeting."""
    return selection.committee_id in places(actor, HEAD)


@rule("秘书长", rows=lambda actor: _rows(actor, "secretary_general"))
def decides(actor: Actor, selection: Selection) -> bool:
    """The secretary-general, for the chairmen's meeting."""
    return selection.committee_id in places(actor, "secretary_general")


@rule("本级委员、承办单位、提案委员会及有权查看的领导和机关人员", rows=lambda actor: _rows(actor, *SEEING))
def sees_selection(actor: Actor, selection: Selection) -> bool:
    """Everybody with a part in it, and the readers of the committee."""
    return selection.committee_id in places(actor, *SEEING)


may_open: Rule = shortlists
