"""Rows of figures. Dates are stored columns, so that a period is an index range."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q

from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.proposals.models import (
    GroundChosen,
    Leading,
    Rating,
)
from lvzhi.proposals.queries.reading import Rows, live
from lvzhi.proposals.vocabulary import Grade, State

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
