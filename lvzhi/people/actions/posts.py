"""Posts of the committee, and the people of its agency."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.journal.lines import line
from lvzhi.people import rules
from lvzhi.people.actions import checks, persons
from lvzhi.people.actions.persons import Facts
from lvzhi.people.models import WORDS_LENGTH, Person, Post, Staff
from lvzhi.people.vocabulary import Part, PostKind, Rank


def appoint(
    actor: Actor,
    person: Person,
    committee: Committee,
    kind: str,
    *,
    starts: dt.date,
    ends: dt.date | None = None,
    decided_by: str = "",
) -> Post:
    """Give a person a post of the committee.

    Raises:
        NotAllowed: no keeper of this committee's people.
        Refusal: unknown post, held already for one of the days, end before start.
    """
    checks.may_keep(actor, committee.pk)
    label = str(PostKind(kind).label) if kind in PostKind.values else kind
    with line(actor, "people.post", subject=person, committee=committee, name=person.name, post=label, starts=starts):
        checks.lock(committee.pk)
        return put(person, committee, kind, starts, ends, decided_by)


def put(
    person: Person, committee: Committee, kind: str, starts: dt.date, ends: dt.date | None, decided_by: str = ""
) -> Post:
    """Check and write a post inside the open line."""
    checks.order(starts, ends)
    row = Post(person=person, committee=committee, kind=kind, starts=starts, ends=ends)
    row.decided_by = checks.words("decided_by", decided_by, WORDS_LENGTH)
    check_post(row)
    row.save()
    return row


def check_post(row: Post) -> None:
    """Refuse an unknown post, or one held already."""
    if row.kind not in PostKind.values:
        raise Refusal("people.post_unknown", field="kind", given=row.kind)
    others = Post.objects.live().filter(person=row.person, committee=row.committee, kind=row.kind).exclude(pk=row.pk)
    twin = checks.overlapping(others, row.starts, row.ends).first()
    if twin is not None:
        raise Refusal(
            "people.post_twice",
            field="kind",
            name=row.person.name,
            post=twin.get_kind_display(),
            starts=twin.starts,
            ends=checks.until(twin.ends),
        )


def end_post(actor: Actor, post: Post, ends: dt.date) -> Post:
    """End a post on its last day. Raises `NotAllowed`, `Refusal`."""
    rules.KEEP.check(actor, post)
    with line(
        actor, "people.end_post", subject=post.person, committee=post.committee_id, name=post.person.name,
        post=post.get_kind_display(), ends=ends,
    ):  # fmt: skip
        row = Post.objects.select_for_update().get(pk=post.pk)
        checks.close(row, ends)
    return row


def add_staff(
    actor: Actor,
    committee: Committee,
    who: Person | Facts,
    *,
    starts: dt.date,
    ends: dt.date | None = None,
    organ: Organ | None = None,
    title: str = "",
    rank: str = "",
    part: str = Part.MEMBER,
) -> Staff:
    """Record someone as working in the committee's agency.

    Raises:
        NotAllowed: no keeper of this committee's people.
        Refusal: person known already, organ of another kind or committee, unknown rank, recorded for one of the days.
    """
    checks.may_keep(actor, committee.pk)
    if isinstance(who, Facts):
        person = Person()
        persons.fill(person, who)
        persons.unknown_yet(person)
    else:
        person = who
    checks.order(starts, ends)
    row = Staff(committee=committee, organ=organ, starts=starts, ends=ends)
    row.title = checks.words("title", title, WORDS_LENGTH)
    row.part = checks.choice("part", part or Part.MEMBER, Part, "people.part_unknown")
    row.rank = checks.choice("rank", rank, Rank, "people.rank_unknown")
    with line(actor, "people.staff", subject=row, committee=committee, name=person.name, starts=starts):
        checks.lock(committee.pk)
        if person.pk is None:
            person.save()
        row.person = person
        check_staff(row)
        row.save()
    return row


def check_staff(row: Staff) -> None:
    """Refuse an organ that is no agency office of this committee, and a second record for the same days."""
    if row.organ is not None:
        if row.organ.committee_id != row.committee_id:
            place = row.committee.display
            raise Refusal("people.organ_elsewhere", field="organ", organ=row.organ.name, committee=place)
        if row.organ.kind not in (OrganKind.AGENCY, OrganKind.SPECIAL_COMMITTEE):
            raise Refusal("people.not_agency", field="organ", organ=row.organ.name)
    others = Staff.objects.live().filter(person=row.person, committee=row.committee).exclude(pk=row.pk)
    twin = checks.overlapping(others, row.starts, row.ends).first()
    if twin is not None:
        raise Refusal(
            "people.staff_twice",
            field="starts",
            name=row.person.name,
            starts=twin.starts,
            ends=checks.until(twin.ends),
        )


def end_staff(actor: Actor, staff: Staff, ends: dt.date) -> Staff:
    """End the work in the agency on its last day. Raises `NotAllowed`, `Refusal`."""
    rules.KEEP.check(actor, staff)
    with line(actor, "people.end_staff", subject=staff, name=staff.person.name, ends=ends):
        row = Staff.objects.select_for_update().get(pk=staff.pk)
        checks.close(row, ends)
    return row
