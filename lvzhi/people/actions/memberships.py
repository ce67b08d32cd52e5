"""Places in organs: joining, leaving, moving from one to another."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Organ
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.journal.lines import line
from lvzhi.norms import value
from lvzhi.people import rules
from lvzhi.people.actions import checks
from lvzhi.people.models import DUTY_LENGTH, Member, Membership
from lvzhi.people.norms import ONE_AT_A_TIME
from lvzhi.people.vocabulary import Part

ONE_DAY = dt.timedelta(days=1)


def join(
    actor: Actor,
    member: Member,
    organ: Organ,
    part: str = Part.MEMBER,
    *,
    starts: dt.date,
    ends: dt.date | None = None,
    duty: str = "",
) -> Membership:
    """Give a member a place in an organ, perhaps with a duty of his own there 分工.

    Raises:
        NotAllowed: no keeper.
        Refusal: outside the tenure or the organ's life, there already, a second one where only one may be (R0.4).
    """
    rules.KEEP.check(actor, member)
    with line(
        actor, "people.join", subject=member, name=member.person.name, organ=organ.name, starts=starts,
        part=str(Part(part).label) if part in Part.values else part,
    ):  # fmt: skip
        checks.lock(member.committee_id)
        return put(member, organ, part, starts, ends, duty)


def leave(actor: Actor, membership: Membership, ends: dt.date) -> Membership:
    """End a place on its last day. Raises `NotAllowed`, `Refusal` (already over, before it began)."""
    rules.KEEP.check(actor, membership)
    member = membership.member
    with line(actor, "people.leave", subject=member, name=member.person.name, organ=membership.organ.name, ends=ends):
        row = Membership.objects.select_for_update().get(pk=membership.pk)
        checks.close(row, ends)
    return row


def transfer(actor: Actor, membership: Membership, organ: Organ, on: dt.date) -> Membership:
    """Move to another organ: the old place ends the day before `on`, the new one begins on it, with the same part.

    Raises:
        NotAllowed, Refusal: as `leave` and `join`; the same organ again.
    """
    rules.KEEP.check(actor, membership)
    member = membership.member
    if organ.pk == membership.organ_id:
        raise Refusal("people.same_organ", field="organ", name=member.person.name, organ=organ.name)
    with line(
        actor, "people.transfer", subject=member, name=member.person.name, starts=on,
        old=membership.organ.name, new=organ.name,
    ):  # fmt: skip
        checks.lock(member.committee_id)
        row = Membership.objects.select_for_update().get(pk=membership.pk)
        checks.close(row, on - ONE_DAY)
        return put(member, organ, row.part, on, None)


def repost(actor: Actor, membership: Membership, part: str, duty: str, on: dt.date) -> Membership:
    """Another part or duty in the same organ from `on`; the days before keep the old one. On its first day: corrected.

    Raises:
        NotAllowed: no keeper.
        Refusal: unknown part, too long a duty, nothing altered, over before `on`.
    """
    rules.KEEP.check(actor, membership)
    member, organ, words = membership.member, membership.organ, checks.words("duty", duty, DUTY_LENGTH)
    if part not in Part.values:
        raise Refusal("people.part_unknown", field="part", given=part)
    if (part, words) == (membership.part, membership.duty):
        raise Refusal("people.part_same", field="part", name=member.person.name, organ=organ.name)
    with line(
        actor, "people.repost", subject=member, name=member.person.name, starts=on, organ=organ.name,
        part=str(Part(part).label),
    ):  # fmt: skip
        checks.lock(member.committee_id)
        row = Membership.objects.select_for_update().get(pk=membership.pk)
        if on == row.starts:
            row.part, row.duty, row.version = part, words, row.version + 1
            row.save()
            return row
        ends = row.ends
        checks.close(row, on - ONE_DAY)
        return put(member, organ, part, on, ends, words)


def put(member: Member, organ: Organ, part: str, starts: dt.date, ends: dt.date | None, duty: str = "") -> Membership:
    """Check and write a place inside the open line; without an end it lasts as long as the tenure and the organ."""
    checks.order(starts, ends)
    row = Membership(committee_id=member.committee_id, member=member, organ=organ, part=part, starts=starts)
    row.ends = ends or _end(member, organ)
    row.duty = checks.words("duty", duty, DUTY_LENGTH)
    check(row)
    row.save()
    return row


def _end(member: Member, organ: Organ) -> dt.date | None:
    return min((day for day in (member.ends, organ.ends) if day is not None), default=None)


def check(row: Membership) -> None:
    """Refuse a place outside the tenure or the organ's life, doubled, or beside one of a kind that allows one only."""
    member = row.member
    if row.part not in Part.values:
        raise Refusal("people.part_unknown", field="part", given=row.part)
    _check_organ(row)
    last = member.ends
    if row.starts < member.starts or (last and (row.starts > last or row.ends is None or row.ends > last)):
        raise outside(member)
    others = Membership.objects.live().filter(member=member).exclude(pk=row.pk).select_related("organ")
    for other in checks.overlapping(others, row.starts, row.ends):
        facts = {"name": member.person.name, "organ": other.organ.name, "starts": other.starts}
        if other.organ_id == row.organ_id:
            raise Refusal("people.membership_twice", field="organ", ends=checks.until(other.ends), **facts)
        kind = row.organ.kind
        if other.organ.kind == kind and kind in value(ONE_AT_A_TIME, member.committee_id, row.starts):
            label = str(OrganKind(kind).label)
            raise Refusal("people.one_at_a_time", field="organ", kind=label, ends=checks.until(other.ends), **facts)


def _check_organ(row: Membership) -> None:
    organ = row.organ
    if organ.committee_id != row.committee_id:
        place = row.committee.display
        raise Refusal("people.organ_elsewhere", field="organ", organ=organ.name, committee=place)
    if row.starts < organ.starts:
        raise Refusal("people.organ_not_yet", field="starts", organ=organ.name, starts=organ.starts)
    if organ.ends and organ.ends < row.starts:
        raise Refusal("people.organ_over", field="organ", organ=organ.name, ends=organ.ends, day=row.starts)
    if organ.ends and (row.ends is None or row.ends > organ.ends):
        raise Refusal("people.organ_ends_first", field="ends", organ=organ.name, ends=organ.ends)


def outside(member: Member) -> Refusal:
    """The refusal of days outside a tenure."""
    return Refusal(
        "people.outside_tenure",
        field="starts",
        name=member.person.name,
        starts=member.starts,
        ends=checks.until(member.ends),
    )
