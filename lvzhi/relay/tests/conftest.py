from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from lvzhi.deadlines import clock
from lvzhi.ledger.tests.desk import TODAY
from lvzhi.relay.tests import shores
from lvzhi.relay.tests.hall import Hall
from lvzhi.relay.tests.shores import Shore

Two = tuple[Shore, Shore]


@pytest.fixture(scope="session")
def empty(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file with all tables."""
    with django_db_blocker.unblock():
        return shores.template(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def acquainted(
    empty: Path, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Two]:
    """Two installations that know each other, once for each algorithm; tests take copies."""
    with django_db_blocker.unblock():
        return {one: shores.pair(tmp_path_factory.mktemp(one), empty, one) for one in ("ed25519-sha256", "sm2-sm3")}


@pytest.fixture
def fresh(acquainted: dict[str, Two], db: None, tmp_path: Path) -> Callable[..., Two]:
    """``fresh()``: two installations of this test's own."""
    made: list[Shore] = []

    def make(algorithm: str = "ed25519-sha256") -> Two:
        below, above = acquainted[algorithm]
        place = tmp_path / str(len(made))
        two = below.copy(place / "below"), above.copy(place / "above")
        made.extend(two)
        return two

    return make


@pytest.fixture
def two(fresh: Callable[..., Two]) -> Two:
    """Two installations that know each other: 云岩 below, 贵阳 above."""
    return fresh()


@pytest.fixture(scope="module")
def built(keep: Any) -> Hall:
    """Made once for a module."""

    def make() -> Hall:
        with clock.at(TODAY):
            return Hall()

    found: Hall = keep(make)
    return found


@pytest.fixture
def hall(built: Hall, own: Any) -> Iterator[Hall]:
    """The district on its day."""
    with clock.at(TODAY):
        yield own(built)
