"""My jobs, one of them, how far it is."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from lvzhi.accounts.actors import actor_of
from lvzhi.files.queries import of as files_of
from lvzhi.jobs import actions, queries
from lvzhi.jobs.models import Job
from lvzhi.jobs.vocabulary import COLUMNS, EMPTY, EMPTY_HINT, STOPPING, SUBJECT, TONES, Outcome
from lvzhi.norms import value
from lvzhi.ui.marks import Tag, Tone
from lvzhi.ui.paging import keyset
from lvzhi.ui.tables import Column, Table


@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """All own jobs, newest first."""
    page = keyset(queries.mine(actor_of(request)), ["-asked_at"], request.GET.get("cursor"))
    columns = [
        Column("title", COLUMNS["title"], url=lambda row: row.get_absolute_url(), head=True, wide=True),
        Column("progress", COLUMNS["progress"], kind="tag", value=_tag),
        Column("asked_at", COLUMNS["asked_at"], kind="moment"),
        Column("ended_at", COLUMNS["ended_at"], kind="moment", hide_on_phone=True),
    ]
    table = Table(columns, page=page, params=request.GET, empty=EMPTY, empty_hint=EMPTY_HINT)
    return render(request, "jobs/mine.html", {"table": table})


def _tag(job: Job) -> Tag:
    return Tag(job.doing, cast("Tone", TONES[Outcome(job.outcome)]) if job.outcome else "info")


@never_cache
@require_GET
def job(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One job: how far it is, and its file when there is one."""
    return render(request, "jobs/job.html", _seen(request, uid))


@never_cache
@require_GET
def progress(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The part of the page that changes, for the page to ask again."""
    return render(request, "jobs/_progress.html", _seen(request, uid))


def _seen(request: HttpRequest, uid: UUID) -> dict[str, Any]:
    found = queries.job(actor_of(request), uid)
    return {
        "job": found,
        "tag": _tag(found),
        "files": files_of(SUBJECT, found.uid) if found.outcome == Outcome.READY else [],
        "days": value("jobs.file_days", found.committee_id),
    }


@require_POST
def stop(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask that a job be stopped."""
    actions.stop(actor_of(request), uid)
    messages.success(request, STOPPING)
    return redirect("jobs:job", uid=uid)
