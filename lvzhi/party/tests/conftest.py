from __future__ import annotations

from collections.abc import Iterator

import pytest

from lvzhi.deadlines import clock
from lvzhi.party.tests.hall import TODAY, Hall


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture
def hall(db: None) -> Hall:
    return Hall()
