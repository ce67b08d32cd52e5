"""Before the ballot opens: what it asks, who may take part, who tells, and the tellers' codes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.ballots import queries, rules, sealing
from lvzhi.ballots.actions import telling
from lvzhi.ballots.models import Ballot, Grade, Item, Question, Teller, Voter
from lvzhi.ballots.vocabulary import State
from lvzhi.committee.models import Committee, Organ
from lvzhi.journal.lines import line
from lvzhi.norms import codes, value
from lvzhi.people.models import Person
from lvzhi.workflow import engine

SEVERAL = 2  # a choice needs two grades


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a ballot is to ask.

    Args:
        questions: left out, those of the kind are taken.
        entitled: the denominator of attendance; zero takes the number of voters.
        present: how many came, where it is known already; tellers may correct it when they count.
    """

    title: str
    kind: str
    held_on: dt.date
    items: Sequence[str]
    questions: Sequence[str] = ()
    tellers: Sequence[Account] = ()
    organ: Organ | None = None
    entitled: int = 0
    present: int | None = None
    note: str = ""


def begun(actor: Actor, once: str | None) -> Ballot | None:
    """The ballot that this request began already."""
    return engine.begun(Ballot, actor, once)


def begin(actor: Actor, committee: Committee, asked: Asked, *, once: str | None = None) -> Ballot:
    """A ballot in preparation.

    Raises:
        NotAllowed: the actor prepares no ballots of this committee.
        Refusal: nothing to appraise, a line twice, more marks than fit, or a teller who keeps the server.
    """
    if not rules.may_begin(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    ballot = Ballot(committee=committee)
    write = _judge(ballot, asked)
    return engine.begin(ballot, actor, once=once, does=write)


def edit(actor: Actor, ballot: Ballot, asked: Asked, version: int | None = None) -> Ballot:
    """Change what it asks while it is in preparation.

    Raises:
        Conflict: it has been opened, or changed by another meanwhile.
        Refusal: as `begin`.
    """
    rules.keeper.check(actor, ballot)
    with line(actor, "ballots.edited", subject=ballot):
        locked = _locked(ballot)
        locked.expect(version)
        write = _judge(locked, asked)
        locked.version += 1
        locked.save()
        for rows in (locked.items, locked.questions, locked.grades):
            rows.all().delete()
        write(locked)
    return locked


def _locked(ballot: Ballot) -> Ballot:
    """The row, locked and in preparation. Raises `Conflict`."""
    found: Ballot = Ballot.objects.select_for_update(of=("self",)).get(pk=ballot.pk)
    if found.state != State.DRAFT or found.voided_at is not None:
        raise Conflict("ballots.not_draft", state=State(found.state).label)
    return found


def _judge(ballot: Ballot, asked: Asked) -> Callable[[Ballot], None]:
    """Set the ballot's own columns and check the rest; what is given back writes the lines."""
    place, day = ballot.committee, asked.held_on
    kind = codes.code("ballots.kind", place, asked.kind, day)
    items = _lines(asked.items, "ballots.no_items", "items")
    questions = _lines(asked.questions or _aspects(ballot, kind, day), "ballots.no_questions", "questions")
    scale = kind.extra.get("scale")
    grades = [one for one in codes.codes("ballots.grade", place, day) if one.extra.get("scale") == scale]
    if len(grades) < SEVERAL:
        raise Refusal("ballots.few_grades", field="kind", kind=kind.name)
    cells, limit = len(items) * len(questions), int(str(value("ballots.most_cells", place, day)))
    if cells > limit:
        facts = {"items": len(items), "questions": len(questions), "cells": cells, "limit": limit}
        raise Refusal("ballots.too_many_cells", field="items", **facts)
    for account in asked.tellers:
        if rules.is_server_keeper(actor_for(account)):
            raise Refusal("ballots.teller_keeps_server", field="tellers", name=account.name)
    ballot.title, ballot.kind, ballot.held_on = asked.title.strip(), asked.kind, day
    ballot.organ, ballot.entitled, ballot.note = asked.organ, asked.entitled, asked.note.strip()
    ballot.present = asked.present if asked.present is not None else ballot.present

    def write(made: Ballot) -> None:
        Item.objects.bulk_create([Item(ballot=made, place=at, text=one) for at, one in enumerate(items, 1)])
        Question.objects.bulk_create([Question(ballot=made, place=at, text=one) for at, one in enumerate(questions, 1)])
        Grade.objects.bulk_create(
            [
                Grade(ballot=made, place=at, text=one.name, code=one.code, favourable=bool(one.extra.get("favourable")))
                for at, one in enumerate(grades, 1)
            ]
        )
        _name_tellers(made, asked.tellers)
        telling.tell_tellers(made)

    return write


def _aspects(ballot: Ballot, kind: codes.CodeValue, day: dt.date) -> list[str]:
    wanted = kind.extra.get("set")
    return [one.name for one in codes.codes("ballots.aspect", ballot.committee, day) if one.extra.get("set") == wanted]


def _lines(given: Iterable[str], missing: str, name: str) -> list[str]:
    found: list[str] = []
    for text in filter(None, (one.strip() for one in given)):
        if text in found:
            raise Refusal("ballots.double_line", field=name, line=text)
        found.append(text)
    if not found:
        raise Refusal(missing, field=name)
    return found


def _name_tellers(ballot: Ballot, accounts: Sequence[Account]) -> None:
    """Those who stay keep the code they have; those who go take it with them."""
    wanted = {account.pk: account for account in accounts}
    Teller.objects.filter(ballot=ballot).exclude(account_id__in=list(wanted)).delete()
    stay = {teller.account_id: teller for teller in queries.tellers(ballot)}
    for place, account in enumerate(wanted.values(), 1):
        teller = stay.get(account.pk) or Teller(ballot=ballot, account=account, name=account.name)
        teller.place = place
        teller.save()


def add_voters(actor: Actor, ballot: Ballot, persons: Iterable[Person], group: str = "") -> int:
    """Put persons on the list; who stands there already stays as they are. Gives how many came in.

    Raises:
        Conflict: the list is frozen.
        Refusal: nobody was given.
    """
    rules.keeper.check(actor, ballot)
    wanted = {person.pk: person for person in persons}
    if not wanted:
        raise Refusal("ballots.nobody_found", field="source")
    with transaction.atomic():
        locked = _locked(ballot)
        known = set(Voter.objects.filter(ballot=locked).values_list("person_id", flat=True))
        fresh = [
            Voter(committee_id=locked.committee_id, ballot=locked, person=person, group=group.strip())
            for pk, person in wanted.items()
            if pk not in known
        ]
        if fresh:
            engine.begin_all(fresh, actor, subject=locked)
    return len(fresh)


def clear_voters(actor: Actor, ballot: Ballot) -> None:
    """Empty the list while the ballot is in preparation. Raises `Conflict` once it is frozen."""
    rules.keeper.check(actor, ballot)
    with line(actor, "ballots.voters_cleared", subject=ballot):
        Voter.objects.filter(ballot=_locked(ballot)).delete()


def take_code(actor: Actor, ballot: Ballot) -> str:
    """A new code for the teller, in place of an earlier one. It is in this answer and nowhere else.

    Raises:
        NotAllowed: the actor is no teller of this ballot, or acts for somebody else.
        Conflict: the ballot is open; the codes are fixed.
    """
    rules.teller.check(actor, ballot)
    with line(actor, "ballots.code_taken", subject=ballot):
        locked = _locked(ballot)
        code = sealing.new_code()
        teller = next(one for one in queries.tellers(locked) if one.account_id == actor.account_id)
        teller.key = sealing.public_of(sealing.code_key(code, str(locked.uid))).hex()
        teller.save()
        telling.code_taken(locked, teller.account_id)
    return code
