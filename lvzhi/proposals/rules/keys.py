"""Rights over the selection and the supervision of key proposals (R1.97–R1.99)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW
from lvzhi.proposals import rules
from lvzhi.proposals.models import KeyCandidate, KeyOpinion, Leading, Proposal


def _led_rows(actor: Actor) -> Q:
    places = actor.committees("leader")
    if actor.account_id is None or not places:
        return NO_ROW
    led = Leading.objects.filter(account_id=actor.account_id, ends=None, voided_at=None)
    return Q(pk__in=led.values("proposal_id"), committee_id__in=sorted(places))


@rule("领衔督办人", rows=_led_rows)
def leads(actor: Actor, proposal: Proposal) -> bool:
    """Leads the supervision of this proposal now."""
    return (
        actor.account_id is not None
        and actor.has("leader", committee=proposal.committee_id)
        and Leading.objects.filter(proposal=proposal, account_id=actor.account_id, ends=None, voided_at=None).exists()
    )


@rule("重点提案", rows=lambda actor: Q(is_key=True))
def is_key(actor: Actor, proposal: Proposal) -> bool:
    """It is a key proposal."""
    return proposal.is_key


def _asked_rows(actor: Actor, *, silent: bool) -> Q:
    organs = sorted(actor.organs("organ_head"))
    if not organs:
        return NO_ROW
    asked = KeyOpinion.objects.filter(candidate=OuterRef("pk"), organ_id__in=organs, voided_at=None)
    return Q(Exists(asked.filter(given_on=None) if silent else asked))


@rule("被征求意见的单位", rows=lambda actor: _asked_rows(actor, silent=False))
def asked(actor: Actor, candidate: KeyCandidate) -> bool:
    """The head of a body whose opinion was asked."""
    organs = actor.organs("organ_head")
    return bool(organs) and KeyOpinion.objects.live().filter(candidate=candidate, organ_id__in=organs).exists()


@rule("被征求意见、尚未回复的单位", rows=lambda actor: _asked_rows(actor, silent=True))
def owes_word(actor: Actor, candidate: KeyCandidate) -> bool:
    """The head of a body that was asked and has not answered."""
    organs = actor.organs("organ_head")
    rows = KeyOpinion.objects.live().filter(candidate=candidate, organ_id__in=organs, given_on=None)
    return bool(organs) and rows.exists()


def _readers_rows(actor: Actor) -> Q:
    return Q(committee_id__in=sorted(rules.reads_all(actor)))


@rule("提案委员会及有权查看的领导和机关人员", rows=_readers_rows)
def reads_selection(actor: Actor, candidate: KeyCandidate) -> bool:
    """Those who read every proposal of the committee."""
    return candidate.committee_id in rules.reads_all(actor)


visible_candidate: Rule = reads_selection | asked
may_select: Rule = rules.settles
may_decide: Rule = rules.head & rules.standing
may_opine: Rule = owes_word & rules.standing
may_supervise: Rule = (rules.clerk | leads) & is_key
