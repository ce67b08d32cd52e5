"""Who may see and stop a job."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.access.rules import NO_ROW
from lvzhi.jobs.models import Job


def _asked_by(actor: Actor, job: Job) -> bool:
    return actor.account_id is not None and job.account_id == actor.account_id


OWN = Rule(
    "提交作业的本人",
    _asked_by,
    lambda actor: Q(account_id=actor.account_id) if actor.account_id is not None else NO_ROW,
)
