"""Noting who was there: line by line, or all but a few; people who came uninvited; corrections (R6.13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.activities import rules
from lvzhi.activities.actions.inviting import Guest, put_on_list
from lvzhi.activities.actions.judging import for_whom, judge
from lvzhi.activities.models import Activity, Attendance, Correction, Leave, Participant, Sitting
from lvzhi.activities.norms import kind_named
from lvzhi.activities.vocabulary import SHEET_LABEL, WAS_THERE, LeaveState, Presence, Proof, Role, State
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.lines import line

NOTING = frozenset({State.PLANNED, State.HELD})
CORRECTING = frozenset({State.HELD, State.PLANNED})


@dataclass(frozen=True)
class Noted:
    """What became of a noting: lines made, and those passed over because they stand already or wait for a decision."""

    made: Sequence[Attendance]
    standing: int = 0
    waiting: int = 0


def note(
    sitting: Sitting,
    actor: Actor,
    presences: Mapping[int, str],
    *,
    proof: str = Proof.CLERK,
    remarks: Mapping[int, str] | None = None,
) -> Noted:
    """Note the presence of participants by id; lines that stand are never overwritten: they are corrected.

    Raises:
        NotAllowed: not the keeper of the activity.
        Refusal: draft, filed or cancelled; still to come; not of this sitting; a scanned sheet named that is not there.
    """
    with transaction.atomic():
        activity = _open(sitting, actor, proof)
        with line(actor, "activities.noted", subject=activity, count=0, sitting=sitting.name) as entry:
            noted = _note(activity, sitting, actor, presences, proof, remarks or {})
            entry.facts["count"] = len(noted.made)
            judge(activity, [row.participant_id for row in noted.made])
    return noted


def note_all_but(
    sitting: Sitting, actor: Actor, exceptions: Mapping[int, str], *, remarks: Mapping[int, str] | None = None
) -> Noted:
    """Note everybody of the sitting as present but those named; who has asked for leave waits for the decision.

    Raises:
        As `note`.
    """
    with transaction.atomic():
        activity = _open(sitting, actor, Proof.QUICK)
        asked = set(
            Leave.objects.live()
            .filter(activity=activity, state=LeaveState.ASKED)
            .values_list("participant_id", flat=True)
        )
        rows = [row for row in Participant.objects.live().filter(activity=activity) if for_whom(sitting, row)]
        replaced = {row.stand_in_for_id for row in rows if row.stand_in_for_id is not None}
        presences = {
            row.pk: Presence.REPLACED if row.pk in replaced else Presence.PRESENT
            for row in rows
            if row.pk not in asked and not row.uninvited
        }
        presences |= {pk: Presence(value) for pk, value in exceptions.items()}
        with line(actor, "activities.noted_quick", subject=activity, count=0, sitting=sitting.name) as entry:
            noted = _note(activity, sitting, actor, presences, Proof.QUICK, remarks or {})
            entry.facts["count"] = len(noted.made)
            judge(activity, [row.participant_id for row in noted.made])
    return Noted(noted.made, noted.standing, len(asked - set(exceptions)))


def admit(sitting: Sitting, actor: Actor, guest: Guest) -> Participant:
    """Somebody came who does not stand on the list: sits in, marked as uninvited, where the kind admits it.

    Raises:
        NotAllowed, Refusal: as `note`; ``activities.uninvited`` where the kind turns the uninvited away.
    """
    with transaction.atomic():
        activity = _open(sitting, actor, Proof.CLERK)
        kind = kind_named(activity.committee_id, activity.kind, activity.held_on)
        if kind is not None and kind.declines:
            raise Refusal("activities.uninvited", field="guest", name=guest.called, kind=kind.name)
        with line(actor, "activities.admitted", subject=activity, name=guest.called, sitting=sitting.name):
            made = put_on_list(activity, actor, [Guest(guest.person, guest.name, guest.body, Role.SIT_IN)])
            if not made:
                raise Refusal("activities.on_list", field="guest", name=guest.called)
            row = made[0]
            row.uninvited, row.counted, row.added_later, row.group = True, False, False, sitting.group
            row.save()
            _note(activity, sitting, actor, {row.pk: Presence.PRESENT}, Proof.CLERK, {})
            judge(activity, [row.pk])
    row.refresh_from_db()
    return row


def correct(attendance: Attendance, actor: Actor, presence: str, ground: str) -> Attendance:
    """Correct a line: the first entry is kept, and by the committee's norm another person than who noted it does so.

    Raises:
        NotAllowed: not the keeper; ``activities.second_person`` for one's own entry.
        Refusal: no ground, nothing would change, filed or cancelled.
    """
    with transaction.atomic():
        rows = Attendance.objects.select_for_update(of=("self",)).select_related("sitting__activity", "participant")
        row: Attendance = rows.get(pk=attendance.pk)
        activity = row.sitting.activity
        rules.keeper.check(actor, activity)
        if activity.state not in CORRECTING or activity.voided_at is not None:
            raise Refusal("activities.not_noting", state=activity.get_state_display())
        second = bool(norms.value("activities.second_person", activity.committee_id, clock.as_day(actor.at)))
        if second and row.noted_by_account is not None and row.noted_by_account == actor.account_id:
            raise NotAllowed("activities.second_person", name=row.participant.name)
        if not ground.strip():
            raise Refusal("activities.ground_missing", field="ground")
        if row.presence == presence:
            raise Refusal("activities.same_presence", field="presence", name=row.participant.name)
        name = row.participant.name
        words = str(Presence(presence).label)
        with line(actor, "activities.corrected", subject=activity, name=name, becomes=words):
            change(row, actor, Presence(presence), ground)
            judge(activity, [row.participant_id])
    return row


def change(row: Attendance, actor: Actor, presence: Presence, ground: str) -> None:
    """Keep what stood, set what is right; inside the caller's line."""
    Correction(
        attendance=row,
        committee_id=row.committee_id,
        was=row.presence,
        becomes=presence,
        ground=ground.strip(),
        by=actor.name,
        by_account=actor.account_id,
        created_at=actor.at,
    ).save()
    row.presence = presence
    row.corrections_count += 1
    row.version += 1
    row.save()


