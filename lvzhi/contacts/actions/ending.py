"""Pairs that end by themselves: when either side leaves, loses the post, or passes into another body (R6.18)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q

from lvzhi.access import Actor
from lvzhi.contacts.actions.pairing import close
from lvzhi.contacts.models import NAME_MOST, Pair
from lvzhi.contacts.queries import find
from lvzhi.contacts.vocabulary.states import Ended, Target
from lvzhi.deadlines import clock
from lvzhi.directory.successions import Passing
from lvzhi.journal.lines import line
from lvzhi.people.models import Member, Post, holds

DAY = dt.timedelta(days=1)
SIDES = ("member__person", "other__person", "organ", "unit", "committee")


def end_lapsed(actor: Actor) -> int:
    """End every open pair of which one side no longer stands; how many. A second run finds none.

    A tenure, an organ or a unit that ended gives the last day; a post or a party that no longer fits, the day before.
    """
    day = clock.as_day(actor.at)
    rows = Pair.objects.live().filter(holds("", day), ends=None).select_related(*SIDES)
    found = ((row, _gone(row, day)) for row in rows.order_by("pk"))
    over: list[tuple[Pair, dt.date, str]] = [(row, *last) for row, last in found if last is not None]
    known = {row.pk for row, *_ in over}
    over += [one for one in _unfit(day) if one[0].pk not in known]
    for row, ends, why in over:
        with transaction.atomic():
            locked: Pair = Pair.objects.select_for_update(of=("self",)).get(pk=row.pk)
            if locked.ends is None:
                close(actor, locked, ends, why)
    return len(over)


def _gone(row: Pair, day: dt.date) -> tuple[dt.date, str] | None:
    """The last day of whichever side ended before the day."""
    sides = ((row.member, Ended.TENURE), (row.other, Ended.TENURE), (row.organ, Ended.GONE), (row.unit, Ended.GONE))
    for side, why in sides:
        if side is not None and side.ends is not None and side.ends < day:
            return side.ends, why
    voided = any(one is not None and one.voided_at is not None for one in (row.member, row.other))
    return (day - DAY, Ended.TENURE) if voided else None


def _unfit(day: dt.date) -> list[tuple[Pair, dt.date, str]]:
    """Open pairs of members who no longer stand on the side that their kind wants: a statement for each kind."""
    open_rows = Pair.objects.live().filter(holds("", day), ends=None)
    found: list[tuple[Pair, dt.date, str]] = []
    for place, code in open_rows.order_by().values_list("committee_id", "scheme").distinct():
        kind = find(place, code, day)
        if kind is None or not kind.clear:
            continue
        fit_near = Member.objects.filter(kind.near.members(day)).values("pk")
        unfit = ~Q(member__in=fit_near)
        if kind.far.target == Target.PERSON:
            unfit |= ~Q(other__in=Member.objects.filter(kind.far.members(day)).values("pk"))
        rows = open_rows.filter(unfit, committee_id=place, scheme=code).select_related("member", "other")
        found += [(row, _last_fit(row, day), Ended.POST) for row in rows]
    return found


def _last_fit(row: Pair, day: dt.date) -> dt.date:
    """The last day of a post that ended, else yesterday."""
    persons = [one.person_id for one in (row.member, row.other) if one is not None]
    ended = Post.objects.live().filter(committee_id=row.committee_id, person_id__in=persons, ends__lt=day)
    last = ended.filter(ends__gte=row.starts).order_by("-ends").values_list("ends", flat=True).first()
    return last or day - DAY


def pass_on(passing: Passing) -> int:
    """What a unit's pairs become when it passes into another: they go on with the main heir from that day."""
    rows = list(Pair.objects.live().filter(unit=passing.unit, ends=None).select_related("member"))
    heir = passing.main
    key = Pair.key_of(Target.UNIT, heir.pk)
    for row in rows:
        close(passing.actor, row, passing.on - DAY, Ended.GONE)
        taken = Pair.objects.live().filter(ends=None, scheme=row.scheme, member=row.member, far=key)
        if not taken.exists():
            made = Pair(
                committee_id=row.committee_id, scheme=row.scheme, member=row.member, target=row.target, unit=heir,
                far=key, near_name=row.near_name, far_name=heir.name[:NAME_MOST],
                starts=max(passing.on, row.starts + DAY), entered_by=passing.actor.name, created_at=passing.actor.at,
            )  # fmt: skip
            with line(
                passing.actor, "contacts.passed", subject=made, personal={"far": row.far_name, "heir": heir.name}
            ):
                made.save()
    return len(rows)
