"""Marks every file that somebody takes away with who, when and from which committee (R12.11)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import unquote

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from lvzhi.accounts.models import Account
from lvzhi.config.vocabulary import MARK, MARK_IN_NAME
from lvzhi.deadlines import clock
from lvzhi.exchange import mark

_NAMED = re.compile(r"filename\*=utf-8''([^;]+)|filename=\"([^\"]+)\"", re.IGNORECASE)
CSV = "text/csv"


class MarkMiddleware:
    """Sheets and documents get the mark inside; a CSV, which has no inside for it, in its name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with mark.marked(lambda: _said(request, MARK)):
            answer = self.get_response(request)
        told = answer.headers.get("Content-Disposition", "")
        if told.startswith("attachment") and answer.headers.get("Content-Type", "").startswith(CSV):
            found = _NAMED.search(told)
            by = _said(request, MARK_IN_NAME)
            if found is not None and by:
                path = PurePosixPath(unquote(found[1]) if found[1] else found[2])
                header = content_disposition_header(True, f"{path.stem}{by}{path.suffix}")  # noqa: FBT003  reason: Django's own order of arguments
                answer.headers["Content-Disposition"] = header or told
        return answer


def _said(request: HttpRequest, words: str) -> str:
    """The mark for whoever is logged in; nobody else takes anything away."""
    user = request.user
    if not isinstance(user, Account):
        return ""
    now = clock.now().astimezone(clock.ZONE)
    committee = user.committee.display if user.committee else ""
    when = {"at": f"{now:%Y-%m-%d %H:%M}", "day": f"{now:%Y%m%d}"}
    return words.format(name=user.name, username=user.username, committee=committee, **when)
