"""Fixtures of the room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.evaluation.tests.court import TODAY, Court


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """One day for all."""
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Court:
    """The committee with a rule set, once for a module."""
    with clock.at(TODAY):
        made: Court = keep(Court)
    return made


@pytest.fixture
def court(built: Court, own: Any) -> Court:
    """The same, as a test may change it."""
    copied: Court = own(built)
    return copied
