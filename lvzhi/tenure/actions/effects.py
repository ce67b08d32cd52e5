"""What a decided change does to the roster, through the actions of the people room, and how that is taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Organ
from lvzhi.committee.queries import term_on
from lvzhi.people import actions as people
from lvzhi.people.actions import Facts
from lvzhi.people.actions.persons import facts_of
from lvzhi.people.models import WORDS_LENGTH, Member, Membership, Person, Post
from lvzhi.people.vocabulary import Joined, Part
from lvzhi.tenure import queries
from lvzhi.tenure.models import Change, Effect
from lvzhi.tenure.vocabulary import words
from lvzhi.tenure.vocabulary.states import LEAVING, MOVING, ChangeKind
from lvzhi.workflow.declare import Taking

ONE_DAY = dt.timedelta(days=1)


def put_into_force(taking: Taking) -> None:
    """Effect of the decision: the roster as it is from that day on, tied to the change by its effects."""
    change: Change = taking.record
    day: dt.date = taking.answers["in_force_on"]
    _ACTS[change.kind](change, taking.actor, day)


def _ground(change: Change) -> str:
    """The deciding meeting as the roster's 依据."""
    if not change.meeting:
        return words.BY_OFFICE
    return words.DECIDED_AT.format(meeting=change.meeting, day=change.decided_on)[-WORDS_LENGTH:]


def _note(change: Change, actor: Actor, *, made: bool, was_until: dt.date | None = None, **what: Any) -> None:
    Effect(
        change=change, committee_id=change.committee_id, made=made, was_until=was_until, created_at=actor.at, **what
    ).save()


def _elect(change: Change, actor: Actor, day: dt.date) -> None:
    term = term_on(change.committee, day)
    if term is None:
        raise Refusal("tenure.no_term", field="in_force_on", committee=change.committee.display, day=day)
    seats = [(organ, Part.MEMBER) for organ in (change.organ, change.special) if organ is not None]
    person: Person | None = change.person
    who: Person | Facts = person if person is not None else _facts(change)
    made = people.add_member(
        actor, change.committee, term, who, starts=day, number=change.number, how_joined=Joined.BY_ELECTION,
        joined_by=_ground(change), organs=seats, parties=(change.party,) if change.party and person is None else (),
    )  # fmt: skip
    if person is not None and (change.employer or change.job):
        people.edit_person(actor, person, replace(facts_of(person), employer=change.employer, job=change.job))
    change.member, change.person = made, made.person
    _note(change, actor, made=True, member=made)


def _facts(change: Change) -> Facts:
    phone = change.phone.reveal() if change.phone else ""
    return Facts(name=change.name, gender=change.gender, phone=phone, employer=change.employer, job=change.job)


def _leave(change: Change, actor: Actor, day: dt.date) -> None:
    """The tenure ends on the day before, and with it what was held; each of these is noted with its old end."""
    member = member_of(change)
    last = day - ONE_DAY
    still = Q(ends=None) | Q(ends__gt=last)
    seats = list(Membership.objects.live().filter(still, member=member))
    posts = list(
        Post.objects.live().filter(
            still, person=member.person, committee_id=member.committee_id, starts__gte=member.starts
        )
    )
    was = member.ends
    people.end_tenure(actor, member, last, LEAVING[change.kind], left_by=_ground(change))
    _note(change, actor, made=False, was_until=was, member=member)
    for seat in seats:
        _note(change, actor, made=False, was_until=seat.ends, seat=seat)
    for post in posts:
        _note(change, actor, made=False, was_until=post.ends, post=post)


def _move(change: Change, actor: Actor, day: dt.date) -> None:
    member, organ = member_of(change), change.organ
    if organ is None:
        raise Refusal("tenure.organ_needed", field="organ", kind=change.get_kind_display())
    check_organ(organ, day)
    old = _old_seat(change, member, organ, day)
    if old is None:
        made = people.join(actor, member, organ, starts=day)
    else:
        was = old.ends
        made = people.transfer(actor, old, organ, day)
        _note(change, actor, made=False, was_until=was, seat=old)
    _note(change, actor, made=True, seat=made)


def _old_seat(change: Change, member: Member, organ: Organ, day: dt.date) -> Membership | None:
    """The place that is left: the one sector, or the special committee that the proposal names."""
    seats = queries.seats_of_kind(member, organ.kind, day)
    if change.kind == ChangeKind.SECTOR:
        found = seats[0] if seats else None
        change.old_organ = found.organ if found else None
        return found
    if change.old_organ_id is None:
        return None
    for seat in seats:
        if seat.organ_id == change.old_organ_id:
            return seat
    raise Refusal("tenure.old_not_in", field="in_force_on", name=change.name, day=day, organ=str(change.old_organ))


def check_organ(organ: Organ, day: dt.date) -> None:
    """Refuse a day on which the organ does not stand."""
    if organ.ends is not None and organ.ends < day:
        raise Refusal("tenure.organ_over", field="in_force_on", organ=organ.name, ends=organ.ends, day=day)
    if day < organ.starts:
        raise Refusal("tenure.organ_early", field="in_force_on", organ=organ.name, starts=organ.starts, day=day)


def _work(change: Change, actor: Actor, day: dt.date) -> None:
    member = member_of(change)
    person = Person.objects.select_for_update().get(pk=member.person_id)
    change.was_employer, change.was_job = person.employer, person.job
    people.edit_person(actor, person, replace(facts_of(person), employer=change.employer, job=change.job))


def member_of(change: Change) -> Member:
    """The tenure that a change is about. Raises `Refusal` where it names none."""
    if change.member_id is None:
        raise Refusal("tenure.nobody", field="member")
    found: Member = Member.objects.select_related("person", "committee").get(pk=change.member_id)
    return found


_ACTS: dict[str, Callable[[Change, Actor, dt.date], None]] = {
    ChangeKind.BY_ELECTION.value: _elect,
    ChangeKind.WORK.value: _work,
    **dict.fromkeys(LEAVING, _leave),
    **dict.fromkeys(MOVING, _move),
}


def take_back(change: Change, actor: Actor, ground: str) -> None:
    """Put the roster back to what it was before the change: what it made is voided, what it ended goes on.

    Raises:
        Refusal: something later stands in the way, such as another sector taken up since.
    """
    if change.kind == ChangeKind.WORK:
        _work_back(change, actor)
    rows = list(Effect.objects.live().filter(change=change).select_related("member", "seat", "post").order_by("id"))
    for row in rows:
        if row.made:
            people.void(actor, _target(row), ground)
    for row in rows:
        if not row.made:
            people.reopen(actor, _target(row), row.was_until)


def _target(row: Effect) -> Any:
    return row.member or row.seat or row.post


def _work_back(change: Change, actor: Actor) -> None:
    person = Person.objects.select_for_update().get(pk=member_of(change).person_id)
    if (person.employer, person.job) != (change.employer, change.job):
        raise Refusal("tenure.work_changed", name=change.name)
    people.edit_person(actor, person, replace(facts_of(person), employer=change.was_employer, job=change.was_job))
