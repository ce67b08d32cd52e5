"""Any order, repetition, loss and late delivery leave both sides equal; a killed process loses and doubles nothing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lvzhi.access import Refusal
from lvzhi.journal.verify import verify
from lvzhi.relay import actions, tasks
from lvzhi.relay.models import Incoming, Outgoing, Peer, Post
from lvzhi.relay.tests.shores import Shore

pytestmark = pytest.mark.sqlite_only
Two = tuple[Shore, Shore]
ONCE = [Phase.explicit, Phase.generate]  # a failure is long enough without being made shorter
# which side does what: posts a new note, posts a newer version, packs; a file of its pile is taken by the other side
# (and stays in the pile, to be taken again, or never)
WAYS = ["post", "revise", "refusable", "pack", "deliver", "lose"]
DEEDS = st.lists(
    st.tuples(st.booleans(), st.sampled_from(WAYS), st.integers(0, 50)),
    min_size=5,
    max_size=30,
)  # fmt: skip


WRONG = 3


class Course:
    """What happened between two sides."""

    def __init__(self, two: Two) -> None:
        self.two = two
        self.piles: tuple[list[bytes], list[bytes]] = ([], [])
        self.notes: tuple[list[Any], list[Any]] = ([], [])
        self.versions: dict[Any, int] = {}
        self.carried: tuple[dict[str, int], dict[str, int]] = ({}, {})

    def do(self, side: int, deed: str, which: int) -> None:
        """One thing that happens."""
        shore, pile, notes = self.two[side], self.piles[side], self.notes[side]
        if deed in ("post", "refusable"):
            text = "不办" if deed == "refusable" else f"便条{len(notes)}"
            uid = shore.post(text)
            notes.append(uid)
            self.versions[uid] = 1
            if deed == "post":
                self.carried[side][f"{text} 1"] = 1
        elif deed == "revise" and notes:
            uid = notes[which % len(notes)]
            self.versions[uid] += 1
            shore.post(f"改{uid.hex}", uid=uid, version=self.versions[uid])
            self.carried[side][f"改{uid.hex} {self.versions[uid]}"] = 1
        elif deed == "pack":
            self.pack(side)
        elif deed == "deliver" and pile:
            self.two[1 - side].take(pile[which % len(pile)])
        elif deed == "lose" and pile:
            pile.pop(which % len(pile))

    def pack(self, side: int) -> bool:
        """Make a package, where there is something to send."""
        try:
            self.piles[side].append(self.two[side].pack()[1])
        except Refusal as refusal:
            if refusal.code != "relay.nothing_to_send":
                raise
            return False
        return True

    def end(self) -> None:
        """Everything that was made comes in the end, the last first; what was lost is given out once more."""
        for _ in range(3):
            for side, shore in enumerate(self.two):
                while self.pack(side):
                    pass
                with shore.entered():
                    numbers = list(Outgoing.objects.order_by("-number").values_list("number", flat=True))
                for number in numbers:
                    self.two[1 - side].take(shore.again(number))

    def check(self) -> None:
        """Both sides hold what the other sent, each version carried out once, nothing parked, nothing unanswered."""
        for side, shore in enumerate(self.two):
            other = self.two[1 - side]
            assert {key: version for key, (version, _) in other.held().items()} == shore.sent()
            assert other.notes() == (self.carried[side] or other.notes())
            assert set(other.notes().values()) <= {1}
            with shore.entered():
                sent = Post.objects.filter(kind="test.note").exclude(package=None).count()
                undone = Post.objects.filter(kind="test.note", title="不办").count()
                assert not Outgoing.objects.filter(answer="waiting").exists()
                assert not Incoming.objects.filter(fate="parked").exists()
                assert verify() == []
            assert sum(other.notes().values()) == sent - undone


@given(deeds=DEEDS)
@settings(max_examples=12, deadline=None, phases=ONCE, suppress_health_check=list(HealthCheck), derandomize=True)
def test_any_order_repetition_loss_and_later_delivery(fresh: Callable[..., Two], deeds: list[Any]) -> None:
    course = Course(fresh())
    for side, deed, which in deeds:
        course.do(int(side), deed, which)
    course.end()
    course.check()


@pytest.mark.long
@given(deeds=DEEDS)
@settings(max_examples=150, deadline=None, phases=ONCE, suppress_health_check=list(HealthCheck))
def test_any_order_a_hundred_and_fifty_times(fresh: Callable[..., Two], deeds: list[Any]) -> None:
    course = Course(fresh())
    for side, deed, which in deeds:
        course.do(int(side), deed, which)
    course.end()
    course.check()


def _close(*shores: Shore) -> None:
    for shore in shores:
        shore.wrapper.close()


def killed(after: float, work: Callable[[], None]) -> bool:
    """Do the work in a process that is killed after so many seconds; whether it came to its end before."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001  reason: whatever it is, the parent is told by the exit code
            os._exit(WRONG)
        os._exit(0)
    time.sleep(after)
    done, status = os.waitpid(child, os.WNOHANG)
    assert done == 0 or os.waitstatus_to_exitcode(status) == 0
    if done == 0:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return False
    return True


