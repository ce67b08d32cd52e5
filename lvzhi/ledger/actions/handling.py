"""What the steps of a problem do: who answers for it, measures, progress, striking off, looking back (R9.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lvzhi import norms
from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import Term, clock, reckon
from lvzhi.journal.lines import line
from lvzhi.ledger import queries
from lvzhi.ledger.actions.entering import split_lines
from lvzhi.ledger.models import Measure, Problem, Progress
from lvzhi.ledger.models.entry import WORDS_MOST
from lvzhi.ledger.vocabulary.states import ProblemState, Verdict
from lvzhi.ledger.vocabulary.words import NAMES, NOBODY
from lvzhi.norms.calendars import calendar_of
from lvzhi.ui.formats import day as written
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

OWNERS = ("owner_unit", "owner_organ", "owner_person", "helper_unit", "helper_organ")


def term_after(norm: str, committee_id: int, start: date) -> date | None:
    """The day a term that starts on a day ends on; None where the committee has set none."""
    term = norms.value(norm, committee_id, on=start)
    return reckon(start, term, calendar_of(committee_id)).date if isinstance(term, Term) else None


def check_owner(taking: Taking) -> None:
    """Somebody answers for it, nobody both answers and helps, units stand, and the limit follows the finding."""
    given, problem, day = taking.answers, taking.record, clock.as_day(taking.at)
    if not any(given.get(name) for name in OWNERS[:3]):
        raise Refusal("ledger.nobody_named", field="owner_unit")
    for mine, other in (("owner_unit", "helper_unit"), ("owner_organ", "helper_organ")):
        if given.get(other) is not None and given.get(other) == given.get(mine):
            raise Refusal("ledger.helper_is_owner", field=other, name=given[other].name)
    for name in ("owner_unit", "helper_unit"):
        unit = given.get(name)
        if unit is not None and not unit.stands_on(day):
            raise Refusal("ledger.unit_closed", field=name, unit=unit.name, ends=unit.ends)
    due = given.get("finish_by")
    if due is not None and due < problem.found_on:
        raise Refusal("ledger.due_before_found", field="finish_by", due=due, found=problem.found_on)


def assign(taking: Taking) -> None:
    """Effect of 定责任: owner, helper, leader, standard, limit; a limit not named follows the norm."""
    problem: Problem = taking.record
    for name in OWNERS:
        setattr(problem, name, taking.answers.get(name))
    problem.leader = taking.answers.get("leader", "")
    problem.standard = taking.answers.get("standard", "")
    problem.assigned_on = clock.as_day(taking.at)
    problem.finish_by = taking.answers.get("finish_by") or term_after(
        "ledger.problem_due", problem.committee_id, problem.found_on
    )
    taking.facts |= {"owner": problem.owner, "due": written(problem.finish_by) if problem.finish_by else NOBODY}


def assign_many(actor: Actor, committee: Committee, chosen: Sequence[Problem], answers: Mapping[str, Any]) -> None:
    """Give several problems to one body with one limit, all of them or none: a list handed over at a meeting (R9.4).

    Raises:
        NotAllowed: not the keeper of one of them, or one that somebody answers for already.
        Refusal: none chosen, nobody named, a unit that no longer stands, a limit before a finding.
    """
    if not chosen:
        raise Refusal("ledger.none_chosen", field="items")
    with line(actor, "ledger.assigned_many", committee=committee, count=len(chosen)):
        for problem in chosen:
            engine.take(problem, "assign", actor, answers)


def check_measures(taking: Taking) -> None:
    """At least one, each short enough to stand in a table."""
    texts = split_lines(taking.answers["text"])
    if not texts:
        raise Refusal("ledger.nothing_written", field="text")
    for place, text in enumerate(texts, start=1):
        if len(text) > WORDS_MOST:
            raise Refusal("ledger.line_long", field="text", line=place, length=len(text), limit=WORDS_MOST)


def add_measures(taking: Taking) -> None:
    """Effect of 登记措施: one record a line."""
    taking.facts["count"] = write_measures(
        taking.record, split_lines(taking.answers["text"]), clock.as_day(taking.at), taking.at
    )


def write_measures(problem: Problem, texts: list[str], day: date, at: Any, done_on: date | None = None) -> int:
    """Add measures behind those that stand; the caller saves the problem in the same line."""
    for text in texts:
        problem.measures_count += 1
        Measure(
            committee_id=problem.committee_id, problem=problem, number=problem.measures_count, text=text,
            made_on=day, done_on=done_on, created_at=at,
        ).save()  # fmt: skip
    return len(texts)


def note_progress(taking: Taking) -> None:
    """Effect of 登记进展."""
    Progress(
        committee_id=taking.record.committee_id,
        problem=taking.record,
        text=taking.answers["text"],
        noted_on=clock.as_day(taking.at),
        noted_by=taking.actor.name,
        created_at=taking.at,
    ).save()


def check_done(taking: Taking) -> None:
    """A problem is not closed before it was found, nor on a day to come, nor with one of the five missing."""
    problem, done = taking.record, taking.answers["done_on"]
    if done < problem.found_on:
        raise Refusal("ledger.done_before_found", field="done_on", done=done, found=problem.found_on)
    if done > clock.as_day(taking.at):
        raise Refusal("ledger.done_future", field="done_on", done=done)
    if norms.value("ledger.five_needed", problem.committee_id, problem.found_on):
        absent = queries.missing(problem)
        if absent:
            raise Refusal("ledger.five_missing", missing=NAMES.join(absent))


def finish(taking: Taking) -> None:
    """Effect of 申请销号: what was done and when."""
    problem: Problem = taking.record
    problem.done_on = taking.answers["done_on"]
    problem.result = taking.answers["result"]
    taking.facts["done"] = written(problem.done_on)


def check_off(taking: Taking) -> None:
    """Effect of 核查销号: struck off, its measures carried out, the look-back set."""
    problem: Problem = taking.record
    problem.checked_on = clock.as_day(taking.at)
    problem.checker = taking.answers.get("checker") or taking.actor.name
    problem.look_back_on = term_after("ledger.look_back_after", problem.committee_id, problem.checked_on)
    for measure in Measure.objects.live().filter(problem=problem, done_on=None):
        measure.done_on = problem.done_on
        measure.save()


def send_back(taking: Taking) -> None:
    """Effect of 退回整改."""
    problem: Problem = taking.record
    problem.ground = taking.answers["ground"]
    problem.done_on = None
    taking.personal["ground"] = problem.ground


def keep_on(taking: Taking) -> None:
    """Effect of 转为长期坚持: neither open nor closed, with its ground (R9.3)."""
    taking.record.ground = taking.answers["ground"]
    taking.personal["ground"] = taking.answers["ground"]


def look_back(taking: Taking) -> None:
    """Effect of 回头看: what holds stays struck off; what came back is open again (R9.5)."""
    problem: Problem = taking.record
    verdict = Verdict(taking.answers["verdict"])
    problem.looked_on = clock.as_day(taking.at)
    problem.finding = taking.answers["finding"]
    problem.look_back_on = None
    taking.goes_to = ProblemState.CHECKED
    if verdict == Verdict.RETURNED:
        problem.returned += 1
        problem.done_on = problem.checked_on = None
        problem.finish_by = term_after("ledger.problem_due", problem.committee_id, problem.looked_on)
        taking.goes_to = ProblemState.OPEN
    taking.facts["verdict"] = str(verdict.label)
