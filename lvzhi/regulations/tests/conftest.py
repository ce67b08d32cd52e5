from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import Keep
from lvzhi.deadlines import clock
from lvzhi.regulations.tests.chamber import TODAY, Chamber


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Chamber]) -> Chamber:
    with clock.at(TODAY):
        return keep(Chamber)


@pytest.fixture
def chamber(kept: Chamber, own: Callable[[Any], Any]) -> Chamber:
    found: Chamber = own(kept)
    return found
