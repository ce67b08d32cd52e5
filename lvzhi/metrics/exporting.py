"""The rows behind a figure as CSV or Excel, with filters and moment on top; each export is journalled."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, BinaryIO, cast

from lvzhi.access import Actor
from lvzhi.exchange.columns import Column
from lvzhi.exchange.sheets import Table, write_book, write_csv, write_xlsx
from lvzhi.exchange.sheets.writing import guarded
from lvzhi.journal.lines import line
from lvzhi.metrics.compute import Evidence, Result, cuts_of
from lvzhi.metrics.look import Look
from lvzhi.metrics.shelf import Shelf
from lvzhi.metrics.tables import Row, moved, parts, shown
from lvzhi.metrics.vocabulary import BOOK_HEAD, DOT, HEAD, WORDS, Kind
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
    yield from _with_head(lines, write_csv(columns(evidence), records(evidence, actor)))


def _with_head(lines: list[str], pieces: Iterator[bytes]) -> Iterator[bytes]:
    mark = "\ufeff"
    yield (mark + "".join(f'"{guarded(text).replace(chr(34), chr(34) * 2)}"\r\n' for text in lines)).encode()
    yield next(pieces).decode().removeprefix(mark).encode()
    yield from pieces


def as_xlsx(evidence: Evidence, actor: Actor, lines: list[str], title: str) -> BinaryIO:
    """An Excel file, open at its beginning; it goes when it is closed."""
    book = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115  reason: the answer closes it when it is sent
    write_xlsx(book, title, columns(evidence), records(evidence, actor), head_lines=lines)
    book.seek(0)
    return book


# The whole book.


def book_head(look: Look, filters: Sequence[str], found: Shelf, as_of: datetime) -> list[str]:
    """What stands above the columns: whose, when, which figures, held against what, as of when."""
    facts = {
        "scope": look.scope.title, "period": look.period.label, "count": len(found.rows), "before": found.before,
        "filters": DOT.join(filters) or WORDS["all_figures"], "as_of": formats.moment(as_of),
    }  # fmt: skip
    return [text.format(**facts) for text in BOOK_HEAD]


def note_book(actor: Actor, look: Look, count: int) -> None:
    """One line in the journal: who took how many figures."""
    facts: dict[str, Any] = {"scope": look.scope.title, "period": look.period.label, "count": count}
    with line(actor, "metrics.exported", committee=look.scope.committee, figure=WORDS["book"], **facts):
        pass


VALUES = (
    Column("figure", WORDS["figure"]), Column("value", WORDS["value"], kind="decimal"),
    Column("unit", WORDS["unit_word"]),
    Column("numerator", WORDS["numerator"], kind="int"), Column("denominator", WORDS["denominator"], kind="int"),
    Column("before", WORDS["compared"], kind="decimal"), Column("change", WORDS["change"]),
    Column("code", WORDS["code"]),
)  # fmt: skip
DEFINED = (
    Column("figure", WORDS["figure"]), Column("meaning", WORDS["meaning"]), Column("kind", WORDS["time_kind"]),
    Column("unit", WORDS["unit_word"]), Column("also", WORDS["also"]), Column("splits", WORDS["splits"]),
    Column("rule", WORDS["rule"]), Column("code", WORDS["code"]),
)  # fmt: skip


def values(row: Row) -> list[Any]:
    """A figure's line of values."""
    now, before = row.now, row.before
    return [
        now.figure.name, now.value, now.figure.unit, now.numerator, now.denominator,
        before.value if before is not None else None, moved(now, before) or "", now.figure.key,
    ]  # fmt: skip


def defined(row: Row) -> list[Any]:
    """A figure's line of definition."""
    figure = row.figure
    kinds = dict.fromkeys(str(Kind(metric.kind).label) for metric in figure.sources)
    splits = (cut.name for cut in cuts_of(figure))
    return [
        figure.name, figure.meaning, DOT.join(kinds), figure.unit, WORDS["or"].join(figure.aliases),
        WORDS["or"].join(splits), figure.rule, figure.key,
    ]  # fmt: skip


def book_xlsx(found: Shelf, lines: list[str]) -> BinaryIO:
    """A workbook: a sheet for each room, the definitions last; open at its beginning, it goes when it is closed."""
    target = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115  reason: the answer closes it when it is sent
    sheets = [Table(name, VALUES, map(values, rows), lines) for _, name, rows in found.rooms]
    write_book(target, [*sheets, Table(WORDS["definitions"], DEFINED, map(defined, found.rows), lines)])
    target.seek(0)
    return target


def book_csv(found: Shelf, lines: list[str]) -> Iterator[bytes]:
    """The same as one table: values with their definitions, the room first."""
    columns = [Column("room", WORDS["room"]), *VALUES[:-1], *DEFINED[1:3], *DEFINED[4:]]
    rows = (
        [name, *values(row)[:-1], *defined(row)[1:3], *defined(row)[4:]]
        for _, name, group in found.rooms
        for row in group
    )
    yield from _with_head(lines, write_csv(columns, rows))
