"""Reading jobs."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.jobs import rules
from lvzhi.jobs.models import Job


def mine(actor: Actor) -> QuerySet[Job]:
    """The actor's own jobs."""
    return Job.objects.filter(rules.OWN.rows(actor))


def job(actor: Actor, uid: UUID) -> Job:
    """One of the actor's own jobs. Raises `Missing`."""
    found = mine(actor).filter(uid=uid).first()
    if found is None:
        raise Missing("jobs.missing")
    return found


def opened(account: int | None) -> QuerySet[Job]:
    """Jobs of an account (None: of the system) that have not ended."""
    open_ones = Job.objects.filter(ended_at=None)
    return open_ones.filter(account=None) if account is None else open_ones.filter(account_id=account)


def waiting() -> int:
    """How many jobs wait for a worker, over the whole installation."""
    return Job.objects.filter(ended_at=None, worker="").count()


def due(at: datetime) -> QuerySet[Job]:
    """Jobs a worker may begin now, the longest waiting first."""
    return Job.objects.filter(Q(due_at=None) | Q(due_at__lte=at), ended_at=None, worker="").order_by("id")


def held() -> list[tuple[int, str, int]]:
    """(id, worker, beats) of every job that a worker has in hand."""
    return list(Job.objects.filter(ended_at=None).exclude(worker="").values_list("pk", "worker", "beats"))


def committee_of(uid: UUID) -> int:
    """The committee of a job, whose norms hold for its file."""
    return Job.objects.values_list("committee_id", flat=True).get(uid=uid)


def may_fetch(actor: Actor, uid: UUID) -> bool:
    """Whether the file of a job is the actor's to read."""
    return mine(actor).filter(uid=uid).exists()
