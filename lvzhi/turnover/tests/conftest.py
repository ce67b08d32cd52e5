from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.turnover.tests.hall import BUILT, TODAY, Hall


@pytest.fixture(scope="module")
def built(keep: Any) -> Hall:
    """Made once for a module."""

    def make() -> Hall:
        with clock.at(BUILT):
            return Hall()

    found: Hall = keep(make)
    return found


@pytest.fixture
def hall(built: Hall, own: Any) -> Iterator[Hall]:
    """The district on the second day of the new term."""
    with clock.at(TODAY):
        yield own(built)
