"""A job that ended is told to whoever asked for it; the room's own jobs: a notice, and what leaves the house."""

from __future__ import annotations

from lvzhi.jobs.kinds import Kind
from lvzhi.jobs.models import Job
from lvzhi.jobs.running import Work
from lvzhi.jobs.vocabulary import SUBJECT, Outcome
from lvzhi.messages import actions, outgoing
from lvzhi.messages.models import Notice
from lvzhi.messages.vocabulary.outside import JOB, JOB_SAID, NOTICE_KIND, NOTICE_SAID, Fate

CODES = {Outcome.READY: "messages.job_ready", Outcome.FAILED: "messages.job_failed"}


def tell(job: Job) -> None:
    """Into the inbox of the person; who stopped a job himself need not be told."""
    code = CODES.get(Outcome(job.outcome))
    if code is None or job.account_id is None or (job.kind == actions.NOTICE and job.outcome == Outcome.READY):
        return  # that a notice has gone out stands on its page, with who has read it
    subject = (SUBJECT, job.uid, job.get_absolute_url())
    actions.send([job.account_id], code, subject=subject, committee=job.committee_id, title=job.title, said=job.said)


def _notice(work: Work) -> str:
    with work.writing():
        notice = Notice.objects.select_related("committee").get(uid=work.facts["notice"])
        return NOTICE_SAID.format(count=actions.bring(notice))


def _out(work: Work) -> str:
    tell = outgoing.Round(
        work.job.committee, work.job.uid, work.writing, lambda done, whole: work.tell("", done, whole)
    )
    came = tell.run()
    failed = came[Fate.FAILED] + came[Fate.UNCLEAR]
    return JOB_SAID.format(sent=came[Fate.SENT], dropped=came[Fate.DROPPED], failed=failed)


KINDS = (Kind(actions.NOTICE, NOTICE_KIND, _notice), Kind(outgoing.KIND, JOB, _out))
