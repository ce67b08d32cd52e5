"""Fixtures of the room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lvzhi.deadlines import clock
from lvzhi.reports.tests.small import TODAY, Small


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """A day after the small year."""
    with clock.at(TODAY):
        yield


@pytest.fixture
def small(db: None) -> Small:
    """The small county."""
    return Small()
