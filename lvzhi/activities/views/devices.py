"""The clerk's page of a sitting's devices: opening and ending them, what came in, what waits for a decision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi import norms
from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.activities.actions import arriving, devices
from lvzhi.activities.actions.attending import NOTING
from lvzhi.activities.forms import DeviceForm, SettleForm
from lvzhi.activities.models import Arrival, Sitting
from lvzhi.activities.queries import arrivals as queries
from lvzhi.activities.tables import outcome_tag, state_tag
from lvzhi.activities.views.place import crumbs
from lvzhi.activities.vocabulary.arrivals import ARRIVAL_WORDS, Outcome, Signing
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock

UNFIT = 422


@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Devices and arrivals of a sitting; opening one shows its address, once.

    Raises:
        Missing: no such sitting. NotAllowed: not the keeper of its activity.
    """
    actor = actor_of(request)
    sitting = queries.sitting_kept(actor, uid)
    form = DeviceForm(request.POST if request.method == "POST" else None)
    opened: dict[str, Any] = {}

    def do(clean: dict[str, Any]) -> None:
        device, key = devices.open_device(sitting, actor, clean["name"])
        opened.update(device=device, address=f"{request.build_absolute_uri(reverse('activities:door'))}#{key}")

    if request.method == "POST" and attempt(form, do):
        messages.success(request, ARRIVAL_WORDS["opened"].format(name=opened["device"].name))
        form = DeviceForm()
    answer = render(
        request, "activities/devices.html", _context(sitting) | opened | {"form": form},
        status=UNFIT if form.errors else 200,
    )  # fmt: skip
    if opened:
        answer["Cache-Control"] = "no-store"
    return answer


def _context(sitting: Sitting) -> dict[str, Any]:
    activity, now = sitting.activity, clock.now()
    slack = int(norms.value("activities.skew_minutes", sitting.committee_id, sitting.on))
    held = queries.arrivals_of(sitting, Outcome.HELD, Outcome.DECLINED)
    taken = queries.arrivals_of(sitting, Outcome.COUNTED, Outcome.BESIDE, Outcome.DROPPED)
    return {
        "sitting": sitting,
        "activity": activity,
        "tag": state_tag(activity),
        "devices": [{"row": row, "over": queries.is_over(row, now)} for row in queries.devices_of(sitting)],
        "held": [shown(row, slack) for row in held],
        "taken": [shown(row, slack) for row in taken],
        "may_open": activity.state in NOTING and activity.voided_at is None,
        "back": f"{reverse('activities:attendance', args=[activity.uid])}?s={sitting.uid}",
        "crumbs": crumbs(activity, ARRIVAL_WORDS["devices"]),
    }


def shown(row: Arrival, slack: int) -> dict[str, Any]:
    """What a page says of an arrival; the device's clock is spoken of where it was wrong by more than the norm."""
    minutes = abs(row.skew_seconds) // 60
    way = ARRIVAL_WORDS["fast"] if row.skew_seconds > 0 else ARRIVAL_WORDS["slow"]
    return {
        "row": row,
        "tag": outcome_tag(row.outcome),
        "way": str(Signing(row.way).label),
        "doubt": row.get_doubt_display() if row.doubt else "",
        "skew": f"{way}{ARRIVAL_WORDS['clock'].format(minutes=minutes)}" if minutes >= slack else "",
    }


@require_POST
def end(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End a device.

    Raises:
        Missing: no such device. NotAllowed: not the keeper.
    """
    actor = actor_of(request)
    found = queries.device_kept(actor, uid)
    devices.end_device(found, actor)
    messages.success(request, ARRIVAL_WORDS["ended"].format(name=found.name))
    return redirect("activities:devices", found.sitting.uid)


@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Decide on an arrival that waits.

    Raises:
        Missing, NotAllowed: as the page of devices.
    """
    actor = actor_of(request)
    row = queries.arrival_kept(actor, uid)
    back = reverse("activities:devices", args=[row.sitting.uid])
    form = SettleForm(request.POST if request.method == "POST" else None, arrival=row)
    if request.method == "POST" and form.is_valid():
        try:
            arriving.settle(row, actor, counts=form.cleaned_data["counts"] == "yes", ground=form.cleaned_data["ground"])
        except (NotAllowed, Missing):
            raise
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        else:
            messages.success(request, ARRIVAL_WORDS["settled"])
            return redirect(back)
    slack = int(norms.value("activities.skew_minutes", row.committee_id, row.sitting.on))
    context = {
        "form": form, "one": shown(row, slack), "activity": row.sitting.activity, "back": back,
        "crumbs": crumbs(row.sitting.activity, ARRIVAL_WORDS["devices"]),
    }  # fmt: skip
    return render(request, "activities/settle.html", context, status=UNFIT if form.errors else 200)
