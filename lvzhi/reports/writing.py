"""The report as an official document: GB/T 9704 layout, every number tied to its line in the evidence appendix."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from typing import BinaryIO

from lvzhi.access import Actor
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import Attachment, Block, Document9704, Heading1, Heading2, Para, Run, write
from lvzhi.metrics.periods import Period
from lvzhi.norms import value as value_of
from lvzhi.reports import actions, norms, queries, vocabulary
from lvzhi.reports import models as records
from lvzhi.reports.composing import Number, Report, annexes, compose, filling, grids
from lvzhi.reports.composing.filling import Book, Piece
from lvzhi.reports.composing.grids import Grid, Told
from lvzhi.reports.composing.library import laid
from lvzhi.reports.composing.returning import COPY, NUMBER, SECTION, Given
from lvzhi.reports.queries.comparing import figures_of, known_of, signed_reading
from lvzhi.reports.sections import SUMMARY
from lvzhi.reports.sections.tables import chosen
from lvzhi.reports.vocabulary.words import NUMBERED


def write_report(
    scope: Scope, period: Period, path: str | os.PathLike[str] | BinaryIO, tables: Sequence[str] | None = None
) -> list[str]:
    """Write the yearly report of a scope and period as .docx; returns warnings as sentences.

    Args:
        tables: keys of the tables that go with it; those of the yearly outline where nothing is said.

    Raises:
        OSError: the file cannot be written; nothing is left half-written.
    """
    report = compose(scope, period)
    missing = write(document(report, SUMMARY.tables if tables is None else tables), path)
    warnings = [vocabulary.FONTS_MISSING.format(fonts=vocabulary.LIST.join(missing))] if missing else []
    return warnings + [gap for chapter in report.chapters for gap in chapter.gaps]


def document(report: Report, tables: Sequence[str] = ()) -> Document9704:
    """The report's document."""
    committee = report.scope.committee
    body: list[Block] = []
    for number, section in enumerate((one for one in laid(SUMMARY.blocks, report.chapters) if one.parts), 1):
        body.append(Heading1(vocabulary.CHAPTER.format(number=vocabulary.NUMERALS[number], title=section.title)))
        for heading, written in section.parts:
            body += [Heading2(heading)] if heading else []
            body += [Para([_run(piece) for one in each for piece in one.pieces]) for each in written.paragraphs]
    if not body:
        body.append(Para(vocabulary.NOTHING_TO_REPORT))
    title = vocabulary.DOCUMENT_TITLE.format(place=committee.name, period=vocabulary.period_title(report.period))
    told = _told(grids.grids(chosen(list(tables)), report.scope, report.period), report.scope, report.period)
    attachments = annexes.tables(told)
    if report.numbers:
        attachments.append(Attachment(vocabulary.APPENDIX, _evidence(report, told)))
    return Document9704(title, body, date=clock.today(), issuer=committee.name, attachments=attachments)


def _told(laid_out: Sequence[Grid], scope: Scope, period: Period) -> list[Told]:
    """Tables with the numbers of now."""
    book = filling.book([one.text for one in laid_out], scope, period) if laid_out else None
    return [grids.told(one, book) for one in laid_out] if book is not None else []


def _run(piece: str | Number) -> Run:
    return Run(piece) if isinstance(piece, str) else Run(piece.text, link=f"#e{piece.place}")


def _evidence(report: Report, told: Sequence[Told]) -> list[Block]:
    lines = [
        annexes.Line(
            one.place,
            vocabulary.CUT_NAME.format(name=one.figure.name, label=one.cut_label) if one.cut_label else one.figure.name,
            annexes.value(one.result.value, one.result), one.figure.meaning,
        )
        for one in report.numbers
    ]  # fmt: skip
    have = ((one.figure.key, ()) for one in report.numbers if not one.cut_label)
    lines += [annexes.line(place, one) for place, one in enumerate(annexes.totals(told, have), len(lines) + 1)]
    return annexes.evidence(lines, _facts(report.scope, report.period, report.as_of))


def _facts(scope: Scope, period: Period, as_of: datetime) -> str:
    return vocabulary.APPENDIX_LINE.format(place=scope.title, period=period.label, as_of=vocabulary.moment(as_of))


# The report as a record.


def filled(report: records.Report, texts: Sequence[str]) -> Book:
    """The figures of a report's texts: frozen once it is signed, else as the records have them now."""
    scope, period = queries.scope_of(report), queries.period_of(report)
    reading = signed_reading(report) if report.is_frozen else None
    if reading is None:
        return filling.book(texts, scope, period)
    return filling.frozen({one.token: known_of(one) for one in figures_of(reading)}, scope, period)


