"""One activity: what, when, where, who, papers, agenda, who came, what came of it, what next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor
from lvzhi.accounts.actors import actor_of
from lvzhi.activities import queries, rules, tables, ties
from lvzhi.activities.actions import EDITABLE, leaving
from lvzhi.activities.letters import minutes
from lvzhi.activities.models import Activity, Leave, Participant, Sitting
from lvzhi.activities.norms import kind_named
from lvzhi.activities.queries import arrivals, pages
from lvzhi.activities.queries import attending as reads
from lvzhi.activities.queries.telling import time_of
from lvzhi.activities.vocabulary import (
    COUNTING_STATES,
    NEXT,
    PAUSE,
    REASONS,
    Approver,
    Capacity,
    LeaveState,
    PlaceRole,
    Relation,
    Role,
    State,
    Verdict,
)
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.files.queries import of_many as files_of_many
from lvzhi.journal.queries import histories
from lvzhi.links import beside
from lvzhi.messages.actions import mark_seen
from lvzhi.messages.queries import unread_of
from lvzhi.norms import codes
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

LEADING = (Role.HOST, Role.LEAD, Role.CONVENE, Role.MAIN, Role.SPEAK, Role.EXPERT)


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of an activity, for everyone who may read it; opening it counts as reading the notice."""
    actor = actor_of(request)
    activity = pages.detailed(actor, uid)
    if actor.account_id is not None and unread_of(request):
        mark_seen(actor.account_id, activity.uid)
    keeps, whole = rules.keeper(actor, activity), rules.reads_list(actor, activity)
    sittings, people = pages.programme(activity), pages.people_of(activity)
    kind = activity._meta.label_lower
    context = {
        "activity": activity,
        "tag": tables.state_tag(activity),
        "late": tables.late_tag(reads.late_days(activity)),
        "days": tables.days_of(activity),
        "steps": _bar(activity),
        "now": {"holder": workflow_of(Activity).holders.get(activity.state, ""), "next": NEXT[State(activity.state)]},
        "sittings": [{"row": row, "time": time_of(row)} for row in sittings],
        "places": _places(activity),
        "people": _people(people),
        "tallies": _tallies(activity, sittings, people) if whole or activity.state in COUNTING_STATES else (),
        "verdicts": _verdicts(people),
        "receipts": queries.receipts(activity, people) if keeps and activity.notified_on else None,
        "mine": _mine(actor, activity, people, sittings),
        "leaves": _leaves(actor, pages.leaves_of(activity)) if whole else (),
        "panels": beside.panels(actor, activity),
        "files": files_of(kind, activity.uid) if getattr(activity, "has_files", True) else (),
        "kind": kind,
        "may_add": ties.may_add(actor, activity),
        "keeps": keeps,
        "whole": whole,
        "may_edit": keeps and activity.state in EDITABLE and activity.voided_at is None,
        "buttons": _buttons(activity, actor),
        "may_draft": keeps and activity.state in minutes.READY and activity.voided_at is None,
        "partners": PAUSE.join(row.name for row in pages.partners_of(activity)),
        "relation": str(Relation(activity.relation).label),
        "unplanned": keeps and _unplanned(activity),
        "events": _events(activity),
    }
    return render(request, "activities/detail.html", context)


def step_url(record: Any, key: str) -> str:
    """The page of a step."""
    return reverse("activities:step", args=["leave" if isinstance(record, Leave) else "activity", record.uid, key])


def _buttons(activity: Activity, actor: Actor) -> list[dict[str, Any]]:
    """What the actor may do now, the main thing first."""
    order = {"main": 0, "plain": 1, "danger": 2}
    found = [{"step": step, "url": step_url(activity, step.key)} for step in steps_open(activity, actor)]
    return sorted(found, key=lambda one: order[str(one["step"].tone)])


def _bar(activity: Activity) -> list[dict[str, Any]]:
    phases = workflow_of(Activity).phases
    if activity.state == State.CANCELLED:
        return [{"label": label, "state": "skipped", "date": None} for label, _ in phases]
    here = next(place for place, (_, states) in enumerate(phases) if activity.state in states)
    skipped = activity.notified_on is None and here > 1
    bar: list[dict[str, Any]] = []
    for place, (label, _) in enumerate(phases):
        state = "done" if place < here or activity.state == State.CLOSED else "current" if place == here else "next"
        if place == 1 and skipped:
            state = "skipped"
        dates = {1: activity.notified_on, 2: activity.held_on}
        bar.append({"label": label, "state": state, "date": dates.get(place) if state == "done" else None})
    return bar


