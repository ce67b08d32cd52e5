"""Who may see, keep and unmask (R12.8, R12.11)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.access.rules import has_any, held_in
from lvzhi.accounts.vocabulary import Role
from lvzhi.people import vocabulary
from lvzhi.people.models import Member, Person, Post, Staff

INSIDE = (
    Role.MEMBER,
    Role.CLERK,
    Role.PROPOSAL_HEAD,
    Role.LEADER,
    Role.SECRETARY_GENERAL,
    Role.OFFICE,
    Role.ORGAN_HEAD,
    Role.BRANCH_SECRETARY,
    Role.AUDITOR,
)
KEEPERS = (Role.OFFICE, Role.SECRETARY_GENERAL)
CALLERS = (*KEEPERS, Role.CLERK)
READERS = (*KEEPERS, Role.AUDITOR)


def here(label: str, roles: tuple[str, ...]) -> Rule:
    """Held by those with one of the roles in the record's own committee; reads no relation of the record."""
    return Rule(
        label,
        lambda actor, record: has_any(actor, record.committee_id, roles),
        lambda actor: Q(committee_id__in=held_in(actor, roles)),
    )


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor keeps the people of this committee (to add someone, there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def sees(actor: Actor, committee: int) -> bool:
    """Whether the actor may look at the list of this committee's people."""
    return has_any(actor, committee, INSIDE)


def committees_of(person: Person) -> frozenset[int]:
    """Committees in which the person is or was anything, mis-entries apart. One query."""
    rows = [
        model.objects.live().filter(person=person).order_by().values_list("committee_id", flat=True)
        for model in (Member, Staff, Post)
    ]
    return frozenset(rows[0].union(*rows[1:]))


def _persons_of(committees: frozenset[int]) -> Q:
    found = Q(pk__in=())
    for model in (Member, Staff, Post):
        rows = model.objects.live().filter(committee_id__in=committees)
        found |= Q(pk__in=rows.values("person_id"))
    return found


def _person_here(label: str, roles: tuple[Role, ...]) -> Rule:
    return Rule(
        label,
        lambda actor, person: not held_in(actor, roles).isdisjoint(committees_of(person)),
        lambda actor: _persons_of(held_in(actor, roles)),
    )


def _own(record: Any, actor: Actor) -> bool:
    return actor.account_id is not None and record.person.account_id == actor.account_id


def _self(person: Person, actor: Actor) -> bool:
    return actor.account_id is not None and person.account_id == actor.account_id


NO_ROW = Q(pk__in=())
SEE = here(vocabulary.MAY_SEE, INSIDE)
KEEP = here(vocabulary.MAY_KEEP, KEEPERS)
OWN = Rule(
    vocabulary.ONESELF,
    lambda actor, record: _own(record, actor),
    lambda actor: NO_ROW if actor.account_id is None else Q(person__account_id=actor.account_id),
)
READ_FILE = here(vocabulary.MAY_READ, READERS) | OWN
"""The personal part of a file: birth, ethnicity, affiliation, masked numbers."""

PERSON_KEEP = _person_here(vocabulary.MAY_KEEP, KEEPERS)
PERSON_OWN = Rule(
    vocabulary.ONESELF,
    lambda actor, person: _self(person, actor),
    lambda actor: NO_ROW if actor.account_id is None else Q(account_id=actor.account_id),
)
UNMASK = _person_here(vocabulary.MAY_CALL, CALLERS) | PERSON_OWN
"""Seeing a whole phone number: those who have to call the person, and the person."""
UNMASK_ID = PERSON_KEEP | PERSON_OWN
"""Seeing a whole identity number."""
