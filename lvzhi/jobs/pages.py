"""A page that makes a file hands itself to a worker when that takes long: same view, same address, same person.

Rights are the view's own, asked with the actor of the moment the job runs; so are its line in the journal and its name
of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from email.message import Message
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlencode

from django.contrib import messages
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

from lvzhi.access import Refusal
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.accounts.models import Account
from lvzhi.jobs import actions
from lvzhi.jobs.kinds import Kind, Made
from lvzhi.jobs.running import Work
from lvzhi.jobs.vocabulary import ASKED, PAGE
from lvzhi.norms import value

KEY = "jobs.page"
_NOT_ASKED = frozenset({"csrfmiddlewaretoken", "once"})


def later(request: HttpRequest, *, title: str, seconds: float) -> HttpResponse | None:
    """Hand the page over where it would take longer than the norm jobs.seconds_at_once; None: make it here and now.

    The view has checked the right, and has written nothing yet. `seconds` is its own estimate.
    """
    committee = committee_of(request)
    if isinstance(request, BackgroundRequest) or committee is None:
        return None
    if seconds <= int(value("jobs.seconds_at_once", committee)):
        return None
    sent = request.POST if request.method == "POST" else request.GET
    asked = [(name, text) for name, texts in sent.lists() if name not in _NOT_ASKED for text in texts]
    facts = {"path": request.path, "method": request.method, "asked": asked}
    key = f"{request.method} {request.path}?{urlencode(asked)}"
    job = actions.ask(actor_of(request), KEY, facts, committee=committee, title=title, key=key)
    messages.success(request, ASKED)
    return HttpResponseRedirect(job.get_absolute_url())


def tells(request: HttpRequest) -> Callable[[str, int, int], None]:
    """Whom a page tells how far it is, as (what is being done, done, whole): its job, where a worker makes it."""
    return request.tell if isinstance(request, BackgroundRequest) else _nobody


def _nobody(phase: str, done: int, whole: int) -> None:
    """Whoever waits for the page itself is told nothing."""


class BackgroundRequest(HttpRequest):
    """A request that a worker makes of a view, as the person who asked."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        asked = QueryDict(mutable=True)
        for name, text in work.facts["asked"]:
            asked.appendlist(name, text)
        self.method = str(work.facts["method"])
        self.path = self.path_info = str(work.facts["path"])
        self.META = {"REQUEST_METHOD": self.method, "SERVER_NAME": "localhost", "SERVER_PORT": "80"}
        held: dict[str, Any] = {"POST" if self.method == "POST" else "GET": asked}
        for name, query in held.items():
            setattr(self, name, query)
        self.session: Any = {}
        self.user = Account.objects.select_related("committee").get(pk=work.job.account_id or 0)
        self.actor = work.actor
        self.tell = work.tell


def made(work: Work) -> Made:
    """What the page answers, as the job's file."""
    request = BackgroundRequest(work)
    try:
        match = resolve(request.path_info)
        request.resolver_match = match
        answer = match.func(request, *match.args, **match.kwargs)
    except (Resolver404, Http404):
        raise Refusal("jobs.no_page") from None
    name = _name(answer)
    if answer.status_code != 200 or not name:
        raise Refusal("jobs.page_refused", status=answer.status_code)
    return Made(name, PurePosixPath(name).suffix.lstrip(".").lower(), _chunks(work, answer))


def _name(answer: HttpResponseBase) -> str:
    """The name of the file, as Content-Disposition has it; empty where the answer is none."""
    said = Message()
    said["Content-Disposition"] = answer.headers.get("Content-Disposition", "")
    given = said.get_filename(failobj="")
    return PurePosixPath(unquote(str(given)).replace("\\", "/")).name


def _chunks(work: Work, answer: HttpResponseBase) -> Iterable[bytes]:
    pieces: Iterable[bytes] = answer if answer.streaming else [getattr(answer, "content", b"")]
    try:
        for place, piece in enumerate(pieces, 1):
            if place % 50 == 0:
                work.tell("making", place, place + 1)
            yield piece if isinstance(piece, bytes) else str(piece).encode()
    finally:
        # Its end is no request's end: the worker goes on with the connection that would be let go of then.
        request_finished.disconnect(close_old_connections)
        try:
            answer.close()
        finally:
            request_finished.connect(close_old_connections)


PAGES = Kind(KEY, PAGE, made)
