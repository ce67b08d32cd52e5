"""One job run to its end: the handle its kind is given, the beat beside it, and what its end comes to."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any, Final

from django.db import DatabaseError, OperationalError, connection, transaction

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_for, system_actor
from lvzhi.accounts.models import Account, Delegation
from lvzhi.accounts.vocabulary import NO_ROLE
from lvzhi.files import store
from lvzhi.jobs import actions
from lvzhi.jobs.kinds import Made, kind_of
from lvzhi.jobs.models import Job
from lvzhi.jobs.vocabulary import SERVER, Outcome

log = logging.getLogger(__name__)
EVERY: Final = 5.0  # seconds between two beats
TOLD: Final = 1.0  # seconds between two tellings of progress


class Stopped(Exception):  # noqa: N818  reason: no fault; the person who asked wants it no more
    """The job was asked to stop."""


class Work:
    """What a kind's `run` is given."""

    def __init__(self, job: Job, worker: str) -> None:
        self.job, self.worker = job, worker
        self.actor: Actor = actor_of(job)
        self._said = 0.0

    @property
    def facts(self) -> Mapping[str, Any]:
        """What was asked."""
        facts: Mapping[str, Any] = self.job.facts
        return facts

    def tell(self, phase: str, done: int, whole: int) -> None:
        """How far it is; outside a transaction of the kind's own, which would keep it to itself.

        Raises:
            Stopped, Lost: it ends here; both go through to whoever called `run`.
        """
        now = time.monotonic()
        if now - self._said < TOLD and done < whole:
            return
        self._said = now
        if actions.beat(self.job, self.worker, (phase, done, whole)):
            raise Stopped

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that only the worker who has the job comes through. Raises `Lost`."""
        with transaction.atomic():
            actions.hold(self.job, self.worker)
            yield


def actor_of(job: Job) -> Actor:
    """The person who asked, with the posts of now; under a delegation those of the delegation, where it still holds."""
    if job.account_id is None:
        return system_actor(SERVER)
    account = Account.objects.select_related("committee").get(pk=job.account_id)
    if job.delegation is None:
        return actor_for(account, via="job")
    given = Delegation.objects.select_related("giver").filter(pk=job.delegation).first()
    if given is None:  # it is gone: nobody's posts
        return replace(actor_for(account, via="job"), posts=(), role=NO_ROLE)
    return actor_for(account, via="job", behalf=given)


def perform(job: Job, worker: str, *, beating: bool = True) -> None:
    """Run a job that this worker has taken. Nothing it raises comes out but a database that is gone."""
    try:
        with _beating(job, worker, beating):
            _run(job, worker)
    except actions.Lost:
        log.warning("job %s was given to another worker", job.uid)


def _run(job: Job, worker: str) -> None:
    actor: Actor = system_actor(SERVER)
    try:
        work = Work(job, worker)
        actor = work.actor
        kind = kind_of(job.kind)
        if kind is None:
            raise Refusal("jobs.unknown", kind=job.kind)
        _end(job, worker, actor, kind.run(work))
    except actions.Lost:
        raise
    except Stopped:
        actions.finish(job, worker, actor, Outcome.STOPPED)
    except Refusal as refusal:
        actions.finish(job, worker, actor, Outcome.FAILED, said=refusal.sentence)
    except Exception:
        log.exception("job %s (%s) fell over", job.uid, job.kind)
        actions.give_back(job.pk, worker, actor, fell=True)


def _end(job: Job, worker: str, actor: Actor, came: Made | str | None) -> None:
    if not isinstance(came, Made):
        actions.finish(job, worker, actor, Outcome.READY, said=came or "")
        return
    landed = store.land(came.chunks, sys.maxsize)
    try:
        actions.finish(job, worker, actor, Outcome.READY, file=(came, landed))
    except BaseException:
        landed.drop()
        raise


@contextmanager
def _beating(job: Job, worker: str, wanted: bool) -> Iterator[None]:
    """A thread that beats while the block runs, over a connection of its own."""
    if not wanted:
        yield
        return
    over = threading.Event()

    def go() -> None:
        while not over.wait(EVERY):
            try:
                actions.beat(job, worker)
            except actions.Lost:
                return
            except (DatabaseError, OperationalError):
                log.warning("job %s: no beat, the database does not answer", job.uid)
                with suppress(Exception):
                    connection.close()
        connection.close()

    thread = threading.Thread(target=go, name=f"beat-{job.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(EVERY)
