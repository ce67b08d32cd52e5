"""What a device at the door asks for: its page, the script that keeps it without a network, the list, and handing in.

A device is nobody who logs in: it shows the key it was given once, in a header, so that no address and no log holds it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_for
from lvzhi.activities.actions import arriving
from lvzhi.activities.actions.arriving import Given
from lvzhi.activities.models import NAME_MOST, Device
from lvzhi.activities.queries import arrivals as queries
from lvzhi.activities.queries.telling import time_of
from lvzhi.activities.vocabulary.arrivals import MISSING, Outcome, Signing
from lvzhi.deadlines import clock
from lvzhi.ui.formats import day

KEY = "X-Door-Key"
VIA = "device"
SCRIPT = "text/javascript; charset=utf-8"


@login_not_required
@require_GET
def door(request: HttpRequest) -> HttpResponse:
    """The page of a device: no person's data in it, so that it may lie in the device's own store."""
    return HttpResponse(render_to_string("activities/door.html"))


@login_not_required
@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps that page for a hall without a network; it lies beside the page, as its reach demands."""
    body = render_to_string("activities/door_worker.js")
    return HttpResponse(body, content_type=SCRIPT, headers={"Cache-Control": "no-cache"})


def _answered(view: Callable[[HttpRequest, Device], dict[str, Any]]) -> Callable[[HttpRequest], JsonResponse]:
    """Answer a device in JSON, refusals with their sentence."""

    def answer(request: HttpRequest) -> JsonResponse:
        try:
            return JsonResponse(view(request, queries.device_of(request.headers.get(KEY, ""))))
        except Refusal as refusal:
            return JsonResponse({"code": refusal.code, "sentence": refusal.sentence}, status=refusal.status)

    return answer


def _actor(device: Device) -> Actor:
    return actor_for(device.account, via=VIA)


@login_not_required
@never_cache
@require_GET
def door_list(request: HttpRequest) -> HttpResponse:
    """The sitting and its people, for a device that has not expired."""
    return _answered(_list)(request)


def _list(request: HttpRequest, device: Device) -> dict[str, Any]:
    if queries.is_over(device, clock.now()):
        raise Refusal("activities.device_over")
    sitting = device.sitting
    activity = sitting.activity
    return {
        "device": device.name,
        "title": activity.title,
        "sitting": sitting.name,
        "when": f"{day(sitting.on)} {time_of(sitting)}",
        "place": sitting.place,
        "state": activity.get_state_display(),
        "expires": device.expires_at.isoformat(),
        "people": queries.people_for(sitting),
        "server": clock.now().isoformat(),
    }


@login_not_required
@csrf_exempt  # no cookie speaks here: only the key in the header does, which no other site can send
@never_cache
@require_POST
def door_entries(request: HttpRequest) -> HttpResponse:
    """What a device hands in. Entries that cannot be read are named one by one; the others are taken."""
    return _answered(_entries)(request)


def _entries(request: HttpRequest, device: Device) -> dict[str, Any]:
    now = clock.now()
    sent_at, asked = _body(request)
    given: list[Given] = []
    bad: dict[str, str] = {}
    for one in asked:
        try:
            given.append(_given(one))
        except Refusal as refusal:
            bad[str(one.get("id", ""))[:NAME_MOST] if isinstance(one, dict) else ""] = refusal.sentence
    rows = arriving.merge(device, _actor(device), given, sent_at)
    answer: dict[str, Any] = {
        "entries": {str(row.entry): _told(row) for row in rows},
        "bad": bad,
        "server": now.isoformat(),
    }
    if not queries.is_over(device, now):
        answer["people"] = queries.people_for(device.sitting)
    return answer


def _told(row: Any) -> dict[str, str]:
    return {
        "outcome": row.outcome,
        "words": str(Outcome(row.outcome).label),
        "doubt": row.get_doubt_display() if row.doubt else "",
    }


def _body(request: HttpRequest) -> tuple[dt.datetime, list[Any]]:
    """The moment of sending and the entries. Raises `Refusal` for what is no such thing."""
    try:
        body = json.loads(request.body)
        sent_at = parse_datetime(str(body["now"]))
        entries = body["entries"]
    except (ValueError, KeyError, TypeError):
        raise Refusal("activities.device_unreadable") from None
    if sent_at is None or sent_at.tzinfo is None or not isinstance(entries, list):
        raise Refusal("activities.device_unreadable")
    return sent_at, entries


def _given(one: Any) -> Given:
    """An entry out of what was sent. Raises `Refusal` that says what it lacks."""
    data = one if isinstance(one, dict) else {}
    entry, who = _uid(data.get("id")), _uid(data.get("person"))
    way = str(data.get("way", ""))
    at = _moment(data.get("at"))
    name = str(data.get("name") or "").strip()[:NAME_MOST]
    named = bool(name) if way == Signing.GUEST else who is not None
    for lacks, what in (
        (entry is None, "id"),
        (at is None, "at"),
        (way not in Signing.values, "way"),
        (not named, "who"),
    ):
        if lacks:
            raise Refusal("activities.arrival_unreadable", what=MISSING[what])
    if entry is None or at is None:
        raise TypeError(one)
    code = str(data.get("code") or "")[:NAME_MOST]
    return Given(entry, Signing(way), at, who, code, name, str(data.get("body") or "").strip()[:NAME_MOST])


def _uid(value: Any) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None


def _moment(value: Any) -> dt.datetime | None:
    try:
        found = parse_datetime(str(value))
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
