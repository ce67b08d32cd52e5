"""Letters to whoever follows: one that asks to confirm, one with all that changed; by day, once (decision 36).

A row is marked and committed before its letter is handed over. Only where the back end says that nothing left is the
mark taken back.
"""

from __future__ import annotations

import datetime as dt
import logging
import secrets
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.jobs import actions as jobs
from lvzhi.jobs.running import Work
from lvzhi.journal.lines import line
from lvzhi.messages import channels
from lvzhi.messages.channels import Letter
from lvzhi.messages.outgoing import is_night, is_rest
from lvzhi.portal import following, norms
from lvzhi.portal.following import JOB_KIND, MAIL, Now
from lvzhi.portal.kinds import Place
from lvzhi.portal.models import Follower
from lvzhi.portal.queries import place_of
from lvzhi.portal.vocabulary import CHANGED, CONFIRM, DIGEST, JOB, JOB_SAID, RESULT, Following

log = logging.getLogger(__name__)
Writing = Callable[[], AbstractContextManager[None]]


def ask(actor: Actor) -> int:
    """Put a job into the queue for each committee where something is due; returns for how many."""
    count = 0
    for committee in Committee.objects.filter(pk__in=Follower.objects.values("committee")).order_by("path"):
        if _is_due(committee):
            jobs.ask(actor, JOB_KIND, {}, committee=committee, title=JOB, key=str(committee.uid))
            count += 1
    return count


def _is_due(committee: Committee) -> bool:
    now = clock.now()
    round_ = Round(committee)
    if round_.over().exists():
        return True
    if is_night(committee, now):
        return False
    asked = Follower.objects.filter(committee=committee, standing=Following.ASKED).exists()
    return asked or bool(round_.changed())


def run(work: Work) -> str:
    """The job: what is over goes, who asked is written to, who follows is told."""
    came = Round(work.job.committee).run(work.actor, work.writing)
    return JOB_SAID.format(asked=came["asked"], told=came["told"], ended=came["ended"], failed=came["failed"])


