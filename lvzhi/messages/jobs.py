"""A job that ended is told to whoever asked for it."""

from __future__ import annotations

from lvzhi.jobs.models import Job
from lvzhi.jobs.vocabulary import SUBJECT, Outcome
from lvzhi.messages import actions

CODES = {Outcome.READY: "messages.job_ready", Outcome.FAILED: "messages.job_failed"}


def tell(job: Job) -> None:
    """Into the inbox of the person; who stopped a job himself need not be told."""
    code = CODES.get(Outcome(job.outcome))
    if code is None or job.account_id is None:
        return
    subject = (SUBJECT, job.uid, job.get_absolute_url())
    actions.send([job.account_id], code, subject=subject, committee=job.committee_id, title=job.title, said=job.said)
