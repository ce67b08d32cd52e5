"""Rows that the tests of a room share: made once for a process, whatever file asks for them, and put back like new.

``keep(Town)`` makes rows in a transaction that stands around the tests; what a test itself writes goes with the test. A
file of the same folder that asks for the same at the same moment is given what stands already: half a second a file,
of hundreds of files. Everything else begins on an empty database: the hook below lets go of what stands before it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from django.db import transaction
    from pytest_django import DjangoDbBlocker

Made = TypeVar("Made")
Keep = Callable[[Callable[[], Made]], Made]


@dataclass
class Layer:
    """What was made upon what stood before it."""

    key: object
    point: str
    made: object


@dataclass
class Standing:
    """The transaction around the tests of a folder and what was made in it, layer upon layer.

    Args:
        path: the file whose tests run in it.
    """

    layers: list[Layer] = field(default_factory=list)
    around: transaction.Atomic | None = None
    path: Path | None = None
    blocker: DjangoDbBlocker | None = None

    def ask(self, place: int, build: Callable[[], Made]) -> Made:
        """What `build` makes as so many-th of its file: out of the layer, or made upon those below it."""
        from django.db import transaction

        if self.around is None:
            self.around = transaction.atomic()
            self.around.__enter__()
        key, more = _key(build), self.layers[place:]
        if more and more[0].key == key:
            self.cut(place + 1)
            found: Any = copy.deepcopy(more[0].made)
            return found
        self.cut(place)
        point = transaction.savepoint()
        try:
            made = build()
        except BaseException:
            transaction.savepoint_rollback(point)
            raise
        self.layers.append(Layer(key, point, copy.deepcopy(made) if _again(build) else None))
        return made

    def cut(self, place: int) -> None:
        """Put back what was made from that layer on."""
        from django.db import transaction

        for layer in self.layers[place : place + 1]:
            transaction.savepoint_rollback(layer.point)
        del self.layers[place:]

    def clear(self) -> None:
        """Let go of all that stands."""
        from django.db import transaction

        around, self.around, self.path = self.around, None, None
        self.layers.clear()
        if around is not None and self.blocker is not None:
            with self.blocker.unblock():
                transaction.set_rollback(True)
                around.__exit__(None, None, None)


def _again(build: Callable[[], object]) -> bool:
    """Whether another file may ask for the same: not what a function makes that is defined anew in each."""
    return "<locals>" not in build.__qualname__


def _key(build: Callable[[], object]) -> object:
    from lvzhi.deadlines import clock

    return (build, clock.now() if clock.travelling() else None) if _again(build) else object()


STANDING = Standing()


@pytest.fixture(scope="session")
def nothing_left(django_db_setup: None) -> Iterator[None]:
    """The transaction ends before the database goes."""
    yield
    STANDING.clear()


@pytest.fixture(scope="module")
def keep(request: pytest.FixtureRequest, nothing_left: None, django_db_blocker: DjangoDbBlocker) -> Keep[Any]:
    """``keep(Town)`` makes rows once for all tests of a module, or gives those that another one of its folder made.

    Each test asks for a copy of what was made (`own`), so that no test finds an instance as another left it.
    """
    place = 0
    STANDING.blocker = django_db_blocker

    def make(build: Callable[[], Made]) -> Made:
        nonlocal place
        with django_db_blocker.unblock():
            made = STANDING.ask(place, build)
        STANDING.path = request.path
        place += 1
        return made

    return make


@pytest.fixture
def own(db: None) -> Callable[[Made], Made]:
    """A copy of what `keep` made, for one test."""
    return copy.deepcopy


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """What another file made stands only for a file of its folder that keeps too; a test with real commits has none."""
    if STANDING.around is None or STANDING.path is None:
        return
    names = set(getattr(item, "fixturenames", ()))
    keeps = "keep" in names and item.path.parent == STANDING.path.parent
    marker = item.get_closest_marker("django_db")
    commits = bool(names & {"transactional_db", "live_server"}) or bool(marker and marker.kwargs.get("transaction"))
    asks = bool(names & {"db", "django_db_setup"}) or marker is not None
    if commits or (asks and item.path != STANDING.path and not keeps):
        STANDING.clear()
