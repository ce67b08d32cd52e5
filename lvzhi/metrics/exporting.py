"""The rows behind a figure as CSV or Excel, with filters and moment on top; each export is journalled."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from lvzhi.access import Actor
from lvzhi.exchange.columns import Column
from lvzhi.exchange.sheets import write_csv, write_xlsx
from lvzhi.exchange.sheets.writing import guarded
from lvzhi.journal.lines import line
from lvzhi.metrics.compute import Evidence, Result
from lvzhi.metrics.look import Look
from lvzhi.metrics.tables import parts, shown
from lvzhi.metrics.vocabulary import HEAD, WORDS
from lvzhi.ui import formats

KINDS = {"number": "int", "date": "date", "money": "decimal"}


def head(look: Look, result: Result, evidence: Evidence, count: int, cut_words: str) -> list[str]:
    """What stands above the columns: what it is, whose, when, narrowed how, as of when."""
    value = shown(result) or WORDS["nothing"]
    facts = {
        "name": result.figure.name, "value": f"{value}（{parts(result)}）" if parts(result) else value,
        "meaning": result.figure.meaning, "scope": look.scope.title, "period": look.period.label,
        "cut": cut_words or WORDS["whole"], "as_of": formats.moment(result.as_of), "count": formats.number(count),
        "side": evidence.metric.name,
    }  # fmt: skip
    return [text.format(**facts) for text in HEAD]


def note(actor: Actor, look: Look, result: Result, count: int) -> None:
    """One line in the journal: who took how many rows of which figure."""
    facts: dict[str, Any] = {"scope": look.scope.title, "period": look.period.label, "count": count}
    with line(actor, "metrics.exported", committee=look.scope.committee, figure=result.figure.name, **facts):
        pass


def columns(evidence: Evidence) -> list[Column]:
    """The evidence page's columns for a sheet."""
    return [
        Column(one.key, one.label, kind=cast("Any", KINDS.get(one.kind, "text"))) for one in evidence.metric.columns
    ]


def records(evidence: Evidence, actor: Actor) -> Iterator[list[Any]]:
    """The cells, row by row, a piece of the table held at a time."""
    return (cells for _, cells in evidence.lines(actor))


def as_csv(evidence: Evidence, actor: Actor, lines: list[str]) -> Iterator[bytes]:
    """A CSV file in pieces."""
    mark = "\ufeff"
    yield (mark + "".join(f'"{guarded(text).replace(chr(34), chr(34) * 2)}"\r\n' for text in lines)).encode()
    pieces = write_csv(columns(evidence), records(evidence, actor))
    yield next(pieces).decode().removeprefix(mark).encode()
    yield from pieces


def as_xlsx(evidence: Evidence, actor: Actor, lines: list[str], title: str) -> BinaryIO:
    """An Excel file, open at its beginning; it goes when it is closed."""
    book = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115  reason: the answer closes it when it is sent
    write_xlsx(book, title, columns(evidence), records(evidence, actor), head_lines=lines)
    book.seek(0)
    return book
