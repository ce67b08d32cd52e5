"""A secret ballot against whoever holds everything that a disk ever held.

The attacker copies database, write-ahead log and folders after every vote and after the count, has the server's keys,
and in the end even both tellers' codes. What undoes secrecy is shown too: the urn's key copied while the ballot ran.
"""

from __future__ import annotations

import itertools
import json
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.demo_site import Installation

VOTERS = 16
ATTACKED = "lvzhi.sqlite3"

# Votes one after another on a database file whose log is never cleared; a copy of everything after each.
BALLOT = """
import json, shutil, sys
from pathlib import Path
from django.conf import settings
from django.db import connection
from lvzhi.config import tables
from lvzhi.deadlines import clock
tables.up_to_date()
from lvzhi.ballots.tests.booth import TODAY, Booth
folder = Path(settings.LVZHI_DATA)
def copy(name):
    for file in ("lvzhi.sqlite3", "lvzhi.sqlite3-wal", "secret.keys"):
        if (folder / file).exists():
            (COPIES / name).mkdir(parents=True, exist_ok=True)
            shutil.copy(folder / file, COPIES / name / file)
    if (folder / "urns").exists():
        shutil.copytree(folder / "urns", COPIES / name / "urns", dirs_exist_ok=True)
with clock.at(TODAY):
    booth = Booth(VOTERS)
    ballot = booth.opened(questions=("一", "二", "三", "四"))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_autocheckpoint=0")
    copy("opened")
    for number in range(VOTERS):
        booth.cast(ballot, number, *(1 + (number >> bit & 1) for bit in range(4)))
        copy(f"vote{number:02d}")
    booth.count(ballot, VOTERS)
    copy("counted")
    connection.close()
    copy("closed")
print(json.dumps({"uid": str(ballot.uid), "codes": [booth.codes["tang"], booth.codes["song"]]}))
"""
# What the attacker runs over a copy: peel off what the given keys open, and show the marks, or the bytes of each slip.
PEEL = """
import json
from pathlib import Path
from lvzhi.ballots import sealing
from lvzhi.ballots.models import Teller, Urn
from lvzhi.journal import secrets
urn = Urn.objects.select_related("ballot").get()
tellers = [bytes.fromhex(one.key) for one in Teller.objects.filter(ballot=urn.ballot)]
raw = secrets.open_bytes(urn.content, f"ballots.urn:{UID}")
slips = sealing.split(raw, sealing.slip_size(5, 2))
keys = {at: sealing.code_key(code, UID) for at, code in enumerate(CODES)}
found = {"content": urn.content, "slips": [slip.hex() for slip in slips], "marks": None}
try:
    found["marks"] = sorted(list(sealing.open_slip(one, tellers, keys, sealing.urn_key(UID))[1:]) for one in slips)
except (sealing.Unopenable, IndexError, ValueError):
    pass
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Held:
    """What the attacker holds."""

    copies: Path
    uid: str
    codes: tuple[str, ...]

    def names(self) -> list[str]:
        return [f"vote{number:02d}" for number in range(VOTERS)]

    def peel(self, name: str, codes: tuple[str, ...], *, urn_key: bool) -> dict[str, Any]:
        """Open what a copy lets one open."""
        folder = self.copies / f"{name}-peeled"
        shutil.copytree(self.copies / name, folder)
        if not urn_key:
            shutil.rmtree(folder / "urns")
        house = Installation(folder, f"sqlite:///{folder / ATTACKED}")
        try:
            done = house.python(f"UID, CODES = {self.uid!r}, {list(codes)!r}\n{PEEL}")
        finally:
            shutil.rmtree(folder)
        found: dict[str, Any] = json.loads(done)
        return found

    def rows(self, name: str, sql: str) -> list[tuple[Any, ...]]:
        """What a copy of the database answers."""
        with sqlite3.connect(self.copies / name / ATTACKED) as database:
            return database.execute(sql).fetchall()


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    folder, copies = tmp_path_factory.mktemp("voting"), tmp_path_factory.mktemp("copies")
    house = Installation(folder, f"sqlite:///{folder / ATTACKED}")
    head = f"from pathlib import Path\nCOPIES, VOTERS = Path({str(copies)!r}), {VOTERS}\n"
    made = json.loads(house.python(head + BALLOT).splitlines()[-1])
    return Held(copies, made["uid"], tuple(made["codes"]))


def counted(held: Held) -> list[int]:
    """Voters in the order in which their slips lie in the counted database."""
    rows = held.rows("closed", "SELECT choices FROM ballots_slip ORDER BY rowid")
    return [sum((mark - 1) << bit for bit, mark in enumerate(json.loads(choices))) for (choices,) in rows]


def test_counted_slips_lie_in_no_order_of_voting(held: Held) -> None:
    found = counted(held)
    assert sorted(found) == list(range(VOTERS))
    for known in (found, found[::-1]):
        near = sum(1 for one, other in itertools.pairwise(known) if other - one == 1)
        assert near < VOTERS // 2  # neighbours in voting are not neighbours here


def test_before_the_count_no_slip_stands_anywhere(held: Held) -> None:
    keys = [uid.replace("-", "") for (uid,) in held.rows("closed", "SELECT uid FROM ballots_slip")]
    assert len(keys) == VOTERS
    for name in held.names():
        assert held.rows(name, "SELECT count(*) FROM ballots_slip") == [(0,)]
        disk = b"".join(file.read_bytes() for file in sorted((held.copies / name).glob("lvzhi*")))
        assert not [key for key in keys if key.encode() in disk]


def test_one_vote_changes_every_byte_of_the_urn(held: Held) -> None:
    """No place in the urn shows which slip is new: not even two copies a vote apart, a line apart or a page apart."""
    contents = [held.rows(name, "SELECT content FROM ballots_urn")[0][0] for name in held.names()]
    for one, other in itertools.pairwise(contents):
        body, after = one.partition(":")[2], other.partition(":")[2]
        same = sum(1 for left, right in zip(body, after, strict=False) if left == right)
        assert same < len(body) / 16  # of 64 letters each meets its like by chance once in 64


def test_with_the_servers_keys_the_slips_stay_shut(held: Held) -> None:
    """The outer layer comes off; below it every slip is as long as every other and opens to nobody."""
    last = held.peel("vote15", (), urn_key=True)
    assert last["marks"] is None
    assert len(last["slips"]) == VOTERS
    assert len({len(slip) for slip in last["slips"]}) == 1
    one_teller = held.peel("vote15", (held.codes[0], held.codes[0]), urn_key=True)
    assert one_teller["marks"] is None


def test_after_the_count_even_both_codes_open_no_copy(held: Held) -> None:
    """The urn's key is gone from the disk; without it what was copied earlier stays shut for ever."""
    assert not list((held.copies / "closed").glob("urns/*"))
    assert held.peel("vote15", held.codes, urn_key=False)["marks"] is None


