"""What the committee that leads does: open a topic over a record, ask others, close it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from lvzhi.access import Actor, Missing, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.joint import kinds, queries, rules
from lvzhi.joint.models import Partaking, Topic
from lvzhi.joint.vocabulary import WORDS, PartState, Role
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def open_topic(actor: Actor, kind: str, uid: UUID, data: Mapping[str, Any], *, once: str | None = None) -> Topic:
    """Open a record to other committees; the leader's own part begins with it.

    Args:
        data: ``title``, ``words``, ``until``; what is left out is taken from the record.
        once: key of the request, so that a second sending finds what the first one began.

    Raises:
        Missing: such records are no topics, or this one is not there.
        NotAllowed: the actor does not keep the record.
        Refusal: it is a topic already, it has no name, the day has passed.
    """
    named = kinds.kind_of(kind)
    record = named.find(uid) if named is not None else None
    if named is None or record is None:
        raise Missing("joint.kind_unknown" if named is None else "joint.record_unknown")
    if not named.may_open(actor, record):
        raise NotAllowed("access.not_allowed", who=rules.leads.label)
    known = named.known(record)
    standing = queries.of_subject(kind, uid)
    if standing is not None:
        raise Refusal("joint.opened_already", title=standing.title)
    today = clock.as_day(actor.at)
    title = str(data.get("title") or known.title).strip()
    until = data.get("until") or known.until
    if not title:
        raise Refusal("joint.title_missing", field="title")
    if data.get("until") and data["until"] < today:
        raise Refusal("joint.day_passed", field="until", day=data["until"])
    topic = Topic(
        committee=known.committee, organ=known.organ, kind=kind, subject=uid, title=title, opened_on=today, until=until,
        words=str(data.get("words") or "").strip(), created_at=actor.at,
    )  # fmt: skip
    with transaction.atomic():
        made = engine.begin(topic, actor, once=once)
        _begin_part(made, actor, known.committee, Role.LEAD)
    return made


def begun(actor: Actor, once: str | None) -> Topic | None:
    """The topic that this request began already, or None."""
    return engine.begun(Topic, actor, once)


def _begin_part(topic: Topic, actor: Actor, committee: Committee, role: str, **more: Any) -> Partaking:
    part = Partaking(
        topic=topic, committee=committee, role=role, asked_on=clock.as_day(actor.at), created_at=actor.at, **more
    )
    made = engine.begin(part, actor, name=committee.display, role=str(Role(role).label))
    if role == Role.LEAD:
        made = engine.take(made, "lead", actor)
    return made


def check_ask(taking: Taking) -> None:
    """Each committee is asked once, and not the one that leads; the day is still to come."""
    topic: Topic = taking.record
    until = taking.answers.get("until")
    if until and until < clock.as_day(taking.at):
        raise Refusal("joint.day_passed", field="until", day=until)
    for committee in taking.answers["committees"]:
        if committee.pk == topic.committee_id:
            raise Refusal("joint.asked_itself", field="committees", committee=committee.display)
        part = queries.part_of(topic, committee.pk)
        if part is not None:
            raise Refusal(
                "joint.asked_already", field="committees", committee=committee.display, state=part.get_state_display()
            )


def ask(taking: Taking) -> None:
    """Effect of 邀请参加: a part of each committee, waiting for its answer."""
    topic, answers = taking.record, taking.answers
    for committee in answers["committees"]:
        _begin_part(
            topic, taking.actor, committee, answers["role"], words=answers.get("words") or "",
            until=answers.get("until") or topic.until,
        )  # fmt: skip
    taking.facts["committees"] = WORDS["pause"].join(one.display for one in answers["committees"])


def check_adjust(taking: Taking) -> None:
    """A new day lies ahead, and not before a piece that is still open."""
    until = taking.answers.get("until")
    if until is None or until == taking.record.until:
        return
    if until < clock.as_day(taking.at):
        raise Refusal("joint.day_passed", field="until", day=until)
    last = queries.last_piece(taking.record)
    if last is not None and last.until > until:
        raise Refusal(
            "joint.before_piece", field="until", day=until, committee=last.committee.display, what=last.what,
            until=last.until,
        )  # fmt: skip


def adjust(taking: Taking) -> None:
    """Effect of 调整: what is asked, and by when."""
    taking.record.until, taking.record.words = taking.answers.get("until"), taking.answers.get("words") or ""


def check_close(taking: Taking) -> None:
    """Everybody has answered and no piece is open; the day has come."""
    day = taking.answers["on"]
    if day > clock.as_day(taking.at):
        raise Refusal("joint.day_ahead", field="on", day=day)
    if day < taking.record.opened_on:
        raise Refusal("joint.day_early", field="on", day=day, opened=taking.record.opened_on)
    for part in queries.waiting_answers(taking.record):
        if part.state == PartState.ASKED:
            raise Refusal("joint.answers_open", committee=part.committee.display)
        refuse_open(part)


def refuse_open(part: Partaking) -> None:
    """Raises where pieces of a part are open."""
    left = queries.open_pieces(part)
    if left:
        raise Refusal(
            "joint.pieces_open", committee=part.committee.display, count=len(left), first=left[0].what
        )  # fmt: skip


def close(taking: Taking) -> None:
    """Effect of 办结: the outcome stands once, for all."""
    topic, answers = taking.record, taking.answers
    topic.closed_on = answers["on"]
    topic.outcome_words = answers.get("outcome_words") or ""
    taking.facts["day"] = written_day(answers["on"])


def settle_parts(taking: Taking) -> None:
    """Consequence of 办结: parts still going end with it."""
    for part in queries.waiting_answers(taking.record):
        engine.follow(part, "settle", taking)


def reopen(taking: Taking) -> None:
    """Effect of 恢复办理."""
    taking.record.closed_on = None


def resume_lead(taking: Taking) -> None:
    """Consequence of 恢复办理: the leader's own part goes on; it says which others do."""
    part = queries.lead_part(taking.record)
    if part is not None and part.state == PartState.DONE:
        engine.follow(part, "resume", taking)
