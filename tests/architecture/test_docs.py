"""docs/words.md and docs/rooms.md say what the code says."""

from __future__ import annotations

import re

import pytest

from tests.architecture import wordbook
from tests.architecture.allowances import DOORS
from tests.architecture.house import RECORD_DOORS, ROOT, floors_of, here, inside_of, records_of
from tests.architecture.wordbook import Word

PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
MAP = (ROOT / "docs" / "rooms.md").read_text(encoding="utf-8") if (ROOT / "docs" / "rooms.md").exists() else ""


def test_every_word_of_the_domain_stands_in_the_table() -> None:
    assert wordbook.faults(wordbook.words(), wordbook.kept()) == [], "run: python -m tests.architecture.wordbook"


@pytest.mark.parametrize(
    "stands",
    [
        [],
        [Word("records", "people.Member", "会员", "R0.1")],
        [Word("records", "people.Member", "委员", "")],
        [Word("records", "people.Member", "委员", "R0.1"), Word("records", "people.Elf", "精灵", "R0.1")],
    ],
)
def test_the_table_can_fail(stands: list[Word]) -> None:
    assert len(wordbook.faults([Word("records", "people.Member", "委员")], stands)) == 1


def test_a_word_without_chinese_fails() -> None:
    row = Word("records", "people.Member", "member", "R0.1")
    assert len(wordbook.faults([row], [row])) == 1


def test_the_map_has_every_floor_in_order() -> None:
    assert drawn(MAP) == [sorted(floor) for floor in reversed(floors_of(PYPROJECT))]


def drawn(text: str) -> list[list[str]]:
    """Floors of the drawing, top first."""
    block = text.split("```")[1]
    return [sorted(re.findall(r"[a-z]+", line.split("—")[0])) for line in block.strip().splitlines()[1:]]


def test_the_map_says_what_each_room_owns_and_its_doors() -> None:
    rows = {row[1]: (row[2], row[3]) for row in re.finditer(r"^\| `([a-z]+)` \| (.+?) \| (.*?) \|$", MAP, re.MULTILINE)}
    assert sorted(rows) == sorted(room for floor in floors_of(PYPROJECT) for room in floor)
    told = {room: set(re.findall(r"`([a-z_]+)`", doors)) for room, (_, doors) in rows.items() if room in here().rooms}
    extra = {room: set(DOORS.get(room, {})) for room in told}
    assert told == extra


def test_the_map_has_every_file_of_a_room_of_record() -> None:
    missing = [name for name in [*inside_of(PYPROJECT), *RECORD_DOORS] if f"`{name}`" not in MAP]
    assert missing == []
    assert [room for room in records_of(PYPROJECT) if f"`{room}`" not in MAP] == []


def test_every_room_has_its_readme() -> None:
    missing = [room for room in here().rooms - {"config", "demo"} if not (ROOT / "lvzhi" / room / "README.md").exists()]
    assert missing == []
