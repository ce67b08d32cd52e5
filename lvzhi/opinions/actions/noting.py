"""A turn known by telephone, by letter or from a bulletin is entered by hand; told twice, it stands once (R2.12)."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import uuid4

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.opinions import rules
from lvzhi.opinions.actions import levels
from lvzhi.opinions.actions.levels import News, telling
from lvzhi.opinions.actions.levels.hearing import add_channel
from lvzhi.opinions.actions.turning import again
from lvzhi.opinions.models import Concern, Trace
from lvzhi.opinions.queries import turns
from lvzhi.opinions.vocabulary.codes import LEVELS
from lvzhi.opinions.vocabulary.states import Channel, Turn
from lvzhi.ui.formats import day as written
from lvzhi.workflow.declare import Taking


def check_turn(taking: Taking) -> None:
    """The level is one of the table and not below our own, the day can be, and what the turn needs is said.

    Raises:
        Refusal: naming the field.
    """
    concern, answers = taking.record, taking.answers
    day: dt.date = answers["on"]
    level = codes.code(LEVELS, concern.committee, answers["level"], day)
    if turns.is_below(concern.committee, level.code, day):
        raise Refusal("opinions.level_low", field="level", level=level.name)
    turn = answers["turn"]
    if turn in (Turn.ADOPTED, Turn.DECLINED) and level.code == concern.committee.level:
        raise Refusal("opinions.adopted_own", field="level")
    if turn == Turn.ADOPTED and not answers.get("how"):
        raise Refusal("opinions.how_missing", field="how")
    if day > clock.as_day(taking.at):
        raise Refusal("opinions.turn_ahead", field="on", day=day)
    if concern.submitted_on is not None and day < concern.submitted_on:
        raise Refusal("opinions.turn_early", field="on", day=day, submitted=concern.submitted_on)
    until = answers.get("until")
    if until is not None and turn != Turn.HANDED:
        raise Refusal("opinions.until_needless", field="until")
    if until is not None and until < day:
        raise Refusal("opinions.until_early", field="until", until=until, day=day)


def note(taking: Taking) -> None:
    """Effect of 登记去向: a turn of its own, or one more channel of the turn that is known already."""
    concern, answers, actor = taking.record, taking.answers, taking.actor
    given: dict[str, Any] = {name: answers[name] for name in ("turn", "level", "on")}
    given |= {name: (answers.get(name) or "").strip() for name in ("body", "words", "document")}
    found = turns.same(
        concern, given["turn"], given["level"], given["body"], given["on"], given["document"], by_hand_only=False
    )
    level = turns.level_name(concern.committee_id, given["level"])
    taking.facts |= {"level": level, "turn": str(Turn(given["turn"]).label)}
    if found is not None:
        for name in ("words", "document"):
            setattr(found, name, getattr(found, name) or given[name])
        found.how = found.how or answers.get("how") or ""
        found.until = found.until or answers.get("until")
        add_channel(actor, found, Channel.ENTERED, day=written(found.on))
        return
    how = answers.get("how") or "" if given["turn"] == Turn.ADOPTED else ""
    news = News(**given, event=uuid4(), by=concern.committee.code, at=actor.at, how=how, until=answers.get("until"))
    levels.write(actor, concern, news, Channel.ENTERED)
    taking.answers["news"] = news


def tell_noted(taking: Taking) -> None:
    """The authors, of what is new."""
    if "news" in taking.answers:
        telling.turn(taking.actor, taking.record, taking.answers["news"], elsewhere=False)


def pass_noted(taking: Taking) -> None:
    """What follows: the committees below from which it came hear of it too."""
    if "news" in taking.answers:
        levels.pass_on(taking.actor, taking.record, taking.answers["news"])


def forget(actor: Actor, trace: Trace) -> Concern:
    """Take back a turn that was entered by hand and that nobody else told of.

    Raises:
        NotAllowed: not an editor.
        Refusal: it follows a paper's step, or was told from above.
    """
    with transaction.atomic():
        rows = Concern.objects.select_for_update(of=("self",)).select_related("committee", "origin_committee")
        concern: Concern = rows.get(pk=trace.concern_id)
        rules.editor.check(actor, concern)
        kept = Trace.objects.live().select_for_update(of=("self",)).select_related("paper", "by_committee")
        locked = kept.filter(pk=trace.pk).first()
        if locked is None:
            return concern
        if locked.paper is not None:
            raise Refusal("opinions.trace_of_paper", paper=locked.paper.title)
        if turns.told_by(locked) != {Channel.ENTERED}:
            raise Refusal("opinions.trace_heard", body=locked.body)
        news = again(locked, actor, withdrawn=True)
        levels.write(actor, concern, news, Channel.ENTERED)
        telling.turn(actor, concern, news, elsewhere=False)
        levels.pass_on(actor, concern, news)
    return concern
