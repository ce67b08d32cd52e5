"""The rows of a plan into the tables, a few statements for a thousand of them."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence

from django.db import connection

from lvzhi.committee.models import Committee, Organ
from lvzhi.people.models import Affiliation, Member, Membership, Person, Post
from lvzhi.people.roster import columns
from lvzhi.people.roster.plan import Draft
from lvzhi.people.vocabulary import Joined

PARAMETERS = 30_000  # of one statement; SQLite's own default limit is 32,766, and Django asks for 999 only
BATCH = 2000


def write(committee: Committee, drafts: Sequence[Draft], organs: Sequence[Organ]) -> tuple[int, int]:
    """Write inside the open line; returns how many persons and places in organs are new."""
    _widen()
    for organ in organs:
        organ.save()
    persons = {draft.number: draft.person or _person(draft) for draft in drafts}
    fresh = [person for person in persons.values() if person.pk is None]
    Person.objects.bulk_create(fresh, batch_size=BATCH)
    members = {draft.number: _member(committee, draft, persons[draft.number]) for draft in drafts}
    Member.objects.bulk_create(list(members.values()), batch_size=BATCH)
    seats = [seat for draft in drafts for seat in _seats(committee, draft, members[draft.number])]
    Membership.objects.bulk_create(seats, batch_size=BATCH)
    new = {id(person) for person in fresh}
    Affiliation.objects.bulk_create(
        [
            Affiliation(person=persons[draft.number], party=party)
            for draft in drafts if id(persons[draft.number]) in new
            for party in draft.parties
        ],
        batch_size=BATCH,
    )  # fmt: skip
    Post.objects.bulk_create(
        [
            Post(committee=committee, person=persons[draft.number], kind=kind, starts=_day(draft))
            for draft in drafts
            for kind in draft.offices
        ],
        batch_size=BATCH,
    )
    return len(fresh), len(seats)


def _widen() -> None:
    """Let one statement carry as many parameters as this SQLite takes."""
    raw = connection.connection
    if connection.vendor == "sqlite" and isinstance(raw, sqlite3.Connection):
        limit = raw.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        connection.features.max_query_params = min(PARAMETERS, limit)


def _day(draft: Draft) -> dt.date:
    assert draft.starts is not None  # noqa: S101  reason: a draft without a day has an error and is not written
    return draft.starts


def _person(draft: Draft) -> Person:
    employer, job = draft.text("employer"), draft.text("job")
    if not employer and draft.text("work"):
        employer, job = columns.employer_and_job(draft.text("work"))
    person = Person(
        name=draft.name,
        gender=draft.gender,
        born=draft.born,
        ethnicity=columns.ethnicity(draft.text("ethnicity")),
        education=draft.education,
        phone=draft.phone,
        id_number=draft.id_number,
        employer=employer,
        job=job,
        employer_kind=draft.employer_kind,
    )
    person.derive()
    return person


def _member(committee: Committee, draft: Draft, person: Person) -> Member:
    return Member(
        committee=committee,
        person=person,
        term=draft.term,
        number=draft.text("number"),
        how_joined=Joined.NEW_TERM.value,
        note=draft.text("note"),
        starts=_day(draft),
    )


def _seats(committee: Committee, draft: Draft, member: Member) -> list[Membership]:
    """A place begins with the tenure, or with the organ where that was set up later; it ends with the organ."""
    return [
        Membership(
            committee=committee,
            member=member,
            organ=organ,
            part=part,
            starts=max(_day(draft), organ.starts),
            ends=organ.ends,
        )
        for organ, part in draft.seats
    ]
