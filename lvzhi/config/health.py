"""Is the process alive, and may it be sent requests: for whoever balances or watches. True or false by part, no more."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lvzhi.config.keeping import standing, state
from lvzhi.config.opened import opened

_stepped: set[str] = set()  # tables do not become older while a process lives


@opened
@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("ok", content_type="text/plain")


@opened
@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether it can work: 200 or 503, with what holds by name."""
    parts = {name: _holds(check) for name, check in CHECKS.items()}
    whole = all(parts.values())
    return JsonResponse({"ready": whole, "parts": parts}, status=200 if whole else 503)


def _holds(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (DatabaseError, InterfaceError, OSError):
        return False


def _database() -> bool:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone()[0])


def _tables() -> bool:
    if "tables" not in _stepped and not state.steps_behind():
        _stepped.add("tables")
    return "tables" in _stepped


def _files() -> bool:
    """Whether an attachment could be written."""
    folder = Path(settings.LVZHI_DATA) / "files" / "arriving"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"ready-{secrets.token_hex(8)}"
    try:
        with path.open("wb") as file:
            file.write(b"ready")
            file.flush()
            os.fsync(file.fileno())
    finally:
        path.unlink(missing_ok=True)
    return True


def _journal() -> bool:
    """Whether the end of the chain is the line that its head names."""
    from lvzhi.journal.models import Entry, Head

    head = Head.objects.filter(pk=1).first()
    return head is None or not head.seq or Entry.objects.filter(seq=head.seq, hash=head.hash).exists()


CHECKS: dict[str, Callable[[], bool]] = {
    "database": _database,
    "tables": _tables,
    "files": _files,
    "journal": _journal,
    "restored": lambda: not standing.half_restored(),
}
