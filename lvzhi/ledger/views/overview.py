"""How far the ledger has come, on a page, on paper, as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.accounts.actors import actor_of
from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.exchange.sheets import Table as SheetOf
from lvzhi.exchange.sheets import write_book
from lvzhi.journal.lines import line
from lvzhi.ledger.metrics.overview import Cell, Line, Sheet, sheets
from lvzhi.ledger.vocabulary import overview as words
from lvzhi.metrics.compute import plain
from lvzhi.metrics.look import look
from lvzhi.ui.formats import moment, number
from lvzhi.ui.tables import Column, Table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """The tables of a committee and a period; each number leads to its rows.

    Raises:
        NotAllowed: somebody who sees no committee's figures.
    """
    seen = look(actor_of(request), request.GET, request.path)
    context = {
        "look": seen,
        "sheets": [(sheet, _table(sheet)) for sheet in sheets(seen.scope, seen.period)],
        "export": reverse("ledger:overview_export") + seen.query(),
        "as_of": clock.now(),
        "note": words.AS_OF.format(moment=moment(clock.now())),
    }
    return render(request, "ledger/overview.html", context)


@require_GET
def export(request: HttpRequest) -> HttpResponseBase:
    """The same tables as sheets of one workbook; the journal keeps who took it. Raises as `overview`."""
    seen = look(actor_of(request), request.GET, request.path)
    made = sheets(seen.scope, seen.period)
    said = words.LEAD.format(place=seen.scope.title, period=seen.period.label)
    head = (said, words.AS_OF.format(moment=moment(clock.now())))
    with line(seen.actor, "ledger.overview_exported", committee=seen.scope.committee, said=said):
        pass
    book = BytesIO()
    write_book(book, [_sheet(sheet, head) for sheet in made])
    book.seek(0)
    name = words.FILE.format(day=clock.today().isoformat())
    return FileResponse(book, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def _said(cell: Cell) -> str:
    result = cell.result
    if result.denominator is None:
        return number(plain(result.value) or 0)
    if result.value is None:
        return words.NO_RATE
    return words.RATE.format(value=number(result.value), part=result.numerator, whole=result.denominator)


def _table(sheet: Sheet) -> Table:
    def reading(place: int) -> Callable[[Line], str]:
        return lambda row: _said(row.cells[place])

    def opening(place: int) -> Callable[[Line], str]:
        return lambda row: row.cells[place].url

    columns = [Column("label", sheet.heads[0], head=True, wide=True)]
    columns += [
        Column(f"c{place}", label, value=reading(place), url=opening(place), short=True)
        for place, label in enumerate(sheet.heads[1:])
    ]
    return Table(columns, list(sheet.lines))


def _sheet(sheet: Sheet, head: tuple[str, ...]) -> SheetOf:
    columns = [Field(f"c{place}", label) for place, label in enumerate(sheet.heads)]
    rows = [[row.label, *(_held(cell) for cell in row.cells)] for row in sheet.lines]
    return SheetOf(sheet.title, columns, rows, head)


def _held(cell: Cell) -> Any:
    """A whole number as a number; a rate as people read it, with its numerator and denominator."""
    return _said(cell) if cell.result.denominator is not None else plain(cell.result.value)
