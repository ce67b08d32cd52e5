"""Which process runs which tests; the files that take long come first; and a calm collector.

xdist's own groups (``--dist loadgroup``) say nothing any more: it writes them into names of tests that pytest 9.2 does
not read. Tests of a file then went to both processes in turn, and whatever a file makes once was made twice.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.workermanage import WorkerController

# A file that takes a minute or more and begins last is waited for by one process alone.
FIRST = (
    "tests/journeys/test_ways_of_a_proposal.py",
    "tests/walk/test_walk.py",
    "tests/acceptance/",
    "tests/journeys/",
    "tests/year/",
    "tests/walk/",
)
ONE = "demo"  # where the demonstration data are not built yet, a single process builds them
OVER_DEMO = ("tests/acceptance/", "tests/journeys/")


def scope_of(nodeid: str) -> str:
    """What a test shares a process with: its file."""
    file = nodeid.partition("::")[0]
    return ONE if file.startswith(OVER_DEMO) and not os.environ.get("LVZHI_TEST_DEMO") else file


def place_of(scope: str, tests: int) -> tuple[int, int]:
    """Where a file stands in the queue."""
    first = next((place for place, head in enumerate(FIRST) if scope.startswith(head)), len(FIRST))
    return -1 if scope == ONE else first, -tests


class ByFile(LoadScopeScheduling):  # type: ignore[misc]  # reason: xdist's schedulers are typed, their base is not
    """A file after another, each whole in one process."""

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        scope = min(self.workqueue, key=lambda one: place_of(one, len(self.workqueue[one])))
        self.workqueue.move_to_end(scope, last=False)
        super()._assign_work_unit(node)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """Ours, whatever the command line says."""
    return ByFile(config, log)


def pytest_collection_finish() -> None:
    """What is loaded by now stays; to look through it again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
