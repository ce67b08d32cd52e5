"""The register of Party organisations and who sits in them (R10.1, R10.2, R10.7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.party import rules
from lvzhi.party.models import Body, Seat
from lvzhi.party.queries import party_member
from lvzhi.party.vocabulary import NAMES, BodyKind, Form, Post
from lvzhi.people.models import Person

FIELDS = ("kind", "form", "name", "organ", "above", "starts", "has_board", "groups", "decided_by")
DAY = dt.timedelta(days=1)
SHOWN = 5  # names in one sentence


def found_body(actor: Actor, committee: Committee, data: Mapping[str, Any]) -> Body:
    """Set up a Party organisation.

    Args:
        data: the fields of the organisation by name.

    Raises:
        NotAllowed: not the office.
        Refusal: no name or a name twice, an organ or a higher organisation of another committee.
    """
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    body = Body(committee=committee, created_at=actor.at)
    _fill(body, data)
    with line(actor, "party.founded", subject=body, name=body.name):
        body.save()
    return body


def change_body(body: Body, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Body:
    """Change the register. Raises as `found_body`; Conflict where someone else changed it since ``version``."""
    with transaction.atomic():
        locked: Body = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
        rules.keeper.check(actor, locked)
        locked.expect(version)
        with line(actor, "party.changed", subject=locked, name=locked.name):
            _fill(locked, data)
            _check_form(locked, clock.as_day(actor.at))
            locked.version += 1
            locked.save()
    return locked


def _fill(body: Body, data: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in data:
            value = data[name]
            setattr(body, name, value.strip() if isinstance(value, str) else value)
    if not body.name:
        raise Refusal("party.body_name", field="name")
    if body.ends is not None and body.ends < body.starts:
        raise Refusal("party.body_dates", field="starts", starts=body.starts, ends=body.ends)
    for field, other in (("organ", body.organ), ("above", body.above)):
        if other is not None and other.committee_id != body.committee_id:
            raise Refusal("party.body_elsewhere", field=field, name=str(other), committee=body.committee.name)
    _check_above(body)
    rows = Body.objects.live().filter(committee=body.committee, name=body.name, ends=None)
    if body.ends is None and rows.exclude(pk=body.pk or 0).exists():
        raise Refusal("party.body_twice", field="name", name=body.name)


def _check_form(body: Body, day: dt.date) -> None:
    """A functional branch made fixed or temporary must not hold anybody who sits in another such branch (R10.7)."""
    if body.kind != BodyKind.BRANCH or body.form == Form.FUNCTIONAL:
        return
    mine = Seat.objects.live().filter(Q(ends=None) | Q(ends__gte=day), body=body).values("person_id")
    others = Seat.objects.live().filter(
        Q(ends=None) | Q(ends__gte=day), person__in=mine, body__kind=BodyKind.BRANCH, body__voided_at=None,
        body__committee=body.committee_id,
    )  # fmt: skip
    names = others.exclude(body=body).exclude(body__form=Form.FUNCTIONAL).values_list("name", flat=True)
    if found := list(names[:SHOWN]):
        raise Refusal("party.form_elsewhere", field="form", names=NAMES.join(found), name=body.name)


def _check_above(body: Body) -> None:
    above = body.above
    while above is not None:
        if body.pk is not None and above.pk == body.pk:
            raise Refusal("party.body_circle", field="above", above=str(body.above), name=body.name)
        above = above.above


def dissolve(body: Body, actor: Actor, ends: dt.date) -> Body:
    """End an organisation on a day; whoever sits in it leaves that day.

    Raises:
        NotAllowed: not the office.
        Refusal: before it began, or while others stand below it.
    """
    with transaction.atomic():
        locked: Body = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
        rules.keeper.check(actor, locked)
        if ends < locked.starts:
            raise Refusal("party.body_dates", field="ends", starts=locked.starts, ends=ends)
        below = Body.objects.live().filter(Q(ends=None) | Q(ends__gt=ends), above=locked).first()
        if below is not None:
            raise Refusal("party.body_below", field="ends", name=locked.name, below=below.name)
        with line(actor, "party.dissolved", subject=locked, name=locked.name, ends=ends):
            locked.ends = ends
            locked.version += 1
            locked.save()
            for row in Seat.objects.live().filter(body=locked, ends=None):
                row.ends = max(ends, row.starts)
                row.version += 1
                row.save()
    return locked


def seat(body: Body, actor: Actor, persons: Sequence[Person], post: str, starts: dt.date) -> list[Seat]:
    """Put Party members into an organisation.

    Raises:
        NotAllowed: not the office.
        Refusal: nobody named, no Party member that day, in it already, in another branch, a second secretary.
    """
    if not persons:
        raise Refusal("party.nobody", field="people")
    with transaction.atomic():
        locked: Body = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
        rules.keeper.check(actor, locked)
        check_day(locked, starts, "starts")
        for person in persons:
            _check_person(locked, person, starts)
        if post == Post.SECRETARY:
            _check_secretary(locked, persons, starts)
        rows = [
            Seat(
                body=locked, committee_id=locked.committee_id, person=one, name=one.name, post=post, starts=starts,
                created_at=actor.at,
            )
            for one in persons
        ]  # fmt: skip
        words = str(Post(post).label)
        with line(actor, "party.seats", subject=locked, body=locked.name, post=words, count=len(rows)):
            return Seat.objects.bulk_create(rows)


def check_day(body: Body, day: dt.date, field: str) -> None:
    """Refuse a day on which the organisation does not stand."""
    if day < body.starts:
        raise Refusal("party.body_early", field=field, name=body.name, starts=body.starts, day=day)
    if body.ends is not None and day > body.ends:
        raise Refusal("party.body_over", field=field, name=body.name, ends=body.ends, day=day)


def _check_person(body: Body, person: Person, day: dt.date) -> None:
    standing = Seat.objects.live().filter(Q(ends=None) | Q(ends__gte=day), person=person)
    if standing.filter(body=body).exists():
        raise Refusal("party.seated", field="people", name=person.name, body=body.name)
    if not party_member(person, day):
        raise Refusal("party.not_member", field="people", name=person.name, day=day)
    if body.kind == BodyKind.BRANCH and body.form != Form.FUNCTIONAL:
        others = standing.filter(body__kind=BodyKind.BRANCH, body__committee=body.committee_id, body__voided_at=None)
        other = others.exclude(body__form=Form.FUNCTIONAL).select_related("body").first()
        if other is not None:
            raise Refusal("party.elsewhere", field="people", name=person.name, body=other.body.name, day=day)


def _check_secretary(body: Body, persons: Sequence[Person], day: dt.date) -> None:
    rows = Seat.objects.live().filter(Q(ends=None) | Q(ends__gte=day), body=body, post=Post.SECRETARY)
    names = [*rows.values_list("name", flat=True), *(one.name for one in persons)]
    if len(names) > 1:
        raise Refusal("party.secretary", field="post", body=body.name, name=names[0], day=day)


def leave(row: Seat, actor: Actor, ends: dt.date) -> Seat:
    """Let somebody leave an organisation; that they were in it stays on record.

    Raises:
        NotAllowed: not the office. Refusal: before they came.
    """
    with transaction.atomic():
        locked: Seat = Seat.objects.select_for_update(of=("self",)).select_related("body").get(pk=row.pk)
        rules.keeper.check(actor, locked)
        if locked.ends is not None:
            return locked
        if ends < locked.starts:
            raise Refusal("party.seat_dates", field="ends", name=locked.name, starts=locked.starts, ends=ends)
        if ends > clock.as_day(actor.at):
            raise Refusal("party.ahead", field="ends", day=ends)
        with line(actor, "party.left", subject=locked.body, name=locked.name, body=locked.body.name):
            _end(locked, ends)
    return locked


def repost(row: Seat, actor: Actor, post: str, starts: dt.date) -> Seat:
    """Give somebody another post in the same organisation from a day: posts are dated rows.

    Raises:
        NotAllowed: not the office.
        Refusal: before the present post began, or a second secretary.
    """
    with transaction.atomic():
        locked: Seat = Seat.objects.select_for_update(of=("self",)).select_related("body").get(pk=row.pk)
        rules.keeper.check(actor, locked)
        check_day(locked.body, starts, "starts")
        if starts <= locked.starts:
            raise Refusal("party.seat_dates", field="starts", name=locked.name, starts=locked.starts, ends=starts)
        if post == Post.SECRETARY:
            _check_secretary(locked.body, [locked.person], starts)
        words = str(Post(post).label)
        with line(actor, "party.reposted", subject=locked.body, name=locked.name, body=locked.body.name, post=words):
            _end(locked, starts - DAY)
            made = Seat(
                body=locked.body, committee_id=locked.committee_id, person=locked.person, name=locked.name, post=post,
                starts=starts, created_at=actor.at,
            )  # fmt: skip
            made.save()
    return made


def _end(row: Seat, ends: dt.date) -> None:
    row.ends = ends
    row.version += 1
    row.save()
