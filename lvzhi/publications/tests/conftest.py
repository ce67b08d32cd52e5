from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import Keep
from lvzhi.deadlines import clock
from lvzhi.publications.tests.press import TODAY, Press


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Press]) -> Press:
    with clock.at(TODAY):
        return keep(Press)


@pytest.fixture
def press(kept: Press, own: Callable[[Any], Any]) -> Press:
    found: Press = own(kept)
    return found
