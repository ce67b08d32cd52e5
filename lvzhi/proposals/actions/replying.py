"""Answers and ratings, round by round; every round is kept (R1.79–R1.96)."""

from __future__ import annotations

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.people.models import Member
from lvzhi.people.queries import member_of_account
from lvzhi.proposals.models import Assignment, CoSignature, Proposal, Rating
from lvzhi.proposals.queries import open_assignments, unrated
from lvzhi.proposals.vocabulary import AssignState, Grade, State, UnitRole
from lvzhi.workflow.declare import Taking


def check_class(taking: Taking) -> None:
    """Refuse a result class that the year's table lacks (R1.82–R1.90)."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    code = taking.answers["result_class"]
    if code not in {one.code for one in codes.codes("proposals.class", proposal.committee_id, day)}:
        raise Refusal("proposals.class_unknown", field="result_class", letter=code, year=day.year)


def check_co_opinions(taking: Taking) -> None:
    """The lead unit answers only when every co-unit has given its opinion (R1.73)."""
    proposal: Proposal = taking.record
    assignment: Assignment = taking.answers["assignment"]
    if assignment.role != UnitRole.LEAD or proposal.round > 0:
        return
    missing = [row.unit.name for row in open_assignments(proposal).filter(role=UnitRole.CO, opinion_on=None)]
    if missing:
        raise Refusal("proposals.co_opinion_missing", units="、".join(missing))


def check_rounds(taking: Taking) -> None:
    """Refuse a further round beyond the norm; the proposal committee explains and closes (R1.95)."""
    proposal: Proposal = taking.record
    most = int(norms.value("proposals.rehandle_rounds", proposal.committee_id, clock.as_day(taking.at)))
    if proposal.state == State.REHANDLING and proposal.round > most:
        raise Refusal("proposals.rounds_over", rounds=most)


def rate(taking: Taking) -> None:
    """Effect of 评价: one form of one signatory; closes when all have rated, reopens on dissatisfaction (R1.28, R1.93).

    Silence never counts as a rating (R1.95).
    """
    proposal: Proposal = taking.record
    answers = taking.answers
    day = clock.as_day(taking.at)
    member = member_of_account(taking.actor.account_id, proposal.committee_id, day) or _signed_as(taking)
    grade = Grade(answers["result"])
    if Grade.DISSATISFIED in {grade, Grade(answers["attitude"])} and not answers.get("reason", "").strip():
        raise Refusal("proposals.reason_missing", field="reason")
    Rating(
        proposal=proposal,
        committee_id=proposal.committee_id,
        member=member,
        round=proposal.round,
        attitude=answers["attitude"],
        result=grade,
        reason=answers.get("reason", "").strip(),
        rated_on=day,
        created_at=taking.at,
    ).save()
    taking.goes_to = _after_rating(proposal, grade, taking)
    if taking.goes_to == State.CLOSED:
        proposal.closed_on = day
    # The grades stay out of the journal's sentence: the unit reads the timeline while the round is open.
    taking.facts |= {"who": taking.actor.name, "round": proposal.round}


def _signed_as(taking: Taking) -> Member | None:
    """As whom somebody signed who is no member any more; None for a collective body (R1.91)."""
    proposal: Proposal = taking.record
    account = taking.actor.account_id
    if account is None or proposal.collective:
        return None
    if proposal.member is not None and proposal.member.person.account_id == account:
        return proposal.member
    rows = CoSignature.objects.live().filter(proposal=proposal, member__person__account_id=account)
    signed = rows.select_related("member").first()
    return signed.member if signed is not None else None


def _after_rating(proposal: Proposal, grade: Grade, taking: Taking) -> str:
    most = int(norms.value("proposals.rehandle_rounds", proposal.committee_id, clock.as_day(taking.at)))
    bad = Rating.objects.live().filter(proposal=proposal, round=proposal.round, result=Grade.DISSATISFIED)
    if unrated(proposal) > 0:
        return State.ANSWERED
    if bad.exists() and proposal.round <= most:
        _reopen(proposal, taking)
        return State.REHANDLING
    return State.CLOSED


def _reopen(proposal: Proposal, taking: Taking) -> None:
    """The answering units have it again."""
    from lvzhi.workflow import engine

    for row in open_assignments(proposal).filter(state=AssignState.DONE, role__in=[UnitRole.LEAD, UnitRole.SEPARATE]):
        engine.follow(row, "reopen", taking)
