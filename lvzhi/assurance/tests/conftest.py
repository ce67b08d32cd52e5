"""The hall in which all of this room's tests take place, on its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import Keep
from lvzhi.appraisal.tests.yard import TODAY
from lvzhi.assurance.tests.hall import Hall
from lvzhi.deadlines import clock


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Hall]) -> Hall:
    with clock.at(TODAY):
        return keep(Hall)


@pytest.fixture
def hall(kept: Hall, own: Callable[[Any], Any]) -> Hall:
    found: Hall = own(kept)
    return found