def write(
    sitting: Sitting, actor: Actor, presences: Mapping[int, str], proof: str, remarks: Mapping[int, str]
) -> list[Attendance]:
    """New lines, inside the caller's line of the journal."""
    rows = [
        Attendance(
            sitting=sitting,
            committee_id=sitting.committee_id,
            participant_id=pk,
            presence=presence,
            proof=proof,
            remark=remarks.get(pk, "").strip(),
            noted_by=actor.name,
            noted_by_account=actor.account_id,
            created_at=actor.at,
        )
        for pk, presence in presences.items()
    ]
    return Attendance.objects.bulk_create(rows) if rows else []


def _open(sitting: Sitting, actor: Actor, proof: str) -> Activity:
    """The activity of a sitting, locked, if the actor may note who was there now."""
    activity: Activity = Activity.objects.select_for_update(of=("self",)).get(pk=sitting.activity_id)
    rules.keeper.check(actor, activity)
    if activity.state not in NOTING or activity.voided_at is not None:
        raise Refusal("activities.not_noting", state=activity.get_state_display())
    if sitting.on > clock.as_day(actor.at):
        raise Refusal("activities.sitting_to_come", name=sitting.name, on=sitting.on)
    if proof == Proof.SHEET and not any(
        one.label == SHEET_LABEL for one in files_of(activity._meta.label_lower, activity.uid)
    ):
        raise Refusal("activities.no_sheet", field="proof")
    return activity


def _note(
    activity: Activity,
    sitting: Sitting,
    actor: Actor,
    presences: Mapping[int, str],
    proof: str,
    remarks: Mapping[int, str],
) -> Noted:
    people = Participant.objects.live().filter(activity=activity, pk__in=list(presences)).in_bulk()
    strangers = [pk for pk in presences if pk not in people or not for_whom(sitting, people[pk])]
    if strangers:
        raise Refusal("activities.not_of_sitting", name=sitting.name)
    standing = set(
        Attendance.objects.live()
        .filter(sitting=sitting, participant__in=list(presences))
        .values_list("participant_id", flat=True)
    )
    wanted = {pk: Presence(value) for pk, value in presences.items()}
    fresh = {pk: value for pk, value in wanted.items() if pk not in standing}
    fresh |= replaced(sitting, people, fresh)
    unexcused = [pk for pk, value in fresh.items() if value == Presence.ABSENT]
    for pk in refused_leave(activity, sitting, unexcused):
        fresh[pk] = Presence.LEAVE_REFUSED
    return Noted(write(sitting, actor, fresh, proof, remarks), len(standing))


def replaced(sitting: Sitting, people: Mapping[int, Participant], fresh: Mapping[int, str]) -> dict[int, Presence]:
    """Those in whose place somebody came, as far as nothing is noted of them; inside the caller's line."""
    came = [people[pk].stand_in_for_id for pk, value in fresh.items() if value in WAS_THERE]
    originals = {pk for pk in came if pk is not None and pk not in fresh}
    if not originals:
        return {}
    noted = Attendance.objects.live().filter(sitting=sitting, participant__in=originals)
    return dict.fromkeys(originals - set(noted.values_list("participant_id", flat=True)), Presence.REPLACED)


def refused_leave(activity: Activity, sitting: Sitting, whom: Iterable[int]) -> set[int]:
    """Of these participants, those whose leave from the sitting was refused."""
    wanted = list(whom)
    if not wanted:
        return set()
    rows = Leave.objects.live().filter(activity=activity, participant__in=wanted, state=LeaveState.REFUSED)
    whole = set(rows.filter(whole=True).values_list("participant_id", flat=True))
    return whole | set(rows.filter(sittings__sitting=sitting).values_list("participant_id", flat=True))
