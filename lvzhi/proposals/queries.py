"""Reads of proposals, scope first."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.proposals.models import Assignment, CoSignature, GroundChosen, Leading, Proposal, Rating
from lvzhi.proposals.vocabulary import AssignState, Grade, SignState, State, UnitRole

Rows = QuerySet[Any]
TOP_RANK = "top"
ADVICE = "advice"


def live(scope: Scope) -> Rows:
    """Proposals of the scope that are not voided."""
    return Proposal.objects.live().within(scope)


def for_list(scope: Scope) -> Rows:
    """Proposals with what a line of a list shows, in a fixed number of queries."""
    return live(scope).select_related("lead_unit", "session", "session__term").defer("background", "analysis", "survey")


def one(actor: Actor, uid: Any) -> Proposal:
    """The proposal of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    from lvzhi.proposals.rules import visible

    found = (
        Proposal.objects.filter(visible.rows(actor), uid=uid)
        .select_related("lead_unit", "session", "session__term", "member", "member__person", "organ", "committee", "term")
        .first()
    )
    if found is None:
        raise Missing("proposals.unknown")
    return found


def signed_members(proposal: Proposal) -> list[Any]:
    """First proposer and signed co-signers, the first proposer first (R1.3)."""
    signed = [
        row.member
        for row in CoSignature.objects.filter(proposal=proposal, state=SignState.SIGNED, voided_at=None).select_related(
            "member__person"
        )
    ]
    return ([proposal.member] if proposal.member is not None else []) + signed


def signatory_accounts(proposal: Proposal) -> list[int]:
    """Accounts of all who signed, for notices (R1.28)."""
    accounts = [member.person.account_id for member in signed_members(proposal)]
    return [account for account in accounts if account is not None]


def open_assignments(proposal: Proposal) -> Rows:
    """The hand-overs that stand, lead first."""
    return (
        Assignment.objects.filter(proposal=proposal, voided_at=None)
        .exclude(state=AssignState.REPLACED)
        .select_related("unit")
        .order_by("-role", "id")
    )


def lead_assignment(proposal: Proposal) -> Assignment | None:
    """The lead unit's hand-over, or None with separate units only."""
    found: Assignment | None = open_assignments(proposal).filter(role=UnitRole.LEAD).first()
    return found


def unrated(proposal: Proposal) -> int:
    """How many signatories have not rated the present round."""
    rated = Rating.objects.live().filter(proposal=proposal, round=proposal.round).count()
    return max(len(signed_members(proposal)) - rated, 0)


# Rows of figures. Dates are stored columns, so that a period is an index range.


def received(scope: Scope, period: Period) -> Rows:
    """Proposals received in the period, merged ones counted each (R1.46)."""
    return live(scope).filter(received_on__range=(period.start, period.end))


def filed(scope: Scope, period: Period) -> Rows:
    """Proposals put on file in the period."""
    return live(scope).filter(filed_on__range=(period.start, period.end))


def not_filed(scope: Scope, period: Period) -> Rows:
    """Proposals not filed, by the day of the decision."""
    return live(scope).filter(state=State.NOT_FILED, examined_on__range=(period.start, period.end))


def converted_advice(scope: Scope, period: Period) -> Rows:
    """Proposals not filed that went on as an opinion or suggestion (R1.42)."""
    return not_filed(scope, period).filter(route=ADVICE)


def handed_over(scope: Scope, period: Period) -> Rows:
    """Filed proposals handed over to units in the period."""
    return live(scope).filter(assigned_on__range=(period.start, period.end))


def answered(scope: Scope, period: Period) -> Rows:
    """Proposals first answered in the period."""
    return live(scope).filter(first_answered_on__range=(period.start, period.end))


def handed_over_answered(scope: Scope, period: Period) -> Rows:
    """Of those handed over in the period, the ones answered by its end (R1.113)."""
    return handed_over(scope, period).filter(first_answered_on__lte=period.end)


def due_handed_over(scope: Scope, period: Period) -> Rows:
    """Of those handed over in the period, the ones answered, or due by its end (R1.114)."""
    return handed_over(scope, period).filter(Q(first_answered_on__lte=period.end) | Q(answer_due_on__lte=period.end))


def answered_in_time(scope: Scope, period: Period) -> Rows:
    """Of those, the ones answered on or before the due day, extensions counted (R1.74, R1.114)."""
    return due_handed_over(scope, period).filter(first_answered_on__lte=F("answer_due_on"))


def key(scope: Scope, period: Period) -> Rows:
    """Proposals chosen as key ones in the period."""
    return live(scope).filter(is_key=True, key_on__range=(period.start, period.end))


def led_by(rank: str) -> Q:
    """The condition that someone of that rank leads the supervision."""
    leads = Leading.objects.filter(proposal=OuterRef("pk"), rank=rank, voided_at=None, ends=None)
    return Q(Exists(leads))


def led_by_top(scope: Scope, period: Period) -> Rows:
    """Key proposals whose supervision a top Party or government leader leads (R1.98)."""
    return key(scope, period).filter(led_by(TOP_RANK))


def with_ground(code: str) -> Q:
    """The condition that a ground of not filing was chosen."""
    return Q(Exists(GroundChosen.objects.filter(proposal=OuterRef("pk"), code=code, voided_at=None)))


def returned_ratings(scope: Scope, period: Period) -> Rows:
    """Ratings given on the last round of answer, by the day of rating (R1.115)."""
    return (
        Rating.objects.live()
        .within(scope)
        .filter(final=True, proposal__voided_at=None, rated_on__range=(period.start, period.end))
        .select_related("proposal", "member__person")
    )


def rated_result(scope: Scope, period: Period, *grades: Grade) -> Rows:
    """Those ratings whose grade of the result is one of these."""
    return returned_ratings(scope, period).filter(result__in=grades)


def rated_attitude(scope: Scope, period: Period, *grades: Grade) -> Rows:
    """Those ratings whose grade of the attitude is one of these."""
    return returned_ratings(scope, period).filter(attitude__in=grades)


def in_track(day: date, session: Any) -> bool:
    """Whether a proposal handed in on that day is a session proposal of that session (R1.7)."""
    return session is not None and bool(session.takes_on(day))
