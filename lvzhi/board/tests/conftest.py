"""Fixtures of the room: a small county with a committee above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.board.tests.yard import TODAY, Yard
from lvzhi.deadlines import clock


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Yard:
    """The small county, once for a module."""
    with clock.at(TODAY):
        made: Yard = keep(Yard)
    return made


@pytest.fixture
def small(built: Yard, own: Any) -> Yard:
    """The small county, as a test may change it."""
    copied: Yard = own(built)
    return copied