def _sends(shore: Shore, drawer: Path) -> None:
    """Post, pack, put the file into the drawer, as a night job would."""
    with shore.entered() as actor:
        peer = Peer.objects.select_related("committee").get()
        for place in range(3):
            actions.post(actor, peer, "test.note", _uid(shore, place), _next(shore, place), {"text": f"便条{place}"})
            made = actions.pack(actor, peer)
            (drawer / f"{made.number:06d}.lvpkg").write_bytes(actions.give_out(actor, made))


def _uid(shore: Shore, place: int) -> Any:
    import uuid

    return uuid.uuid5(uuid.NAMESPACE_DNS, f"{shore.code}{place}")


def _next(shore: Shore, place: int) -> int:
    newest = Post.objects.filter(record_uid=_uid(shore, place)).order_by("-record_version").first()
    return newest.record_version + 1 if newest else 1


def _takes(shore: Shore, drawer: Path, chance: random.Random) -> None:
    """Take whatever lies in the drawer, in any order."""
    files = sorted(drawer.glob("*.lvpkg"))
    chance.shuffle(files)
    with shore.entered() as actor:
        for path in files:
            try:
                actions.take(actor, path)
            except Refusal as refusal:
                if refusal.code not in ("relay.truncated", "relay.altered", "relay.empty"):  # a file half copied
                    raise


def power_cuts(two: Two, folder: Path, tries: int, seed: int) -> int:
    """Kill the sender and the receiver at random points, again and again; how often a process was cut short."""
    below, above = two
    chance = random.Random(seed)
    drawer = folder / "drawer"
    drawer.mkdir()
    cut = 0
    before = connections["default"]
    for turn in range(tries):
        _close(below, above)
        own = random.Random(chance.random())
        work = (lambda: _sends(below, drawer)) if turn % 2 else (lambda own=own: _takes(above, drawer, own))
        cut += not killed(chance.uniform(0.002, 0.25), work)
    assert connections["default"] is before
    return cut


def _set_right(two: Two) -> None:
    """Afterwards: everything that is in the sender's books is given out again and taken; then both sides agree."""
    below, above = two
    with below.entered():
        numbers = list(Outgoing.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    with above.entered() as actor:
        tasks.take_ready(actor)
    for number in numbers:
        above.take(below.again(number))
    course = Course(two)
    course.end()
    course.check()


@pytest.mark.parametrize("tries", [20, pytest.param(200, marks=pytest.mark.long)])
def test_a_power_cut_loses_and_doubles_nothing(two: Two, tmp_path: Path, tries: int, record_property: Any) -> None:
    cut = power_cuts(two, tmp_path, tries, seed=tries)
    assert cut >= tries // 4
    record_property("printed", f"{cut} of {tries} processes were killed before their end")
    _set_right(two)


def test_what_was_left_parked_is_taken_by_the_clock(two: Two) -> None:
    below, above = two
    packages = []
    for text in "一二三":
        below.post(text)
        packages.append(below.pack()[1])
    above.take(packages[2])
    above.take(packages[1])
    with above.entered() as actor:
        opened = actions.opening.open_file(packages[0], [Peer.objects.get().committee], Peer.objects.get().committee_id)
        from lvzhi.relay.actions import taking

        taking._settle(actor, opened, "")  # the process dies here, before it looks for what was parked
    with above.entered() as actor:
        assert tasks.take_ready(actor) == 2
        assert tasks.take_ready(actor) == 0
    assert above.notes() == {f"{text} 1": 1 for text in "一二三"}


def test_bytes_nobody_speaks_of_are_swept(two: Two) -> None:
    below, above = two
    below.post("一", files=[actions.Enclosed("a.txt", b"attachment")])
    first = below.pack()[1]
    below.post("二", files=[actions.Enclosed("b.txt", b"waits")])
    below.post("三")
    with below.entered() as actor:
        stray = actions.packing.store.keep(b"of a killed process")
        for path in actions.packing.store.folder().glob("*/*"):
            os.utime(path, (0, 0))
            assert path.stat().st_mode & 0o077 == 0
        assert tasks.sweep(actor) == 2  # the stray, and the attachment that is in its package now
        assert not actions.packing.store.path_of(stray).exists()
    second = below.pack()[1]
    above.take(second)
    with above.entered() as actor:
        for path in actions.packing.store.folder().glob("*/*"):
            os.utime(path, (0, 0))
        assert tasks.sweep(actor) == 0  # parked
    above.take(first)
    assert above.notes() == {"一 1": 1, "二 1": 1, "三 1": 1}
    shutil.rmtree(below.folder / "relay")
    with pytest.raises(Refusal, match="找不到或已损坏"):
        below.again(1)
