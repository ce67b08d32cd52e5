from __future__ import annotations

from collections.abc import Iterator

import pytest

from lvzhi.activities.tests.hall import TODAY, Hall
from lvzhi.deadlines import clock


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture
def hall(db: None) -> Hall:
    return Hall()
