"""A proposal of an earlier year, taken over with its answer and promises in the state it came to (R1.101, R1.102).

No step is taken and nobody is told: the engine's own door says in the journal that it was brought in.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from lvzhi.access import Actor
from lvzhi.committee.models import Committee, Session, Term
from lvzhi.deadlines import clock
from lvzhi.proposals.actions.answering import digest
from lvzhi.proposals.actions.numbering import next_number
from lvzhi.proposals.models import (
    Assignment,
    CoSignature,
    GroundChosen,
    Promise,
    Proposal,
    Rating,
    Recommendation,
    Reply,
    ReplyPoint,
)
from lvzhi.proposals.queries import in_track
from lvzhi.proposals.vocabulary import AssignState, PromiseState, SignState, State, Track, UnitRole
from lvzhi.proposals.vocabulary.past import PAST_SEQUENCE, PastOutcome, PastVerdict
from lvzhi.workflow import engine

STATES = {
    PastOutcome.CLOSED: State.CLOSED,
    PastOutcome.NOT_FILED: State.NOT_FILED,
    PastOutcome.WITHDRAWN: State.WITHDRAWN,
}
VERDICTS = {
    PastVerdict.OPEN: PromiseState.OPEN,
    PastVerdict.KEPT: PromiseState.KEPT,
    PastVerdict.BROKEN: PromiseState.BROKEN,
}
FIRST_ROUND = 1


@dataclass(frozen=True)
class PastReply:
    """What the lead unit answered."""

    answered_on: dt.date
    text: str
    result_class: str
    neutral: str = ""
    document: str = ""
    signer: str = ""


@dataclass(frozen=True)
class PastPromise:
    """What it promised, by when, and what became of it; ``unit`` is who answers for it today."""

    text: str
    due: dt.date
    verdict: PastVerdict
    checked_on: dt.date | None
    unit: Any


@dataclass
class PastProposal:
    """The facts of one proposal of an earlier year, each judged already."""

    title: str
    received_on: dt.date
    term: Term | None = None
    session: Session | None = None
    proposer: str = ""
    proposer_type: str = "member"
    collective: bool = False
    member: Any = None
    organ: Any = None
    cosigners: list[Any] = field(default_factory=list)
    background: str = ""
    analysis: str = ""
    survey: str = ""
    recommendations: list[str] = field(default_factory=list)
    number: str = ""
    serial: str = ""
    category: str = ""
    outcome: PastOutcome = PastOutcome.CLOSED
    grounds: list[str] = field(default_factory=list)
    route: str = ""
    examined_on: dt.date | None = None
    filed_on: dt.date | None = None
    assigned_on: dt.date | None = None
    answer_due_on: dt.date | None = None
    answered_on: dt.date | None = None
    rated_on: dt.date | None = None
    closed_on: dt.date | None = None
    lead_unit: Any = None
    co_units: list[Any] = field(default_factory=list)
    reply: PastReply | None = None
    rating: tuple[str, str] | None = None
    promises: list[PastPromise] = field(default_factory=list)

    @property
    def ended_on(self) -> dt.date:
        """The last day it knows of."""
        days = (self.received_on, self.examined_on, self.filed_on, self.answered_on, self.rated_on, self.closed_on)
        return max(day for day in days if day is not None)


def bring_in(actor: Actor, committee: Committee, facts: PastProposal, source: str) -> Proposal:
    """Write one proposal of an earlier year with all that belongs to it.

    Args:
        source: file and row it was read from.
    """
    proposal = _proposal(actor, committee, facts, source)
    return engine.bring_in(
        proposal,
        actor,
        state=STATES[facts.outcome],
        on=facts.ended_on,
        does=lambda made: _belongings(made, actor, facts),
        number=proposal.called,
    )


def _proposal(actor: Actor, committee: Committee, facts: PastProposal, source: str) -> Proposal:
    day = clock.as_day(actor.at)
    proposal = Proposal(
        committee=committee,
        created_at=actor.at,
        brought_in_on=day,
        brought_in_by=actor.name,
        source=source[: Proposal._meta.get_field("source").max_length],
        track=Track.SESSION if in_track(facts.received_on, facts.session) else Track.BETWEEN,
        lead_unit=facts.lead_unit,
    )
    for name in (
        "title", "term", "session", "proposer", "proposer_type", "collective", "member", "organ", "background",
        "analysis", "survey", "number", "serial", "category", "route", "received_on", "filed_on", "assigned_on",
        "answer_due_on", "answered_on",
    ):  # fmt: skip
        setattr(proposal, name, getattr(facts, name))
    proposal.examined_on = facts.examined_on or facts.filed_on
    proposal.closed_on = facts.closed_on or facts.ended_on
    proposal.outcome = facts.route
    if facts.reply is not None:
        proposal.round = FIRST_ROUND
        proposal.first_answered_on = facts.answered_on
        proposal.result_class, proposal.result_neutral = facts.reply.result_class, facts.reply.neutral
    if not proposal.serial:
        sequence = f"{PAST_SEQUENCE}-{facts.received_on.year}"
        proposal.serial = next_number(proposal, "proposals.past_serial", sequence, facts.received_on)
    return proposal


def _belongings(proposal: Proposal, actor: Actor, facts: PastProposal) -> None:
    for number, text in enumerate(facts.recommendations, 1):
        Recommendation(proposal=proposal, number=number, text=text, **_own(proposal, actor)).save()
    for code in facts.grounds:
        GroundChosen(proposal=proposal, code=code, **_own(proposal, actor)).save()
    for order, member in enumerate(facts.cosigners, 1):
        day = facts.received_on
        row = CoSignature(
            proposal=proposal, member=member, order=order, invited_on=day, decided_on=day, **_own(proposal, actor)
        )
        engine.bring_in(row, actor, state=SignState.SIGNED, on=day, member=member.person.name)
    assignment = None
    for unit, role in [(facts.lead_unit, UnitRole.LEAD), *((unit, UnitRole.CO) for unit in facts.co_units)]:
        if unit is not None:
            made = _assignment(proposal, actor, facts, unit, role)
            assignment = made if role == UnitRole.LEAD else assignment
    if facts.reply is not None and assignment is not None:
        _reply(proposal, actor, facts, facts.reply, assignment)
    if facts.rating is not None and facts.rated_on is not None:
        attitude, result = facts.rating
        Rating(
            proposal=proposal, member=facts.member, round=FIRST_ROUND, attitude=attitude, result=result,
            rated_on=facts.rated_on, **_own(proposal, actor),
        ).save()  # fmt: skip


def _own(proposal: Proposal, actor: Actor) -> dict[str, Any]:
    return {"committee_id": proposal.committee_id, "created_at": actor.at}


def _assignment(proposal: Proposal, actor: Actor, facts: PastProposal, unit: Any, role: UnitRole) -> Assignment:
    day = facts.assigned_on or facts.filed_on or facts.ended_on
    row = Assignment(proposal=proposal, unit=unit, role=role, assigned_on=day, signed_on=day, **_own(proposal, actor))
    ended = facts.answered_on or facts.ended_on
    return engine.bring_in(row, actor, state=AssignState.DONE, on=ended, unit=unit.name, role=str(role.label))


def _reply(proposal: Proposal, actor: Actor, facts: PastProposal, given: PastReply, assignment: Assignment) -> None:
    """The answer; a promise hangs on its first recommendation, or on the whole where none is on record."""
    reply = Reply(
        proposal=proposal, assignment=assignment, round=FIRST_ROUND, document=given.document, text=given.text,
        result_class=given.result_class, signer=given.signer, answered_on=given.answered_on,
        digest=digest(given.text) if given.text else "", points_count=len(facts.promises), **_own(proposal, actor),
    )  # fmt: skip
    reply.save()
    first = Recommendation.objects.live().filter(proposal=proposal).order_by("number").first()
    for one in facts.promises:
        point = ReplyPoint(
            reply=reply, recommendation=first, unit=one.unit, promise_text=one.text, promise_due=one.due,
            **_own(proposal, actor),
        )  # fmt: skip
        point.save()
        promise = Promise(
            proposal=proposal, point=point, unit=one.unit, text=one.text, made_on=given.answered_on,
            first_promised_for=one.due, promised_for=one.due, checked_on=one.checked_on, **_own(proposal, actor),
        )  # fmt: skip
        on = one.checked_on or given.answered_on
        engine.bring_in(promise, actor, state=VERDICTS[one.verdict], on=on, unit=one.unit.name, until=one.due)
