from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import Keep
from lvzhi.deadlines import clock
from lvzhi.joint.tests.tree import TODAY, Tree


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Tree]) -> Tree:
    with clock.at(TODAY):
        return keep(Tree)


@pytest.fixture
def tree(kept: Tree, own: Callable[[Any], Any]) -> Tree:
    found: Tree = own(kept)
    return found
