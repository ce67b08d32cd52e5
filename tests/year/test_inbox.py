"""What the scripted year put into inboxes, by role and month; what left: never at night, never for what was done."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.test import Client

from lvzhi.accounts.actors import actor_for
from lvzhi.deadlines import clock
from lvzhi.desk import waits
from lvzhi.desk.vocabulary import ASKING
from lvzhi.jobs.worker import Worker
from lvzhi.messages import actions, codes
from lvzhi.messages.backends import Recorder
from lvzhi.messages.models import Delivery, Message
from lvzhi.messages.vocabulary.outside import Fate, Sort
from lvzhi.workflow.duties import run_due
from tests.year import roles
from tests.year.district import Cast, opened
from tests.year.meter import _wide
from tests.year.roles import Role, Year
from tests.year.scenes import SCENES

HOURS = (23, 34)  # of the evening a scene ended, and of the morning after
NIGHT = (*range(20, 24), *range(8))


class Nights:
    """After each scene the clock runs on to the next day; letters leave when they may. Keeps what it saw."""

    def __init__(self) -> None:
        self.letters: list[tuple[dt.datetime, str]] = []
        self.apart: list[str] = []
        self.needless: list[str] = []
        self.unasked: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.last = 0

    def pass_by(self, at: dt.datetime) -> None:
        """The evening, the night and the morning after a scene."""
        for hour in HOURS:
            with clock.at(at.replace(hour=0) + dt.timedelta(hours=hour)):
                before, sent = len(Recorder.kept), set(self._sent())
                run_due()
                worker = Worker(name="year:0:a")
                while worker.once(beating=False):
                    pass
                addresses = [address for address, _ in Recorder.kept[before:]]
                self.letters += [(clock.now(), address) for address in addresses]
                self.apart += [one for one, count in Counter(addresses).items() if count > 1]
                self._judge([pk for pk in self._sent() if pk not in sent])

    @staticmethod
    def _sent() -> list[int]:
        return list(Delivery.objects.filter(fate=Fate.SENT).values_list("pk", flat=True))

    def _judge(self, sent: list[int]) -> None:
        for one in Delivery.objects.filter(pk__in=sent).select_related("message__committee"):
            message = one.message
            if message.code in codes.asked() and message.committee and waits.over(message.committee, [message]):
                self.needless.append(str(message))

    def look(self) -> None:
        """Whether what was just sent and asks for a step finds its reader with that step to take."""
        fresh = Message.objects.filter(pk__gt=self.last, code__in=ASKING).select_related("committee")
        for one in fresh:
            self.asked[one.code] += 1
            if one.committee and waits.over(one.committee, [one]):
                self.unasked[one.code] += 1
        self.last = max((one.pk for one in fresh), default=self.last)


@pytest.fixture
def nights(db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Nights]:
    settings.LVZHI_CHANNELS = {"mail": "lvzhi.messages.backends.Recorder"}
    Recorder.kept.clear()
    found = Nights()

    class Watched(Client):
        def post(self, *args: Any, **kwargs: Any) -> Any:
            answer = super().post(*args, **kwargs)
            found.look()
            return answer

    monkeypatch.setattr(roles, "Client", Watched)
    yield found
    Recorder.kept.clear()


class Passing(Year):
    """A year whose nights go by."""

    nights: Nights

    @contextmanager
    def on(self, month: int, day: int, scene: str = "", *, hour: int = 9) -> Iterator[None]:
        with super().on(month, day, scene, hour=hour):
            yield
            now = clock.now()
        self.nights.pass_by(now)


def lived(nights: Nights) -> Cast:
    """The year, with every login told of everything by e-mail."""
    district, year, cast = opened()
    year.__class__, year.nights = Passing, nights  # type: ignore[assignment, attr-defined]  # reason: a year already built goes on as one whose nights pass
    for account in district.accounts.values():
        actions.set_way(actor_for(account), account, "mail", f"{account.pk}@example.test", Sort.values)
    for scene in SCENES:
        scene(district, year, cast)
    return cast


def told(cast: Cast) -> str:
    """Messages by role and month, and what became of them outside."""
    titles = {role.account.pk: role.title for role in vars(cast).values() if isinstance(role, Role)}
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for account, sent, times in Message.objects.values_list("account_id", "sent_at", "times"):
        counts[titles.get(account, str(account))][sent.astimezone(clock.ZONE).month] += times
    lines = [_wide("role", 24) + "".join(str(month).rjust(5) for month in range(1, 13)) + "  all"]
    for title, months in sorted(counts.items()):
        lines.append(_wide(title, 24) + "".join(str(months[month] or "·").rjust(5) for month in range(1, 13))
                     + str(sum(months.values())).rjust(5))  # fmt: skip
    fates = Counter(Delivery.objects.values_list("fate", "reason"))
    return "\n".join([*lines, "", *(f"{fate} {reason}: {count}" for (fate, reason), count in sorted(fates.items()))])


@pytest.mark.long
def test_the_inbox_after_a_year(nights: Nights, record_property: Callable[[str, object], None]) -> None:
    cast = lived(nights)
    record_property("printed", told(cast))
    assert len(nights.letters) > 100
    assert [at for at, _ in nights.letters if at.astimezone(clock.ZONE).hour in NIGHT] == []
    assert nights.needless == []
    assert nights.apart == [], "two letters to one person at one time are not bundled"
    assert set(nights.asked) == set(ASKING), "a code that asks and never came in the year"
    assert nights.unasked == Counter(), "it came although its reader had no step to take"
    ends = Counter(Delivery.objects.values_list("fate", flat=True))
    assert ends[Fate.DROPPED] > 0
    assert ends[Fate.SENDING] == ends[Fate.UNCLEAR] == ends[Fate.FAILED] == 0
