from __future__ import annotations

from collections.abc import Iterator

import pytest

from lvzhi.deadlines import clock
from lvzhi.ledger.tests.desk import TODAY, Desk


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """The day these tests play on."""
    with clock.at(TODAY):
        yield


@pytest.fixture
def desk(db: None, monday: None) -> Desk:
    return Desk()
