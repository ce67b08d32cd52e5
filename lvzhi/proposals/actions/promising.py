"""Promises: begun with a reply, reported on by the unit, looked back at by the clerk (R1.101, R1.102)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.proposals.models import Promise, Reply, ReplyPoint
from lvzhi.proposals.vocabulary import PromiseState
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def begin_promises(reply: Reply, taking: Taking) -> None:
    """Make a promise of each point of a reply that names one, once the reply is given."""
    points = ReplyPoint.objects.live().filter(reply=reply).exclude(promise_due=None).select_related("unit")
    for point in points:
        until = point.promise_due
        if until is None:  # excluded above; said for the type checker
            continue
        promise = Promise(
            proposal_id=reply.proposal_id,
            point=point,
            committee_id=reply.committee_id,
            unit=point.unit,
            text=point.promise_text,
            made_on=reply.answered_on,
            first_promised_for=until,
            promised_for=until,
            created_at=taking.at,
        )
        engine.begin(promise, taking.actor, unit=point.unit.name, until=until)


def note_progress(taking: Taking) -> None:
    """Effect of 报告进展."""
    promise: Promise = taking.record
    promise.progress = taking.answers["progress"]
    promise.progress_on = clock.as_day(taking.at)
    taking.facts["unit"] = promise.unit.name


def check_new_date(taking: Taking) -> None:
    """A promise is moved to a day that is still to come."""
    if taking.answers.get("verdict", PromiseState.RESCHEDULED) != PromiseState.RESCHEDULED:
        return
    until = taking.answers.get("until")
    if until is None:
        raise Refusal("proposals.promise_date_missing", field="until")
    if until <= clock.as_day(taking.at):
        raise Refusal("proposals.promise_date", field="until")


def look_back(taking: Taking) -> None:
    """Effect of 回头看: kept, broken, or moved to a new date; the first date stays (R1.101)."""
    promise: Promise = taking.record
    verdict = PromiseState(taking.answers["verdict"])
    promise.finding = taking.answers["finding"]
    promise.checked_on = clock.as_day(taking.at)
    if verdict == PromiseState.RESCHEDULED:
        promise.promised_for = taking.answers["until"]
    taking.goes_to = verdict
    taking.facts["verdict"] = str(verdict.label)


def resume(taking: Taking) -> None:
    """Effect of moving a broken promise to a new date."""
    promise: Promise = taking.record
    promise.promised_for = taking.answers["until"]
    taking.facts["until"] = promise.promised_for
