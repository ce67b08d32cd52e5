"""Political affiliation 政治面貌 with its days (R0.4, R12.8)."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.norms import codes
from lvzhi.people import rules
from lvzhi.people.actions import checks
from lvzhi.people.models import Affiliation, Person
from lvzhi.people.vocabulary import AFFILIATION_SET


def affiliate(
    actor: Actor,
    person: Person,
    committee: Committee,
    party: str,
    *,
    starts: dt.date | None = None,
    ends: dt.date | None = None,
) -> Affiliation:
    """Record an affiliation; without a first day it has always been so.

    Args:
        committee: whose code table holds the affiliation.

    Raises:
        NotAllowed: no keeper of a committee the person belongs to.
        Refusal: unknown code, recorded already for one of the days, end before start.
    """
    rules.PERSON_KEEP.check(actor, person)
    with line(actor, "people.affiliate", subject=person, committee=committee, name=person.name):
        return put(person, committee, party, starts, ends)


def end_affiliation(actor: Actor, affiliation: Affiliation, committee: Committee, ends: dt.date) -> Affiliation:
    """End an affiliation on its last day. Raises `NotAllowed`, `Refusal`."""
    person = affiliation.person
    rules.PERSON_KEEP.check(actor, person)
    if affiliation.starts is not None:
        checks.order(affiliation.starts, ends)
    if affiliation.ends is not None and affiliation.ends <= ends:
        raise Refusal("people.already_over", field="ends", ends=affiliation.ends)
    with line(actor, "people.end_affiliation", subject=person, committee=committee, name=person.name):
        affiliation.ends = ends
        affiliation.save()
    return affiliation


def put(person: Person, committee: Committee, party: str, starts: dt.date | None, ends: dt.date | None) -> Affiliation:
    """Check and write an affiliation inside the open line."""
    known = codes.code(AFFILIATION_SET, committee, party, ends or clock.today())
    if starts is not None:
        checks.order(starts, ends)
    others = Affiliation.objects.filter(person=person, party=party)
    if starts is not None:
        others = others.filter(Q(ends=None) | Q(ends__gte=starts))
    if ends is not None:
        others = others.filter(Q(starts=None) | Q(starts__lte=ends))
    if others.exists():
        raise Refusal("people.party_twice", field="party", name=person.name, party=known.name)
    row = Affiliation(person=person, party=party, starts=starts, ends=ends)
    row.save()
    return row
