"""One window from an empty database to the comparison of what people hold with what stands there."""

from __future__ import annotations

import re
import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from bench.load import Burst
from bench.peak.ways import Window, clerk, member, officer
from bench.place import Installation
from bench.servers import Server

CLERKS, OFFICERS = 20, 100
STACK = 512 * 1024  # bytes: four hundred people wait most of the time


@dataclass
class Outcome:
    """What a window came to."""

    minutes: float
    people: dict[str, int]
    burst: dict[str, Burst]
    seconds: float
    used: float
    faults: list[str] = field(default_factory=list)
    met: int = 0
    server_log: str = ""

    def table(self) -> str:
        """p50, p95, p99 in milliseconds for each kind of request, and how many a second."""
        lines = [f"{'':<16}{'n':>7}{'p50':>8}{'p95':>8}{'p99':>8}  ms"]
        for kind, burst in sorted(self.burst.items()):
            at = [burst.at(share) for share in (0.5, 0.95, 0.99)]
            lines.append(f"{kind:<16}{len(burst.times):>7}" + "".join(f"{one:>8.0f}" for one in at))
        number = sum(len(one.times) for one in self.burst.values())
        lines.append(
            f"{self.people}, window {self.minutes:g} min, all done in {self.seconds:.0f} s: {number} requests, "
            f"{number / self.seconds:.1f} a second; the server used {self.used:.0f} s of processor time; "
            f"{self.met} times somebody else was quicker; "
            f"{len(self.faults)} faults"
        )
        return "\n".join(lines)


@contextmanager
def database(server: str) -> Iterator[str]:
    """A database of its own, which goes again."""
    import psycopg

    name = f"lvzhi_peak_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True, connect_timeout=5) as connection:
        connection.execute(f'create database "{name}"')
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(f'drop database if exists "{name}" with (force)')


def run(server: str, minutes: float, members: int) -> Outcome:
    """Build, serve, let everyone in, compare.

    Args:
        server: address of a PostgreSQL server on which a database may be made.
        minutes: length of the window.
        members: how many hand in; clerks and officers in proportion to three hundred.
    """
    share = members / 300
    clerks, officers = max(1, round(CLERKS * share)), max(1, round(OFFICERS * share))
    with database(server) as address, tempfile.TemporaryDirectory(prefix="lvzhi-peak-") as folder:
        place = Installation("peak", Path(folder), address)
        facts = place.run("bench.peak.build", members, clerks, officers)
        with Server("peak", "lvzhi.config.wsgi:application", place, "/accounts/login") as served:
            window = Window(served.port, facts, minutes * 60)
            _everyone(window)
            used = served.used()
        seconds = time.monotonic() - window.began
        found = place.run("bench.peak.found")
        return Outcome(
            minutes, {"members": members, "clerks": clerks, "officers": officers},
            {kind: Burst(times, seconds) for kind, times in window.log.times.items()}, seconds, used,
            faults=[*window.log.faults, *compared(window, found)], met=len(window.log.met),
            server_log=(place.folder / "peak.log").read_text(encoding="utf-8"),
        )  # fmt: skip


def _everyone(window: Window) -> None:
    """Each person in a thread of their own."""
    ways: list[tuple[Callable[[Window, int, str], None], str]] = [
        (member, "members"), (clerk, "clerks"), (officer, "officers"),
    ]  # fmt: skip
    threading.stack_size(STACK)
    people = [
        threading.Thread(target=_one, args=(window, way, number, username))
        for way, whose in ways
        for number, username in enumerate(window.facts[whose])
    ]
    threading.stack_size(0)
    for person in people:
        person.start()
    for person in people:
        person.join()


def _one(window: Window, way: Callable[[Window, int, str], None], number: int, username: str) -> None:
    try:
        way(window, number, username)
    except Exception as problem:  # noqa: BLE001  # reason: whatever stops one person is a finding of the whole
        window.log.fault(f"{username}: {type(problem).__name__}: {problem}")


def compared(window: Window, found: dict[str, Any]) -> list[str]:
    """What people hold against what stands in the database; empty when all agrees."""
    faults = [f"journal: {sentence}" for sentence in found["journal"]]
    rows = found["proposals"]
    by_title = Counter(title for _, title, *_ in rows)
    by_uid = {uid: (title, state, serial, number, who) for uid, title, state, serial, number, who in rows}
    expected = window.facts["before"] + len(window.facts["members"])
    if len(rows) != expected:
        faults.append(f"{len(rows)} proposals stand there, {expected} were handed in")
    if len(window.receipts) != len(window.facts["members"]):
        faults.append(f"{len(window.receipts)} receipts for {len(window.facts['members'])} members")
    for held in window.receipts:
        title, state, serial, _, who = by_uid.get(held.address.split("/")[-2], ("", "", "", "", ""))
        if (title, serial, who) != (held.title, held.serial, held.username) or state == "draft":
            faults.append(f"{held} against {title, state, serial, who}")
        if by_title[held.title] != 1:
            faults.append(f"{held.title} stands there {by_title[held.title]} times")
    faults += _gaps("receipt", [row[3] for row in rows if row[3]], found["counters"])
    faults += _gaps("number", [row[4] for row in rows if row[4]], found["counters"])
    return faults + _steps(window, found)


def _gaps(name: str, given: list[str], counters: dict[str, int]) -> list[str]:
    """Running numbers must be 1, 2, 3, … each once, and end where a counter stands."""
    numbers = sorted(int(re.findall(r"\d+", one)[-1]) for one in given)
    if numbers != list(range(1, len(numbers) + 1)):
        return [f"{name}: not gapless and unique: {numbers}"]
    return [] if len(numbers) in counters.values() else [f"{name}: {len(numbers)} given, counters say {counters}"]


def _steps(window: Window, found: dict[str, Any]) -> list[str]:
    """Each step that a clerk was told is taken stands in the journal, and none stands there twice."""
    journal = Counter((uid, step) for uid, step in found["steps"])
    told = Counter((one.uid, one.step) for one in window.done)
    faults = [f"{key} stands {journal[key]} times in the journal, told {count} times"
              for key, count in told.items() if journal[key] != count]  # fmt: skip
    once = {"begin", "submit", "file", "refuse", "assign", "sign"}
    return faults + [f"{key} was taken {n} times" for key, n in journal.items() if key[1] in once and n > 1]
