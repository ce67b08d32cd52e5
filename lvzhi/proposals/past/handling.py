"""Units, answer, rating and promises of an earlier year."""

from __future__ import annotations

import datetime as dt

from lvzhi.norms import codes
from lvzhi.proposals.actions.bringing import PastPromise, PastProposal, PastReply
from lvzhi.proposals.past.findings import WARNING, Line
from lvzhi.proposals.past.who import Judge
from lvzhi.proposals.vocabulary import NAMES, Grade
from lvzhi.proposals.vocabulary.past import PROMISE_PLACES, PastOutcome, PastVerdict

REPLY_KEYS = ("answered_on", "result_class", "reply", "document")
NEVER_FILED = ("lead_unit", "co_units", *REPLY_KEYS, "promise_1")


def plan_handling(judge: Judge, line: Line, facts: PastProposal) -> None:
    """Which units held it, what they answered and promised, how that was rated."""
    if facts.outcome == PastOutcome.NOT_FILED:
        if any(line.get(key) for key in NEVER_FILED):
            judge.say(line, "outcome", "not_filed_reply")
        return
    _units(judge, line, facts)
    if any(line.get(key) for key in REPLY_KEYS):
        _reply(judge, line, facts)
    elif facts.outcome == PastOutcome.CLOSED:
        judge.say(line, "reply", "no_reply", WARNING)
    _rating(judge, line, facts)
    for place in PROMISE_PLACES:
        _promise(judge, line, facts, place)


def _units(judge: Judge, line: Line, facts: PastProposal) -> None:
    day = facts.assigned_on or facts.received_on
    lead = line.text("lead_unit")
    if lead:
        facts.lead_unit = _unit(judge, line, "lead_unit", lead, day)
    for name in line.get("co_units") or ():
        unit = _unit(judge, line, "co_units", name, day)
        if unit is None:
            continue
        if unit in (facts.lead_unit, *facts.co_units):
            judge.say(line, "co_units", "unit_twice", name=name)
        facts.co_units.append(unit)


def _unit(judge: Judge, line: Line, key: str, name: str, day: dt.date) -> object:
    unit = judge.ground.unit(name, day)
    if unit is None:
        judge.say(line, key, "unit_unknown", name=name, close=judge.ground.close_to(name))
    return unit


def _reply(judge: Judge, line: Line, facts: PastProposal) -> None:
    """The answer of the lead unit; its class is one of the year's table."""
    if not line.text("lead_unit"):
        judge.say(line, "lead_unit", "lead_missing")
    day = line.get("answered_on")
    if day is None:
        judge.say(line, "answered_on", "answered_missing")
        return
    given = line.text("result_class")
    if not given:
        judge.say(line, "result_class", "class_missing")
        return
    code, names = judge.ground.classed(given, day)
    if not code:
        judge.say(line, "result_class", "class_unknown", given=given, year=day.year, choices=NAMES.join(names))
        return
    found = codes.code("proposals.class", judge.ground.committee, code, day)
    facts.reply = PastReply(
        answered_on=day, text=line.text("reply"), result_class=code, neutral=str(found.extra.get("neutral", "")),
        document=line.text("document"), signer=line.text("signer"),
    )  # fmt: skip


def _rating(judge: Judge, line: Line, facts: PastProposal) -> None:
    grades = {str(one.label): one for one in Grade}
    given = {key: line.text(key) for key in ("attitude", "result")}
    if not any(given.values()):
        return
    if not all(given.values()):
        judge.say(line, "result" if given["attitude"] else "attitude", "grade_half")
        return
    for key, word in given.items():
        if word not in grades:
            judge.say(line, key, "grade_unknown", given=word, choices=NAMES.join(grades))
            return
    if facts.rated_on is None:
        judge.say(line, "rated_on", "rated_missing")
        return
    facts.rating = (grades[given["attitude"]], grades[given["result"]])


def _promise(judge: Judge, line: Line, facts: PastProposal, place: int) -> None:
    text, due = line.text(f"promise_{place}"), line.get(f"due_{place}")
    word, checked = line.text(f"verdict_{place}"), line.get(f"checked_{place}")
    if not text:
        if due or word:
            judge.say(line, f"promise_{place}", "promise_text")
        return
    verdicts = {str(one.label): one for one in PastVerdict}
    verdict = verdicts.get(word) if word else PastVerdict.OPEN
    if verdict is None:
        judge.say(line, f"verdict_{place}", "choice_unknown", given=word, choices=NAMES.join(verdicts))
        return
    if facts.reply is None or facts.answered_on is None or facts.lead_unit is None:
        judge.say(line, f"promise_{place}", "promise_reply")
        return
    if due is None:
        judge.say(line, f"due_{place}", "promise_due")
        return
    if due <= facts.answered_on:
        judge.say(line, f"due_{place}", "promise_order", due=due, answered=facts.answered_on)
    if verdict != PastVerdict.OPEN and checked is None:
        judge.say(line, f"checked_{place}", "promise_checked")
    if checked is not None and checked > judge.ground.day:
        judge.say(line, f"checked_{place}", "day_future", day=checked)
    heir = judge.ground.heirs.get(facts.lead_unit.pk, facts.lead_unit)
    if verdict == PastVerdict.OPEN and heir.pk != facts.lead_unit.pk:
        ends = facts.lead_unit.ends
        judge.say(line, "lead_unit", "unit_heir", WARNING, name=facts.lead_unit.name, ends=ends, heir=heir.name)
    unit = heir if verdict == PastVerdict.OPEN else facts.lead_unit
    facts.promises.append(PastPromise(text, due, verdict, checked, unit))
