from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.plans import progress
from lvzhi.plans.tests.hall import HELPERS, TODAY, Hall


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Hall:
    """Everything as it was built, once for a module; tests take their own copy."""
    with clock.at(TODAY):
        made: Hall = keep(Hall)
    return made


@pytest.fixture
def hall(built: Hall, own: Any) -> Hall:
    copied: Hall = own(built)
    return copied


@pytest.fixture
def helpers_count() -> Iterator[None]:
    """Help with a task points at it like a record of work does."""
    progress.register(HELPERS)
    yield
    progress.forget(HELPERS.key)
