"""Who is told that a job ended: rooms above listen, in the job's own transaction."""

from __future__ import annotations

from collections.abc import Callable

from lvzhi.jobs.models import Job

Hear = Callable[[Job], None]
_hearers: dict[str, Hear] = {}


def register(key: str, hear: Hear) -> None:
    """Add a listener; the same key replaces."""
    _hearers[key] = hear


def tell(job: Job) -> None:
    """Tell all listeners."""
    for hear in _hearers.values():
        hear(job)
