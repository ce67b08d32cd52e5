"""Speeches for a plenary: handed in, chosen, ordered, compiled (M37)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, PlenarySpeech
from lvzhi.activities.queries import plenary as queries
from lvzhi.activities.vocabulary.plenary import CHOSEN, Form, Source
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.people.models import Person
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def hand_in(
    actor: Actor, activity: Activity, person: Person | None, data: Mapping[str, Any], *, once: str | None = None
) -> PlenarySpeech:
    """Hand in a speech: a member's own, or as the office or the head of an organ for a party, organisation or organ.

    Args:
        data: ``title``, ``text``; ``organ`` in whose name it is given.

    Raises:
        NotAllowed: for somebody else without being the office, or in the name of an organ that one does not head.
        Refusal: no plenary, not open, too late, no title, no text, too long, an organ of another committee.
    """
    done = engine.begun(PlenarySpeech, actor, once)
    if done is not None:
        return done
    organ = data.get("organ")
    named = _check_whose(actor, activity, person, organ)
    _check_open(activity, actor)
    title, text = str(data.get("title", "")).strip(), str(data.get("text", "")).strip()
    _check_text(activity, title, text)
    return engine.begin(
        PlenarySpeech(
            activity=activity,
            committee_id=activity.committee_id,
            source=Source.MEMBER if organ is None else Source.ORGAN,
            organ=organ,
            person=named,
            name=named.name,
            title=title,
            text=text,
            handed_on=clock.as_day(actor.at),
            handed_by=actor.name,
            handed_by_account=actor.account_id,
            created_at=actor.at,
        ),
        actor,
        once=once,
    )


def _check_whose(actor: Actor, activity: Activity, person: Person | None, organ: Any) -> Person:
    """Who speaks, in whose name, and whether the actor may say so."""
    if not queries.is_plenary(activity):
        raise Refusal("activities.not_plenary", title=activity.title)
    if person is None:
        raise Refusal("activities.speech_nobody", field="people")
    if not rules.may_hand_in(actor, activity.committee_id, person, organ):
        raise NotAllowed("access.not_allowed", who=rules.HANDS_IN)
    if organ is not None and organ.committee_id != activity.committee_id:
        committee = activity.committee.name
        raise Refusal("activities.organ_elsewhere", field="organ", organ=organ.name, committee=committee)
    return person


def _check_open(activity: Activity, actor: Actor) -> None:
    day = clock.as_day(actor.at)
    if queries.takes_speeches(activity, day):
        return
    if day > queries.last_day(activity):
        raise Refusal("activities.speech_closed", day=queries.last_day(activity))
    raise Refusal("activities.speech_not_open", state=activity.get_state_display())


def _check_text(activity: Activity, title: str, text: str) -> None:
    if not title:
        raise Refusal("activities.speech_title", field="title")
    if not text:
        raise Refusal("activities.speech_text", field="text")
    limit = int(norms.value("activities.speech_length", activity.committee_id, activity.held_on))
    length = len("".join(text.split()))
    if length > limit:
        raise Refusal("activities.speech_long", field="text", length=length, limit=limit)


def choose_oral(taking: Taking) -> None:
    """Effect of 选为口头发言."""
    taking.record.form, taking.record.ground = Form.ORAL, ""


def choose_written(taking: Taking) -> None:
    """Effect of 选为书面发言."""
    taking.record.form, taking.record.ground = Form.WRITTEN, ""


def set_aside(taking: Taking) -> None:
    """Effect of 不选用 and 退回重新遴选: the ground is kept, form and place in the order go."""
    speech: PlenarySpeech = taking.record
    speech.ground = str(taking.answers["ground"]).strip()
    speech.form, speech.number = Form.NONE, None
    taking.facts["ground"] = speech.ground


def order(activity: Activity, actor: Actor, numbers: Mapping[int, int]) -> int:
    """Put chosen speeches in order; gives how many changed their place.

    Raises:
        NotAllowed: not the office. Refusal: a speech that is not chosen.
    """
    rules.office.check(actor, activity)
    with transaction.atomic():
        rows = PlenarySpeech.objects.live().select_for_update().filter(activity=activity, pk__in=list(numbers))
        wrong = next((row for row in rows if row.state not in CHOSEN), None)
        if wrong is not None:
            raise Refusal("activities.speech_no_order", title=wrong.title, state=wrong.get_state_display())
        moved = [row for row in rows if row.number != numbers[row.pk]]
        if moved:
            with line(actor, "activities.speeches_ordered", subject=activity, count=len(moved)):
                for row in moved:
                    row.number = numbers[row.pk]
                    row.version += 1
                    row.save()
    return len(moved)


def compile_all(activity: Activity, actor: Actor) -> int:
    """Put every chosen speech into the book; gives how many.

    Raises:
        NotAllowed: not the office. Refusal: nothing is chosen.
    """
    rules.office.check(actor, activity)
    with transaction.atomic():
        rows = queries.chosen(activity)
        if not rows:
            raise Refusal("activities.speech_none_chosen")
        with line(actor, "activities.speeches_compiled", subject=activity, count=len(rows)):
            for row in rows:
                engine.take(row, "compile", actor, {})
    return len(rows)
