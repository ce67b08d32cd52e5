"""Tenures of members: beginning, correction, end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import F, Q

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee, Organ, Term
from lvzhi.journal.lines import line
from lvzhi.norms import value
from lvzhi.people import identity, rules
from lvzhi.people.actions import affiliations, checks, memberships, persons, posts
from lvzhi.people.actions.persons import Facts
from lvzhi.people.models import CODE_LENGTH, NOTE_LENGTH, WORDS_LENGTH, Member, Membership, Person, Post
from lvzhi.people.norms import LEAST_AGE
from lvzhi.people.vocabulary import Joined, Left


def add_member(
    actor: Actor,
    committee: Committee,
    term: Term,
    who: Person | Facts,
    *,
    starts: dt.date,
    ends: dt.date | None = None,
    number: str = "",
    how_joined: str = Joined.NEW_TERM,
    joined_by: str = "",
    note: str = "",
    organs: Sequence[tuple[Organ, str]] = (),
    parties: Iterable[str] = (),
    offices: Iterable[str] = (),
) -> Member:
    """Make someone a member of the committee.

    Args:
        who: a person already recorded, or the facts of a new one.
        number: 委员编号, unique within committee and term.
        organs: (organ, part) taken up on the first day.
        parties: codes of political affiliation, recorded without a first day.
        offices: posts of the committee held from the first day.

    Raises:
        NotAllowed: no keeper of this committee's people.
        Refusal: person known already, dates outside the term, a second tenure, number taken, and those of `join`.
    """
    checks.may_keep(actor, committee.pk)
    member = Member(committee=committee, term=term)
    member.person = person = _newcomer(who) if isinstance(who, Facts) else who
    _fill(member, starts, ends, number, how_joined, joined_by, note)
    with line(actor, "people.add", subject=member, committee=committee, name=person.name, starts=starts):
        checks.lock(committee.pk)
        _save(member, person)
        _take_up(member, organs, parties, offices)
    return member


def _save(member: Member, person: Person) -> None:
    if person.pk is None:
        person.save()
        member.person = person  # takes the key it was just given
    check_tenure(member)
    member.save()


def _newcomer(facts: Facts) -> Person:
    person = Person()
    persons.fill(person, facts)
    persons.unknown_yet(person)
    return person


def _take_up(
    member: Member, organs: Sequence[tuple[Organ, str]], parties: Iterable[str], offices: Iterable[str]
) -> None:
    """What a member takes up with the tenure."""
    for organ, part in organs:
        memberships.put(member, organ, part, member.starts, None)
    for party in parties:
        affiliations.put(member.person, member.committee, party, None, None)
    for kind in offices:
        posts.put(member.person, member.committee, kind, member.starts, None, member.joined_by)


def _fill(
    member: Member, starts: dt.date, ends: dt.date | None, number: str, how_joined: str, joined_by: str, note: str
) -> None:
    checks.order(starts, ends)
    member.starts, member.ends = starts, ends
    member.number = checks.words("number", number, CODE_LENGTH)
    member.how_joined = checks.choice("how_joined", how_joined, Joined)
    member.joined_by = checks.words("joined_by", joined_by, WORDS_LENGTH)
    member.note = checks.words("note", note, NOTE_LENGTH)


def check_tenure(member: Member) -> None:
    """Refuse a tenure outside its term, too young, beside another of the same person, or under a number taken."""
    term, person = member.term, member.person
    if term.committee_id != member.committee_id:
        raise Refusal("people.term_elsewhere", field="term", committee=member.committee.display)
    if member.starts < term.starts or (term.ends and member.starts > term.ends):
        raise Refusal(
            "people.outside_term",
            field="starts",
            starts=member.starts,
            term=term.number,
            term_starts=term.starts,
            term_ends=checks.until(term.ends),
        )
    least = value(LEAST_AGE, member.committee_id, member.starts)
    if person.born and identity.age(person.born, member.starts) < least:
        raise Refusal("people.too_young", field="born", born=person.born, least=least)
    others = Member.objects.live().filter(committee_id=member.committee_id).exclude(pk=member.pk)
    twin = checks.overlapping(others.filter(person=person), member.starts, member.ends).first() if person.pk else None
    if twin is not None:
        raise Refusal(
            "people.tenure_twice",
            field="starts",
            name=person.name,
            starts=twin.starts,
            ends=checks.until(twin.ends),
        )
    holder = others.filter(term=term, number=member.number).select_related("person").first() if member.number else None
    if holder is not None:
        raise Refusal("people.number_taken", field="number", number=member.number, name=holder.person.name)


def edit_member(
    actor: Actor,
    member: Member,
    *,
    starts: dt.date,
    number: str,
    how_joined: str,
    joined_by: str = "",
    note: str = "",
    version: int | None = None,
) -> Member:
    """Correct a tenure's beginning, number, ground or note.

    Raises:
        NotAllowed, Refusal: as `add_member`; places in organs that begin before the new first day.
        Conflict: changed by another hand since `version`.
    """
    rules.KEEP.check(actor, member)
    with line(actor, "people.edit_member", subject=member, name=member.person.name):
        checks.lock(member.committee_id)
        rows = Member.objects.select_for_update(of=("self",))
        row = rows.select_related("term", "person", "committee").get(pk=member.pk)
        row.expect(version)
        _fill(row, starts, row.ends, number, how_joined, joined_by, note)
        check_tenure(row)
        early = Membership.objects.live().filter(member=row, starts__lt=starts).select_related("organ").first()
        if early is not None:
            raise memberships.outside(row)
        row.version += 1
        row.save()
    return row


def end_tenure(actor: Actor, member: Member, ends: dt.date, how_left: str, *, left_by: str = "") -> Member:
    """End a tenure on its last day, and with it what the member still holds in organs and as posts.

    Always someone's decision: thresholds of absence or of points open a case, they never call this (R6.13).

    Raises:
        NotAllowed: no keeper.
        Refusal: already over, before its first day, unknown way of leaving, something begins after the last day.
    """
    rules.KEEP.check(actor, member)
    if how_left not in Left.values:
        raise Refusal("people.left_unknown", field="how_left")
    left_by = checks.words("left_by", left_by, WORDS_LENGTH)
    how = str(Left(how_left).label)
    with line(actor, "people.end_tenure", subject=member, name=member.person.name, ends=ends, how=how):
        row = Member.objects.select_for_update(of=("self",)).select_related("person").get(pk=member.pk)
        row.how_left, row.left_by = how_left, left_by
        checks.close(row, ends)
        seats = Membership.objects.live().filter(member=row).select_related("organ")
        offices = Post.objects.live().filter(person=row.person, committee_id=row.committee_id, starts__gte=row.starts)
        for rows in (seats, offices):
            late = rows.filter(starts__gt=ends).first()
            if late is not None:
                raise Refusal(
                    "people.later_than_end", field="ends", name=row.person.name, starts=late.starts, what=str(late)
                )
            rows.filter(Q(ends=None) | Q(ends__gt=ends)).update(ends=ends, version=F("version") + 1)
    return row
