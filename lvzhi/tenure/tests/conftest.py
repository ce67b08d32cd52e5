from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.tenure.tests.hall import TODAY, Hall


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Callable[[Callable[[], Any]], Any]) -> Hall:
    with clock.at(TODAY):
        made: Hall = keep(Hall)
        return made


@pytest.fixture
def hall(built: Hall, own: Callable[[Any], Any]) -> Hall:
    found: Hall = own(built)
    return found
