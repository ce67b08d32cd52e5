"""Noting donations, reporting to communities, personal study plans: one at a time or many in one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, CommunityPost, Giving, StudyPlan
from lvzhi.activities.vocabulary import Capacity
from lvzhi.activities.vocabulary.service import PLAN_TITLE, GivingForm
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.directory.vocabulary import UnitKind
from lvzhi.journal.lines import line
from lvzhi.people.models import Member, Person
from lvzhi.people.queries import members_on, staff_on
from lvzhi.workflow import engine


@dataclass(frozen=True)
class Gift:
    """A donation as it is given.

    Args:
        person: who gave, if a member or somebody on the staff; otherwise ``giver`` names the body.
        amount: 元; of goods what they are worth.
        goods: what and how much, of goods.
        receiver: its name, or ``unit`` of the directory.
    """

    given_on: dt.date
    amount: Decimal
    person: Person | None = None
    giver: str = ""
    form: str = GivingForm.MONEY
    goods: str = ""
    unit: Unit | None = None
    receiver: str = ""
    purpose: str = ""
    receipt: str = ""
    activity: Activity | None = None
    campaign: Any = None


def note_givings(actor: Actor, committee: Committee, gifts: Sequence[Gift]) -> list[Giving]:
    """Note donations, all or none, in one journal line.

    Raises:
        NotAllowed: neither the office nor, for one's own gift, the giver.
        Refusal: giver, amount, goods or receiver missing, or a day still to come.
    """
    today = clock.as_day(actor.at)
    for gift in gifts:
        rules.check_noting(actor, committee.pk, gift.person)
        _check(gift, today)
    known = _capacities(committee, [gift.person.pk for gift in gifts if gift.person is not None], today)
    rows = [_giving(actor, committee, gift, known) for gift in gifts]
    with line(actor, "activities.giving_noted", subject=committee, committee=committee, count=len(rows)):
        return list(Giving.objects.bulk_create(rows))


def _check(gift: Gift, today: dt.date) -> None:
    if gift.person is None and not gift.giver.strip():
        raise Refusal("activities.giver_missing", field="giver")
    if gift.amount <= 0:
        raise Refusal("activities.amount_wrong", field="amount")
    if gift.form == GivingForm.GOODS and not gift.goods.strip():
        raise Refusal("activities.goods_missing", field="goods")
    if gift.unit is None and not gift.receiver.strip():
        raise Refusal("activities.receiver_missing", field="receiver")
    if gift.given_on > today:
        raise Refusal("activities.given_later", field="given_on", day=gift.given_on)


def _giving(actor: Actor, committee: Committee, gift: Gift, known: dict[int, str]) -> Giving:
    person = gift.person
    activity = gift.activity
    return Giving(
        committee=committee, created_at=actor.at, noted_by=actor.name, activity=activity, person=person,
        campaign=gift.campaign or (activity.campaign if activity is not None else None),
        giver=person.name if person is not None else gift.giver.strip(),
        capacity=known.get(person.pk, Capacity.OUTSIDE) if person is not None else Capacity.OUTSIDE,
        form=gift.form, amount=gift.amount, goods=gift.goods.strip(), unit=gift.unit,
        receiver=gift.unit.name if gift.unit is not None else gift.receiver.strip(),
        purpose=gift.purpose.strip(), receipt=gift.receipt.strip(), given_on=gift.given_on,
    )  # fmt: skip


def _capacities(committee: Committee, persons: Sequence[int], day: dt.date) -> dict[int, str]:
    """As what each person stands in the committee; members who are on the staff too count as members."""
    if not persons:
        return {}
    scope = Scope(committee)
    staff = staff_on(scope, day).filter(person_id__in=persons).values_list("person_id", flat=True)
    seated = members_on(scope, day).filter(person_id__in=persons).values_list("person_id", flat=True)
    return dict.fromkeys(staff, Capacity.STAFF.value) | dict.fromkeys(seated, Capacity.MEMBER.value)


def report_to(
    actor: Actor, committee: Committee, places: Sequence[tuple[Member, Unit]], on: dt.date, remark: str = ""
) -> list[CommunityPost]:
    """Note that members report to their villages or communities, all or none, in one journal line (M15).

    Raises:
        NotAllowed: neither the office nor the member.
        Refusal: the unit is no community or has ended, the member not in office that day, reported there already.
    """
    standing = {
        (row.member_id, row.unit_id): row.starts
        for row in CommunityPost.objects.live().filter(
            committee=committee, ends=None, member__in=[member.pk for member, _ in places]
        )
    }
    for member, unit in places:
        rules.check_noting(actor, committee.pk, member.person)
        _check_post(committee, member, unit, on, standing.get((member.pk, unit.pk)))
    rows = [
        CommunityPost(
            committee=committee, created_at=actor.at, noted_by=actor.name, member=member, unit=unit, starts=on,
            remark=remark.strip(),
        )
        for member, unit in places
    ]  # fmt: skip
    with line(actor, "activities.community_posted", subject=committee, committee=committee, count=len(rows)):
        return list(CommunityPost.objects.bulk_create(rows))


def _check_post(committee: Committee, member: Member, unit: Unit, on: dt.date, since: dt.date | None) -> None:
    name = member.person.name
    if unit.kind != UnitKind.COMMUNITY or unit.committee_id != committee.pk:
        raise Refusal("activities.unit_no_community", field="unit", unit=unit.name)
    if not unit.stands_on(on):
        raise Refusal("activities.unit_over", field="unit", unit=unit.name, day=on)
    if member.committee_id != committee.pk or member.voided_at is not None or not member.holds_on(on):
        raise Refusal("activities.not_seated", field="starts", member=name, day=on)
    if since is not None:
        raise Refusal("activities.posted_already", field="unit", member=name, unit=unit.name, day=since)


def end_post(post: CommunityPost, actor: Actor, on: dt.date) -> CommunityPost:
    """End a member's report to a community; what was true until then stays.

    Raises:
        NotAllowed: neither the office nor the member. Refusal: over already, or before it began.
    """
    with transaction.atomic():
        rows = CommunityPost.objects.select_for_update(of=("self",)).select_related("member__person", "unit")
        found: CommunityPost = rows.get(pk=post.pk)
        rules.noter.check(actor, found)
        facts = {"member": found.member.person.name, "unit": found.unit.name}
        if found.ends is not None:
            raise Refusal("activities.post_over", day=found.ends, **facts)
        if on < found.starts:
            raise Refusal("activities.post_order", field="ends", starts=found.starts, ends=on)
        with line(actor, "activities.community_ended", subject=found):
            found.ends = on
            found.version += 1
            found.save()
    return found


def hand_in_plans(
    actor: Actor,
    committee: Committee,
    persons: Sequence[Person],
    year: int,
    *,
    on: dt.date | None = None,
    title: str = "",
    text: str = "",
    campaign: Any = None,
) -> list[StudyPlan]:
    """Note the personal study plans that these people handed in for a year, all or none, in one journal line.

    Args:
        on: the day they came in; the day of acting unless given.
        title: "{year}年个人学习计划" unless given; a second plan of the year wants a title of its own.

    Raises:
        NotAllowed: neither the office nor, for one's own plan, the person.
        Refusal: nobody named, or a plan of that title came in already.
    """
    if not persons:
        raise Refusal("activities.people_missing", field="people")
    named = title.strip() or PLAN_TITLE.format(year=year)
    _refuse_twice(committee, persons, year, named)
    for person in persons:
        rules.check_noting(actor, committee.pk, person)
    day = on or clock.as_day(actor.at)
    known = _capacities(committee, [person.pk for person in persons], day)
    rows = [
        StudyPlan(
            committee=committee, created_at=actor.at, noted_by=actor.name, person=person, campaign=campaign,
            capacity=known.get(person.pk, Capacity.OUTSIDE), year=year, title=named, text=text.strip(),
            handed_in_on=day,
        )
        for person in persons
    ]  # fmt: skip
    with line(actor, "activities.study_plan_noted", subject=committee, committee=committee, count=len(rows)):
        return list(StudyPlan.objects.bulk_create(rows))


def _refuse_twice(committee: Committee, persons: Sequence[Person], year: int, title: str) -> None:
    earlier = StudyPlan.objects.live().filter(committee=committee, year=year, title=title, person__in=persons)
    twice = earlier.select_related("person").first()
    if twice is not None:
        raise Refusal(
            "activities.plan_already", field="people", person=twice.person.name, year=year, day=twice.handed_in_on
        )


def void_note(row: Any, actor: Actor, ground: str) -> None:
    """Void a donation, report or plan entered by mistake.

    Raises:
        NotAllowed: not the office. Refusal: no ground, or voided already.
    """
    rules.check_noting(actor, row.committee_id, None)
    engine.void(row, actor, ground)
