"""The report as an official document: GB/T 9704 layout, every number tied to its line in the evidence appendix."""

from __future__ import annotations

import os
from typing import BinaryIO

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import Attachment, Block, Document9704, Heading1, Para, Run, Table, write
from lvzhi.metrics import compute
from lvzhi.metrics.periods import Period
from lvzhi.reports import vocabulary
from lvzhi.reports.composing import Number, Report, compose


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
