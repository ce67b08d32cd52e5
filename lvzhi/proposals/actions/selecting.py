"""Selecting key proposals: a candidate, opinions asked, what the chairmen's meeting decided (R1.98)."""

from __future__ import annotations

from typing import Any

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.proposals.actions.assigning import due_by
from lvzhi.proposals.actions.keys import choose_key
from lvzhi.proposals.models import KeyCandidate, KeyOpinion, Proposal
from lvzhi.proposals.vocabulary import NAMES
from lvzhi.proposals.vocabulary.keys import KEY_GROUND, CandidateState, Stance
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

STANDING = (CandidateState.NOMINATED, CandidateState.ASKED)


def check_not_candidate(taking: Taking) -> None:
    """Refuse a second candidacy, and one of a proposal that is a key one already."""
    proposal: Proposal = taking.record
    if proposal.is_key or KeyCandidate.objects.live().filter(proposal=proposal, state__in=STANDING).exists():
        raise Refusal("proposals.candidate_already")


def nominate(taking: Taking) -> None:
    """Effect of 列为候选."""
    proposal: Proposal = taking.record
    candidate = KeyCandidate(
        proposal=proposal,
        committee_id=proposal.committee_id,
        nominated_by=taking.answers["nominated_by"],
        reason=taking.answers["reason"],
        nominated_on=clock.as_day(taking.at),
        created_at=taking.at,
    )
    engine.begin(candidate, taking.actor, by=candidate.nominated_by)
    taking.facts["number"] = proposal.number


def ask_opinions(taking: Taking) -> None:
    """Effect of 征求意见: each body once; a later asking names others."""
    candidate: KeyCandidate = taking.record
    day = clock.as_day(taking.at)
    bodies: list[Any] = list(taking.answers["bodies"])
    again = KeyOpinion.objects.live().filter(candidate=candidate, organ__in=bodies).select_related("organ")
    names = [row.organ.name for row in again]
    if names:
        raise Refusal("proposals.bodies_asked", field="bodies", names=NAMES.join(names))
    until = taking.answers.get("until") or due_by("proposals.key_opinion_due", candidate.committee_id, day).date
    candidate.opinions_until = until
    for organ in bodies:
        KeyOpinion(
            proposal_id=candidate.proposal_id, candidate=candidate, committee_id=candidate.committee_id, organ=organ,
            asked_on=day, created_at=taking.at,
        ).save()  # fmt: skip
    taking.facts["bodies"] = NAMES.join(organ.name for organ in bodies)


def opine(taking: Taking) -> None:
    """Effect of 提出意见: of each asked body that the actor heads and that has not answered."""
    candidate: KeyCandidate = taking.record
    rows = KeyOpinion.objects.live().filter(
        candidate=candidate, organ_id__in=taking.actor.organs("organ_head"), given_on=None
    )
    named = []
    for row in rows.select_related("organ"):
        row.stance, row.text = taking.answers["stance"], taking.answers.get("text", "")
        row.given_on, row.given_by = clock.as_day(taking.at), taking.actor.name
        row.save()
        named.append(row.organ.name)
    taking.facts |= {"body": NAMES.join(named), "stance": str(Stance(taking.answers["stance"]).label)}


def check_decision(taking: Taking) -> None:
    """Refuse a meeting still to come, and a second 1号提案 of one session (R1.98)."""
    candidate: KeyCandidate = taking.record
    if taking.answers["met_on"] > clock.as_day(taking.at):
        raise Refusal("proposals.meeting_future", field="met_on")
    if taking.answers.get("first"):
        refuse_second_first(candidate.proposal)


def check_first(taking: Taking) -> None:
    """Refuse a second 1号提案 where the proposal is marked as a key one at once."""
    if taking.answers.get("first"):
        refuse_second_first(taking.record)


def refuse_second_first(proposal: Proposal) -> None:
    """A session has one 1号提案."""
    rows = Proposal.objects.live().filter(committee_id=proposal.committee_id, key_first=True, is_key=True)
    other = rows.filter(session=proposal.session).exclude(pk=proposal.pk).first()
    if other is not None:
        raise Refusal("proposals.first_taken", field="first", called=other.called)


def decide(taking: Taking) -> None:
    """Effect of 审定."""
    candidate: KeyCandidate = taking.record
    candidate.meeting = taking.answers["meeting"]
    candidate.decided_on = taking.answers["met_on"]
    taking.facts["meeting"] = candidate.meeting


def mark_chosen(taking: Taking) -> None:
    """Consequence of 审定: the proposal is a key one, with its leader."""
    candidate: KeyCandidate = taking.record
    proposal: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=candidate.proposal_id)
    answers = dict(taking.answers) | {"ground": KEY_GROUND.format(meeting=candidate.meeting)}
    engine.follow(proposal, "key_chosen", taking, answers)


def take_chosen(taking: Taking) -> None:
    """Effect of the automatic step: ground and leader as of 定为重点提案, and the meeting that decided."""
    choose_key(taking)
    taking.facts["meeting"] = taking.answers["meeting"]


def pass_over(taking: Taking) -> None:
    """Effect of 不列入."""
    candidate: KeyCandidate = taking.record
    candidate.meeting = taking.answers.get("meeting", "")
    candidate.decision = taking.answers["reason"]
    candidate.decided_on = clock.as_day(taking.at)
