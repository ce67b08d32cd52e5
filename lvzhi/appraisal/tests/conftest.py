from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import Keep
from lvzhi.appraisal.tests.yard import TODAY, Yard
from lvzhi.deadlines import clock


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Yard]) -> Yard:
    with clock.at(TODAY):
        return keep(Yard)


@pytest.fixture
def yard(kept: Yard, own: Callable[[Any], Any]) -> Yard:
    found: Yard = own(kept)
    return found
