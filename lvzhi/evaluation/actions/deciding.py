"""What the steps of an evaluation check and do: sending it on, the meeting's decision, the end; low results listed."""

from __future__ import annotations

from typing import Any

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.evaluation import queries
from lvzhi.evaluation.actions.running import decision_until
from lvzhi.evaluation.models import NAME_MOST, Evaluation, LowResult, Result
from lvzhi.evaluation.reckoning import quota_of
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def check_submit(taking: Taking) -> None:
    """It was reckoned, and nothing entered with a document waits. Raises `Refusal`."""
    run: Evaluation = taking.record
    if run.reckoned_at is None:
        raise Refusal("evaluation.not_reckoned")
    waiting = queries.counts(run)["proven"]
    if waiting:
        raise Refusal("evaluation.proof_waiting", count=waiting)


def check_decide(taking: Taking) -> None:
    """No grade is held by more than its quota. Raises `Refusal`."""
    day = taking.answers.get("on")
    if day is not None and day > clock.as_day(taking.at):
        raise Refusal("evaluation.day_ahead", field="on", day=day)
    run: Evaluation = taking.record
    by_set: dict[int, list[Result]] = {}
    for row in run.results.live().only("rule_set_id", "grade_number", "evaluation_id"):
        by_set.setdefault(row.rule_set_id, []).append(row)
    for set_ in {one.pk: one for one in (run.rule_set, run.standing_set) if one is not None}.values():
        value, rows = queries.rules_of_set(set_), by_set.get(set_.pk, [])
        held = queries.grades_held(rows)
        for grade in value.grades:
            most = quota_of(grade, value, sum(held.values()))
            if most is not None and held.get(grade.number, 0) > most:
                raise Refusal("evaluation.quota_full", grade=grade.name, most=most, count=held[grade.number])


def decide(taking: Taking) -> None:
    """Note the meeting, open the time for objections, list low results for a human (R6.15)."""
    run: Evaluation = taking.record
    run.meeting = str(taking.answers["meeting"])[:NAME_MOST]
    run.decided_on = taking.answers["on"]
    run.object_until = decision_until(run)
    taking.facts |= {"meeting": run.meeting, "count": run.results.live().count()}
    _list_low(taking, run)


def _list_low(taking: Taking, run: Evaluation) -> None:
    sets = {one.pk: queries.rules_of_set(one) for one in (run.rule_set, run.standing_set) if one is not None}
    low = {pk: {one.number for one in value.grades if one.low} for pk, value in sets.items()}
    rows = [row for row in run.results.live().select_related("member") if row.grade_number in low[row.rule_set_id]]
    before = _before(run, rows)
    cases = [
        LowResult(
            committee_id=run.committee_id, result=row, opened_on=clock.as_day(taking.at), created_at=taking.at,
            times=before.get(row.who, 0) + 1,
        )
        for row in rows
    ]  # fmt: skip
    if cases:
        engine.begin_all(cases, taking.actor, subject=run)


def _before(run: Evaluation, rows: list[Result]) -> dict[int, int]:
    """Of these, how many years running each was low until the year before."""
    found: dict[int, int] = {}
    past: Any = LowResult.objects.live().filter(
        result__evaluation__committee_id=run.committee_id, result__evaluation__year=run.year - 1,
        result__evaluation__subject=run.subject,
    )  # fmt: skip
    wanted = {row.who for row in rows}
    for one in past.select_related("result__member"):
        if one.result.who in wanted:
            found[one.result.who] = one.times
    return found


def check_seal(taking: Taking) -> None:
    """Every objection is decided. Raises `Refusal`."""
    open_ = queries.counts(taking.record)["objections"]
    if open_:
        raise Refusal("evaluation.objections_open", count=open_)


def seal(taking: Taking) -> None:
    """The day on which it was closed."""
    taking.record.sealed_on = clock.as_day(taking.at)


def talk(taking: Taking) -> None:
    """That somebody talked to the member, and what was said."""
    found: LowResult = taking.record
    found.talked_on, found.talker, found.talk = (taking.answers[name] for name in ("on", "talker", "talk"))


def close_low(taking: Taking) -> None:
    """What came of it; whatever is to follow goes its own way, by people."""
    found: LowResult = taking.record
    found.closing, found.closed_on = taking.answers["closing"], clock.as_day(taking.at)
