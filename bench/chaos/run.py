"""One database: people work, faults come one after another, and at the end what was acknowledged is looked for."""

from __future__ import annotations

import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bench.chaos.people import Notes, Over, Person, clerk, member
from bench.chaos.site import UP, Site, helper, shoot

FOLK, CLERKS = 5, 2  # who work at the same time
HELD = 2.5  # seconds a fault lasts that has a length
DONE = 3  # writes acknowledged between two faults, at least
BETWEEN = (0.3, 1.5)  # seconds of plain work between two faults
AHEAD = (-7200, -600, 7200, 108_000)  # seconds a clock is wrong by
JOBS_END = 240.0  # seconds in which what was asked in the background must be done once the faults are over


@dataclass
class Row:
    """One line of the table."""

    fault: str
    times: int = 0
    skipped: str = ""
    longest: float = 0.0  # seconds until the server was ready again


@dataclass
class Came:
    """What a run came to."""

    kind: str
    rows: list[Row]
    notes: Notes
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    journal: list[str] = field(default_factory=list)
    entries: int = 0
    seconds: float = 0.0
    log: str = ""

    @property
    def sound(self) -> bool:
        """Whether nothing was lost, doubled, broken or unsaid."""
        return not (self.lost or self.doubled or self.journal or self.notes.faults)


def _web(site: Site) -> None:
    found = site.processes()["web"]
    if found:
        shoot(random.choice(found))


def _server(site: Site) -> None:
    """Its clock is right again when it comes back."""
    site.ahead = 0
    site.kill()
    site.start()


def _worker(site: Site) -> None:
    """In the middle of a job: one is always in hand, there are more asked for than done."""
    for pid in site.processes()["worker"]:
        shoot(pid)


def _disk(site: Site) -> None:
    site.disk.fill()
    time.sleep(HELD)
    site.disk.free()
    site.database.mend()


def _cut(site: Site) -> None:
    site.database.cut(HELD)
    site.database.mend()


def _clock(site: Site) -> None:
    """The server begins again with another clock, and beside it works a worker with yet another."""
    site.ahead = random.choice(AHEAD)
    site.kill()
    site.start()
    with helper(site, random.choice(AHEAD)):
        time.sleep(HELD)


FAULTS: dict[str, Callable[[Site], None]] = {
    "kill -9 web process": _web,
    "kill -9 whole server": _server,
    "kill -9 job worker": _worker,
    "disk full": _disk,
    "database gone": _cut,
    "clock wrong": _clock,
}


def run(kind: str, times: int, say: Callable[[str], None]) -> Came:
    """All faults, each so many times.

    Args:
        kind: sqlite or postgresql.
        say: hears what is going on.
    """
    began = time.monotonic()
    with Site(kind) as site:
        facts = site.run("bench.chaos.build", FOLK, CLERKS)
        say(f"{kind}: built in {time.monotonic() - began:.0f} s")
        site.start()
        notes, over = Notes(), threading.Event()
        people = _people(site, facts, notes, over)
        try:
            rows = _faults(site, times, notes, say)
        finally:
            over.set()
            for one in people:
                one.join()
        found = _settled(site, notes)
        came = Came(kind, [*rows, Row("same form twice at once", notes.twice)], notes, log=site.log.name)
    came.journal, came.entries = found["journal"], found["entries"]
    _compared(came, found)
    came.seconds = time.monotonic() - began
    return came


def _people(site: Site, facts: dict[str, Any], notes: Notes, over: threading.Event) -> list[threading.Thread]:
    def goes(way: Any, username: str, number: int) -> None:
        person = Person(site.port, notes, over, username, facts["password"])
        while not over.is_set():
            try:
                way(person, number, random.Random(number))
            except Over:
                return
            except Exception as problem:  # noqa: BLE001  # reason: whatever stops one person is a finding
                notes.fault(f"{username}: {type(problem).__name__}: {problem}")

    asked = [(member, name, n) for n, name in enumerate(facts["members"])]
    asked += [(clerk, name, n) for n, name in enumerate(facts["clerks"])]
    people = [threading.Thread(target=goes, args=one, daemon=True) for one in asked]
    for one in people:
        one.start()
    return people


def _faults(site: Site, times: int, notes: Notes, say: Callable[[str], None]) -> list[Row]:
    rows = {name: Row(name) for name in FAULTS}
    if not site.disk.own:
        rows["disk full"].skipped = "no disk could be mounted"
    until = time.monotonic() + UP
    while notes.acknowledged <= FOLK:  # everyone is in before the first one
        if time.monotonic() > until:
            raise SystemExit(f"nobody gets anything done, see {site.log.name}: {notes.faults[:3]}")
        time.sleep(0.2)
    for turn in range(times):
        for name, do in FAULTS.items():
            row = rows[name]
            if row.skipped:
                continue
            _at_work(notes)
            do(site)
            began = time.monotonic()
            site.wait()
            row.times, row.longest = row.times + 1, max(row.longest, time.monotonic() - began)
        done = f"{notes.acknowledged} acknowledged, {len(notes.faults)} faults"
        say(f"{site.database.kind}: turn {turn + 1} of {times}, {done}")
    until = time.monotonic() + 60 * times
    while notes.twice < times and time.monotonic() < until:
        time.sleep(0.2)
    return list(rows.values())


