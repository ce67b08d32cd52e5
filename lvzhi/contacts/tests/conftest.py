from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import Keep
from lvzhi.contacts.tests.web import TODAY, Web
from lvzhi.deadlines import clock


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Web]) -> Web:
    with clock.at(TODAY):
        return keep(Web)


@pytest.fixture
def web(kept: Web, own: Callable[[Any], Any]) -> Web:
    found: Web = own(kept)
    return found