def printed_tables(report: records.Report) -> list[Told]:
    """The tables of a report: as they were frozen once it is signed, else as the records have them now."""
    reading = signed_reading(report) if report.is_frozen else None
    if reading is None:
        return _told(queries.grids_now(report), queries.scope_of(report), queries.period_of(report))
    kept = [Grid.of_json(one) for one in reading.grids]
    book = filled(report, []) if kept else None
    return [grids.told(one, book) for one in kept] if book is not None else []


def give(report: records.Report, actor: Actor, form: str) -> tuple[records.Copy, Document9704]:
    """A document to give out, noted as a copy. Every number bears a bookmark by which it is known again."""
    parts = queries.sections_of(report)
    book = filled(report, [one.text for one in parts])
    noted = [
        {
            "uid": str(part.section.uid), "revision": part.number, "heading": part.heading,
            "tokens": [[piece.token.text, piece.text] for piece in book.fill(part.text) if piece.token is not None],
        }
        for part in parts
    ]  # fmt: skip
    copy = actions.note_copy(report, actor, form, noted)
    return copy, record_document(report, parts, book, mark=COPY + copy.uid.hex)


def given(copy: records.Copy) -> list[Given]:
    """The sections of a copy as they were given out."""
    texts = queries.texts_of(copy)
    return [
        Given(
            part["uid"], part["revision"], part["heading"], texts.get((part["uid"], part["revision"]), ""),
            tuple((token, printed) for token, printed in part["tokens"]),
        )
        for part in copy.parts
    ]  # fmt: skip


def strict(report: records.Report) -> bool:
    """Whether nothing is made where the standard's faces are missing (R12.14)."""
    return bool(value_of(norms.STRICT_FONTS, report.committee_id))


def record_document(
    report: records.Report, parts: Sequence[records.Revision], book: Book, *, mark: str = ""
) -> Document9704:  # fmt: skip
    """The document of a report: GB/T 9704 layout, each number leading to its line in the evidence appendix."""
    places = {plain: place for place, plain in enumerate(_printed(parts, book), 1)}
    body: list[Block] = []
    for place, part in enumerate(parts):
        heading = part.heading
        if not NUMBERED.match(heading) and place + 1 < len(vocabulary.NUMERALS):
            heading = vocabulary.CHAPTER.format(number=vocabulary.NUMERALS[place + 1], title=heading)
        runs = [Run(heading, bookmark=f"{SECTION}{place}")]
        if place == 0 and mark:
            runs = [Run(heading[:1], bookmark=mark), Run(heading[1:], bookmark=f"{SECTION}{place}")]
        body += [Heading1(runs), *_section(place, part, book, places)]
    if not body:
        body.append(Para(vocabulary.NOTHING_TO_REPORT))
    committee = report.committee
    told = printed_tables(report)
    attachments = annexes.tables(told)
    if places or told:
        attachments.append(Attachment(vocabulary.APPENDIX, _record_evidence(report, book, places, told)))
    return Document9704(
        report.title, body, date=report.signed_on or clock.today(), issuer=committee.name, attachments=attachments,
        number=report.document_no or None,
    )  # fmt: skip


def _printed(parts: Sequence[records.Revision], book: Book) -> list[str]:
    pieces = (piece for part in parts for piece in book.fill(part.text))
    return list(dict.fromkeys(piece.token.plain for piece in pieces if piece.token is not None and piece.known))


def _section(place: int, part: records.Revision, book: Book, places: dict[str, int]) -> Iterator[Block]:
    number = count()
    for line in filling.sentences(part.text, book):
        runs = [_piece(piece, place, number, places) for one in line for piece in one.pieces]
        yield Heading2(runs) if filling.is_heading(line) else Para(runs)


def _piece(piece: Piece, place: int, number: Iterator[int], places: dict[str, int]) -> Run:
    if piece.token is None:
        return Run(piece.text)
    line = places.get(piece.token.plain)
    return Run(piece.text, link=f"#e{line}" if line else None, bookmark=f"{NUMBER}{place}_{next(number)}")


def _record_evidence(report: records.Report, book: Book, places: dict[str, int], told: Sequence[Told]) -> list[Block]:
    lines = [annexes.line(place, book.known[plain]) for plain, place in places.items()]
    have = ((book.known[plain].key, book.known[plain].cuts) for plain in places)
    lines += [annexes.line(place, one) for place, one in enumerate(annexes.totals(told, have), len(lines) + 1)]
    reading = signed_reading(report) if report.is_frozen else None
    as_of = reading.as_of if reading is not None else clock.now()
    return annexes.evidence(lines, _facts(queries.scope_of(report), queries.period_of(report), as_of))
