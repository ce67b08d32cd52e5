from __future__ import annotations

from collections.abc import Iterator

import pytest

from lvzhi.deadlines import clock
from lvzhi.papers.tests.bureau import TODAY, Bureau


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau()
