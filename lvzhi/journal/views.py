"""The log of an auditor and one line of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lvzhi.access import Actor, Missing, NotAllowed
from lvzhi.journal import queries, vocabulary
from lvzhi.journal.forms import LogFilter
from lvzhi.journal.models import Entry
from lvzhi.journal.queries import Told
from lvzhi.ui import formats
from lvzhi.ui.paging import keyset
from lvzhi.ui.tables import Column, Table


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by the middleware of accounts
    if not queries.may_read(actor):
        raise NotAllowed("access.not_allowed", who=vocabulary.READERS)
    return actor


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """The lines of the auditor's committees, newest first, filtered, a page at a time."""
    actor = _actor(request)
    form = LogFilter(request.GET)
    page = keyset(queries.log(actor, form.wanted()), ["-seq"], request.GET.get("cursor", ""))
    names = vocabulary.COLUMNS
    table = Table(
        columns=[
            Column("what", names["what"], head=True, wide=True, value=lambda e: Told(e).sentence, url=_url),
            Column("subject_title", names["subject"], wide=True),
            Column("who", names["who"], value=lambda e: Told(e).who),
            Column("at", names["at"], kind="moment"),
            Column("address", names["address"], hide_on_phone=True),
            Column("seq", names["seq"], kind="number", hide_on_phone=True),
        ],
        page=page,
        params=request.GET,
        empty=vocabulary.LOG_EMPTY,
    )
    return render(request, "journal/log.html", {"table": table, "form": form, "clear": reverse("journal:log")})


def _url(entry: object) -> str:
    return reverse("journal:entry", args=[entry.seq])  # type: ignore[attr-defined]  # rows of the table are entries


def _from(found: Entry) -> str:
    """By which door, with the mark of a token where one was shown, and from which address."""
    door, _, mark = found.via.partition(" ")
    return " ".join(part for part in (vocabulary.VIA.get(door, door), mark, found.address) if part)


@require_safe
def entry(request: HttpRequest, seq: int) -> HttpResponse:
    """One line with what it changed."""
    found = queries.visible(_actor(request)).filter(seq=seq).first()
    if found is None:
        raise Missing("journal.no_such_entry", seq=seq)
    told = Told(found)
    names = vocabulary.COLUMNS
    facts = [
        (names["at"], formats.moment(told.at)),
        (names["who"], told.who),
        (names["address"], _from(found)),
        (names["subject"], found.subject_title or vocabulary.EMPTY),
        (names["hash"], found.hash),
    ]
    crumbs = [
        {"label": vocabulary.LOG, "url": reverse("journal:log")},
        {"label": vocabulary.LINE.format(seq=seq)},
    ]
    return render(request, "journal/entry.html", {"told": told, "facts": facts, "crumbs": crumbs})
