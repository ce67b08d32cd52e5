"""Opinions on a draft: asked of organs and members, given, answered one by one (peers §3, 7)."""

from __future__ import annotations

from typing import Any

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.regulations.models import Opinion, Version
from lvzhi.regulations.vocabulary.states import OpinionState, Taken
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

SAYS, NOTHING = "says", "none"


def _whom(taking: Taking) -> list[dict[str, Any]]:
    organs = [{"organ": one, "name": one.name} for one in taking.answers.get("organs") or []]
    people = [{"person": one.person, "name": one.person.name} for one in taking.answers.get("members") or []]
    return organs + people


def check_ask(taking: Taking) -> None:
    """Somebody is asked, nobody twice, until a day to come."""
    whom, until = _whom(taking), taking.answers["until"]
    if not whom:
        raise Refusal("regulations.asked_nobody", field="organs")
    if until < clock.as_day(taking.at):
        raise Refusal("regulations.until_past", field="until", until=until)
    known = Opinion.objects.live().filter(draft=taking.record)
    had = {(row.organ_id, row.person_id) for row in known}
    for one in whom:
        key = (one["organ"].pk if "organ" in one else None, one["person"].pk if "person" in one else None)
        if key in had:
            field = "organs" if "organ" in one else "members"
            raise Refusal("regulations.asked_again", field=field, name=one["name"])


def ask(taking: Taking) -> None:
    """Effect of 征求意见: the day by which; each of those asked has it to do, once the step is taken."""
    draft: Version = taking.record
    draft.opinions_until = taking.answers["until"]
    taking.facts["count"] = len(_whom(taking))


def begin_opinions(taking: Taking) -> None:
    """What follows it: an opinion to give by each."""
    draft: Version = taking.record
    rows = [
        Opinion(
            draft=draft, committee_id=draft.committee_id, asked_on=clock.as_day(taking.at),
            until=draft.opinions_until, created_at=taking.at, **one,
        )
        for one in _whom(taking)
    ]  # fmt: skip
    for row in rows:
        engine.begin(row, taking.actor)


def check_give(taking: Taking) -> None:
    """There is a text, or it is said that there is nothing to say."""
    if taking.answers["says"] == SAYS and not taking.answers["text"].strip():
        raise Refusal("regulations.said_nothing", field="text")


def give(taking: Taking) -> None:
    """Effect of 反馈意见."""
    opinion: Opinion = taking.record
    says = taking.answers["says"] == SAYS
    opinion.text = taking.answers["text"].strip() if says else ""
    opinion.given_on = clock.as_day(taking.at)
    opinion.given_by = taking.actor.name
    taking.goes_to = OpinionState.GIVEN if says else OpinionState.NONE


def check_take(taking: Taking) -> None:
    """What is not wholly taken up has its reason."""
    if taking.answers["taken"] != Taken.TAKEN and not taking.answers["answer"].strip():
        raise Refusal("regulations.answer_why", field="answer")


def take(taking: Taking) -> None:
    """Effect of 答复意见."""
    opinion: Opinion = taking.record
    opinion.taken = taking.answers["taken"]
    opinion.answer = taking.answers["answer"].strip()
    taking.facts["taken"] = str(Taken(opinion.taken).label)


def lapse_open(taking: Taking) -> None:
    """Whoever has not said anything by the end is put down so."""
    for row in Opinion.objects.live().filter(draft=taking.record, state=OpinionState.ASKED):
        engine.follow(row, "lapse", taking)
