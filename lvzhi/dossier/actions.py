"""What this room writes: copies taken of what is held about oneself, and corrections asked for and made."""

from __future__ import annotations

import datetime as dt
from copy import copy
from dataclasses import replace
from typing import Any

from django.db import IntegrityError

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.dossier import rules
from lvzhi.dossier.models import Amendment
from lvzhi.dossier.queries.amending import stored
from lvzhi.dossier.vocabulary.amending import FIELDS
from lvzhi.journal.lines import line
from lvzhi.people.actions import Facts, edit_person
from lvzhi.people.actions.persons import facts_of, fill
from lvzhi.people.models import Person
from lvzhi.people.rules import PERSON_OWN
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def note_taking(actor: Actor, person: Person, count: int) -> None:
    """One line in the journal: whole numbers are in the copy (R12.11)."""
    with line(actor, "dossier.own_taken", subject=person, name=person.name, count=count):
        pass


def ask(
    actor: Actor, person: Person, committee: Committee, field: str, wanted: str, *, ground: str = "",
    once: str | None = None,
) -> Amendment:  # fmt: skip
    """Ask that one field be corrected; what is asked for must be a value that the field may have.

    Args:
        wanted: as `stored` keeps values: a date as ISO text, a code as a code.

    Raises:
        NotAllowed: not the person.
        Refusal: unknown field, the value as it stands, a request of this field waits, a bad value.
    """
    if not PERSON_OWN(actor, person):
        raise NotAllowed("access.not_allowed", who=rules.owner.label)
    if field not in FIELDS:
        raise Refusal("dossier.amend_field", field="field")
    was, wanted = stored(person, field), wanted.strip()
    asked = Amendment(
        committee=committee, person=person, field=field, was=was, wanted=wanted, ground=ground.strip(),
        asked_on=clock.as_day(actor.at), created_at=actor.at,
    )  # fmt: skip
    if was == wanted:
        raise Refusal("dossier.amend_same", field="wanted", label=asked.label)
    _judge(person, field, wanted)
    try:
        return engine.begin(asked, actor, once=once, name=person.name, label=asked.label)
    except IntegrityError:
        raise Refusal("dossier.amend_waits", field="wanted", label=asked.label) from None


def _judge(person: Person, field: str, wanted: str) -> None:
    """Refuse now what the office could not write down later; the fault stands on the one field there is."""
    try:
        fill(copy(person), _corrected(person, field, wanted))
    except Refusal as refusal:
        raise Refusal(refusal.code, field="wanted", **refusal.facts) from None


def _corrected(person: Person, field: str, wanted: str) -> Facts:
    value: Any = wanted
    if field == "born":
        value = dt.date.fromisoformat(wanted) if wanted else None
    changed: dict[str, Any] = {field: value}
    return replace(facts_of(person), **changed)


def tell_sentence(taking: Taking) -> None:
    """What the journal's sentence shows: whose, and of what; never the value."""
    taking.facts |= {"name": taking.record.person.name, "label": taking.record.label}


def check_still(taking: Taking) -> None:
    """What somebody changed meanwhile is not overwritten unseen; from here the person's row waits for us alone.

    The engine hands on what the page had loaded beside the request, which may be older than the row.
    """
    asked: Amendment = taking.record
    asked.person = Person.objects.select_for_update().get(pk=asked.person_id)
    if stored(asked.person, asked.field) != asked.was.reveal():
        raise Refusal("dossier.amend_changed", label=asked.label)


def decide(taking: Taking) -> None:
    """Who decided, when, why."""
    asked: Amendment = taking.record
    asked.decided_on, asked.decided_by = clock.as_day(taking.at), taking.actor.name
    asked.opinion = str(taking.answers.get("opinion", "")).strip()


def carry_out(taking: Taking) -> None:
    """Effect of 更正: the field is written as the office's own change, with its own line in the journal."""
    asked: Amendment = taking.record
    edit_person(taking.actor, asked.person, _corrected(asked.person, asked.field, asked.wanted.reveal()))