def _places(activity: Activity) -> list[dict[str, Any]]:
    return [{"row": row, "role": str(PlaceRole(row.role).label)} for row in pages.places_of(activity)]


def _people(people: list[Participant]) -> dict[str, Any]:
    """The list by what each does: leading roles by name, the others in one line a capacity."""
    leading = [(str(role.label), [row for row in people if row.role == role]) for role in LEADING]
    others = [row for row in people if row.role not in LEADING]
    by_capacity = [
        (str(Capacity(one).label), [row for row in others if row.capacity == one and row.role == Role.ATTEND])
        for one in Capacity
    ]
    sitting_in = [row for row in others if row.role == Role.SIT_IN]
    return {
        "total": len(people),
        "grouped": any(row.group for row in people),
        "counted": sum(1 for row in people if row.counted),
        "later": sum(1 for row in people if row.added_later),
        "uninvited": sum(1 for row in people if row.uninvited),
        "leading": [(label, rows) for label, rows in leading if rows],
        "groups": [(label, rows) for label, rows in by_capacity if rows],
        "sitting_in": sitting_in,
    }


def _verdicts(people: list[Participant]) -> list[dict[str, Any]]:
    """How many of those who count came to which verdict."""
    counted = [row.verdict for row in people if row.counted]
    return [
        {"tag": tables.verdict_tag(one), "count": counted.count(one)} for one in Verdict.values if counted.count(one)
    ]


def _tallies(activity: Activity, sittings: list[Any], people: list[Participant]) -> list[dict[str, Any]]:
    return [
        {
            "tally": one,
            "time": time_of(one.sitting),
            "present": reads.presence_words(one),
            "quorum": reads.quorum(activity, one) if one.noted else None,
        }
        for one in reads.tallies(sittings, people)
    ]


def _mine(
    actor: Actor, activity: Activity, people: list[Participant], sittings: list[Sitting]
) -> dict[str, Any] | None:
    """The actor's own line, leave and the button to ask for it."""
    own = [row for row in people if row.person is not None and row.person.account_id == actor.account_id]
    if actor.account_id is None or not own:
        return None
    row, has_leaves = own[0], getattr(activity, "has_leaves", True)
    leave = pages.leave_of_row(row) if has_leaves else None
    lines = pages.lines_of_row(row) if getattr(activity, "has_lines", True) else []
    noted = {one.sitting_id for one in lines}
    to_come = [one for one in sittings if one.pk not in noted]
    open_ = activity.state in leaving.ASKING and activity.voided_at is None
    asked = leave is not None and leave.state in (LeaveState.ASKED, LeaveState.GRANTED) and leave.whole
    return {
        "row": row,
        "role": str(Role(row.role).label),
        "verdict": tables.verdict_tag(row.verdict),
        "lines": [{"sitting": one.sitting, "tag": tables.presence_tag(one.presence)} for one in lines],
        "leave": _leaves(actor, [leave])[0] if leave is not None else None,
        "codes": arrivals.codes_for(row, to_come, clock.today()) if open_ else (),
        "may_ask": open_ and not asked and row.verdict != Verdict.ATTENDED,
    }


def _leaves(actor: Actor, leaves: list[Leave]) -> list[dict[str, Any]]:
    """Requests for leave with what the actor may do with each; a fixed number of queries."""
    waiting = [row for row in leaves if row.state == LeaveState.ASKED]
    may = {step.key: pages.allowed(waiting, step.may.rows(actor)) for step in workflow_of(Leave).steps if waiting}
    files = files_of_many(ties.LEAVE, [row.uid for row in leaves]) if leaves else {}
    return [
        {
            "row": row,
            "tag": tables.leave_tag(row.state),
            "reason": codes.name_of(REASONS, row.committee_id, row.reason, row.asked_on),
            "approver": str(Approver(row.approver).label),
            "files": files[row.uid],
            "buttons": [
                {"step": step, "url": step_url(row, step.key)}
                for step in workflow_of(Leave).steps
                if row.state in step.frm and row.pk in may[step.key]
            ],
        }
        for row in leaves
    ]


def _unplanned(activity: Activity) -> bool:
    """Whether a kind that ought to come from the yearly plan points at no task of it."""
    kind = kind_named(activity.committee_id, activity.kind, activity.held_on)
    return kind is not None and kind.plan and activity.task_id is None


def _events(activity: Activity) -> list[Any]:
    return list(histories([(activity._meta.label_lower, activity.uid)]))
