from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.activities.tests.hall import TODAY, Hall
from lvzhi.deadlines import clock


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Hall:
    """The hall as it was built, once for a module; tests take their own copy."""
    with clock.at(TODAY):
        made: Hall = keep(Hall)
    return made


@pytest.fixture
def hall(built: Hall, own: Any) -> Hall:
    copied: Hall = own(built)
    return copied
