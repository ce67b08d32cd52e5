"""A report's sections as a page shows them: numbers that lead to their rows, what is to be minded, remarks beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.committee.scope import Scope
from lvzhi.reports import queries, rules, tables
from lvzhi.reports.composing import filling
from lvzhi.reports.composing.filling import Book, Known, Piece, Sentence
from lvzhi.reports.composing.grids import Told
from lvzhi.reports.models import Report, Revision
from lvzhi.ui.tables import Column, Table
from lvzhi.workflow.engine import steps_open


def address(known: Known, scope: Scope) -> str:
    """The rows behind a number."""
    cuts = ";".join(f"{key}:{value}" for key, value, _ in known.cuts)
    said = {
        "committee": str(scope.committee.uid), "period": known.period, "below": "1" if scope.below else "", "cut": cuts,
    }  # fmt: skip
    return reverse("metrics:figure", args=[known.key]) + "?" + urlencode({k: v for k, v in said.items() if v})


def piece_view(piece: Piece, scope: Scope) -> dict[str, Any]:
    """Words, a number with its rows, or a token that means nothing."""
    shown: dict[str, Any] = {"text": piece.text, "fault": piece.fault, "notes": piece.notes, "token": piece.token}
    if piece.known is not None:
        shown |= {"url": address(piece.known, scope), "name": piece.known.name}
    return shown


def paragraphs(text: str, book: Book, scope: Scope, other: Book | None = None) -> list[dict[str, Any]]:
    """A section's text; sentences that read otherwise with other figures are marked."""
    lines = filling.sentences(text, book)
    others = filling.sentences(text, other) if other is not None else lines
    return [
        {
            "heading": filling.is_heading(line),
            "sentences": [_sentence(one, scope, new) for one, new in zip(line, changed, strict=True)],
        }
        for line, changed in zip(lines, others, strict=True)
    ]


def _sentence(sentence: Sentence, scope: Scope, other: Sentence) -> dict[str, Any]:
    return {
        "pieces": [piece_view(piece, scope) for piece in sentence.pieces],
        "marked": sentence.text != other.text, "text": sentence.text,
    }  # fmt: skip


def table_views(told: Sequence[Told], scope: Scope) -> list[dict[str, Any]]:
    """Tables whose numbers lead to their rows."""
    return [
        {"title": one.title, "table": _table(one, scope), "exceeds": one.exceeds, "meanings": one.meanings}
        for one in told
    ]  # fmt: skip


def _table(one: Told, scope: Scope) -> Table:
    first, *others = one.columns
    columns = [Column("label", first, value=lambda row: row[0], head=True)]
    for place, heading in enumerate(others):
        columns.append(Column(f"c{place}", heading, value=_text(place), url=_url(place, scope), short=True))
    return Table(columns, list(one.lines))


Line = tuple[str, tuple[Piece | None, ...]]


def _text(place: int) -> Callable[[Line], str | None]:
    def text(row: Line) -> str | None:
        cell = row[1][place]
        return None if cell is None else cell.text

    return text


def _url(place: int, scope: Scope) -> Callable[[Line], str | None]:
    def url(row: Line) -> str | None:
        cell = row[1][place]
        return None if cell is None or cell.known is None else address(cell.known, scope)

    return url


def minded(text: str, book: Book) -> tuple[list[str], list[str]]:
    """What is wrong with the tokens of a text, and what is to be minded about them; each sentence once."""
    pieces = [piece for piece in book.fill(text) if piece.token is not None]
    faults = dict.fromkeys(piece.fault for piece in pieces if piece.fault)
    return list(faults), list(dict.fromkeys(note for piece in pieces for note in piece.notes))


def section_views(report: Report, parts: Sequence[Revision], book: Book, actor: Actor) -> list[dict[str, Any]]:
    """The sections with their remarks."""
    scope = queries.scope_of(report)
    remarks: Mapping[int, list[dict[str, Any]]] = _remarks(report, actor)
    shown = []
    for number, part in enumerate(parts, 1):
        faults, notes = minded(part.text, book)
        shown.append({
            "number": number, "part": part, "section": part.section, "paragraphs": paragraphs(part.text, book, scope),
            "faults": faults, "notes": notes, "remarks": remarks.get(part.section_id, []),
            "first": number == 1, "last": number == len(parts),
        })  # fmt: skip
    return shown


def _remarks(report: Report, actor: Actor) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    answers = rules.author(actor, report)
    for one in queries.remarks_of(report):
        steps = steps_open(one, actor) if answers or rules.asker(actor, one) else []
        buttons = [(step, reverse("reports:step", args=["remark", one.uid, step.key])) for step in steps]
        found.setdefault(one.section_id, []).append({"row": one, "tag": tables.remark_tag(one), "buttons": buttons})
    return found
