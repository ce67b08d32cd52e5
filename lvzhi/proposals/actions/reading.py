"""The first of two readings, the clerk's word on the track, the proposer's on an entry (R1.3, R1.9, R1.33)."""

from __future__ import annotations

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.vocabulary import State, Track
from lvzhi.proposals.vocabulary.entry import FirstOpinion
from lvzhi.workflow.declare import Taking


def recommend(taking: Taking) -> None:
    """Effect of 初审: what the first reader recommends, and why."""
    proposal: Proposal = taking.record
    answers = taking.answers
    proposal.first_reading = answers["opinion"]
    proposal.first_opinion = answers.get("reason", "")
    proposal.first_reader = taking.actor.name
    proposal.first_reader_account = taking.actor.account_id
    taking.personal["reason"] = proposal.first_opinion
    taking.facts["opinion"] = str(FirstOpinion(proposal.first_reading).label)


def check_second_reader(taking: Taking) -> None:
    """The second reading is another person's, where the norm says so."""
    proposal: Proposal = taking.record
    if proposal.state != State.SECOND_READING:
        return
    same = proposal.first_reader_account == taking.actor.account_id
    if same and norms.value("proposals.readers_differ", proposal.committee_id, clock.as_day(taking.at)):
        raise Refusal("proposals.same_reader", who=proposal.first_reader)


def override_track(taking: Taking) -> None:
    """Effect of the clerk's decision on session or inter-session, against the clock, with its ground (R1.9)."""
    proposal: Proposal = taking.record
    track = Track(taking.answers["track"])
    if proposal.track == track:
        raise Refusal("proposals.track_same", field="track", track=str(track.label))
    proposal.track = track
    proposal.track_ground = taking.answers["ground"]
    taking.facts["track"] = str(track.label)
    taking.personal["ground"] = proposal.track_ground


def confirm_entry(taking: Taking) -> None:
    """Effect of the proposer's word on what staff entered (R1.3)."""
    taking.record.confirmed_on = clock.as_day(taking.at)
