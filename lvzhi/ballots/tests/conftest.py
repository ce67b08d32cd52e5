from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.ballots.tests.booth import TODAY, Booth
from lvzhi.deadlines import clock


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Booth:
    """Everything as it was built, once for a module; tests take their own copy."""
    with clock.at(TODAY):
        made: Booth = keep(Booth)
    return made


@pytest.fixture
def booth(built: Booth, own: Any) -> Booth:
    copied: Booth = own(built)
    return copied
