"""Devices at the door, the personal code of a sitting, the list a device takes along, arrivals and what waits."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, OuterRef

from lvzhi.access import Actor, Missing
from lvzhi.activities import rules
from lvzhi.activities.models import Arrival, Attendance, Device, Participant, Sitting
from lvzhi.activities.queries.feeds import digest_of
from lvzhi.activities.vocabulary import WAS_THERE
from lvzhi.activities.vocabulary.arrivals import Outcome
from lvzhi.journal.secrets import keyed

PURPOSE = "activities.arrivals"
CODE_DIGITS = 6


def code_of(sitting: Sitting, participant: Participant) -> str:
    """The personal code of somebody for one sitting: digits under the server's key, telling nothing of the person."""
    made = keyed(PURPOSE, sitting.uid.bytes + participant.uid.bytes)
    return str(int.from_bytes(made[:8], "big") % 10**CODE_DIGITS).zfill(CODE_DIGITS)


def device_of(key: str) -> Device:
    """The device of a key, ended or not. Raises `Missing` for a key never given out."""
    rows = Device.objects.live().filter(digest=digest_of(key))
    found: Device | None = rows.select_related("sitting__activity__committee", "account").first()
    if not key or found is None:
        raise Missing("activities.device_unknown")
    return found


def is_over(device: Device, at: dt.datetime) -> bool:
    """Whether it may no longer take the list."""
    return device.ended_at is not None or at >= device.expires_at


def sitting_kept(actor: Actor, uid: Any) -> Sitting:
    """A sitting of an activity that the actor keeps.

    Raises:
        Missing: no such sitting, or none the actor may see. NotAllowed: not its keeper.
    """
    found = Sitting.objects.live().filter(uid=uid).select_related("activity__committee", "activity__organ").first()
    if found is None or not rules.visible(actor, found.activity):
        raise Missing("activities.unknown")
    rules.keeper.check(actor, found.activity)
    return found


def people_for(sitting: Sitting) -> list[dict[str, Any]]:
    """Those of the sitting as a device needs them: name, initials, code, whether noted already. Two queries."""
    rows = Participant.objects.live().filter(activity_id=sitting.activity_id).select_related("person")
    mine = [row for row in rows.order_by("person__pinyin", "name", "id") if sitting.group in ("", row.group)]
    noted = dict(Attendance.objects.live().filter(sitting=sitting).values_list("participant_id", "presence"))
    return [
        {
            "id": str(row.uid),
            "name": row.name,
            "body": row.body,
            "pinyin": row.person.pinyin if row.person is not None else "",
            "initials": row.person.initials if row.person is not None else "",
            "code": code_of(sitting, row),
            "counted": row.counted,
            "here": noted.get(row.pk) in WAS_THERE,
            "noted": noted.get(row.pk, ""),
        }
        for row in mine
    ]


def devices_of(sitting: Sitting) -> list[Any]:
    """Its devices with how many arrivals each handed in. One query."""
    rows = Device.objects.live().filter(sitting=sitting)
    return list(rows.annotate(count=Count("arrivals")).order_by("id"))


def device_kept(actor: Actor, uid: Any) -> Device:
    """A device of an activity that the actor keeps.

    Raises:
        Missing, NotAllowed: as `sitting_kept`.
    """
    found = Device.objects.live().filter(uid=uid).select_related("sitting__activity").first()
    if found is None or not rules.visible(actor, found.sitting.activity):
        raise Missing("activities.unknown")
    rules.keeper.check(actor, found.sitting.activity)
    return found


def arrivals_of(sitting: Sitting, *outcomes: str) -> list[Arrival]:
    """Arrivals of a sitting in order of time, of these outcomes."""
    rows = Arrival.objects.live().filter(sitting=sitting, outcome__in=outcomes)
    return list(rows.select_related("participant", "device", "attendance").order_by("noted_at", "id"))


def handed_in() -> Exists:
    """Whether a device handed in anything for an activity: an annotation, so that a page without asks nothing more."""
    return Exists(Arrival.objects.live().filter(sitting__activity=OuterRef("pk")))


def proofs_of(sitting: Sitting) -> tuple[dict[int, list[Arrival]], int]:
    """What devices saw of each participant, the earliest first; and how many arrivals wait. One query."""
    rows = Arrival.objects.live().filter(sitting=sitting, outcome__in=(Outcome.COUNTED, Outcome.BESIDE, Outcome.HELD))
    found: dict[int, list[Arrival]] = defaultdict(list)
    waiting = 0
    for row in sorted(rows.select_related("device"), key=lambda one: one.order):
        if row.outcome == Outcome.HELD:
            waiting += 1
        elif row.participant_id is not None:
            found[row.participant_id].append(row)
    return found, waiting


def arrival_kept(actor: Actor, uid: Any) -> Arrival:
    """An arrival of an activity that the actor keeps.

    Raises:
        Missing, NotAllowed: as `sitting_kept`.
    """
    rows = Arrival.objects.live().filter(uid=uid).select_related("sitting__activity", "participant", "device")
    found: Arrival | None = rows.first()
    if found is None or not rules.visible(actor, found.sitting.activity):
        raise Missing("activities.unknown")
    rules.keeper.check(actor, found.sitting.activity)
    return found


def codes_for(row: Participant, sittings: Iterable[Sitting], day: dt.date) -> list[tuple[Sitting, str]]:
    """Somebody's own code for each of their sittings of a day, in two halves as people read digits out."""
    mine = [one for one in sittings if one.on == day and one.group in ("", row.group)]
    half = CODE_DIGITS // 2
    codes = [(one, code_of(one, row)) for one in mine]
    return [(one, f"{code[:half]} {code[half:]}") for one, code in codes]
