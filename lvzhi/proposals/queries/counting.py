"""Rows of figures. Dates are stored columns, so that a period is an index range."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q

from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.proposals.models import (
    Assignment,
    Contact,
    GroundChosen,
    Leading,
    Promise,
    Rating,
    Reply,
    ReturnAsked,
)
from lvzhi.proposals.queries.reading import Rows, live
from lvzhi.proposals.vocabulary import AssignState, Grade, Neutral, PromiseState, State, UnitRole

TOP_RANK = "top"
ADVICE = "advice"


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


def units_handed(scope: Scope, period: Period) -> list[tuple[int, str]]:
    """Units with a hand-over of the period, by name."""
    rows = hand_overs(scope, period).order_by("unit__name").values_list("unit_id", "unit__name")
    return list(rows.distinct())


def hand_overs(scope: Scope, period: Period) -> Rows:
    """Hand-overs of the period that stand: each proposal once for each unit that holds it (R1.123)."""
    rows = Assignment.objects.live().within(scope).filter(proposal__voided_at=None)
    rows = rows.exclude(state__in=[AssignState.REPLACED, AssignState.STOPPED])
    return rows.filter(proposal__assigned_on__range=(period.start, period.end)).select_related("unit", "proposal")


def lead_hand_overs(scope: Scope, period: Period) -> Rows:
    """Those in which the unit leads."""
    return hand_overs(scope, period).filter(role=UnitRole.LEAD)


def answering(unit: str, proposal: str) -> Rows:
    """Hand-overs that make a unit answer, as lead or separately, over an outer row's proposal."""
    rows = Assignment.objects.filter(proposal=OuterRef(proposal), unit_id=unit, voided_at=None)
    return rows.filter(role__in=ANSWERS).exclude(state__in=[AssignState.REPLACED, AssignState.STOPPED])


ANSWERS = (UnitRole.LEAD, UnitRole.SEPARATE)


def answered_by(unit: str) -> Q:
    """The condition that a unit answers for a proposal."""
    return Q(Exists(answering(unit, "pk")))


def rated_unit(unit: str) -> Q:
    """The condition that a rating is of a proposal that the unit answers for."""
    return Q(Exists(answering(unit, "proposal_id")))


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


def answered_face(scope: Scope, period: Period) -> Rows:
    """Proposals first answered in the period, with at least one talk that counts as face to face (R1.117)."""
    talks = Contact.objects.filter(proposal=OuterRef("pk"), face=True, voided_at=None)
    return answered(scope, period).filter(Exists(talks))


def answered_solved(scope: Scope, period: Period) -> Rows:
    """Proposals first answered in the period whose class stands for solved (R1.90, R1.120)."""
    return answered(scope, period).filter(result_neutral=Neutral.SOLVED)


def answered_classed(scope: Scope, period: Period) -> Rows:
    """Proposals first answered in the period that have a class (R1.119)."""
    return answered(scope, period).exclude(result_class="")


def first_ratings(scope: Scope, period: Period) -> Rows:
    """Ratings of the first round, by the day of rating, whatever came after (R1.96)."""
    rows = Rating.objects.live().within(scope)
    rows = rows.filter(round=1, proposal__voided_at=None, rated_on__range=(period.start, period.end))
    return rows.select_related("proposal", "member__person")


def first_pleased(scope: Scope, period: Period) -> Rows:
    """Those of the first round whose result is at least basically satisfying."""
    return first_ratings(scope, period).filter(result__in=[Grade.SATISFIED, Grade.BASICALLY])


def answers(scope: Scope, period: Period) -> Rows:
    """Answers given in the period, of every round and unit (R1.118)."""
    rows = Reply.objects.live().within(scope).filter(pending=False, proposal__voided_at=None)
    return rows.filter(answered_on__range=(period.start, period.end))


def answers_approved(scope: Scope, period: Period) -> Rows:
    """Those that a unit's head approved."""
    return answers(scope, period).exclude(approver="")


def _promises(scope: Scope) -> Rows:
    return Promise.objects.live().within(scope).filter(proposal__voided_at=None)


def promises_made(scope: Scope, period: Period) -> Rows:
    """Promises made in the period (R1.102)."""
    return _promises(scope).filter(made_on__range=(period.start, period.end))


def promises_open(scope: Scope, period: Period) -> Rows:
    """Promises made by the end of the period on which no verdict stands yet."""
    open_states = [PromiseState.OPEN, PromiseState.RESCHEDULED]
    return _promises(scope).filter(made_on__lte=period.end, state__in=open_states)


def promises_kept(scope: Scope, period: Period) -> Rows:
    """Promises found kept in the period (R1.101)."""
    return _promises(scope).filter(state=PromiseState.KEPT, checked_on__range=(period.start, period.end))


def returns_in(scope: Scope, period: Period) -> Rows:
    """Refusals of units asked for in the period (R1.57)."""
    rows = ReturnAsked.objects.live().within(scope).filter(proposal__voided_at=None)
    return rows.filter(asked_on__range=(period.start, period.end))
