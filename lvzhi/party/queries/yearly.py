"""The rows behind the figures of appraisals, contact points and lists of duties."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from lvzhi import norms
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.party.models import Appraised, ContactPoint, Duty, PointVisit, Seat
from lvzhi.party.norms import VISITS
from lvzhi.party.queries.figures import day_of
from lvzhi.party.queries.leading import leaders
from lvzhi.party.vocabulary import AppraisalState, BodyKind, DutyState, Form
from lvzhi.people.models import Affiliation, holds
from lvzhi.people.vocabulary import CPC

Rows = QuerySet[Any]


def appraised(scope: Scope, period: Period) -> Rows:
    """Members graded in an appraisal whose meeting was in the period and that is confirmed."""
    rows = Appraised.objects.live().within(scope).filter(
        appraisal__state=AppraisalState.CONFIRMED, appraisal__voided_at=None,
        appraisal__meeting__held_on__range=(period.start, period.end),
    )  # fmt: skip
    rows = rows.exclude(grade="")
    if scope.organ is not None:
        rows = rows.filter(appraisal__body__organ=scope.organ)
    found: Rows = rows.select_related("appraisal__body", "appraisal__meeting", "committee", "person")
    return found.order_by("appraisal__meeting__held_on", "appraisal_id", "id")


def seats(scope: Scope, period: Period) -> Rows:
    """Places in fixed and temporary branches on the last day: who is to be appraised."""
    day = day_of(period)
    rows = (
        Seat.objects.live()
        .within(scope)
        .filter(holds("", day), holds("body__", day), body__kind=BodyKind.BRANCH, body__voided_at=None)
    )
    rows = rows.exclude(body__form=Form.FUNCTIONAL)
    if scope.organ is not None:
        rows = rows.filter(body__organ=scope.organ)
    found: Rows = rows.select_related("body", "person", "committee").order_by("body_id", "person__pinyin", "id")
    return found


def _graded(period: Period) -> Exists:
    rows = Appraised.objects.live().filter(
        appraisal__state=AppraisalState.CONFIRMED, appraisal__voided_at=None, committee=OuterRef("committee"),
        appraisal__meeting__held_on__range=(period.start, period.end), person=OuterRef("person"),
    )  # fmt: skip
    return Exists(rows.exclude(grade=""))


def seats_appraised(scope: Scope, period: Period) -> Rows:
    """Those of them who were."""
    return seats(scope, period).filter(_graded(period))


def not_appraised(scope: Scope, period: Period) -> Rows:
    """Those of them who were not."""
    return seats(scope, period).exclude(_graded(period))


def points(scope: Scope, period: Period) -> Rows:
    """Contact points that stand on the last day."""
    rows = ContactPoint.objects.live().within(scope).filter(holds("", day_of(period)), body__voided_at=None)
    if scope.organ is not None:
        rows = rows.filter(body__organ=scope.organ)
    found: Rows = rows.select_related("body", "person", "committee").order_by("committee_id", "person__pinyin", "id")
    return found


def visits(scope: Scope, period: Period) -> Rows:
    """Visits to contact points in the period."""
    rows = (
        PointVisit.objects.live()
        .within(scope)
        .filter(visited_on__range=(period.start, period.end), point__voided_at=None)
    )
    if scope.organ is not None:
        rows = rows.filter(point__body__organ=scope.organ)
    found: Rows = rows.select_related("point__body", "committee").order_by("visited_on", "id")
    return found


def _counted(scope: Scope, period: Period) -> tuple[Rows, Q]:
    """Points with the number of visits in the period, and which have as many as the own committee wants."""
    made = PointVisit.objects.live().filter(visited_on__range=(period.start, period.end), point=OuterRef("pk"))
    number = made.order_by().values("point").annotate(number=Count("pk")).values("number")
    rows = points(scope, period).annotate(made=Coalesce(Subquery(number, output_field=IntegerField()), Value(0)))
    wanted = norms.by_value(VISITS, scope.ids(), day_of(period))
    enough = [Q(committee_id__in=places, made__gte=int(number)) for number, places in wanted.items()]
    return rows, reduce(or_, enough, Q(pk__in=()))


def points_visited(scope: Scope, period: Period) -> Rows:
    """Points visited as often as is wanted."""
    rows, enough = _counted(scope, period)
    return rows.filter(enough)


def points_behind(scope: Scope, period: Period) -> Rows:
    """Points visited less often."""
    rows, enough = _counted(scope, period)
    return rows.exclude(enough)


def without_point(scope: Scope, period: Period) -> Rows:
    """Leaders in the Party who have no contact point on the last day, each once with the first of their posts."""
    day = day_of(period)
    mine = ContactPoint.objects.live().filter(
        holds("", day), committee=OuterRef("committee"), person=OuterRef("person")
    )
    party = Affiliation.objects.filter(
        Q(starts=None) | Q(starts__lte=day), Q(ends=None) | Q(ends__gte=day), person=OuterRef("person"), party=CPC
    )
    rows = leaders(scope, day).filter(Exists(party)).exclude(Exists(mine))
    other = leaders(scope, day).filter(
        person=OuterRef("person"), committee=OuterRef("committee"), pk__lt=OuterRef("pk")
    )
    found: Rows = rows.exclude(Exists(other)).select_related("person", "committee")
    return found.order_by("committee_id", "person__pinyin", "pk")


def duties(scope: Scope, period: Period) -> Rows:
    """Items of the lists of duties that are to be finished in the period."""
    rows = Duty.objects.live().within(scope).filter(finish_by__range=(period.start, period.end))
    found: Rows = rows.select_related("committee", "person").order_by("finish_by", "id")
    return found if scope.organ is None else found.none()


def duties_done(scope: Scope, period: Period) -> Rows:
    """Those of them that are done."""
    return duties(scope, period).filter(state=DutyState.DONE)


def duties_open(scope: Scope, period: Period) -> Rows:
    """Those of them that are not."""
    return duties(scope, period).exclude(state=DutyState.DONE)