def _at_work(notes: Notes) -> None:
    """Until people get something done again, so that each fault meets them at it."""
    time.sleep(random.uniform(*BETWEEN))
    before, until = notes.acknowledged, time.monotonic() + UP
    while notes.acknowledged < before + DONE and time.monotonic() < until:
        time.sleep(0.1)


def _settled(site: Site, notes: Notes) -> dict[str, Any]:
    """What stands there once the jobs are done, or when it is too late for them."""
    until = time.monotonic() + JOBS_END + 3 * len(notes.jobs)
    while True:
        site.wait()
        found: dict[str, Any] = site.run("bench.chaos.found")
        if all(outcome for _, outcome, *_ in found["jobs"]) or time.monotonic() > until:
            return found
        time.sleep(5)


def _compared(came: Came, found: dict[str, Any]) -> None:
    notes = came.notes
    stands = {uid: (title, state) for uid, title, state, _ in found["proposals"]}
    for uid, title in {**notes.saved, **notes.submitted}.items():
        if stands.get(uid, ("", ""))[0] != title:
            came.lost.append(f"{title} was saved")
    for uid, title in notes.submitted.items():
        if stands.get(uid, ("", "draft"))[1] == "draft":
            came.lost.append(f"{title} was handed in")
    by_title = Counter(title for _, title, *_ in found["proposals"] if title in notes.titles)
    came.doubled += [f"{title} stands {count} times" for title, count in by_title.items() if count > 1]
    steps = {(uid, step): count for uid, step, count in found["steps"]}
    came.lost += [f"step {step} of {uid}" for uid, step in notes.steps if not steps.get((uid, step))]
    once = {"begin", "submit", "file"}
    taken = [(uid, step, count) for (uid, step), count in steps.items() if step in once and count > 1]
    came.doubled += [f"step {step} of {uid}, {count} times" for uid, step, count in taken]
    _numbers(came, found)
    for username, texts in notes.kept.items():
        if found["drafts"].get(username, {}).get("analysis") not in texts:
            came.lost.append(f"draft of {username}")
    files = {(uid, digest): sound for _, uid, digest, sound in found["files"]}
    came.lost += [f"file of {uid}" for uid, digest in notes.files if not files.get((uid, digest))]
    came.lost += [f"bytes of {kind} {uid}" for kind, uid, _, sound in found["files"] if not sound]
    _jobs(came, found)


def _numbers(came: Came, found: dict[str, Any]) -> None:
    """Receipts are 1, 2, 3, … each once."""
    given = sorted(int(re.findall(r"\d+", serial)[-1]) for *_, serial in found["proposals"] if serial)
    came.doubled += [f"receipt {number}" for number, count in Counter(given).items() if count > 1]
    if given and given[-1] != len(set(given)):
        came.lost.append(f"receipts have gaps: {len(set(given))} up to {given[-1]}")


def _jobs(came: Came, found: dict[str, Any]) -> None:
    jobs = {uid: (outcome, ends) for uid, outcome, _, ends in found["jobs"]}
    files = Counter(uid for kind, uid, *_ in found["files"] if kind == "jobs.job")
    for uid, key in came.notes.jobs.items():
        outcome, ends = jobs.get(uid, ("", 0))
        if outcome != "ready" or not files[uid]:
            came.lost.append(f"job {key}: {outcome or 'open'}, {files[uid]} files")
        if ends > 1 or files[uid] > 1:
            came.doubled.append(f"job {key}: {ends} ends, {files[uid]} files")


def table(came: Came) -> str:
    """For a note."""
    notes = came.notes
    kinds = {"handed in": notes.submitted, "steps": notes.steps, "files": notes.files, "jobs": notes.jobs}
    told = ", ".join(f"{len(found)} {name}" for name, found in kinds.items())
    head = f"{came.kind}: {came.seconds:.0f} s, {notes.acknowledged} writes acknowledged ({told})"
    lines = [f"{head}, {came.entries} lines of the journal", f"{'fault':28}{'times':>7}{'ready again, longest':>24}"]
    lines += [f"{row.fault:28}{row.times:>7}{row.skipped or f'{row.longest:.1f} s':>24}" for row in came.rows]
    lines.append("answers: " + ", ".join(f"{key} {count}" for key, count in sorted(notes.answers.items())))
    lines += [f"  {count} x {said}" for said, count in notes.said.most_common(12)]
    for name, found in (("lost", came.lost), ("doubled", came.doubled), ("journal", came.journal),
                        ("answers that are none", notes.faults)):  # fmt: skip
        lines.append(f"{name}: {len(found)}" + "".join(f"\n  {one}" for one in found[:20]))
    return "\n".join(lines)
