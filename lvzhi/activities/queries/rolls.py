"""The list of one sitting as a sheet has it."""

from __future__ import annotations

from typing import Any

from lvzhi.access import Missing
from lvzhi.activities.models import Attendance, Participant, Sitting


def sitting_of(uid: Any) -> Sitting:
    """A sitting with its activity; raises `Missing`."""
    found = Sitting.objects.live().filter(uid=uid).select_related("activity__committee", "activity__organ").first()
    if found is None:
        raise Missing("activities.unknown")
    return found


def roll_rows(sitting: Sitting) -> list[list[str]]:
    """Name, number, body, sitting, presence as noted, remark: one row for each of the sitting's list."""
    noted = {row.participant_id: row for row in Attendance.objects.live().filter(sitting=sitting)}
    people = Participant.objects.live().filter(activity=sitting.activity).select_related("member").order_by("id")
    rows = []
    for one in people:
        if sitting.group and one.group != sitting.group:
            continue
        line = noted.get(one.pk)
        number = one.member.number if one.member is not None else ""
        said = str(line.get_presence_display()) if line is not None else ""
        rows.append([one.name, number, one.body, sitting.name, said, line.remark if line is not None else ""])
    return rows