def test_what_is_not_protected(held: Held) -> None:
    """Whoever copied the urn's key during the ballot and has both tellers' codes sees who cast what, copy by copy.

    This is the limit that docs/decisions names; the test holds the attack above to be a real one.
    """
    first, second = (held.peel(name, held.codes, urn_key=True)["marks"] for name in ("vote02", "vote03"))
    assert [marks for marks in second if marks not in first] == [[2, 2, 1, 1]]


def test_log_and_freed_pages_hold_no_slip_apart_from_its_batch(held: Held) -> None:
    """In the write-ahead log every counted slip belongs to one and the same transaction."""
    keys = [uid.replace("-", "").encode() for (uid,) in held.rows("closed", "SELECT uid FROM ballots_slip")]
    assert len(commits(held.copies / "counted" / f"{ATTACKED}-wal", keys)) == 1
    opened = (held.copies / "counted" / ATTACKED).read_bytes()
    assert not [key for key in keys if key in opened]


def commits(wal: Path, wanted: list[bytes]) -> set[int]:
    """Numbers of the transactions in a write-ahead log whose pages hold any of the wanted bytes."""
    raw = wal.read_bytes()
    size = int.from_bytes(raw[8:12], "big")
    number, found = 0, set()
    for at in range(32, len(raw), size + 24):
        page = raw[at + 24 : at + 24 + size]
        if any(key in page for key in wanted):
            found.add(number)
        number += int.from_bytes(raw[at + 4 : at + 8], "big") > 0
    return found
