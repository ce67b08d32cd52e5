"""The rows behind the room's figures."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import F, Q, QuerySet

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period
from lvzhi.regulations.models import Matter, Regulation, Version
from lvzhi.regulations.queries.book import between, on_day
from lvzhi.regulations.vocabulary.states import REPLIED, REPORTED, RegulationState

Rows = QuerySet[Any]


def day_of(period: Period) -> dt.date:
    """The day a stock is taken on."""
    return clock.until(period.end)


def _rules(scope: Scope) -> Rows:
    rows: Rows = Regulation.objects.live().within(scope).select_related("organ", "committee").order_by("id")
    return rows if scope.organ is None else rows.filter(organ=scope.organ)


def issued(scope: Scope, period: Period) -> Rows:
    """Rules of which a version was issued in the period."""
    return between(_rules(scope), period.start, period.end)


def made(scope: Scope, period: Period) -> Rows:
    """Rules of which the first version was issued in the period."""
    return between(_rules(scope), period.start, period.end, Q(number=1))


def revised(scope: Scope, period: Period) -> Rows:
    """Rules of which a later version was issued in the period."""
    return between(_rules(scope), period.start, period.end, Q(number__gt=1))


def drafted(scope: Scope, period: Period) -> Rows:
    """Versions begun in the period."""
    rows: Any = Version.objects.live().within(scope).filter(regulation__voided_at=None)
    if scope.organ is not None:
        rows = rows.filter(regulation__organ=scope.organ)
    rows = rows.filter(begun_on__range=(period.start, period.end))
    found: Rows = rows.defer("text").select_related("regulation__organ", "committee").order_by("begun_on", "id")
    return found


def repealed(scope: Scope, period: Period) -> Rows:
    """Rules repealed from a day of the period on."""
    return _rules(scope).filter(state=RegulationState.REPEALED, repealed_from__range=(period.start, period.end))


def standing(scope: Scope, period: Period) -> Rows:
    """Rules in force on the last day."""
    return on_day(_rules(scope), day_of(period))


def _matters(scope: Scope) -> Any:
    rows: Any = Matter.objects.live().within(scope).select_related("organ", "committee")
    rows = rows if scope.organ is None else rows.filter(organ=scope.organ)
    return rows.defer("text", "answer_text", "followed").order_by("sent_on", "id")


def reported(scope: Scope, period: Period) -> Rows:
    """Matters sent in the period and not withdrawn."""
    found: Rows = _matters(scope).filter(state__in=sorted(REPORTED), sent_on__range=(period.start, period.end))
    return found


def asked(scope: Scope, period: Period) -> Rows:
    """Those of them for which an answer is wanted."""
    return reported(scope, period).filter(until__isnull=False)


def answered(scope: Scope, period: Period) -> Rows:
    """Those of them that were answered."""
    return asked(scope, period).filter(state__in=sorted(REPLIED))


def in_time(scope: Scope, period: Period) -> Rows:
    """Those of them that were answered by the day wanted."""
    return answered(scope, period).filter(answered_on__lte=F("until"))


def waiting(scope: Scope, period: Period) -> Rows:
    """Matters sent up to the last day whose answer was wanted and had not come by then."""
    day = day_of(period)
    rows = _matters(scope).filter(state__in=sorted(REPORTED), until__isnull=False, sent_on__lte=day)
    found: Rows = rows.filter(Q(answered_on=None) | Q(answered_on__gt=day))
    return found


def of_list(scope: Scope, period: Period) -> Rows:
    """Matters of the yearly list sent in the period."""
    return reported(scope, period).exclude(item="")
