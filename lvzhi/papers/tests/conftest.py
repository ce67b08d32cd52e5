from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.papers.tests.bureau import TODAY, Bureau


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Bureau:
    """Everything as it was built, once for a module; tests take their own copy."""
    with clock.at(TODAY):
        made: Bureau = keep(Bureau)
    return made


@pytest.fixture
def bureau(built: Bureau, own: Any) -> Bureau:
    copied: Bureau = own(built)
    return copied
