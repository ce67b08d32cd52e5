"""Matters reported to the Party committee: written, sent, answered, followed (M25)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Subject, line, together
from lvzhi.links.actions import tie
from lvzhi.links.kinds import kind_of
from lvzhi.links.queries import ties
from lvzhi.norms import codes
from lvzhi.papers.models import Paper
from lvzhi.regulations import rules
from lvzhi.regulations.models import Matter
from lvzhi.regulations.vocabulary.codes import YEARLY
from lvzhi.regulations.vocabulary.states import Answer, MatterKind, MatterState
from lvzhi.regulations.vocabulary.words import ABOUT
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

FIELDS = ("kind", "title", "text", "superior", "organ", "item")
Ref = tuple[str, UUID]


def begin_matter(
    actor: Actor, committee: Committee, data: Mapping[str, Any], *, about: Ref | None = None, once: str | None = None
) -> Matter:
    """Put down a matter that is to be reported.

    Args:
        data: ``kind, title, superior``; any of ``text, organ, item`` (an entry of the yearly list).
        about: the record that it is about, as (kind of record, uid).
        once: key of the request; the same again gives the same matter.

    Raises:
        NotAllowed: the actor reports nothing there.
        Refusal: no subject, an organ of another committee, no such record.
    """
    known = engine.begun(Matter, actor, once)
    if known is not None:
        return known
    if not rules.may_write(actor, committee.pk):
        raise NotAllowed("regulations.not_reporter", committee=committee.name)
    matter = Matter(committee=committee, account_id=actor.account_id, created_at=actor.at)
    _fill(matter, actor, data)
    with together():
        engine.begin(matter, actor, once=once)
        if about is not None:
            _tie(actor, matter, about)
    return matter


def _tie(actor: Actor, matter: Matter, about: Ref) -> None:
    kind = kind_of(about[0])
    if kind is None or not kind.visible(actor, about[1]):
        raise Refusal("regulations.about_unknown")
    tie(actor, ABOUT, matter, Subject(about[0], about[1], kind.title(about[1])))


def _fill(matter: Matter, actor: Actor, data: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in data:
            value = data[name]
            setattr(matter, name, value.strip() if isinstance(value, str) else value)
    if not matter.title:
        raise Refusal("regulations.matter_title", field="title")
    organ = matter.organ
    if organ is not None and organ.committee_id != matter.committee_id:
        name = matter.committee.name
        raise Refusal("regulations.organ_elsewhere", field="organ", organ=organ.name, committee=name)
    known = {one.code for one in codes.entries(YEARLY, matter.committee, clock.as_day(actor.at))}
    if matter.item and matter.item not in known:
        raise Refusal("regulations.item_unknown", field="item", item=matter.item)


def write_matter(matter: Matter, actor: Actor, data: Mapping[str, Any], *, seen: int | None = None) -> Matter:
    """Change what is to be reported, until it is sent.

    Raises:
        NotAllowed: neither its author nor the office.
        Conflict: sent or changed by somebody else meanwhile.
        Refusal: as `begin_matter`.
    """
    with transaction.atomic():
        locked: Matter = Matter.objects.select_for_update(of=("self",)).get(pk=matter.pk)
        rules.author.check(actor, locked)
        if locked.state != MatterState.DRAFT or (seen is not None and locked.version != seen):
            raise Conflict("workflow.changed", title=locked.title, **engine.last_hand(locked))
        with line(actor, "regulations.matter_written", subject=locked):
            _fill(locked, actor, data)
            locked.version += 1
            locked.save()
    return locked


def _sent_on(answers: Mapping[str, Any]) -> dt.date:
    """The day it went: that of the paper where one is named. Raises `Refusal`."""
    paper: Paper | None = answers.get("paper")
    if paper is not None:
        if paper.sent_on is None:
            raise Refusal("regulations.letter_unsent", field="paper", paper=paper.title)
        return paper.sent_on
    day: dt.date | None = answers.get("sent_on")
    if day is None:
        raise Refusal("regulations.sent_missing", field="sent_on")
    return day


def check_report(taking: Taking) -> None:
    """Sent on a day that has come; a request says by when it wants its answer."""
    day, until = _sent_on(taking.answers), taking.answers.get("until")
    if day > clock.as_day(taking.at):
        raise Refusal("regulations.day_ahead", field="sent_on", day=day)
    if until is None and taking.record.kind == MatterKind.REQUEST:
        raise Refusal("regulations.until_missing", field="until")
    if until is not None and until < day:
        raise Refusal("regulations.until_early", field="until", until=until, day=day)


def report(taking: Taking) -> None:
    """Effect of 报送: a request, and whatever else wants an answer, waits for it."""
    matter: Matter = taking.record
    answers = taking.answers
    matter.paper, matter.sent_on, matter.until = answers.get("paper"), _sent_on(answers), answers.get("until")
    matter.signer = answers["signer"].strip()
    taking.goes_to = MatterState.SENT if matter.until else MatterState.NOTED
    taking.facts |= {"superior": matter.superior, "day": matter.sent_on}


def tie_paper(taking: Taking) -> None:
    """What follows it: the matter is tied to the paper as which it went, unless it was begun from its page."""
    matter: Matter = taking.record
    paper = matter.paper
    if paper is not None and all(one.uid != paper.uid for one in ties(matter, ABOUT)):
        tie(taking.actor, ABOUT, matter, paper)


def check_answer(taking: Taking) -> None:
    """Answered on a day that has come, not before it went."""
    day, before = taking.answers["on"], taking.record.sent_on
    if day > clock.as_day(taking.at):
        raise Refusal("regulations.day_ahead", field="on", day=day)
    if before is not None and day < before:
        raise Refusal("regulations.answer_early", field="on", day=day, before=before)


def answer(taking: Taking) -> None:
    """Effect of 登记答复 and 登记批示."""
    matter: Matter = taking.record
    answers = taking.answers
    matter.answered_how, matter.answered_on = answers["how"], answers["on"]
    matter.answered_by, matter.answer_text = answers["by"].strip(), answers["text"].strip()
    taking.facts |= {"how": str(Answer(matter.answered_how).label), "day": matter.answered_on}


def check_follow_up(taking: Taking) -> None:
    """Carried out on a day that has come, not before it was answered."""
    day, before = taking.answers["on"], taking.record.answered_on
    if day > clock.as_day(taking.at):
        raise Refusal("regulations.day_ahead", field="on", day=day)
    if before is not None and day < before:
        raise Refusal("regulations.followed_early", field="on", day=day, before=before)


def follow_up(taking: Taking) -> None:
    """Effect of 登记落实情况."""
    taking.record.followed_on, taking.record.followed = taking.answers["on"], taking.answers["text"].strip()


def withdraw(taking: Taking) -> None:
    """Effect of 撤回."""
    taking.record.ground = taking.answers["ground"].strip()
