"""Fixtures of the room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.reports.tests.desk import Desk
from lvzhi.reports.tests.small import TODAY, Small


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """A day after the small year."""
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Small:
    """The small county, once for a module."""
    with clock.at(TODAY):
        made: Small = keep(Small)
    return made


@pytest.fixture
def small(built: Small, own: Any) -> Small:
    """The small county, as a test may change it."""
    copied: Small = own(built)
    return copied


@pytest.fixture(scope="module")
def written(keep: Any) -> Desk:
    """The county with a report begun, once for a module."""
    with clock.at(TODAY):
        made: Desk = keep(Desk)
    return made


@pytest.fixture
def desk(written: Desk, own: Any) -> Desk:
    """The same, as a test may change it."""
    copied: Desk = own(written)
    return copied
