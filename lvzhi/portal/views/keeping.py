"""Public pages are kept until anything that they may have read is written: a withdrawal is seen by the next request."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.following import touched
from lvzhi.portal.views.page import is_large, refused
from lvzhi.ui.marks import asset

SECONDS: Final = 600
READ: Final = ("committee.", "directory.", "norms.", "opinions.", "people.", "proposals.", "regulations.", "reports.")
"""Rooms of which a page may read anything: by room, so that no kind is forgotten."""
View = Callable[..., HttpResponse]


def stamp() -> str:
    """Changes with every entry about a record that a page may have read, with the day, and with the release."""
    seqs = sorted((kind, seq) for kind, seq in touched().items() if kind.startswith(READ))
    said = repr((seqs, clock.today().isoformat(), asset("portal.css")))
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def public(view: View) -> Callable[..., HttpResponseBase]:
    """A page for anybody: kept, known again by its stamp, a refusal as one sentence."""

    @login_not_required
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        now = stamp()
        mark = f'"{now}{"l" if is_large(request) else ""}"'
        if mark in parse_etags(request.headers.get("If-None-Match", "")):
            return _told(HttpResponse(status=HTTPStatus.NOT_MODIFIED), mark)
        key = _key(request)
        held = cache.get(key) if key else None
        if held is not None and held[0] == now:
            return _told(HttpResponse(held[1], content_type=held[2], headers=held[3]), mark)
        try:
            found = view(request, *args, **kwargs)
        except Refusal as refusal:
            return refused(request, refusal)
        if key and found.status_code == HTTPStatus.OK:
            more = {name: found.headers[name] for name in ("Content-Disposition",) if name in found.headers}
            cache.set(key, (now, found.content, found.headers["Content-Type"], more), SECONDS)
        return _told(found, mark)

    return answer


def _key(request: HttpRequest) -> str:
    """Where a page is kept; "" for one that was asked for with words of the visitor, of which there is no end."""
    if request.GET:
        return ""
    said = f"{request.scheme}|{request.get_host()}|{request.path}|{is_large(request)}"
    return f"portal:{hashlib.sha256(said.encode()).hexdigest()}"


def _told(answer: HttpResponse, mark: str) -> HttpResponse:
    """Anybody may keep it and asks each time whether it still stands."""
    if answer.status_code in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
        answer.headers["ETag"] = mark
        answer.headers["Cache-Control"] = "public, no-cache"
    return answer
