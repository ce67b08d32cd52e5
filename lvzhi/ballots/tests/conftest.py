from __future__ import annotations

from collections.abc import Iterator

import pytest

from lvzhi.ballots.tests.booth import TODAY, Booth
from lvzhi.deadlines import clock


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture
def booth(db: None) -> Booth:
    return Booth()
