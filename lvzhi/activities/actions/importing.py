"""An attendance list out of a sheet: each row judged, nothing written unless told to (R6.13)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator
from dataclasses import dataclass, field

from lvzhi import norms
from lvzhi.access import Actor, Refusal
from lvzhi.activities import rules
from lvzhi.activities.actions import attending
from lvzhi.activities.actions.judging import for_whom
from lvzhi.activities.models import Activity, Attendance, Participant, Sitting
from lvzhi.activities.vocabulary import PAUSE, Presence
from lvzhi.activities.vocabulary import sheet as words
from lvzhi.exchange import Column, Limits, sheets
from lvzhi.journal.lines import line

MEGABYTE = 1024 * 1024
KNOWN = "activities.row_known"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a row; `keeps_out` when the row cannot come in."""

    row: int
    sentence: str
    keeps_out: bool = True


@dataclass
class Roll:
    """What a sheet holds, and what was written of it.

    Args:
        ready: by sitting id, the presence and remark of each participant id.
        known: rows that stand already as the sheet says.
    """

    rows: int = 0
    ready: dict[int, dict[int, tuple[Presence, str]]] = field(default_factory=lambda: defaultdict(dict))
    remarks: list[Remark] = field(default_factory=list)
    known: int = 0
    written: int = 0

    @property
    def good(self) -> int:
        """Rows that can come in."""
        return sum(len(people) for people in self.ready.values())

    @property
    def bad(self) -> int:
        """Rows that cannot come in."""
        return len({one.row for one in self.remarks if one.keeps_out})


Steps = Generator[tuple[str, int, int], None, Roll]


def columns() -> list[Column]:
    """The columns of the sheet, for reading and for the template."""
    return [
        Column(key, label, aliases=others, required=key == "name", example=example)
        for key, label, others, example in words.COLUMNS
    ]


def look(actor: Actor, sitting: Sitting, data: bytes, name: str) -> Steps:
    """Read and judge a sheet, telling how far it is; write nothing.

    Args:
        sitting: the one that rows naming none are of.

    Raises:
        NotAllowed: not the keeper of the activity.
        BadFile: the file cannot be read at all.
    """
    activity = sitting.activity
    rules.keeper.check(actor, activity)
    limits = Limits(
        size=int(norms.value("activities.sheet_megabytes", activity.committee_id)) * MEGABYTE,
        rows=int(norms.value("activities.sheet_rows", activity.committee_id)),
    )
    sheet = sheets.read(data, name, columns(), limits=limits)
    roll = Roll(rows=len(sheet.rows))
    roll.remarks += [Remark(one.row, one.sentence, one.level == "error") for one in sheet.findings]
    judge = _Judge(activity, sitting, roll)
    for done, row in enumerate(sheet.good, 1):
        judge.take(row)
        yield "judging", done, len(sheet.good)
    roll.remarks.sort(key=lambda one: one.row)
    return roll


def bring(actor: Actor, sitting: Sitting, data: bytes, name: str, *, good_only: bool = False) -> Steps:
    """Judge a sheet and write it: all rows or none; with `good_only` all good ones or none.

    Raises:
        As `look`; Refusal: bad rows where they were not to be left out, nothing to write, or as `attending.note`.
    """
    roll = yield from look(actor, sitting, data, name)
    if roll.bad and not good_only:
        raise Refusal("activities.sheet_bad_rows", bad=roll.bad)
    if not roll.ready:
        raise Refusal("activities.sheet_no_rows")
    known = {row.pk: row for row in Sitting.objects.live().filter(pk__in=list(roll.ready))}
    with line(actor, "activities.sheet_brought", subject=sitting.activity, count=roll.good):
        for pk, people in roll.ready.items():
            presences = {key: presence for key, (presence, _) in people.items()}
            remarks = {key: remark for key, (_, remark) in people.items()}
            roll.written += len(attending.note(known[pk], actor, presences, remarks=remarks).made)
            yield "writing", roll.written, roll.good
    return roll


class _Judge:
    """The rows of one sheet against the list, the sittings and what stands noted; each is read once."""

    def __init__(self, activity: Activity, sitting: Sitting, roll: Roll) -> None:
        self.sitting, self.roll = sitting, roll
        rows = Participant.objects.live().filter(activity=activity).select_related("member")
        self.people: dict[str, list[Participant]] = defaultdict(list)
        for row in rows:
            self.people[row.name].append(row)
        self.sittings = {row.name: row for row in Sitting.objects.live().filter(activity=activity).order_by("starts")}
        noted = Attendance.objects.live().filter(sitting__activity=activity)
        self.noted = {
            (place, who): Presence(said)
            for place, who, said in noted.values_list("sitting_id", "participant_id", "presence")
        }
        self.seen: dict[tuple[int, int], int] = {}

    def take(self, row: sheets.Row) -> None:
        """Judge one row."""
        try:
            self._take(row)
        except Refusal as refusal:
            known = refusal.code == KNOWN
            self.roll.known += known
            sentence = words.ROW.format(row=row.number, sentence=refusal.sentence)
            self.roll.remarks.append(Remark(row.number, sentence, not known))

    def _take(self, row: sheets.Row) -> None:
        presence = self._presence(row)
        sitting = self._sitting(str(row.get("sitting") or "").strip())
        person = self._person(row)
        if not for_whom(sitting, person):
            raise Refusal("activities.row_not_of_sitting", name=person.name, sitting=sitting.name)
        key = (sitting.pk, person.pk)
        if key in self.seen:
            raise Refusal("activities.row_twice", row=self.seen[key])
        self.seen[key] = row.number
        stands = self.noted.get(key)
        if stands is not None:
            code = KNOWN if stands == presence else "activities.row_stands"
            said = str(presence.label)
            raise Refusal(code, name=person.name, sitting=sitting.name, was=str(stands.label), given=said)
        self.roll.ready[sitting.pk][person.pk] = (presence, str(row.get("remark") or ""))

    @staticmethod
    def _presence(row: sheets.Row) -> Presence:
        given = str(row.get("presence") or "").strip()
        found = words.PRESENCES.get(given)
        if found is None or found in words.NOT_FROM_A_SHEET:
            known = (str(one.label) for one in Presence if one not in words.NOT_FROM_A_SHEET)
            raise Refusal("activities.row_presence", given=given, choices=PAUSE.join(known))
        return found

    def _sitting(self, name: str) -> Sitting:
        if not name:
            return self.sitting
        if name not in self.sittings:
            raise Refusal("activities.row_sitting", name=name, sittings=PAUSE.join(self.sittings))
        return self.sittings[name]

    def _person(self, row: sheets.Row) -> Participant:
        name, body = str(row["name"]).strip(), str(row.get("body") or "").strip()
        number = str(row.get("number") or "").strip()
        found = self.people.get(name, [])
        if not found:
            raise Refusal("activities.row_unknown", name=name)
        bodies = PAUSE.join(one.body for one in found if one.body)
        if number:
            found = [one for one in found if one.member is not None and one.member.number == number]
        elif body and len(found) > 1:
            found = [one for one in found if one.body and (one.body in body or body in one.body)]
        if not found:
            raise Refusal("activities.row_none_fits", name=name, bodies=bodies, given=number or body)
        if len(found) > 1:
            raise Refusal("activities.row_many", name=name, count=len(found), bodies=bodies)
        return found[0]
