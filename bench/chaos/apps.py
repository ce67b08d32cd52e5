"""A kind of job that takes seconds, so that a worker can be killed in the middle of one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from django.apps import AppConfig

PIECES, PAUSE = 8, 0.25


def long_work(work: Any) -> Any:
    """Two seconds of telling how far it is, and a file that says what was asked."""
    from lvzhi.jobs.kinds import Made

    return Made("made.txt", "txt", _pieces(work))


def _pieces(work: Any) -> Iterator[bytes]:
    for place in range(PIECES):
        time.sleep(PAUSE)
        work._said = 0.0
        work.tell("making", place, PIECES)
        yield f"{work.facts['key']} {place}\n".encode()


class ChaosConfig(AppConfig):
    """Registers it."""

    name = "bench.chaos"
    label = "chaos"

    def ready(self) -> None:
        """Retried as often as faults may come."""
        from lvzhi.jobs import kinds

        kinds.register(kinds.Kind("chaos.work", "long work", long_work, tries=1_000))
