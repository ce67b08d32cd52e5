"""Hearing, deciding, refusing, reviewing a change: each tied to the meeting (R6.1)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.activities.models import Activity
from lvzhi.deadlines import clock
from lvzhi.tenure import queries, rules
from lvzhi.tenure.actions.effects import check_organ, member_of, take_back
from lvzhi.tenure.actions.proposing import check_newcomer
from lvzhi.tenure.models import TITLE_MOST, Change
from lvzhi.tenure.norms import body_name, meetings_of
from lvzhi.tenure.vocabulary import words
from lvzhi.tenure.vocabulary.states import LEAVING, STANDING_CHANGES, ChangeKind
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def needs_meeting(record: Any, body: str) -> bool:
    """Whether a body decides at a meeting."""
    return bool(meetings_of(body, record.committee_id, clock.today()))


def meeting_words(meeting: Activity | None) -> str:
    """What a meeting is called."""
    return meeting.title[:TITLE_MOST] if meeting is not None else words.BY_OFFICE


def check_meeting(committee: Any, body: str, meeting: Activity | None, since: dt.date, today: dt.date) -> None:
    """Refuse a meeting of another body, or one held before the matter was brought up.

    Args:
        since: the day on which the matter was brought up.
    """
    kinds = meetings_of(body, committee, today)
    if not kinds:
        return
    if meeting is None:
        raise Refusal("tenure.meeting_needed", field="meeting")
    if meeting.kind not in kinds or meeting.committee_id != getattr(committee, "pk", committee):
        name = body_name(body, committee, today)
        raise Refusal("tenure.meeting_kind", field="meeting", meeting=meeting.title, body=name)
    if meeting.ends_on < since:
        raise Refusal(
            "tenure.meeting_early", field="meeting", meeting=meeting.title, day=meeting.ends_on, proposed=since
        )


def check_heard(taking: Taking) -> None:
    """The meeting is one of the body that hears it."""
    change: Change = taking.record
    meeting = taking.answers.get("meeting")
    check_meeting(change.committee, change.hears, meeting, change.proposed_on, clock.as_day(taking.at))


def hear(taking: Taking) -> None:
    """Effect of 研究: which meeting heard it, and what it said."""
    change: Change = taking.record
    meeting: Activity | None = taking.answers.get("meeting")
    change.heard_at = meeting
    change.heard_on = meeting.ends_on if meeting is not None else clock.as_day(taking.at)
    change.opinion = taking.answers.get("opinion", "").strip()
    _say(taking, meeting)


def _say(taking: Taking, meeting: Activity | None) -> None:
    change: Change = taking.record
    taking.facts |= {
        "name": change.name, "kind": str(change.get_kind_display()), "meeting": meeting_words(meeting),
    }  # fmt: skip


def check_decided(taking: Taking) -> None:
    """The meeting is one of the deciding body, lies behind the hearing and not behind the day in force."""
    change: Change = taking.record
    meeting: Activity | None = taking.answers.get("meeting")
    day, today = taking.answers["in_force_on"], clock.as_day(taking.at)
    check_meeting(change.committee, change.decides, meeting, change.proposed_on, today)
    if meeting is not None:
        if change.heard_on is not None and meeting.ends_on < change.heard_on:
            raise Refusal("tenure.meeting_order", field="meeting", day=meeting.ends_on, heard=change.heard_on)
        if meeting.ends_on > day:
            raise Refusal(
                "tenure.meeting_late", field="in_force_on", meeting=meeting.title, day=meeting.ends_on, force=day
            )
    _check_day(change, day, today)


def _check_day(change: Change, day: dt.date, today: dt.date) -> None:
    """The day fits the tenure, the organ, and what cannot be dated ahead."""
    if change.kind == ChangeKind.BY_ELECTION:
        check_newcomer(change, day)
        for organ in (change.organ, change.special):
            if organ is not None:
                check_organ(organ, day)
        return
    member = member_of(change)
    if member.ends is not None and member.ends < day:
        raise Refusal("tenure.left_already", name=change.name, ends=member.ends)
    if day <= member.starts and (change.kind in LEAVING or day < member.starts):
        raise Refusal(
            "tenure.before_join", field="in_force_on", name=change.name, starts=member.starts, day=day
        )  # fmt: skip
    if change.kind == ChangeKind.WORK and day > today:
        raise Refusal("tenure.work_ahead", field="in_force_on", day=day)


def decide(taking: Taking) -> None:
    """Effect of the decision on the record itself; what it does to the roster follows."""
    change: Change = taking.record
    meeting: Activity | None = taking.answers.get("meeting")
    change.decided_at, change.meeting = meeting, meeting_words(meeting)
    change.decided_on = meeting.ends_on if meeting is not None else clock.as_day(taking.at)
    change.in_force_on = taking.answers["in_force_on"]
    change.opinion = taking.answers.get("opinion", "").strip() or change.opinion
    change.number = taking.answers.get("number", "").strip() or change.number
    _say(taking, meeting)
    taking.facts["day"] = change.in_force_on


def check_refused(taking: Taking) -> None:
    """A refusal too is tied to the meeting."""
    change: Change = taking.record
    body = change.hears if change.hears and change.heard_on is None else change.decides
    meeting = taking.answers.get("meeting")
    check_meeting(change.committee, body, meeting, change.proposed_on, clock.as_day(taking.at))


def refuse(taking: Taking) -> None:
    """Effect of 未通过: nothing on the roster changes."""
    change: Change = taking.record
    meeting: Activity | None = taking.answers.get("meeting")
    change.decided_at, change.meeting = meeting, meeting_words(meeting)
    change.decided_on = meeting.ends_on if meeting is not None else clock.as_day(taking.at)
    change.opinion = taking.answers["ground"].strip()
    _say(taking, meeting)


def check_review(taking: Taking) -> None:
    """The time for asking is not over (R6.1)."""
    until = rules.review_until(taking.record)
    if until is not None and clock.as_day(taking.at) > until:
        raise Refusal("tenure.review_over", day=until)


def ask_review(taking: Taking) -> None:
    """Effect of 申请复核."""
    change: Change = taking.record
    change.plea = taking.answers["plea"].strip()
    taking.facts |= {"name": change.name, "kind": str(change.get_kind_display())}


def check_reviewed(taking: Taking) -> None:
    """The review is done by the body that decided, at a later meeting."""
    change: Change = taking.record
    since = clock.as_day(change.state_since)
    check_meeting(change.committee, change.decides, taking.answers.get("meeting"), since, clock.as_day(taking.at))


def note_review(taking: Taking) -> None:
    """Effect of a review: by which meeting, with what words."""
    change: Change = taking.record
    meeting: Activity | None = taking.answers.get("meeting")
    change.reviewed_at = meeting
    change.reviewed_on = meeting.ends_on if meeting is not None else clock.as_day(taking.at)
    change.review_words = taking.answers["ground"].strip()
    _say(taking, meeting)


def overturn(taking: Taking) -> None:
    """Effect of 撤销原决定: the roster is put back."""
    take_back(taking.record, taking.actor, taking.answers["ground"])


def void_change(change: Change, actor: Actor, ground: str) -> Change:
    """Void a change with a ground; one in force is taken back from the roster in the same transaction.

    Raises:
        NotAllowed: whoever does not handle it, or whom it is about.
        Refusal: no ground, voided before, something later stands in the way.
    """
    rules.handles.check(actor, change)
    with transaction.atomic():
        done = engine.void(change, actor, ground)
        if done.state in STANDING_CHANGES:
            take_back(done, actor, ground)
    return done


def restore_change(change: Change, actor: Actor) -> Change:
    """Bring back a voided change that was never in force.

    Raises:
        NotAllowed: as `void_change`. Refusal: it was in force: it is to be proposed anew; another one is on its way.
    """
    rules.handles.check(actor, change)
    if change.state in STANDING_CHANGES:
        raise Refusal("tenure.no_restore")
    if change.member is not None and queries.running(change.member, change.kind) is not None:
        raise Refusal("tenure.waits", name=change.name, kind=str(change.get_kind_display()))
    return engine.restore(change, actor)
