"""Leave: asking, deciding, and what a decision makes of the attendance (R6.5, R6.6, R6.13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import IntegrityError

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.activities import rules
from lvzhi.activities.actions.attending import change, write
from lvzhi.activities.actions.judging import for_whom, judge
from lvzhi.activities.models import Activity, Attendance, Leave, LeaveSitting, Participant, Sitting
from lvzhi.activities.norms import KindRule, kind_named
from lvzhi.activities.vocabulary import (
    LEAVE_GRANTED,
    LEAVE_REFUSED,
    REASONS,
    WAS_THERE,
    Approver,
    LeaveState,
    Presence,
    Proof,
    State,
)
from lvzhi.deadlines import Term, clock, reckon
from lvzhi.norms import codes
from lvzhi.norms.calendars import calendar_of
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

ASKING = frozenset({State.PLANNED, State.HELD})


def ask(
    participant: Participant,
    actor: Actor,
    *,
    reason: str,
    text: str = "",
    sittings: Sequence[Sitting] = (),
    once: str | None = None,
) -> Leave:
    """Ask for leave from the whole, or from some of its sittings, for oneself or as its keeper for another.

    Raises:
        NotAllowed: neither the person nor the keeper.
        Refusal: no notice yet or over, a request waits or was granted, asked too late, too often, an unknown reason.
    """
    activity = participant.activity
    own = actor.account_id is not None and _account(participant) == actor.account_id
    if not own and not rules.keeper(actor, activity):
        raise NotAllowed("access.not_allowed", who=rules.leave_asker.label)
    leave = Leave(
        activity=activity,
        committee_id=activity.committee_id,
        participant=participant,
        reason=_reason(activity, reason, actor),
        text=text.strip(),
        whole=not sittings,
        asked_on=clock.as_day(actor.at),
        asked_by=actor.name,
        by_staff=not own,
        after_start=_after_start(participant, actor, sittings),
        approver=approver_of(activity),
        organ=activity.organ,
        created_at=actor.at,
    )
    try:
        return engine.begin(
            leave, actor, once=once, does=lambda made: _keep_sittings(made, sittings), who=participant.name
        )
    except IntegrityError:
        raise Refusal("activities.leave_waits", name=participant.name) from None


def _reason(activity: Activity, reason: str, actor: Actor) -> str:
    return codes.code(REASONS, activity.committee_id, reason, clock.as_day(actor.at)).code


def _after_start(participant: Participant, actor: Actor, sittings: Sequence[Sitting]) -> bool:
    """Whether what it is about has begun already; refuses what can no longer be asked at all."""
    activity, day = participant.activity, clock.as_day(actor.at)
    covered = _covered(activity, participant, sittings)
    _check_open(activity, participant, day)
    begun = actor.at >= min(row.starts for row in covered)
    if begun:
        _check_not_over(activity, day)
    return begun


def _account(participant: Participant) -> int | None:
    return participant.person.account_id if participant.person is not None else None


def approver_of(activity: Activity) -> str:
    """Who decides: as the kind says; without an organ, or with a kind no longer known, the secretary-general."""
    kind: KindRule | None = kind_named(activity.committee_id, activity.kind, activity.held_on)
    wanted = kind.approver if kind is not None else Approver.SECRETARY_GENERAL
    if wanted == Approver.ORGAN_HEAD and activity.organ_id is None:
        return Approver.SECRETARY_GENERAL
    return wanted


def _covered(activity: Activity, participant: Participant, sittings: Sequence[Sitting]) -> list[Sitting]:
    own = [row for row in Sitting.objects.live().filter(activity=activity) if for_whom(row, participant)]
    if not sittings:
        if not own:
            raise Refusal("activities.no_sitting", field="sittings")
        return own
    keys = {row.pk for row in own}
    if any(row.pk not in keys for row in sittings):
        raise Refusal("activities.not_of_sitting", field="sittings", name=sittings[0].name)
    return list(sittings)


def _check_open(activity: Activity, participant: Participant, day: dt.date) -> None:
    if activity.state not in ASKING or activity.voided_at is not None or participant.voided_at is not None:
        raise Refusal("activities.leave_closed", state=activity.get_state_display())
    standing = Leave.objects.live().filter(participant=participant)
    if standing.filter(state=LeaveState.ASKED).exists():
        raise Refusal("activities.leave_waits", name=participant.name)
    if standing.filter(state=LeaveState.GRANTED, whole=True).exists():
        raise Refusal("activities.leave_granted_already", name=participant.name)
    most = int(norms.value("activities.leave_most", activity.committee_id, day))
    if most:
        taken = Leave.objects.live().filter(
            committee_id=activity.committee_id,
            participant__person=participant.person_id,
            asked_on__year=day.year,
            state__in=[LeaveState.ASKED, LeaveState.GRANTED],
        )
        if participant.person_id is not None and taken.count() >= most:
            raise Refusal("activities.leave_often", year=day.year, most=most)


def _check_not_over(activity: Activity, day: dt.date) -> None:
    term = norms.value("activities.leave_after", activity.committee_id, activity.ends_on)
    if not isinstance(term, Term):
        raise TypeError("activities.leave_after")
    if not term.amount:
        raise Refusal("activities.leave_begun", day=activity.held_on)
    due = reckon(activity.ends_on, term, calendar_of(activity.committee_id))
    if day > due.date:
        raise Refusal("activities.leave_over", due=due.date)


def _keep_sittings(leave: Leave, sittings: Sequence[Sitting]) -> None:
    for sitting in sittings:
        LeaveSitting(leave=leave, committee_id=leave.committee_id, sitting=sitting, created_at=leave.created_at).save()


def check_decision(taking: Taking) -> None:
    """What was asked after the start, and every refusal, needs its ground."""
    if taking.record.after_start and not str(taking.answers.get("opinion", "")).strip():
        raise Refusal("activities.opinion_missing", field="opinion")


def decide(taking: Taking) -> None:
    """Effect of 准假 and 不准: who, when, why."""
    leave: Leave = taking.record
    leave.decided_on = clock.as_day(taking.at)
    leave.decided_by = taking.actor.name
    leave.opinion = str(taking.answers.get("opinion", "")).strip()
    leave.official = bool(taking.answers.get("official"))
    taking.facts["who"] = leave.participant.name


def note_who(taking: Taking) -> None:
    """Effect of 撤回: the sentence names who asked."""
    taking.facts["who"] = taking.record.participant.name


def carry_granted(taking: Taking) -> None:
    """Effect of 准假: its sittings bear it; who was there all the same stays there."""
    leave: Leave = taking.record
    wanted = Presence.OFFICIAL if leave.official else Presence.LEAVE
    _carry(taking, wanted, LEAVE_GRANTED, make=True)


def carry_refused(taking: Taking) -> None:
    """Effect of 不准假: an absence noted already becomes one whose leave was refused."""
    _carry(taking, Presence.LEAVE_REFUSED, LEAVE_REFUSED, make=False)


def _carry(taking: Taking, wanted: Presence, ground: str, *, make: bool) -> None:
    leave: Leave = taking.record
    activity, whom = leave.activity, leave.participant_id
    standing = {
        row.sitting_id: row for row in Attendance.objects.live().filter(sitting__activity=activity, participant=whom)
    }
    for sitting in sittings_of_leave(leave):
        row = standing.get(sitting.pk)
        if row is None and make:
            write(sitting, taking.actor, {whom: wanted}, Proof.LEAVE, {})
        elif row is not None and row.presence not in WAS_THERE and row.presence != wanted:
            change(row, taking.actor, wanted, ground)
    judge(activity, [whom])


def sittings_of_leave(leave: Leave) -> list[Sitting]:
    """The sittings it is about."""
    rows = Sitting.objects.live().filter(activity=leave.activity)
    if not leave.whole:
        rows = rows.filter(pk__in=LeaveSitting.objects.live().filter(leave=leave).values("sitting_id"))
    return [row for row in rows if for_whom(row, leave.participant)]
