"""Arrivals that devices hand in: merged once, in whatever order they come; the doubtful wait for the clerk (R6.13).

What a merge makes of a participant follows from the set of arrivals alone, never from their order: the earliest
trustworthy one is the attendance, every other is kept beside it as proof. A line noted otherwise is never overwritten.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.activities import rules
from lvzhi.activities.actions.attending import NOTING, change, replaced
from lvzhi.activities.actions.judging import judge
from lvzhi.activities.actions.recognising import Doorkeeper
from lvzhi.activities.models import Activity, Arrival, Attendance, Device, Participant, Sitting
from lvzhi.activities.queries.arrivals import is_over
from lvzhi.activities.vocabulary import WAS_THERE, Presence, Proof, State
from lvzhi.activities.vocabulary.arrivals import PROOFS, UNSURE, Doubt, Outcome, Signing
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

VALID = (Outcome.COUNTED, Outcome.BESIDE)
DOUBTS = {State.DRAFT: Doubt.DRAFT, State.CANCELLED: Doubt.CANCELLED, State.CLOSED: Doubt.CLOSED}


@dataclass(frozen=True)
class Given:
    """An entry as a device hands it in."""

    entry: UUID
    way: Signing
    noted_at: dt.datetime
    participant: UUID | None = None
    code: str = ""
    name: str = ""
    body: str = ""


def merge(device: Device, actor: Actor, given: Sequence[Given], sent_at: dt.datetime) -> list[Arrival]:
    """Keep what a device hands in; entries known already change nothing, and nothing handed in is lost.

    Args:
        actor: whoever opened the device, as they stand today; without the right any more, the entries wait.
        sent_at: what the device's clock says at the moment of sending.

    Returns:
        An arrival for each entry, in any order.

    Raises:
        Refusal: more entries than the committee's norm lets through at once.
    """
    sitting = device.sitting
    most = int(norms.value("activities.device_entries", device.committee_id, sitting.on))
    if len(given) > most:
        raise Refusal("activities.device_many", count=len(given), most=most)
    wanted = {one.entry: one for one in given}
    with transaction.atomic():
        activity: Activity = Activity.objects.select_for_update(of=("self",)).get(pk=sitting.activity_id)
        known = set(Arrival.objects.filter(entry__in=list(wanted)).values_list("entry", flat=True))
        fresh = [one for entry, one in wanted.items() if entry not in known]
        if fresh:
            _take_in(activity, device, actor, fresh, sent_at - actor.at)
    return list(Arrival.objects.filter(entry__in=list(wanted)).select_related("participant"))


def _take_in(activity: Activity, device: Device, actor: Actor, fresh: Sequence[Given], skew: dt.timedelta) -> None:
    sitting = device.sitting
    sums = {one.value: 0 for one in Outcome if one != Outcome.DROPPED}
    with line(actor, "activities.merged", subject=activity, count=len(fresh)) as entry:
        entry.facts.update({"device": device.name, "sitting": sitting.name})
        doubt = _doubt(activity, device, actor)
        keeper = None if doubt else Doorkeeper(activity, sitting, actor)
        rows = [_row(device, actor, one, skew, doubt, keeper) for one in sorted(fresh, key=lambda one: one.entry)]
        Arrival.objects.bulk_create(rows)
        touched = {row.participant_id for row in rows if row.outcome in VALID and row.participant_id is not None}
        settle_people(activity, sitting, actor, touched)
        found = Arrival.objects.filter(entry__in=[row.entry for row in rows])
        entry.facts.update(sums | Counter(found.values_list("outcome", flat=True)))


def _doubt(activity: Activity, device: Device, actor: Actor) -> str:
    """Why nothing that the device hands in counts by itself now; empty where it does."""
    sitting = device.sitting
    checks = (
        (activity.voided_at is not None, Doubt.VOIDED),
        (activity.state in DOUBTS, DOUBTS.get(State(activity.state), Doubt.CLOSED)),
        (sitting.voided_at is not None, Doubt.GONE),
        (device.ended_at is not None, Doubt.ENDED),
        (is_over(device, actor.at), Doubt.EXPIRED),
        (not rules.keeper(actor, activity), Doubt.RIGHT),
        (sitting.on > clock.as_day(actor.at), Doubt.TO_COME),
    )
    return next((str(doubt) for holds, doubt in checks if holds), "")


def _row(
    device: Device, actor: Actor, one: Given, skew: dt.timedelta, doubt: str, keeper: Doorkeeper | None
) -> Arrival:
    who: Participant | None = None
    outcome = Outcome.HELD
    if keeper is not None:
        who, found, turned_away = keeper.whose(one.way, one.participant, one.code, one.name, one.body)
        doubt = found
        outcome = Outcome.DECLINED if turned_away else Outcome.HELD if found else Outcome.BESIDE
    elif one.participant is not None:
        who = Participant.objects.filter(uid=one.participant, activity_id=device.sitting.activity_id).first()
    came_at = one.noted_at - skew
    minutes = int(norms.value("activities.skew_minutes", device.committee_id, device.sitting.on))
    slack = dt.timedelta(minutes=minutes)
    trusted = device.created_at - slack <= came_at <= actor.at + slack
    return Arrival(
        entry=one.entry,
        device=device,
        sitting=device.sitting,
        committee_id=device.committee_id,
        participant=who,
        way=one.way,
        name=who.name if who is not None else one.name.strip(),
        body="" if who is not None else one.body.strip(),
        noted_at=one.noted_at,
        came_at=came_at if trusted else None,
        skew_seconds=round(skew.total_seconds()),
        outcome=outcome,
        doubt=doubt,
        created_at=actor.at,
    )


def settle_people(activity: Activity, sitting: Sitting, actor: Actor, whom: Iterable[int]) -> None:
    """Let the attendance of these participants follow from their arrivals, inside the caller's line."""
    seen: dict[int, list[Arrival]] = defaultdict(list)
    for row in Arrival.objects.live().filter(sitting=sitting, participant__in=list(whom), outcome__in=VALID):
        seen[row.participant_id or 0].append(row)
    standing = {
        row.participant_id: row for row in Attendance.objects.live().filter(sitting=sitting, participant__in=list(seen))
    }
    firsts = {pk: min(rows, key=lambda one: one.order) for pk, rows in seen.items()}
    fresh = {pk: first for pk, first in firsts.items() if pk not in standing}
    standing |= _write(activity, sitting, actor, fresh)
    for pk, rows in seen.items():
        line_ = standing[pk]
        own = pk in fresh or any(row.outcome == Outcome.COUNTED for row in rows)
        if own:
            _follow(line_, firsts[pk])
        for row in rows:
            _place(row, line_, counted=own and row is firsts[pk], agrees=own or line_.presence in WAS_THERE)
    judge(activity, standing)


