from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.dossier.tests.hall import TODAY, Hall


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """The day these tests play on."""
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def built(keep: Any) -> Hall:
    with clock.at(TODAY):
        made: Hall = keep(Hall)
    return made


@pytest.fixture
def hall(built: Hall, own: Any) -> Hall:
    copied: Hall = own(built)
    return copied
