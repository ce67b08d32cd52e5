"""The rows behind the room's figures."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, DateField, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from lvzhi import norms
from lvzhi.committee.queries import organs_of
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period
from lvzhi.party.models import Body, Deed, Meeting, Presence, Seat
from lvzhi.party.norms import DEEDS
from lvzhi.party.queries.rhythm import DAY, missing, rhythm
from lvzhi.party.vocabulary import BodyKind, DeedState, MeetingState, Post
from lvzhi.people.models import holds
from lvzhi.people.queries import affiliated, members_on, staff_on
from lvzhi.people.vocabulary import CPC

Rows = QuerySet[Any]


def day_of(period: Period) -> dt.date:
    """The day a stock is taken on."""
    return clock.until(period.end)


def _bodies(scope: Scope) -> Any:
    rows = Body.objects.live().within(scope).select_related("organ", "above", "committee")
    return (rows if scope.organ is None else rows.filter(organ=scope.organ)).order_by("committee_id", "id")


def bodies_in(scope: Scope, period: Period) -> Rows:
    """Organisations that stood on any day of the period."""
    found: Rows = _bodies(scope).filter(Q(ends=None) | Q(ends__gte=period.start), starts__lte=period.end)
    return found


def _standing(scope: Scope, period: Period, *kinds: str) -> Rows:
    found: Rows = _bodies(scope).filter(holds("", day_of(period)), kind__in=kinds)
    return found


def branches(scope: Scope, period: Period) -> Rows:
    """Branches that stand on the last day."""
    return _standing(scope, period, BodyKind.BRANCH)


def committee_branches(scope: Scope, period: Period) -> Rows:
    """Those of them that belong to a special committee."""
    return branches(scope, period).filter(organ__kind=OrganKind.SPECIAL_COMMITTEE)


def general_branches(scope: Scope, period: Period) -> Rows:
    """General branches that stand on the last day."""
    return _standing(scope, period, BodyKind.GENERAL)


def groups(scope: Scope, period: Period) -> Rows:
    """Party groups that stand on the last day."""
    return _standing(scope, period, BodyKind.PARTY_GROUP, BodyKind.AGENCY_GROUP)


def without_secretary(scope: Scope, period: Period) -> Rows:
    """Branches that nobody leads on the last day."""
    led = Seat.objects.live().filter(holds("", day_of(period)), body=OuterRef("pk"), post=Post.SECRETARY)
    return branches(scope, period).exclude(Exists(led))


def party_members(scope: Scope, period: Period) -> Rows:
    """Members in tenure on the last day who are Party members then."""
    day = day_of(period)
    rows: Rows = members_on(scope, day).filter(affiliated(CPC, day)).select_related("person", "committee")
    return rows.order_by("committee_id", "person__pinyin", "pk")


def _placed(day: dt.date) -> Exists:
    rows = Seat.objects.live().filter(
        holds("", day), holds("body__", day), person=OuterRef("person"), body__committee=OuterRef("committee"),
        body__kind=BodyKind.BRANCH, body__voided_at=None,
    )  # fmt: skip
    return Exists(rows)


def seated(scope: Scope, period: Period) -> Rows:
    """Those of them who sit in a branch."""
    day = day_of(period)
    rows = party_members(scope, period).filter(_placed(day))
    dated: Rows = rows.annotate(as_of=Value(day, DateField()))  # a line of a file asks for the seat of that day
    return dated


def unseated(scope: Scope, period: Period) -> Rows:
    """Those of them who sit in none."""
    return party_members(scope, period).exclude(_placed(day_of(period)))


def unseated_staff(scope: Scope, period: Period) -> Rows:
    """Agency staff who are Party members on the last day and sit in no branch."""
    day = day_of(period)
    rows: Rows = staff_on(scope, day).filter(affiliated(CPC, day)).exclude(_placed(day))
    return rows.select_related("person", "committee").order_by("committee_id", "person__pinyin", "pk")


def special_committees(scope: Scope, period: Period) -> Rows:
    """Special committees that stand on the last day."""
    day = day_of(period)
    rows: Rows = organs_of(scope, OrganKind.SPECIAL_COMMITTEE).filter(holds("", day))
    return rows.select_related("committee").order_by("committee_id", "code", "pk")


def _has_branch(day: dt.date) -> Exists:
    return Exists(Body.objects.live().filter(holds("", day), organ=OuterRef("pk"), kind=BodyKind.BRANCH))


def with_branch(scope: Scope, period: Period) -> Rows:
    """Those of them that have a branch."""
    return special_committees(scope, period).filter(_has_branch(day_of(period)))


def without_branch(scope: Scope, period: Period) -> Rows:
    """Those of them that have none."""
    return special_committees(scope, period).exclude(_has_branch(day_of(period)))


def meetings(scope: Scope, period: Period) -> Rows:
    """Meetings, themed days and lectures held in the period."""
    rows = Meeting.objects.live().within(scope).filter(state=MeetingState.HELD)
    rows = rows.filter(held_on__range=(period.start, period.end), body__voided_at=None)
    if scope.organ is not None:
        rows = rows.filter(body__organ=scope.organ)
    found: Rows = rows.select_related("body", "committee").order_by("held_on", "id")
    return found


def behind(scope: Scope, period: Period) -> Rows:
    """Organisations of which something was required in the period that is not on record."""
    end = min(period.end, clock.today() - DAY)
    rows = _bodies(scope).filter(Q(ends=None) | Q(ends__gte=period.start), starts__lte=end)
    found = list(rows)
    slots = rhythm(found, period.start, end) if found and end >= period.start else {}
    found_behind = [key for key, several in slots.items() if missing(several)]
    return rows.filter(pk__in=found_behind)  # type: ignore[no-any-return]  # reason: the stubs lose the methods of an inherited manager


def double_life(scope: Scope, period: Period) -> Rows:
    """Leaders who came to a meeting of their own branch."""
    rows = Presence.objects.live().within(scope).filter(
        leader=True, meeting__state=MeetingState.HELD, meeting__voided_at=None, meeting__body__kind=BodyKind.BRANCH,
        meeting__held_on__range=(period.start, period.end),
    )  # fmt: skip
    if scope.organ is not None:
        rows = rows.filter(meeting__body__organ=scope.organ)
    found: Rows = rows.select_related("meeting__body", "person", "committee").order_by("meeting__held_on", "id")
    return found


def deeds(scope: Scope, period: Period) -> Rows:
    """Confirmed deeds of the period."""
    rows = Deed.objects.live().within(scope).filter(state=DeedState.CONFIRMED)
    rows = rows.filter(done_on__range=(period.start, period.end))
    if scope.organ is not None:
        rows = rows.filter(body__organ=scope.organ)
    found: Rows = rows.select_related("body", "person", "committee").order_by("done_on", "id")
    return found


def _counted(scope: Scope, period: Period) -> tuple[Rows, Q]:
    """Party members with the number of their deeds, and who has as many as the own committee wants."""
    done = Deed.objects.live().filter(
        state=DeedState.CONFIRMED, done_on__range=(period.start, period.end), person=OuterRef("person"),
        committee=OuterRef("committee"),
    )  # fmt: skip
    number = done.order_by().values("person").annotate(number=Count("pk")).values("number")
    rows = party_members(scope, period).annotate(
        deeds=Coalesce(Subquery(number, output_field=IntegerField()), Value(0))
    )
    enough = Q(pk__in=())
    for wanted, places in norms.by_value(DEEDS, scope.ids(), day_of(period)).items():
        enough |= Q(committee_id__in=places, deeds__gte=int(wanted))
    return rows, enough


def doers(scope: Scope, period: Period) -> Rows:
    """Party members who did as many deeds as is wanted."""
    rows, enough = _counted(scope, period)
    return rows.filter(enough)


def not_doers(scope: Scope, period: Period) -> Rows:
    """Party members who did fewer."""
    rows, enough = _counted(scope, period)
    return rows.exclude(enough)
