"""Handing out, taking in and removing attachments."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from lvzhi.accounts.actors import actor_of
from lvzhi.files import actions, content, queries


@require_safe
def get(request: HttpRequest, uid: UUID) -> FileResponse:
    """An attachment, as a download that no browser opens in our name."""
    found, path = actions.read(actor_of(request), uid)
    kind = content.MIME[found.type]
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=found.name, content_type=kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
def add(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Attach what was sent as "files"; back to the page it came from, or JSON where that was asked for."""
    uploads = cast("list[UploadedFile[bytes]]", request.FILES.getlist("files"))
    made = actions.attach_all(actor_of(request), kind, uid, uploads, label=request.POST.get("label", ""))
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"files": [{"name": each.name, "url": each.url, "size": each.size} for each in made]})
    return _back(request)


@require_POST
def remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take an attachment off its record."""
    actor = actor_of(request)
    actions.detach(actor, queries.readable(actor, uid), ground=request.POST.get("ground", ""))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    target = request.POST.get("next") or request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if target and safe else "/")
