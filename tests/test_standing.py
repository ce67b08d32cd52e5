"""Rows that files share stand for those that ask for the same, and for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.committee import actions
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.proposals.tests.people import MONDAY, builder
from tests.standing import Standing

MADE: list[str] = []


class Place:
    """A committee, and what a test might do to the instance."""

    name, code = "甲县政协", "ONE"

    def __init__(self) -> None:
        MADE.append(self.name)
        self.row = actions.create(builder(), name=self.name, code=self.code, level="county")
        self.marks: list[str] = []


class Beside(Place):
    """Another."""

    name, code = "乙县政协", "TWO"


@pytest.fixture
def standing(db: None) -> Iterator[Standing]:
    MADE.clear()
    made = Standing()
    yield made
    made.cut(0)
    if made.around is not None:
        made.around.__exit__(None, None, None)


def names() -> set[str]:
    return set(Committee.objects.values_list("name", flat=True))


def test_the_next_file_is_given_what_stands_as_it_was_made(standing: Standing) -> None:
    first = standing.ask(0, Place)
    first.marks.append("as a test left it")
    second = standing.ask(0, Place)
    assert (MADE, names()) == (["甲县政协"], {"甲县政协"})
    assert (second.row.pk, second.marks) == (first.row.pk, [])


def test_who_asks_for_something_else_finds_nothing_of_the_first(standing: Standing) -> None:
    standing.ask(0, Place)
    standing.ask(1, Beside)
    assert names() == {"甲县政协", "乙县政协"}
    standing.ask(0, Place)  # a file that asks for the first alone
    assert names() == {"甲县政协"}
    standing.ask(0, Beside)
    assert names() == {"乙县政协"}
    assert MADE == ["甲县政协", "乙县政协", "乙县政协"]


def test_another_moment_and_a_function_of_the_file_are_made_anew(standing: Standing) -> None:
    def here() -> Any:
        return Place()

    with clock.at(MONDAY):
        standing.ask(0, Place)
    standing.ask(0, Place)
    standing.ask(0, here)
    standing.ask(0, here)
    assert len(MADE) == 4
    assert names() == {"甲县政协"}


def test_what_fails_to_be_made_leaves_nothing(standing: Standing) -> None:
    def broken() -> None:
        Place()
        raise ValueError("halfway")

    standing.ask(0, Beside)
    with pytest.raises(ValueError, match="halfway"):
        standing.ask(1, broken)
    assert names() == {"乙县政协"}
