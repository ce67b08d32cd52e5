"""What runs on the second database: what asks one, and with ``--differing`` of that only what may differ there.

Differing is decided by rule, not by a list of tests:

- of a test with parameters one case: who asks and what is entered change, the statements do not;
- of a file of pages (``test_pages.py``, ``test_…_pages.py``) only what counts statements, with every case of it: such a
  test opens each list with many rows and each record whole; what a page says of them is the same on both;
- everything else that asks a database.

A test whose parameters choose the statement is marked ``both_databases`` and runs whole. `./dev long --database` runs
the second database without ``--differing``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from types import CodeType
from typing import Any

import pytest

COUNTING = {"statements", "CaptureQueriesContext"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--differing``."""
    parser.addoption("--differing", action="store_true", help="on PostgreSQL: only what may differ between databases")


def asks_a_database(item: pytest.Item) -> bool:
    """Whether a test reads or writes rows; what a module made before its tests counts."""
    asked = {"db", "transactional_db", "django_db_setup"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None


def may_differ(item: pytest.Item) -> bool:
    """Whether the second database may answer a test otherwise than the first."""
    if item.get_closest_marker("both_databases") or COUNTING & set(_names(_code(item))):
        return True
    if item.path.name == "test_pages.py" or item.path.name.endswith("_pages.py"):
        return False
    case = getattr(item, "callspec", None)
    return case is None or not any(case.indices.values())


def _code(item: Any) -> CodeType | None:
    return getattr(getattr(item, "function", None), "__code__", None)


def _names(code: CodeType | None) -> Iterator[str]:
    """What a test calls by name, in its inner functions too."""
    if code is not None:
        yield from code.co_names
        for inner in code.co_consts:
            if isinstance(inner, CodeType):
                yield from _names(inner)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The rest would show the same once more."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    few = config.getoption("differing")
    kept = [item for item in items if asks_a_database(item) and (not few or may_differ(item))]
    staying = set(kept)
    config.hook.pytest_deselected(items=[item for item in items if item not in staying])
    items[:] = kept
