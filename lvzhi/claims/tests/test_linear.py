"""Work grows with the length of a text, not faster: counted in steps of the interpreter, never in seconds."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib import import_module
from types import FrameType

import pytest

from lvzhi.claims import read

MODULES = (
    "against",
    "antecedents",
    "bare",
    "cleaning",
    "context",
    "exclusions",
    "grid",
    "lexicon_cues",
    "lexicon_page",
    "lexicon_tables",
    "lexicon_totals",
    "lines",
    "numerals",
    "phrases",
    "rates",
    "reader",
    "segments",
    "subjects",
    "tables",
    "thread",
)
HOSTILE = [
    "1",
    "1,234",
    "一",
    "万",
    "百千",
    "(",
    "区(qu ",
    "<",
    "<script",
    "“",
    "《",
    "30件",
    "1、",
    "立案30件，",
    "收到提案30件，\n",
    " ",
    "一分之",
    "率、",
    "（1）",
    "等",
    "的",
    "&",
    "\n",
    "区ā",
    "1.",
    "\t30",
    "提案\t30\n",
    "|30",
    "亿",
]


def steps(action: Callable[[], object]) -> int:
    """Calls of Python functions made by the action."""
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_length(unit: str) -> None:
    short, long = ("收到提案" + unit * times + "件，立案一件。" for times in (150, 1200))
    read(long)  # fills the caches
    few, many = steps(lambda: read(short)), steps(lambda: read(long))
    assert many <= 8 * few * 1.5 + 400


def test_a_megabyte_of_digits_is_one_number_set_aside() -> None:
    reading = read("收到提案" + "7" * 1_000_000 + "件。")
    assert reading.claims == ()
    assert len(reading.set_aside) == 1


def _patterns() -> list[tuple[str, str]]:
    found = []
    for name in MODULES:
        module = import_module(f"lvzhi.claims.{name}")
        found += [
            (f"{name}.{key}", value.pattern) for key, value in vars(module).items() if isinstance(value, re.Pattern)
        ]
    return found


@pytest.mark.parametrize(("name", "pattern"), _patterns(), ids=[n for n, _ in _patterns()])
def test_no_pattern_repeats_a_repetition_without_bound(name: str, pattern: str) -> None:
    """(x+)+ and its kin are what makes a pattern explode; none may stand here."""
    tree = re._parser.parse(pattern)
    assert not _nested(tree, inside=False), name


def _nested(tree: object, *, inside: bool) -> bool:
    for item in tree:
        op, argument = item
        if str(op) in ("MAX_REPEAT", "MIN_REPEAT"):
            _, high, body = argument
            endless = str(high) == "MAXREPEAT"
            if (endless and inside) or _nested(body, inside=inside or endless):
                return True
        elif str(op) == "BRANCH":
            if any(_nested(branch, inside=inside) for branch in argument[1]):
                return True
        elif str(op) in ("SUBPATTERN", "ATOMIC_GROUP", "ASSERT", "ASSERT_NOT"):
            nested = _nested(argument[-1], inside=inside)
            if nested:
                return True
    return False