@dataclass
class Round:
    """One run for a committee; what is public of each proposal is read once."""

    committee: Committee
    _now: dict[UUID, Now | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.place = _open(self.committee)
        if self.place is not None:
            followed = Follower.objects.filter(committee=self.committee).order_by()
            for uid in set(followed.values_list("thing", flat=True)):
                self._now[uid] = following.now_of(self.place, uid)

    def over(self) -> QuerySet[Follower]:
        """Rows whose address is needed no more: never confirmed, or what they follow is not public any more."""
        rows = Follower.objects.filter(committee=self.committee)
        if self.place is None:
            return rows
        gone = [uid for uid, now in self._now.items() if now is None]
        hours = dt.timedelta(hours=norms.number(norms.HOURS, self.place))
        late = Q(standing=Following.ASKED, asked_at__lte=clock.now() - hours)
        return rows.filter(Q(thing__in=gone) | late | Q(standing=Following.SENT, ends_at__lte=clock.now()))

    def changed(self) -> dict[str, list[Follower]]:
        """By address what it has not been told of; not who had a letter lately."""
        if self.place is None or MAIL not in channels.opened() or is_rest(self.committee, clock.now()):
            return {}
        since = clock.now() - dt.timedelta(hours=norms.number(norms.PAUSE, self.place))
        rows = Follower.objects.filter(committee=self.committee, standing=Following.CONFIRMED)
        late = set(rows.filter(told_at__gt=since).values_list("mark", flat=True))
        found: dict[str, list[Follower]] = defaultdict(list)
        for row in rows.order_by("pk"):
            now = self._now.get(row.thing)
            if now is not None and now.mark != row.seen and row.mark not in late:
                found[row.mark].append(row)
        return found

    def run(self, actor: Actor, writing: Writing) -> Counter[str]:
        """All of it; how many came to which end."""
        came: Counter[str] = Counter()
        with writing():
            over = self.over()
            count = over.count()
            if count:
                with line(actor, "portal.follow_over", committee=self.committee, count=count):
                    came["ended"] = over.delete()[0]
        if self.place is None or MAIL not in channels.opened() or is_night(self.committee, clock.now()):
            return came
        for row in Follower.objects.filter(committee=self.committee, standing=Following.ASKED).order_by("pk"):
            came["asked" if self._confirming(row, writing) else "failed"] += 1
        for rows in self.changed().values():
            came["told" if self._telling(rows, writing) else "failed"] += 1
        if came["asked"] or came["told"]:
            with line(actor, "portal.follow_told", committee=self.committee, asked=came["asked"], told=came["told"]):
                pass
        return came

    def _confirming(self, row: Follower, writing: Writing) -> bool:
        """The letter that asks; its secret is kept as a hash alone."""
        place, token = self.place, secrets.token_urlsafe(32)
        now = following.now_of(place, row.thing) if place else None
        if place is None or now is None:
            return False
        hours = norms.number(norms.HOURS, place)
        mine = Follower.objects.filter(pk=row.pk)
        with writing():
            marked = mine.filter(standing=Following.ASKED).update(
                standing=Following.SENT, token=following.hashed(token), ends_at=clock.now() + dt.timedelta(hours=hours)
            )
        if not marked:
            return False
        link = row.base + reverse("portal:follow_confirm", args=[self.committee.code, token])
        facts = {"committee": self.committee.name, "title": now.values["title"], "hours": hours, "link": link}
        if self._send(row, Letter(*(one.format(**facts) for one in CONFIRM))):
            return True
        with writing():
            mine.filter(standing=Following.SENT).update(standing=Following.ASKED, token="", ends_at=None)
        return False

    def _telling(self, rows: Sequence[Follower], writing: Writing) -> bool:
        """One letter to an address with all that changed."""
        marked: list[Follower] = []
        with writing():
            for row in rows:
                if not self._is_news(row):
                    continue
                mine = Follower.objects.filter(pk=row.pk, standing=Following.CONFIRMED, seen=row.seen)
                if mine.update(seen=self._mark(row), told_at=clock.now()):
                    marked.append(row)
        if not marked:
            return False
        lines = "\n\n".join(self._line(row) for row in marked)
        facts = {"committee": self.committee.name, "count": len(marked), "lines": lines}
        if self._send(marked[0], Letter(*(one.format(**facts) for one in DIGEST))):
            return True
        with writing():
            for row in marked:
                mine = Follower.objects.filter(pk=row.pk, seen=self._mark(row))
                mine.update(seen=row.seen, told_at=row.told_at)
        return False

    def _is_news(self, row: Follower) -> bool:
        """Read again as the letter leaves: what was withdrawn meanwhile is told to nobody."""
        now = following.now_of(self.place, row.thing) if self.place else None
        self._now[row.thing] = now
        return now is not None and now.mark != row.seen

    def _mark(self, row: Follower) -> str:
        now = self._now[row.thing]
        return now.mark if now else ""

    def _line(self, row: Follower) -> str:
        """What everybody reads on the page, and the link by which this ends."""
        now = self._now[row.thing]
        shown: dict[str, Any] = now.values if now else {}
        leave = reverse("portal:follow_end", args=[self.committee.code, following.leaving(row)])
        result = RESULT.format(result=shown["result"]) if shown["result"] else ""
        return CHANGED.format(
            title=shown["title"], number=shown["number"], stage=shown["stage"], result=result,
            page=row.base + shown["url"], leave=row.base + leave,
        )  # fmt: skip

    @staticmethod
    def _send(row: Follower, letter: Letter) -> bool:
        """Whether it may have left: only where nothing did is it tried again."""
        try:
            channels.opened()[MAIL].back_end.send(row.address.reveal(), letter)
        except channels.NotSent as problem:
            log.warning("a letter to a follower was not taken: %s", type(problem).__name__)
            return False
        except Exception as problem:  # noqa: BLE001  reason: whatever it was, the letter may have left
            log.error("nobody knows whether a letter to a follower went: %s", type(problem).__name__)
        return True


def _open(committee: Committee) -> Place | None:
    """The committee's site, where it lets visitors follow; whether mail is on just now does not matter."""
    try:
        place = place_of(committee.code)
    except Missing:
        return None
    return place if norms.lets_follow(committee, place.day) else None
