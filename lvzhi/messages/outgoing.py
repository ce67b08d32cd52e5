"""What leaves the house: queued with the message, sent by a worker, by day, once, and only while it still matters.

A delivery is marked as being sent and committed before its letter is handed over. A worker that dies in between leaves
one of which nobody knows whether it went; it is never sent again (decision 36): the inbox holds the message anyway.
"""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import F, QuerySet

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.jobs import actions as jobs
from lvzhi.messages import channels, codes, letters, norms
from lvzhi.messages.models import Delivery, Message, Way
from lvzhi.messages.settling import settle_over
from lvzhi.messages.vocabulary.outside import JOB, Fate
from lvzhi.norms import value
from lvzhi.norms.calendars import calendar_of

KIND: Final = "messages.out"
AT_ONCE: Final = 100  # deliveries looked at together
_BATCH: Final = 500
log = logging.getLogger(__name__)


def queue(uids: Sequence[UUID], renewed: Sequence[int], code: str, now: datetime) -> None:
    """Let messages just written leave by the channels their readers chose; a renewed one again, if it went before."""
    opened = channels.opened()
    if not opened:
        return
    rows = Message.objects.filter(uid__in=uids) | Message.objects.filter(pk__in=renewed)
    held = {one.account_id: one for one in rows.select_related("account")}
    sort = codes.sort_of(code)
    again = set(renewed) if sort in (sort.DUE, sort.TODO) else set()
    known = set(Delivery.objects.filter(message__in=renewed, ended_at=None).values_list("message_id", "channel"))
    made = []
    for way in Way.objects.filter(account__in=held, channel__in=opened):
        message = held[way.account_id]
        fresh = message.pk not in set(renewed) or (message.pk in again and (message.pk, way.channel) not in known)
        place = message.committee_id or message.account.committee_id
        if sort in way.sorts and fresh and place is not None:
            entry = Delivery(message=message, channel=way.channel, times=message.times, committee_id=place, due_at=now)
            made.append(entry)
    Delivery.objects.bulk_create(made, batch_size=_BATCH, ignore_conflicts=True)


def is_night(place: Committee, at: datetime) -> bool:
    """Whether nothing may leave the house, however urgent."""
    day, hour = clock.as_day(at), at.astimezone(clock.ZONE).hour
    return hour >= int(value(norms.QUIET_FROM, place, day)) or hour < int(value(norms.QUIET_UNTIL, place, day))


def is_rest(place: Committee, at: datetime) -> bool:
    """Whether only what is urgent may leave."""
    day = clock.as_day(at)
    return not value(norms.REST_DAYS, place, day) and not calendar_of(place).is_working(day)


def waiting(place: Committee, at: datetime) -> QuerySet[Delivery]:
    """Deliveries of the committee that may leave at the moment."""
    rows = Delivery.objects.filter(committee=place, ended_at=None, fate=Fate.WAITING, due_at__lte=at)
    if is_night(place, at):
        return rows.none()
    if is_rest(place, at):
        rows = rows.filter(message__code__in=[code for code in codes.registered() if codes.is_urgent(code)])
    return rows.select_related("message__account").order_by("message__account_id", "channel", "pk")


def ask(actor: Actor) -> int:
    """Put a job into the queue for each committee where something may leave; returns how many deliveries wait there."""
    count = 0
    open_ones = Delivery.objects.filter(ended_at=None).values("committee")
    for place in Committee.objects.filter(pk__in=open_ones).order_by("path"):
        found = waiting(place, actor.at).count()
        if found:
            jobs.ask(actor, KIND, {}, committee=place, title=JOB, key=str(place.uid))
            count += found
    return count


