"""The report as an official document: GB/T 9704 layout, every number tied to its line in the evidence appendix."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import count
from typing import BinaryIO, Literal

from lvzhi.access import Actor
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import Attachment, Block, Document9704, Heading1, Heading2, Para, Run, Table, write
from lvzhi.metrics import compute
from lvzhi.metrics.periods import Period
from lvzhi.norms import value as value_of
from lvzhi.reports import actions, norms, queries, vocabulary
from lvzhi.reports import models as records
from lvzhi.reports.composing import Number, Report, compose, filling
from lvzhi.reports.composing.filling import Book, Known, Piece
from lvzhi.reports.composing.returning import COPY, NUMBER, SECTION, Given
from lvzhi.reports.queries.comparing import figures_of, known_of, signed_reading
from lvzhi.reports.vocabulary.words import NUMBERED


def write_report(scope: Scope, period: Period, path: str | os.PathLike[str] | BinaryIO) -> list[str]:
    """Write the yearly report of a scope and period as .docx; returns warnings as sentences.

    Raises:
        OSError: the file cannot be written; nothing is left half-written.
    """
    report = compose(scope, period)
    missing = write(document(report), path)
    warnings = [vocabulary.FONTS_MISSING.format(fonts=vocabulary.LIST.join(missing))] if missing else []
    return warnings + [gap for chapter in report.chapters for gap in chapter.gaps]


def document(report: Report) -> Document9704:
    """The report's document."""
    committee = report.scope.committee
    body: list[Block] = []
    for number, written in enumerate((one for one in report.chapters if one.paragraphs), 1):
        heading = vocabulary.CHAPTER.format(number=vocabulary.NUMERALS[number], title=written.chapter.title)
        body.append(Heading1(heading))
        body += [Para([_run(piece) for one in paragraph for piece in one.pieces]) for paragraph in written.paragraphs]
    if not body:
        body.append(Para(vocabulary.NOTHING_TO_REPORT))
    title = vocabulary.DOCUMENT_TITLE.format(place=committee.name, period=vocabulary.period_title(report.period))
    attachments = [Attachment(vocabulary.APPENDIX, _evidence(report))] if report.numbers else []
    return Document9704(title, body, date=clock.today(), issuer=committee.name, attachments=attachments)


def _run(piece: str | Number) -> Run:
    return Run(piece) if isinstance(piece, str) else Run(piece.text, link=f"#e{piece.place}")


def _evidence(report: Report) -> list[Block]:
    rows = [
        (
            [Run(str(one.place), bookmark=f"e{one.place}")],
            vocabulary.CUT_NAME.format(name=one.figure.name, label=one.cut_label) if one.cut_label else one.figure.name,
            vocabulary.number(one.result.value, one.figure.unit),
            parts(one),
            one.figure.meaning,
        )
        for one in report.numbers
    ]
    facts = vocabulary.APPENDIX_LINE.format(
        place=report.scope.title, period=report.period.label, as_of=vocabulary.moment(report.as_of)
    )
    table = Table(
        vocabulary.APPENDIX_COLUMNS,
        rows,
        widths=(0.8, 2.4, 1.4, 1.9, 5),
        aligns=("center", "left", "right", "right", "left"),
    )
    return [Para(facts), table, Para(vocabulary.ROUNDING)]


def parts(number: Number) -> str:
    """Numerator and denominator of a rate, the count of rows of anything else."""
    result = number.result
    if result.denominator is not None:
        return vocabulary.PARTS.format(part=result.numerator, whole=result.denominator)
    return vocabulary.ROWS.format(count=compute.plain(result.value)) if number.figure.shape == "count" else ""


# The report as a record.


def filled(report: records.Report, texts: Sequence[str]) -> Book:
    """The figures of a report's texts: frozen once it is signed, else as the records have them now."""
    scope, period = queries.scope_of(report), queries.period_of(report)
    reading = signed_reading(report) if report.is_frozen else None
    if reading is None:
        return filling.book(texts, scope, period)
    return filling.frozen({one.token: known_of(one) for one in figures_of(reading)}, scope, period)


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
    attachments = [Attachment(vocabulary.APPENDIX, _record_evidence(report, book, places))] if places else []
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


def _record_evidence(report: records.Report, book: Book, places: dict[str, int]) -> list[Block]:
    rows = [
        (
            [Run(str(place), bookmark=f"e{place}")], book.known[plain].name,
            vocabulary.number(book.known[plain].value, book.known[plain].unit), _parts(book.known[plain]),
            book.known[plain].meaning,
        )
        for plain, place in places.items()
    ]  # fmt: skip
    reading = signed_reading(report) if report.is_frozen else None
    facts = vocabulary.APPENDIX_LINE.format(
        place=queries.scope_of(report).title, period=queries.period_of(report).label,
        as_of=vocabulary.moment(reading.as_of if reading is not None else clock.now()),
    )  # fmt: skip
    aligns: tuple[Literal["left", "center", "right"], ...] = ("center", "left", "right", "right", "left")
    return [
        Para(facts),
        Table(vocabulary.APPENDIX_COLUMNS, rows, widths=(0.8, 2.4, 1.4, 1.9, 5), aligns=aligns),
        Para(vocabulary.ROUNDING),
    ]


def _parts(known: Known) -> str:
    if known.denominator is None:
        return ""
    return vocabulary.PARTS.format(part=known.numerator, whole=known.denominator)
