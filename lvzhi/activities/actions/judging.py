"""The verdict on a participant: what the sittings together say, by the committee's fraction of half days (R6.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lvzhi import norms
from lvzhi.activities.models import Activity, Attendance, Participant, Sitting
from lvzhi.activities.norms.kinds import fraction
from lvzhi.activities.vocabulary import EXCUSED, WAS_THERE, Presence, Verdict

WHOLE = Fraction(1)


@dataclass
class Tally:
    """Half days of one participant by what became of them."""

    was_there: int = 0
    excused: int = 0
    replaced: int = 0
    official: int = 0
    absent: int = 0
    unknown: int = 0

    def add(self, presence: str | None, half_days: int) -> None:
        """Count one sitting."""
        if presence is None:
            self.unknown += half_days
        elif presence in WAS_THERE:
            self.was_there += half_days
        elif presence == Presence.OFFICIAL:
            self.official += half_days
        elif presence in EXCUSED:
            self.excused += half_days
            self.replaced += half_days if presence == Presence.REPLACED else 0
        else:
            self.absent += half_days

    def verdict(self, least: Fraction) -> Verdict:
        """What they say together; official duty leaves the denominator."""
        counted = self.was_there + self.excused + self.absent + self.unknown
        if not counted:
            return Verdict.OFFICIAL if self.official else Verdict.OPEN
        needed = least * counted
        if self.was_there >= needed:
            return Verdict.ATTENDED
        if self.unknown:
            return Verdict.OPEN
        if self.was_there + self.excused >= needed:
            return Verdict.REPLACED if self.replaced == self.excused else Verdict.LEAVE
        return Verdict.ABSENT


def least_of(activity: Activity) -> Fraction:
    """The fraction of half days that makes a presence, on the day of the activity."""
    return fraction(str(norms.value("activities.present_fraction", activity.committee_id, activity.held_on))) or WHOLE


def for_whom(sitting: Sitting, participant: Participant) -> bool:
    """Whether the sitting is that participant's: of everybody, or of the group."""
    return sitting.group in ("", participant.group)


def judge(activity: Activity, whom: Iterable[int] | None = None) -> None:
    """Write the verdicts anew where they changed, inside the caller's line."""
    rows = Participant.objects.live().filter(activity=activity)
    if whom is not None:
        rows = rows.filter(pk__in=list(whom))
    changed: dict[Verdict, list[int]] = defaultdict(list)
    for row, verdict in _verdicts(activity, list(rows)):
        if row.verdict != verdict:
            changed[verdict].append(row.pk)
    for verdict, keys in changed.items():
        Participant.objects.filter(pk__in=keys).update(verdict=verdict)


def _verdicts(activity: Activity, participants: Sequence[Participant]) -> list[tuple[Participant, Verdict]]:
    sittings = list(Sitting.objects.live().filter(activity=activity))
    known: dict[int, dict[int, str]] = defaultdict(dict)
    for participant, sitting, presence in (
        Attendance.objects.live()
        .filter(sitting__activity=activity, participant__in=[row.pk for row in participants])
        .values_list("participant_id", "sitting_id", "presence")
    ):
        known[participant][sitting] = presence
    least = least_of(activity)
    found = []
    for row in participants:
        tally = Tally()
        for sitting_row in sittings:
            if for_whom(sitting_row, row) and not (row.uninvited and sitting_row.pk not in known[row.pk]):
                tally.add(known[row.pk].get(sitting_row.pk), sitting_row.half_days)
        found.append((row, tally.verdict(least)))
    return found