@dataclass(frozen=True, slots=True)
class Round:
    """One run over what waits in a committee.

    Args:
        job: number of the job that runs it. writing: a transaction that only this worker comes through.
        tell: how far it is.
    """

    place: Committee
    job: UUID
    writing: Callable[[], AbstractContextManager[None]]
    tell: Callable[[int, int], None]

    def run(self) -> Counter[str]:
        """Send what may leave now; how many came to which end."""
        came: Counter[str] = Counter()
        at = clock.now()
        with self.writing():
            left = Delivery.objects.filter(committee=self.place, fate=Fate.SENDING, ended_at=None)
            came[Fate.UNCLEAR] += left.update(fate=Fate.UNCLEAR, reason="broken", ended_at=at)
        keys = list(waiting(self.place, at).values_list("pk", flat=True))
        for start in range(0, len(keys), AT_ONCE):
            self.tell(start, len(keys))
            came.update(self._several(keys[start : start + AT_ONCE]))
        return came

    def _several(self, keys: Sequence[int]) -> Counter[str]:
        came: Counter[str] = Counter()
        groups: dict[tuple[int, str], list[Delivery]] = defaultdict(list)
        with self.writing():
            rows = list(waiting(self.place, clock.now()).filter(pk__in=keys))
            ways = {(one.account_id, one.channel): one for one in Way.objects.filter(account__in=_accounts(rows))}
            over = settle_over(self.place, [row.message for row in rows])
            for row in rows:
                way = ways.get((row.message.account_id, row.channel))
                reason = _needless(row, way, over)
                if reason:
                    self._end(Delivery.objects.filter(pk=row.pk), Fate.DROPPED, reason)
                    came[Fate.DROPPED] += 1
                else:
                    groups[row.message.account_id, row.channel].append(row)
        for key, several in groups.items():
            came[self._send(ways[key], several)] += len(several)
        return came

    def _send(self, way: Way, rows: Sequence[Delivery]) -> Fate:
        """One letter with all that waits for a person by a channel. Taken in hand first, so that none goes twice."""
        mine = Delivery.objects.filter(pk__in=[row.pk for row in rows], ended_at=None)
        with self.writing():
            held = mine.filter(fate=Fate.WAITING).update(fate=Fate.SENDING, job=self.job, tries=F("tries") + 1)
        if held != len(rows):
            log.warning("%s of %s deliveries were no longer waiting", len(rows) - held, len(rows))
        in_hand = mine.filter(fate=Fate.SENDING, job=self.job)
        letter = letters.compose(self.place, [row.message for row in rows])
        try:
            channels.opened()[way.channel].back_end.send(way.address.reveal(), letter)
        except channels.NotSent as problem:
            log.warning("channel %s took nothing: %s", way.channel, problem)
            return self._again(in_hand)
        except Exception:
            log.exception("channel %s: nobody knows whether it went", way.channel)
            return self._end(in_hand, Fate.UNCLEAR, "broken")
        return self._end(in_hand, Fate.SENT)

    def _again(self, rows: QuerySet[Delivery]) -> Fate:
        now = clock.now()
        most, pause = int(value(norms.TRIES, self.place)), timedelta(minutes=int(value(norms.PAUSE, self.place)))
        for row in rows:
            if row.tries >= most:
                self._end(Delivery.objects.filter(pk=row.pk), Fate.FAILED, "tries")
            else:
                Delivery.objects.filter(pk=row.pk).update(fate=Fate.WAITING, due_at=now + pause * row.tries)
        return Fate.FAILED

    @staticmethod
    def _end(rows: QuerySet[Delivery], fate: Fate, reason: str = "") -> Fate:
        rows.update(fate=fate, reason=reason, ended_at=clock.now())
        return fate


def _accounts(rows: Sequence[Delivery]) -> set[int]:
    return {row.message.account_id for row in rows}


def _needless(row: Delivery, way: Way | None, over: set[int]) -> str:
    """Why it need not leave any more; empty where it should."""
    message = row.message
    checks: tuple[tuple[str, Any], ...] = (
        ("done", message.pk in over),
        ("read", message.read_at is not None),
        ("closed", not message.account.is_active),
        ("channel", row.channel not in channels.opened()),
        ("unwanted", way is None or codes.sort_of(message.code) not in way.sorts),
    )
    return next((reason for reason, holds in checks if holds), "")
