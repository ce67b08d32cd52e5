"""The breakdown 任务分解表: who does what until when, and how far it has come (M08)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.deadlines import Term, clock, reckon
from lvzhi.joint import queries
from lvzhi.joint.models import WHOLE, Advance, Partaking, Piece, Topic
from lvzhi.joint.norms import PIECE
from lvzhi.norms.calendars import calendar_of
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def _until(part: Partaking, given: dt.date | None, today: dt.date) -> dt.date:
    """The piece's own day, else the part's, the topic's, else as many days as the norm says."""
    named = given or part.until or part.topic.until
    if named is not None:
        return named
    term = norms.value(PIECE, part.committee_id, on=today)
    return reckon(today, term, calendar_of(part.committee_id)).date if isinstance(term, Term) else today


def _doer(answers: dict[str, Any]) -> dict[str, Any]:
    """Who does it: a person known here, or words."""
    rows = answers.get("person") or []
    return {"person": rows[0] if rows else None, "who": (answers.get("who") or "").strip()}


def _check_until(topic: Topic, given: dt.date | None, today: dt.date) -> None:
    if given is None:
        return
    if given < today:
        raise Refusal("joint.day_passed", field="until", day=given)
    if topic.until is not None and given > topic.until:
        raise Refusal("joint.after_topic", field="until", day=given, until=topic.until)


def _named(taking: Taking) -> Piece:
    """The piece; its line of the journal says which, by committee and number."""
    piece: Piece = taking.record
    taking.facts |= {"name": piece.committee.display, "number": piece.number}
    return piece


def check_divide(taking: Taking) -> None:
    """Its day lies ahead and within the topic's."""
    _check_until(taking.record.topic, taking.answers.get("until"), clock.as_day(taking.at))


def divide(taking: Taking) -> None:
    """Effect of 增加分解任务: the leader's piece or the committee's own."""
    part: Partaking = taking.record
    answers = taking.answers
    until = _until(part, answers.get("until"), clock.as_day(taking.at))
    led = part.topic.committee_id
    piece = Piece(
        topic=part.topic, part=part, committee_id=part.committee_id, number=queries.next_number(part),
        what=answers["what"].strip(), until=until, given=bool(answers.get("given")) and part.committee_id != led,
        created_at=taking.at, **_doer(answers),
    )  # fmt: skip
    made = engine.begin(piece, taking.actor, name=part.committee.display, number=piece.number, until=written_day(until))
    taking.answers["piece"] = made
    taking.facts |= {"name": part.committee.display, "until": written_day(until)}


def check_change(taking: Taking) -> None:
    """As a new one, where the day is another."""
    until = taking.answers["until"]
    if until != taking.record.until:
        _check_until(taking.record.topic, until, clock.as_day(taking.at))


def change(taking: Taking) -> None:
    """Effect of 调整: by whoever wrote it."""
    piece = _named(taking)
    piece.what, piece.until = taking.answers["what"].strip(), taking.answers["until"]
    taking.facts["until"] = written_day(piece.until)


def assign(taking: Taking) -> None:
    """Effect of 明确责任人: somebody of the committee that does it."""
    found = _doer(taking.answers)
    if found["person"] is None and not found["who"]:
        raise Refusal("joint.who_missing", field="person")
    piece = _named(taking)
    piece.person, piece.who = found["person"], found["who"]


def check_day(taking: Taking) -> None:
    """The day has come."""
    day = taking.answers.get("on")
    if day is not None and day > clock.as_day(taking.at):
        raise Refusal("joint.day_ahead", field="on", day=day)


def _note(taking: Taking, day: dt.date, percent: int, words: str) -> None:
    piece = _named(taking)
    piece.percent, piece.words, piece.advanced_on = percent, words, day
    Advance(
        piece=piece, committee_id=piece.committee_id, on=day, percent=percent, words=words, by=taking.actor.name,
        created_at=taking.at,
    ).save()  # fmt: skip
    taking.facts["percent"] = percent


def advance(taking: Taking) -> None:
    """Effect of 登记进展: what was done and how far it is."""
    _note(taking, clock.as_day(taking.at), taking.answers["percent"], taking.answers["words"])


def finish_piece(taking: Taking) -> None:
    """Effect of 完成."""
    piece: Piece = taking.record
    piece.done_on = taking.answers["on"]
    _note(taking, piece.done_on, WHOLE, taking.answers.get("words") or piece.words)
    taking.facts["day"] = written_day(piece.done_on)


def send_back(taking: Taking) -> None:
    """Effect of 退回继续办理: by the leader, with the reason."""
    piece = _named(taking)
    piece.done_on, piece.ground = None, taking.answers["ground"]


def drop(taking: Taking) -> None:
    """Effect of 取消: by whoever wrote it, with the reason."""
    _named(taking).ground = taking.answers["ground"]
