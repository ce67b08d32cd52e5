from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.consultations.tests.scene import Scene
from lvzhi.deadlines import clock
from lvzhi.ledger.tests.desk import TODAY


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Scene:
    """The scene as it was built, once for a module; tests take their own copy."""
    with clock.at(TODAY):
        made: Scene = keep(Scene)
    return made


@pytest.fixture
def scene(built: Scene, own: Any) -> Scene:
    copied: Scene = own(built)
    return copied