def _place(row: Arrival, attendance: Attendance, *, counted: bool, agrees: bool) -> None:
    """Say what became of one arrival, where that changed."""
    outcome = Outcome.COUNTED if counted else Outcome.BESIDE if agrees else Outcome.HELD
    doubt = "" if agrees else Doubt.STANDING
    if (row.outcome, row.doubt, row.attendance_id) != (outcome, doubt, attendance.pk):
        row.outcome, row.doubt, row.attendance = outcome, doubt, attendance
        row.version += 1
        row.save()


def _write(activity: Activity, sitting: Sitting, actor: Actor, fresh: dict[int, Arrival]) -> dict[int, Attendance]:
    """Lines for those of whom nothing stands, and for whom they stand in."""
    people = Participant.objects.live().filter(activity=activity, pk__in=list(fresh)).in_bulk()
    rows = [
        Attendance(
            sitting=sitting,
            committee_id=sitting.committee_id,
            participant_id=pk,
            presence=presence_of(sitting, first),
            proof=PROOFS[Signing(first.way)],
            came_at=first.came_at,
            remark="" if first.came_at is not None else UNSURE,
            noted_by=actor.name,
            noted_by_account=actor.account_id,
            created_at=actor.at,
        )
        for pk, first in fresh.items()
    ]
    there = dict.fromkeys(fresh, Presence.PRESENT)
    rows += [
        Attendance(
            sitting=sitting, committee_id=sitting.committee_id, participant_id=pk, presence=presence,
            proof=Proof.LIST, noted_by=actor.name, noted_by_account=actor.account_id, created_at=actor.at,
        )
        for pk, presence in replaced(sitting, people, there).items()
    ]  # fmt: skip
    made = Attendance.objects.bulk_create(rows) if rows else []
    judge(activity, [row.participant_id for row in made])
    return {row.participant_id: row for row in made}


