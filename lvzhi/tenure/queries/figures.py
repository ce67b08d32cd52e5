"""The rows behind the room's figures."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import DateField, Q, QuerySet, Value

from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period
from lvzhi.people.models import Membership, holds
from lvzhi.tenure.models import Case, Change, Nominee
from lvzhi.tenure.vocabulary.states import MOVING, STANDING_CHANGES, ChangeKind, SelectionState, Standing

Rows = QuerySet[Any]
BESIDE = ("committee", "decided_at", "organ", "old_organ")


def day_of(period: Period) -> dt.date:
    """The day a stock is taken on."""
    return clock.until(period.end)


def _decided(scope: Scope, period: Period, *kinds: str) -> Rows:
    rows = Change.objects.live().within(scope).filter(
        kind__in=kinds, state__in=STANDING_CHANGES, decided_on__range=(period.start, period.end)
    )  # fmt: skip
    if scope.organ is not None:
        rows = rows.filter(Q(organ=scope.organ) | Q(old_organ=scope.organ) | Q(special=scope.organ))
    found: Rows = rows.select_related(*BESIDE).order_by("decided_on", "id")
    return found


def by_elections(scope: Scope, period: Period) -> Rows:
    """Members elected between two plenaries."""
    return _decided(scope, period, ChangeKind.BY_ELECTION)


def resignations(scope: Scope, period: Period) -> Rows:
    """Members who resigned."""
    return _decided(scope, period, ChangeKind.RESIGNATION)


def removals(scope: Scope, period: Period) -> Rows:
    """Members removed."""
    return _decided(scope, period, ChangeKind.REMOVAL)


def ended(scope: Scope, period: Period) -> Rows:
    """Tenures ended by a move or by death."""
    return _decided(scope, period, ChangeKind.MOVED, ChangeKind.DIED)


def moves(scope: Scope, period: Period) -> Rows:
    """Changes of sector and of special committee."""
    return _decided(scope, period, *MOVING)


def open_changes(scope: Scope, period: Period) -> Rows:
    """Changes proposed by the last day and not yet decided, refused or withdrawn on it."""
    day = day_of(period)
    end = clock.as_moment(day + dt.timedelta(days=1))
    rows = Change.objects.live().within(scope).filter(proposed_on__lte=day)
    pending = Q(state__in=("handed", "proposed", "heard"))
    later = ~pending & Q(decided_on=None, state_since__gte=end) | Q(decided_on__gt=day)
    if scope.organ is not None:
        rows = rows.filter(Q(organ=scope.organ) | Q(old_organ=scope.organ) | Q(special=scope.organ))
    found: Rows = rows.filter(pending | later).select_related(*BESIDE).order_by("proposed_on", "id")
    return found


def _cases(scope: Scope) -> Any:
    rows = Case.objects.live().within(scope).select_related("committee", "member__person")
    if scope.organ is not None:
        seats = Membership.objects.live().filter(organ=scope.organ, ends=None)
        rows = rows.filter(member__in=seats.values("member"))
    return rows.order_by("opened_on", "id")


def cases(scope: Scope, period: Period) -> Rows:
    """Absence cases opened in the period."""
    found: Rows = _cases(scope).filter(opened_on__range=(period.start, period.end))
    return found


def open_cases(scope: Scope, period: Period) -> Rows:
    """Absence cases that were open on the last day."""
    day = day_of(period)
    found: Rows = _cases(scope).filter(Q(closed_on=None) | Q(closed_on__gt=day), opened_on__lte=day)
    return found


def selected(scope: Scope, period: Period) -> Rows:
    """Members chosen in selections decided in the period."""
    rows = Nominee.objects.live().within(scope).filter(
        standing=Standing.CHOSEN, selection__state=SelectionState.DECIDED, selection__voided_at=None,
        selection__decided_on__range=(period.start, period.end),
    )  # fmt: skip
    if scope.organ is not None:
        rows = rows.filter(selection__organ=scope.organ)
    found: Rows = rows.select_related("committee", "selection__organ", "member__person", "organ")
    return found.order_by("selection__decided_on", "member__person__pinyin", "id")


def think_tank(scope: Scope, period: Period) -> Rows:
    """Members in tenure who belong to a think tank on the last day."""
    day = day_of(period)
    rows = Membership.objects.live().within(scope).filter(
        holds("", day), holds("member__", day), organ__kind=OrganKind.THINK_TANK, member__voided_at=None
    )  # fmt: skip
    if scope.organ is not None:
        rows = rows.filter(organ=scope.organ)
    found: Rows = rows.select_related("committee", "organ", "member__person").annotate(as_of=Value(day, DateField()))
    return found.order_by("committee_id", "member__person__pinyin", "id")
