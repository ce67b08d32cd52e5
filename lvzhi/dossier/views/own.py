"""What is held about oneself: looked at, and taken away as a copy."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lvzhi.committee.web import XLSX_TYPE, actor_of
from lvzhi.dossier import tables
from lvzhi.dossier.archive import own_copy
from lvzhi.dossier.queries import amending
from lvzhi.dossier.queries.held import facts, oneself
from lvzhi.dossier.vocabulary.words import HELD


@require_GET
@never_cache
def held(request: HttpRequest) -> HttpResponse:
    """What is known of oneself, numbers masked, and the way to a whole copy."""
    person = oneself(actor_of(request))
    known = [
        {"label": label, "value": value, "url": reverse("dossier:amend", args=[key])}
        for key, label, value in facts(person, whole=False)
    ]
    mine = list(amending.own(person))
    context = {"title": HELD["title"], "facts": known, "mine": tables.own_amendments(mine) if mine else None}
    return render(request, "dossier/held.html", context)


@require_POST
@never_cache
def copy(request: HttpRequest) -> FileResponse:
    """Everything as one workbook; the journal keeps that it was taken."""
    target, name = own_copy(actor_of(request))
    return FileResponse(target, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE)
