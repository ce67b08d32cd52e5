"""Sending a report on, giving it back, signing and filing it: checks and effects of its steps."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.reports import queries, vocabulary
from lvzhi.reports.actions.reading import note_reading
from lvzhi.reports.composing import filling
from lvzhi.reports.composing.filling import Book
from lvzhi.reports.composing.lacking import named
from lvzhi.reports.models import NAME_MOST, WORDS_MOST, Report
from lvzhi.reports.queries.book import open_remarks
from lvzhi.reports.vocabulary.states import ReadingKind
from lvzhi.workflow.declare import Taking


def check_send(taking: Taking) -> None:
    """A report that is sent on has sections, no token that means nothing, no remark that is open, and lacks nothing.

    What it lacks may be accepted with a ground.

    Raises:
        Refusal: ``reports.no_sections``, ``reports.faulty_tokens``, ``reports.open_remarks``, ``reports.not_ready``.
    """
    report: Report = taking.record
    texts = [one.text for one in queries.sections_of(report)]
    if not any(texts):
        raise Refusal("reports.no_sections")
    book = _check_tokens(report, texts)
    count = open_remarks(report)
    if count:
        raise Refusal("reports.open_remarks", count=count)
    lacking = queries.lacks(report, book)
    if lacking and not str(taking.answers.get("ground", "")).strip():
        raise Refusal("reports.not_ready", field="ground", lacking=named(lacking))


def _check_tokens(report: Report, texts: list[str]) -> Book:
    book = filling.book(texts, queries.scope_of(report), queries.period_of(report))
    faults = [piece.fault for text in texts for piece in book.fill(text) if piece.fault]
    if faults:
        raise Refusal("reports.faulty_tokens", count=len(faults), first=faults[0])
    return book


def send_on(taking: Taking) -> None:
    """What it is sent with: a note, and what it lacks with the ground for sending it all the same."""
    report: Report = taking.record
    note, ground = taking.answers.get("note", ""), str(taking.answers.get("ground", "")).strip()
    if ground and (lacking := queries.lacks(report)):
        note = vocabulary.SENT_LACKING.format(note=note, lacking=named(lacking), ground=ground)
    report.note = note[:WORDS_MOST]


def give_back(taking: Taking) -> None:
    """Why it comes back."""
    taking.record.note = taking.answers["ground"]


def approve(taking: Taking) -> None:
    """Who reviewed it, when."""
    report: Report = taking.record
    report.reviewer, report.reviewed_on = taking.actor.name[:NAME_MOST], clock.as_day(taking.at)
    report.note = taking.answers.get("note", "")


def check_sign(taking: Taking) -> None:
    """Every token still means something on the day of signing. Raises as `check_send`."""
    report: Report = taking.record
    _check_tokens(report, [one.text for one in queries.sections_of(report)])


def sign(taking: Taking) -> None:
    """Freeze: value, definition and rows of every figure of the text."""
    report: Report = taking.record
    report.signer, report.signed_on = taking.actor.name[:NAME_MOST], clock.as_day(taking.at)
    _, taking.facts["count"] = note_reading(report, taking.actor, ReadingKind.SIGNED)


def check_seal(taking: Taking) -> None:
    """Filed not before it was signed, nor on a day to come."""
    report: Report = taking.record
    day = taking.answers["on"]
    if day > clock.as_day(taking.at):
        raise Refusal("reports.day_ahead", field="on", day=day)
    if report.signed_on is not None and day < report.signed_on:
        raise Refusal("reports.sealed_early", field="on", day=day, before=report.signed_on)


def seal(taking: Taking) -> None:
    """Number and day."""
    report: Report = taking.record
    report.document_no, report.sealed_on = taking.answers.get("number", ""), taking.answers["on"]
    taking.facts["number"] = report.document_no


def withdraw(taking: Taking) -> None:
    """Why; what was public is so no more."""
    report: Report = taking.record
    report.ground = taking.answers["ground"]
    if report.published_on is not None and report.taken_down_on is None:
        report.taken_down_on = clock.as_day(taking.at)
