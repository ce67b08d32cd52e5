from __future__ import annotations

from collections.abc import Iterator

import pytest

from lvzhi.deadlines import clock
from lvzhi.plans import progress
from lvzhi.plans.tests.hall import HELPERS, TODAY, Hall


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture
def hall(db: None) -> Hall:
    return Hall()


@pytest.fixture
def helpers_count() -> Iterator[None]:
    """Help with a task points at it like a record of work does."""
    progress.register(HELPERS)
    yield
    progress.forget(HELPERS.key)
