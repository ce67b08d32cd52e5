"""The journal of the demonstration data: sound as built, and whatever is done to it behind its back is named."""

from __future__ import annotations

import sqlite3

import pytest

from tests.demo_site import Installation

FAULTS = {
    "a line altered": "update journal_entry set actor_name = '别人' where seq = 1000",
    "a line removed": "delete from journal_entry where seq = 1000",
    "the tail cut": "delete from journal_entry where seq > (select max(seq) - 3 from journal_entry)",
    "a line appended": "",
    "a record changed": "update proposals_proposal set state = 'closed' where state = 'handling'",
    "a record removed": "delete from proposals_rating where id = (select max(id) from proposals_rating)",
}


def columns(database: sqlite3.Connection) -> list[str]:
    return [row[1] for row in database.execute("pragma table_info(journal_entry)")]


def test_the_journal_is_sound_as_built(demo: Installation) -> None:
    done = demo.run("verify-journal")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_done_behind_its_back_is_named(demo_copy: Installation, fault: str) -> None:
    with sqlite3.connect(demo_copy.folder / "lvzhi.sqlite3") as database:
        statement = FAULTS[fault]
        if fault == "a line appended":
            names = [name for name in columns(database) if name != "id"]
            values = ", ".join("seq + 1" if name == "seq" else f'"{name}"' for name in names)
            listed = ", ".join(f'"{name}"' for name in names)
            statement = (
                f"insert into journal_entry ({listed}) select {values} from journal_entry order by seq desc limit 1"
            )
        assert database.execute(statement).rowcount != 0
    done = demo_copy.run("verify-journal")
    assert done.returncode == 1, done.stdout + done.stderr
    if fault in {"a line altered", "a line removed"}:
        assert "1000" in done.stdout.replace(",", "")
