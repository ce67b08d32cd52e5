"""Asking for a job, taking it in hand, ending it.

Each write of a worker names the worker: one that lost its job changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from lvzhi.access import Actor, Conflict, Refusal
from lvzhi.accounts.models import Delegation
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.files import actions as files
from lvzhi.files import store
from lvzhi.files.queries import of as files_of
from lvzhi.jobs import endings, kinds, queries
from lvzhi.jobs.models import Job
from lvzhi.jobs.vocabulary import BROKEN, EXPIRED, SUBJECT, Outcome
from lvzhi.journal.lines import Subject, line
from lvzhi.norms import value

PAUSE: Final = timedelta(minutes=1)  # before the second try of what fell over; the third waits twice as long


class Lost(Exception):  # noqa: N818  reason: no fault; another worker has the job
    """The job is no longer this worker's."""


def subject_of(job: Job) -> Subject:
    """A job as lines of the journal name it."""
    return Subject(SUBJECT, job.uid, job.title, job.committee_id)


def ask(
    actor: Actor, kind: str, facts: Mapping[str, Any], *, committee: Committee | int, title: str, key: str = ""
) -> Job:
    """Put a job into the queue, in the transaction of whoever asks; the open one of the same kind and key is answered.

    Raises:
        Refusal: jobs.unknown; jobs.too_many over the norm jobs.open_most.
    """
    if kinds.kind_of(kind) is None:
        raise Refusal("jobs.unknown", kind=kind)
    place = committee if isinstance(committee, int) else committee.pk
    known = _same(actor, kind, key)
    if known is not None:
        return known
    if actor.account_id is not None:
        limit, count = int(value("jobs.open_most", place)), queries.opened(actor.account_id).count()
        if count >= limit:
            raise Refusal("jobs.too_many", limit=limit, count=count)
    now = clock.now()
    made = Job(
        kind=kind, title=title[:200], key=key[:200], facts=dict(facts), committee_id=place, account_id=actor.account_id,
        delegation=_delegation(actor), asked_at=now,
    )  # fmt: skip
    try:
        with line(actor, "jobs.asked", subject=subject_of(made), committee=place, title=made.title):
            made.save()
    except IntegrityError:  # asked twice at the same moment
        first = _same(actor, kind, key)
        if first is None:
            raise
        return first
    return made


def _same(actor: Actor, kind: str, key: str) -> Job | None:
    return queries.opened(actor.account_id).filter(kind=kind, key=key[:200]).first() if key else None


def _delegation(actor: Actor) -> int | None:
    """Under which delegation it was asked: it is asked again when the job runs."""
    if actor.account_id is None or not actor.behalf:
        return None
    held = Delegation.objects.filter(taker_id=actor.account_id, giver__name=actor.behalf)
    return next((one.pk for one in held if one.in_force(clock.today())), -1)  # -1: none, so it will hold no post


def take(worker: str, at: datetime) -> Job | None:
    """The job that has waited longest, now in this worker's hand; None where there is none."""
    if not queries.due(at).exists():  # without a lock: an idle worker keeps nobody from writing
        return None
    with transaction.atomic():
        skip = connection.features.has_select_for_update_skip_locked
        found = queries.due(at).select_for_update(skip_locked=skip).first()
        if found is None:
            return None
        found.worker, found.began_at = worker, at
        found.tries, found.beats = found.tries + 1, found.beats + 1
        found.save(update_fields=["worker", "began_at", "tries", "beats"])
    return found


def beat(job: Job, worker: str, progress: tuple[str, int, int] | None = None) -> bool:
    """Say that the worker lives, and how far it is; whether it was asked to stop. Raises `Lost`."""
    told = {} if progress is None else dict(zip(("phase", "done", "whole"), progress, strict=True))
    if not Job.objects.filter(pk=job.pk, worker=worker, ended_at=None).update(beats=F("beats") + 1, **told):
        raise Lost
    return Job.objects.filter(pk=job.pk, stopping=True).exists()


def hold(job: Job, worker: str) -> Job:
    """The job locked until the transaction ends. Raises `Lost` where it is another's."""
    found = Job.objects.select_for_update().filter(pk=job.pk, worker=worker, ended_at=None).first()
    if found is None:
        raise Lost
    return found


def finish(
    job: Job, worker: str, actor: Actor, outcome: Outcome, *, said: str = "",
    file: tuple[kinds.Made, store.Landed] | None = None,
) -> None:  # fmt: skip
    """End a job: what came of it, its file, the line and who is told, all or nothing. Raises `Lost`."""
    facts: dict[str, Any] = {"said": said} if outcome is Outcome.FAILED else {}
    with transaction.atomic():
        found = hold(job, worker)
        with line(actor, f"jobs.{outcome.value}", subject=subject_of(found), committee=found.committee_id,
                  title=found.title, **facts):  # fmt: skip
            found.ended_at, found.outcome, found.said = clock.now(), outcome.value, said
            found.save(update_fields=["ended_at", "outcome", "said"])
            if file is not None:
                made, landed = file
                files.keep_made(actor, SUBJECT, found.uid, found.committee_id, landed, name=made.name, type=made.type)
            endings.tell(found)


def give_back(pk: int, worker: str, actor: Actor, *, fell: bool = False) -> bool:
    """A job whose worker is gone is to be begun anew at once, one it fell over after a while; over its tries it failed.

    Returns whether it was still that worker's.
    """
    with transaction.atomic():
        found = Job.objects.select_for_update().filter(pk=pk, worker=worker, ended_at=None).first()
        if found is None:
            return False
        kind = kinds.kind_of(found.kind)
        if kind is None or found.tries >= kind.tries:
            finish(found, worker, actor, Outcome.FAILED, said=BROKEN.format(tries=found.tries))
            return True
        found.worker = ""
        found.due_at = clock.now() + PAUSE * found.tries if fell else None
        found.phase, found.done, found.whole = "", 0, 0
        found.save(update_fields=["worker", "due_at", "phase", "done", "whole"])
    return True


def stop(actor: Actor, uid: UUID) -> Job:
    """Ask that a job be stopped: a waiting one at once, a running one when it next says how far it is.

    Raises `Missing`; `Conflict` jobs.over.
    """
    job = queries.job(actor, uid)
    with transaction.atomic():
        found = Job.objects.select_for_update().get(pk=job.pk)
        if not found.is_open:
            raise Conflict("jobs.over")
        if not found.worker:
            finish(found, "", actor, Outcome.STOPPED)
        elif not found.stopping:
            found.stopping = True
            found.save(update_fields=["stopping"])
    return found


def expire(actor: Actor) -> int:
    """Files that have been kept as long as the norm jobs.file_days says go, bytes and all. Returns how many jobs."""
    count = 0
    for job in Job.objects.filter(outcome=Outcome.READY, gone_at=None).order_by("ended_at")[:1000]:
        days = int(value("jobs.file_days", job.committee_id))
        if job.ended_at is None or actor.at < job.ended_at + timedelta(days=days):
            continue
        with line(actor, "jobs.gone", subject=subject_of(job), committee=job.committee_id, title=job.title):
            for one in files_of(SUBJECT, job.uid):
                files.erase(actor, one, ground=EXPIRED)
            job.gone_at = actor.at
            job.save(update_fields=["gone_at"])
        count += 1
    return count
