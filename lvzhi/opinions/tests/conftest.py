from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import Keep
from lvzhi.deadlines import clock
from lvzhi.opinions.tests.newsroom import TODAY, Newsroom


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Newsroom]) -> Newsroom:
    with clock.at(TODAY):
        return keep(Newsroom)


@pytest.fixture
def room(kept: Newsroom, own: Callable[[Any], Any]) -> Newsroom:
    found: Newsroom = own(kept)
    return found
