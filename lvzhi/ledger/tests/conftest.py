from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.ledger.tests.desk import TODAY, Desk


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """The day these tests play on."""
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Desk:
    """Everything as it was built, once for a module; tests take their own copy."""
    with clock.at(TODAY):
        made: Desk = keep(Desk)
    return made


@pytest.fixture
def desk(built: Desk, own: Any) -> Desk:
    copied: Desk = own(built)
    return copied
