"""What the steps of a piece of advice do: submitted, handed to a unit, answered, followed up (R3.11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.journal.lines import line
from lvzhi.ledger.actions.handling import term_after
from lvzhi.ledger.models import Advice
from lvzhi.ledger.vocabulary.states import Adoption
from lvzhi.ui.formats import day as written
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def check_submitted(taking: Taking) -> None:
    """Nothing is submitted before it was said."""
    day: date = taking.answers["on"]
    if day < taking.record.proposed_on:
        raise Refusal(
            "ledger.submitted_before", field="on", day=day, text=taking.record.title_for_people,
            proposed=taking.record.proposed_on,
        )  # fmt: skip


def submit(taking: Taking) -> None:
    """Effect of 呈报: the day on which it went up."""
    advice: Advice = taking.record
    advice.submitted_on = taking.answers["on"]
    taking.facts["on"] = written(advice.submitted_on)


def check_unit(taking: Taking) -> None:
    """The unit stands on that day."""
    unit, day = taking.answers["unit"], clock.as_day(taking.at)
    if not unit.stands_on(day):
        raise Refusal("ledger.unit_closed", field="unit", unit=unit.name, ends=unit.ends)


def hand(taking: Taking) -> None:
    """Effect of 转交: the unit that answers, and by when; handing over counts as submitting it."""
    advice: Advice = taking.record
    day = clock.as_day(taking.at)
    advice.unit = taking.answers["unit"]
    advice.handed_on = day
    advice.answer_by = taking.answers.get("answer_by") or term_after("ledger.advice_due", advice.committee_id, day)
    advice.submitted_on = advice.submitted_on or day
    taking.facts["unit"] = advice.unit.name


def hand_many(
    actor: Actor, committee: Committee, chosen: Sequence[Advice], *, unit: Unit, answer_by: date | None = None
) -> None:
    """Hand several pieces of advice to one unit, all of them or none.

    Raises:
        NotAllowed: not the keeper of one of them.
        Conflict: one has been handed over meanwhile.
        Refusal: none chosen, or a unit that no longer stands.
    """
    if not chosen:
        raise Refusal("ledger.none_chosen", field="items")
    with line(actor, "ledger.handed_many", committee=committee, count=len(chosen)):
        for advice in chosen:
            engine.take(advice, "hand", actor, {"unit": unit.pk, "answer_by": answer_by})


def check_answer(taking: Taking) -> None:
    """A refusal, whole or in part, says why; an answer follows what it answers."""
    given, advice = taking.answers, taking.record
    adoption = Adoption(given["adoption"])
    if adoption != Adoption.WHOLLY and not given.get("ground"):
        raise Refusal("ledger.ground_missing", field="ground", adoption=str(adoption.label))
    day = given["answered_on"]
    if day > clock.as_day(taking.at):
        raise Refusal("ledger.answer_future", field="answered_on", day=day)
    if advice.submitted_on is not None and day < advice.submitted_on:
        raise Refusal("ledger.answered_before", field="answered_on", day=day, submitted=advice.submitted_on)


def answer(taking: Taking) -> None:
    """Effect of 答复: words, number, adoption with its ground, what it turns into."""
    advice: Advice = taking.record
    for name in ("answer", "answer_no", "answered_on", "ground", "turned"):
        setattr(advice, name, taking.answers.get(name) or ("" if name != "answered_on" else None))
    adoption = Adoption(taking.answers["adoption"])
    taking.outcome = adoption
    taking.facts["adoption"] = str(adoption.label)


def return_answer(taking: Taking) -> None:
    """Effect of 退回重新答复: the adoption said no longer counts."""
    advice: Advice = taking.record
    advice.opinion = taking.answers["opinion"]
    advice.answered_on = None
    advice.answer_by = term_after("ledger.advice_due", advice.committee_id, clock.as_day(taking.at))
    taking.outcome = ""
    taking.personal["opinion"] = advice.opinion


def check_closed(taking: Taking) -> None:
    """What came of it is not seen before the answer."""
    day, answered = taking.answers["closed_on"], taking.record.answered_on
    if day > clock.as_day(taking.at):
        raise Refusal("ledger.answer_future", field="closed_on", day=day)
    if answered is not None and day < answered:
        raise Refusal("ledger.closed_before", field="closed_on", day=day, answered=answered)


def close(taking: Taking) -> None:
    """Effect of 登记成效."""
    taking.record.result = taking.answers["result"]
    taking.record.closed_on = taking.answers["closed_on"]
