"""Meetings, themed days and lectures of a Party organisation: planned, then who came and what was decided (R10.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Subject, line
from lvzhi.links.actions import tie
from lvzhi.links.kinds import kind_of
from lvzhi.party import rules
from lvzhi.party.actions.bodies import check_day
from lvzhi.party.models import Body, Meeting, Minutes, Presence
from lvzhi.party.norms import QUORUM
from lvzhi.party.queries import kinds_for, seats_on
from lvzhi.party.vocabulary import CONGRESS, HELD_AS, OF_LIFE
from lvzhi.people.models import Post, holds
from lvzhi.people.vocabulary import PostKind
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

LEADERS = (PostKind.CHAIRMAN, PostKind.VICE_CHAIRMAN, PostKind.SECRETARY_GENERAL)
Ref = tuple[str, UUID]


def plan_meeting(
    actor: Actor, body: Body, data: Mapping[str, Any], *, about: Ref | None = None, once: str | None = None
) -> Meeting:
    """Put a meeting down, to come or held already; who came is said by the step ``hold``.

    Args:
        data: ``kind``, ``title``, ``held_on``; ``place``, ``host``.
        about: the activity that it was, as (kind of record, uid).
        once: key of the request; the same again gives the same meeting.

    Raises:
        NotAllowed: neither the office nor who leads the organisation.
        Refusal: a kind that such organisations do not hold, a day on which it does not stand, no such activity.
    """
    known = engine.begun(Meeting, actor, once)
    if known is not None:
        return known
    rules.writes.check(actor, body)
    check_day(body, data["held_on"], "held_on")
    names = {one.code: one.name for one in kinds_for(body, data["held_on"])}
    if data["kind"] not in names:
        raise Refusal("party.meeting_kind", field="kind", kind=data["kind"], body=body.name)
    meeting = Meeting(
        body=body, committee_id=body.committee_id, kind=data["kind"], title=data["title"].strip(),
        held_on=data["held_on"], place=data.get("place", ""), host=data.get("host", ""), created_at=actor.at,
    )  # fmt: skip
    with transaction.atomic():
        engine.begin(meeting, actor, once=once, kind=names[data["kind"]])
        if about is not None:
            _tie(actor, meeting, about)
    return meeting


def _tie(actor: Actor, meeting: Meeting, about: Ref) -> None:
    kind = kind_of(about[0])
    if kind is None or not kind.visible(actor, about[1]):
        raise Refusal("party.about_unknown")
    tie(actor, HELD_AS, meeting, Subject(about[0], about[1], kind.title(about[1])))


def keep_minutes(actor: Actor, meeting: Meeting, text: str, *, version: int | None = None) -> Minutes:
    """Put down what was said in criticism and self-criticism, apart from what the meeting decided (R10.2).

    Raises:
        NotAllowed: the actor does not lead the organisation: not even the office writes or reads it.
        Refusal: no such meeting, or nothing said.
        Conflict: someone else changed it since ``version``.
    """
    rules.meeting_led.check(actor, meeting)
    if meeting.kind not in OF_LIFE:
        raise Refusal("party.minutes_kind")
    if not text.strip():
        raise Refusal("party.minutes_text", field="text")
    with line(actor, "party.minutes", subject=meeting):
        row = Minutes.objects.select_for_update(of=("self",)).filter(meeting=meeting).first()
        if row is None:
            row = Minutes(meeting=meeting, committee_id=meeting.committee_id, created_at=actor.at)
        else:
            row.expect(version)
            row.version += 1
        row.text = text.strip()
        row.save()
    return row


def check_held(taking: Taking) -> None:
    """It lies in the past, those who came belong to it, and a members' meeting has more than half of them."""
    meeting: Meeting = taking.record
    day, came = taking.answers["held_on"], taking.answers["people"]
    if day > clock.as_day(taking.at):
        raise Refusal("party.ahead", field="held_on", day=day)
    check_day(meeting.body, day, "held_on")
    if not came:
        raise Refusal("party.came_nobody", field="people")
    due = {row.person_id for row in seats_on(meeting.body, day)}
    for person in came:
        if person.pk not in due:
            raise Refusal("party.came_elsewhere", field="people", name=person.name, day=day, body=meeting.body.name)
    share = int(norms.value(QUORUM, meeting.committee_id, day))
    if meeting.kind == CONGRESS and len(came) * 100 <= len(due) * share:
        raise Refusal("party.quorum", field="people", due=len(due), came=len(came), share=share)


def hold(taking: Taking) -> None:
    """Effect of 登记召开情况: who came, and which of them as leaders who live as ordinary members (R10.2)."""
    meeting: Meeting = taking.record
    answers = taking.answers
    for name in ("held_on", "place", "host", "text"):
        setattr(meeting, name, answers[name])
    came = answers["people"]
    meeting.due, meeting.came = len(seats_on(meeting.body, meeting.held_on)), len(came)
    Presence.objects.bulk_create(_rows(taking, meeting, came))
    taking.facts["came"] = meeting.came


def _rows(taking: Taking, meeting: Meeting, came: Sequence[Any]) -> list[Presence]:
    posts = Post.objects.live().filter(holds("", meeting.held_on), committee_id=meeting.committee_id, kind__in=LEADERS)
    leaders = set(posts.values_list("person_id", flat=True))
    return [
        Presence(
            meeting=meeting, committee_id=meeting.committee_id, person=one, name=one.name, leader=one.pk in leaders,
            created_at=taking.at,
        )
        for one in came
    ]  # fmt: skip
