from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from conftest import Keep
from lvzhi.deadlines import clock
from lvzhi.opinions.tests.levels.ladder import Ladder
from lvzhi.opinions.tests.newsroom import TODAY


@pytest.fixture(scope="module")
def standing(keep: Keep[Ladder]) -> Ladder:
    with clock.at(TODAY):
        return keep(Ladder)


@pytest.fixture
def ladder(standing: Ladder, own: Callable[[Any], Any]) -> Ladder:
    found: Ladder = own(standing)
    return found
