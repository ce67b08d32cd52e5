"""What every test needs before it starts, and rows that the tests of one module share."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

pytest_plugins = ["tests.scheduling", "tests.second", "tests.browser", "tests.spent"]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop in the test's thread
Made = TypeVar("Made")
Keep = Callable[[Callable[[], Made]], Made]


OFFICE_HOUR = 10  # nobody is reminded at night: what a test does "now" it does in the forenoon, whenever it runs


def pytest_configure() -> None:
    """Let the process's clock stand at ten in the morning of today, as a unit's clerk at work would see it."""
    from hypothesis import HealthCheck, settings

    from lvzhi.deadlines import clock

    # how long an example takes says how busy the machine is
    settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("house")

    now = clock.now()
    clock.go_ahead(now.replace(hour=OFFICE_HOUR, minute=0, second=0, microsecond=0) - now)


def pytest_runtest_setup() -> None:
    """Nobody has asked for anything too often yet: what one test counted in the cache is not held against the next."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(scope="module")
def keep(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Keep[Any]]:
    """``keep(Town)`` makes rows once for all tests of a module; what a test itself writes goes with the test.

    Each test asks for a copy of what was made (`own`), so that no test finds an instance as another left it.
    """
    from django.db import transaction

    standing: list[transaction.Atomic] = []

    def make(build: Callable[[], Made]) -> Made:
        with django_db_blocker.unblock():
            if not standing:
                standing.append(transaction.atomic())
                standing[0].__enter__()
            return build()

    yield make
    if standing:
        with django_db_blocker.unblock():
            transaction.set_rollback(True)
            standing[0].__exit__(None, None, None)


@pytest.fixture
def own(db: None) -> Callable[[Made], Made]:
    """A copy of what `keep` made, for one test."""
    return copy.deepcopy


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What a test wants read (``record_property("printed", text)``), from whatever process it ran in."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, text in getattr(report, "user_properties", ()):
                if name == "printed":
                    terminalreporter.write_sep("-", report.nodeid)
                    terminalreporter.write_line(str(text))
