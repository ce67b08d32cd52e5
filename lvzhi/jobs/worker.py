"""A worker: takes jobs one after another, and gives back those whose workers are gone.

Whether another worker lives is told by its beats alone: a count that has not risen for `STILL` seconds of this worker's
own stopwatch. No two machines' clocks are compared. On one machine the process itself is looked at too.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType
from typing import Final

from django.db import DatabaseError, InterfaceError, close_old_connections, connections

from lvzhi.accounts.actors import system_actor
from lvzhi.deadlines import clock
from lvzhi.jobs import actions, queries, running
from lvzhi.jobs.vocabulary import SERVER
from lvzhi.norms.memo import afresh

log = logging.getLogger(__name__)
STILL: Final = 30.0  # seconds without a beat after which a worker counts as gone
REST: Final = 1.0  # seconds an idle worker waits
LOOK: Final = 5.0  # seconds between two looks at the others


def name_of() -> str:
    """A name no other worker has: machine, process, chance."""
    return f"{socket.gethostname()[:60]}:{os.getpid()}:{secrets.token_hex(4)}"


@dataclass
class Watch:
    """What a worker has seen of the others' beats.

    Args:
        stopwatch: seconds that only ever rise.
    """

    own: str
    stopwatch: Callable[[], float] = time.monotonic
    seen: dict[tuple[int, str], tuple[int, float]] = field(default_factory=dict)

    def reap(self) -> int:
        """Give back the jobs of workers that are gone. Returns how many."""
        now, count, present = self.stopwatch(), 0, {}
        for pk, worker, beats in queries.held():
            before, since = self.seen.get((pk, worker), (-1, now))
            present[pk, worker] = (beats, since if beats == before else now)
            still = now - present[pk, worker][1] >= STILL
            if (worker == self.own or still or _ended_here(worker)) and actions.give_back(
                pk, worker, system_actor(SERVER)
            ):
                log.warning("job %s was given back: its worker %s is gone", pk, worker)
                count += 1
        self.seen = present
        return count


def _ended_here(worker: str) -> bool:
    """Whether it was a process of this machine that is no more."""
    host, _, rest = worker.partition(":")
    pid = rest.partition(":")[0]
    if host != socket.gethostname()[:60] or not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


class Worker:
    """The loop of one process."""

    def __init__(self, *, parent: int | None = None, name: str = "") -> None:
        self.name = name or name_of()
        self.watch = Watch(self.name)
        self.going = True
        self.parent = parent
        self._looked = float("-inf")

    def leave(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        """Take no further job; the one in hand is finished. A second signal ends the process as it is."""
        if not self.going:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTERM)
        self.going = False

    def once(self, *, beating: bool = True) -> bool:
        """One round: look at the others when it is time, take a job and do it. Whether there was one."""
        if time.monotonic() - self._looked >= LOOK:
            self._looked = time.monotonic()
            self.watch.reap()
        job = actions.take(self.name, clock.now())
        if job is None:
            return False
        with afresh():
            running.perform(job, self.name, beating=beating)
        return True

    def work(self) -> None:
        """Go on until told to leave or the process that started it is gone. A database that is gone is waited for."""
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, self.leave)
        while self.going and (self.parent is None or os.getppid() == self.parent):
            close_old_connections()
            try:
                if self.once():
                    continue
            except (DatabaseError, InterfaceError, OSError) as problem:
                log.warning("worker %s waits: %s", self.name, problem)
                connections.close_all()
            time.sleep(REST)
