from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import Keep
from lvzhi.deadlines import clock
from lvzhi.honours.tests.stage import TODAY, Stage


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Stage]) -> Stage:
    with clock.at(TODAY):
        return keep(Stage)


@pytest.fixture
def stage(kept: Stage, own: Callable[[Any], Any]) -> Stage:
    found: Stage = own(kept)
    return found