def _follow(row: Attendance, first: Arrival) -> None:
    """A line that a device made bears the earliest arrival, also when that one is handed in last."""
    presence = presence_of(first.sitting, first) if not row.corrections_count else Presence(row.presence)
    wanted = (presence, PROOFS[Signing(first.way)], first.came_at)
    if (row.presence, row.proof, row.came_at) != wanted:
        row.presence, row.proof, row.came_at = wanted
        row.remark = "" if first.came_at is not None else UNSURE
        row.version += 1
        row.save()


def presence_of(sitting: Sitting, arrival: Arrival) -> Presence:
    """On time or late by the committee's norm; where no time was set, or the device's is not to be trusted, on time."""
    if not sitting.timed or arrival.came_at is None:
        return Presence.PRESENT
    minutes = int(norms.value("activities.late_minutes", sitting.committee_id, sitting.on))
    return Presence.LATE if arrival.came_at > sitting.starts + dt.timedelta(minutes=minutes) else Presence.PRESENT


def settle(arrival: Arrival, actor: Actor, *, counts: bool, ground: str) -> Arrival:
    """The clerk decides on an arrival that waits: it counts, or it does not; either way it stays on the page.

    Raises:
        NotAllowed: not the keeper; or it contradicts a line of one's own and the committee asks for a second person.
        Refusal: settled already, no ground, nobody recognised, or an activity in which nothing can be noted now.
    """
    with transaction.atomic():
        activity: Activity = Activity.objects.select_for_update(of=("self",)).get(pk=arrival.sitting.activity_id)
        rules.keeper.check(actor, activity)
        row: Arrival = Arrival.objects.select_related("sitting", "participant", "device").get(pk=arrival.pk)
        if row.outcome not in (Outcome.HELD, Outcome.DECLINED):
            raise Refusal("activities.arrival_settled", name=row.called)
        if not ground.strip():
            raise Refusal("activities.ground_missing", field="ground")
        becomes = Outcome.BESIDE if counts else Outcome.DROPPED
        words = str(Outcome.COUNTED.label if counts else becomes.label)
        with line(actor, "activities.settled", subject=activity, name=row.called, outcome=words):
            if counts:
                _check_countable(activity, row)
            row.outcome, row.ground, row.settled_by, row.settled_at = becomes, ground.strip(), actor.name, actor.at
            row.version += 1
            row.save()
            if counts and row.participant_id is not None:
                _correct_standing(row, actor, ground)
                settle_people(activity, row.sitting, actor, [row.participant_id])
    row.refresh_from_db()
    return row


def _check_countable(activity: Activity, row: Arrival) -> None:
    if activity.state not in NOTING or activity.voided_at is not None:
        raise Refusal("activities.arrival_closed", state=activity.get_state_display())
    if row.participant_id is None:
        raise Refusal("activities.arrival_nobody")


def _correct_standing(row: Arrival, actor: Actor, ground: str) -> None:
    """What stood otherwise is corrected as every line is: kept, and by a second person where the norm says so."""
    standing = Attendance.objects.live().filter(sitting=row.sitting, participant=row.participant_id).first()
    if standing is None or standing.presence in WAS_THERE:
        return
    second = bool(norms.value("activities.second_person", row.committee_id, clock.as_day(actor.at)))
    if second and standing.noted_by_account is not None and standing.noted_by_account == actor.account_id:
        raise NotAllowed("activities.second_person", name=row.called)
    change(standing, actor, presence_of(row.sitting, row), ground)
