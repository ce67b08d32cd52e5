"""The statistics of proposals: a session or a year in full, several sessions side by side; the same as a workbook."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee, Session
from lvzhi.committee.queries import sessions_of
from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.exchange.sheets import Table as SheetOf
from lvzhi.exchange.sheets import write_book
from lvzhi.journal.lines import line
from lvzhi.metrics import periods
from lvzhi.proposals import rules
from lvzhi.proposals.metrics.statistics import Frame, Manner, Sheet, of_period, of_session, sheets
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary import NAMES
from lvzhi.proposals.vocabulary.statistics import PAGE
from lvzhi.ui.formats import moment
from lvzhi.ui.tables import Column, Table

MOST = 6  # sessions side by side: a term and one more
YEARS = 4
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def statistics(request: HttpRequest) -> HttpResponse:
    """Every table of what was asked for; each number leads to its rows.

    Raises:
        NotAllowed: the actor does not read the committee's proposals.
    """
    place = _place(request)
    sessions, chosen, year = _asked(request, place)
    frames = _frames(place, chosen, year)
    made = sheets(frames, Manner.of(place, clock.today())) if frames else []
    query = urlencode([("session", str(one.pk)) for one in chosen] or [("year", str(year))]) if frames else ""
    context = {
        "place": place,
        "frames": frames,
        "sheets": [(sheet, _table(sheet)) for sheet in made],
        "sessions": [(one, one in chosen) for one in sessions[:MOST]],
        "years": [(one, one == year, f"?year={one}") for one in _years()],
        "export": f"{reverse('proposals:statistics_export')}?{query}",
        "as_of": clock.now(),
    }
    return render(request, "proposals/statistics.html", context)


@require_GET
def export(request: HttpRequest) -> HttpResponseBase:
    """The same tables as sheets of one workbook; the journal keeps who took it.

    Raises:
        NotAllowed: as `statistics`.
    """
    place = _place(request)
    _, chosen, year = _asked(request, place)
    frames = _frames(place, chosen, year)
    made = sheets(frames, Manner.of(place, clock.today())) if frames else []
    said = NAMES.join(frame.label for frame in frames)
    head = (PAGE["lead"].format(place=place.name, frames=said), PAGE["as_of"].format(moment=moment(clock.now())))
    with line(actor_of(request), "proposals.statistics_exported", committee=place, frames=said):
        pass
    book = BytesIO()
    write_book(book, [_sheet(sheet, head) for sheet in made])
    book.seek(0)
    name = PAGE["file"].format(day=clock.today().isoformat())
    return FileResponse(book, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def _place(request: HttpRequest) -> Committee:
    place, actor = committee_of(request), actor_of(request)
    if place is None or not _reads(actor, place):
        raise NotAllowed("access.not_allowed", who=rules.clerk.label)
    return place


def _reads(actor: Actor, place: Committee) -> bool:
    return place.pk in rules.reads_all(actor)


def _years() -> list[int]:
    now = clock.today().year
    return list(range(now, now - YEARS, -1))


def _asked(request: HttpRequest, place: Committee) -> tuple[list[Session], list[Session], int | None]:
    """All sessions, those asked for, and the year asked for; the last session where nothing is."""
    sessions = list(sessions_of(place).filter(window_from__lte=clock.today()))
    wanted = set(request.GET.getlist("session"))
    chosen = [one for one in sessions if str(one.pk) in wanted][:MOST]
    year = request.GET.get("year", "")
    if not chosen and year.isdigit() and periods.FIRST_YEAR <= int(year) <= clock.today().year:
        return sessions, [], int(year)
    return sessions, chosen or sessions[:1], None


def _frames(place: Committee, chosen: list[Session], year: int | None) -> list[Frame]:
    if year is not None:
        return [of_period(place, periods.year(year))]
    today = clock.today()
    return [of_session(place, one, today) for one in reversed(chosen)]


def _table(sheet: Sheet) -> Table:
    def reading(place: int) -> Any:
        return lambda row: row.cells[place].text

    def opening(place: int) -> Any:
        return lambda row: row.cells[place].url or None

    columns = [Column("label", sheet.heads[0], head=True, wide=True)]
    columns += [
        Column(f"c{place}", label, value=reading(place), url=opening(place), short=True)
        for place, label in enumerate(sheet.heads[1:])
    ]
    return Table(columns, list(sheet.lines))


def _sheet(sheet: Sheet, head: tuple[str, ...]) -> SheetOf:
    columns = [Field(f"c{place}", label) for place, label in enumerate(sheet.heads)]
    rows = [[row.label, *(_held(cell) for cell in row.cells)] for row in sheet.lines]
    notes = (sheet.refusal,) if sheet.refusal else sheet.notes
    return SheetOf(sheet.title, columns, rows, (*head, *notes))


def _held(cell: Any) -> Any:
    """A whole number as a number; a rate as people read it, with its numerator and denominator."""
    return cell.value if isinstance(cell.value, int) else cell.text
