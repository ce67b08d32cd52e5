"""Who gets a notice, who has read it, and when and where in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lvzhi.activities.models import Activity, ActivityPlace, Leave, Participant, Sitting
from lvzhi.activities.vocabulary import NO_PLACE, PAUSE, SPAN, Half, PlaceRole
from lvzhi.deadlines import clock
from lvzhi.messages.queries import readings
from lvzhi.people.models import Post, holds
from lvzhi.people.vocabulary import PostKind
from lvzhi.ui import formats

INVITATION = "activities.invitation"


def accounts_of(activity: Activity) -> list[int]:
    """Accounts of those on the list who have one."""
    rows = Participant.objects.live().filter(activity=activity, person__account__isnull=False)
    return list(rows.values_list("person__account_id", flat=True))


def account_of(leave: Leave) -> int | None:
    """The account of the one who asks for leave."""
    person = leave.participant.person
    return person.account_id if person is not None else None


def chairman_accounts(committee_id: int) -> list[int]:
    """The account of the committee's chairman, where there is one."""
    rows = Post.objects.live().filter(
        holds("", clock.today()), committee_id=committee_id, kind=PostKind.CHAIRMAN, person__account__isnull=False
    )
    return list(rows.values_list("person__account_id", flat=True))


def unread_accounts(activity: Activity) -> list[int]:
    """Those on the list to whom the notice went and who have not opened it."""
    read = readings(activity.uid, INVITATION)
    return [account for account in accounts_of(activity) if account in read and read[account] is None]


def when_and_where(activity: Activity) -> tuple[str, str]:
    """Day and half day, and the place, as a notice says them."""
    first = Sitting.objects.live().filter(activity=activity).order_by("starts", "number").first()
    venue = (
        ActivityPlace.objects.live().filter(activity=activity, role=PlaceRole.VENUE).order_by("number", "id").first()
        or ActivityPlace.objects.live().filter(activity=activity).order_by("number", "id").first()
    )
    place = first.place if first is not None and first.place else venue.name if venue is not None else ""
    return moment_of(activity, first), place or NO_PLACE


def moment_of(activity: Activity, first: Sitting | None) -> str:
    """The days of an activity, with the time or the half day of one that is over in a day."""
    day = formats.day(activity.held_on)
    if activity.ends_on != activity.held_on:
        return SPAN.format(starts=day, ends=formats.day(activity.ends_on))
    if first is None:
        return day
    return f"{day} {time_of(first)}"


def time_of(sitting: Sitting) -> str:
    """The time of a sitting where it was given, otherwise its half day."""
    if not sitting.timed:
        return str(Half(sitting.half).label)
    return clock_time(sitting.starts)


def clock_time(moment: datetime) -> str:
    """Hours and minutes where the house stands."""
    from django.utils.timezone import localtime

    return localtime(moment).strftime("%H:%M")


@dataclass(frozen=True)
class Receipts:
    """How a notice was received: how many of the list got it, read it, cannot log in."""

    sent: int
    read: int
    unread: tuple[str, ...]
    without: tuple[str, ...]
    told: int

    @property
    def unread_words(self) -> str:
        """Names of those who have not opened it."""
        return PAUSE.join(self.unread)


def receipts(activity: Activity, participants: Iterable[Any]) -> Receipts:
    """The receipts of a notice over the list as loaded with persons. One query."""
    read = readings(activity.uid, INVITATION)
    sent = seen = told = 0
    unread: list[str] = []
    without: list[str] = []
    for row in participants:
        if row.uninvited:
            continue
        account = row.person.account_id if row.person is not None else None
        if account in read:
            sent += 1
            if read[account] is not None:
                seen += 1
            else:
                unread.append(row.name)
        elif row.told_on is not None:
            told += 1
        else:
            without.append(row.name)
    return Receipts(sent, seen, tuple(unread), tuple(without), told)
