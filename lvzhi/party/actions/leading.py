"""Contact points with their visits, lists of duties copied from year to year (R10.2, R6.16)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.party import rules
from lvzhi.party.actions.bodies import check_day
from lvzhi.party.models import TITLE_MOST, Body, ContactPoint, Duty, PointVisit
from lvzhi.party.queries import is_leader
from lvzhi.party.vocabulary import DUTY_PARTED
from lvzhi.people.models import Person
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

LEAP, BEFORE = (2, 29), 28


def assign_point(actor: Actor, person: Person, body: Body, starts: dt.date) -> ContactPoint:
    """Give a leader a branch to keep in touch with, from a day.

    Raises:
        NotAllowed: not the office.
        Refusal: no leader that day, or this branch already; a day on which it does not stand.
    """
    rules.keeper.check(actor, body)
    check_day(body, starts, "starts")
    if not is_leader(person.pk, body.committee, starts):
        raise Refusal("party.point_leader", field="people", name=person.name, day=starts)
    if ContactPoint.objects.live().filter(person=person, body=body, ends=None).exists():
        raise Refusal("party.point_twice", field="people", name=person.name, body=body.name)
    point = ContactPoint(
        person=person, name=person.name, body=body, committee_id=body.committee_id, starts=starts, created_at=actor.at
    )
    with line(actor, "party.pointed", subject=body, name=person.name, body=body.name):
        point.save()
    return point


def end_point(point: ContactPoint, actor: Actor, ends: dt.date) -> ContactPoint:
    """End it on a day; its visits stay.

    Raises:
        NotAllowed: not the office. Refusal: before it began.
    """
    with transaction.atomic():
        locked: ContactPoint = ContactPoint.objects.select_for_update(of=("self",)).get(pk=point.pk)
        rules.keeper.check(actor, locked)
        if locked.ends is not None:
            return locked
        if ends < locked.starts:
            raise Refusal("party.visit_before", field="ends", name=locked.name, starts=locked.starts,
                          body=locked.body.name, day=ends)  # fmt: skip
        with line(actor, "party.point_ended", subject=locked.body, name=locked.name, body=locked.body.name):
            locked.ends = ends
            locked.version += 1
            locked.save()
    return locked


def log_visit(actor: Actor, point: ContactPoint, day: dt.date, text: str = "") -> PointVisit:
    """Put down that the leader was there; the same day again gives the same visit, words added where it had none.

    Raises:
        NotAllowed: neither the leader nor the office.
        Refusal: a day to come, or one on which it was not the leader's.
    """
    rules.leading.point_logs.check(actor, point)
    _check_visit(point, actor, day)
    with transaction.atomic():
        known: PointVisit | None = PointVisit.objects.live().filter(point=point, visited_on=day).first()
        if known is not None:
            return change_visit(actor, known, day, text) if text.strip() and not known.text else known
        visit = PointVisit(
            point=point, committee_id=point.committee_id, visited_on=day, text=text.strip(), created_at=actor.at
        )
        facts: dict[str, Any] = {"name": point.name, "body": point.body.name, "day": day}
        with line(actor, "party.visited", subject=point, committee=point.committee_id, **facts):
            visit.save()
    return visit


def _check_visit(point: ContactPoint, actor: Actor, day: dt.date) -> None:
    facts = {"name": point.name, "body": point.body.name, "day": day}
    if day > clock.as_day(actor.at):
        raise Refusal("party.ahead", field="visited_on", day=day)
    if day < point.starts:
        raise Refusal("party.visit_before", field="visited_on", starts=point.starts, **facts)
    if point.ends is not None and day > point.ends:
        raise Refusal("party.visit_after", field="visited_on", ends=point.ends, **facts)


def change_visit(actor: Actor, visit: PointVisit, day: dt.date, text: str, *, version: int | None = None) -> PointVisit:
    """Change day or words of a visit. Raises as `log_visit`; Conflict where someone else changed it meanwhile."""
    with transaction.atomic():
        locked: PointVisit = PointVisit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
        rules.leading.visit_kept.check(actor, locked)
        locked.expect(version)
        _check_visit(locked.point, actor, day)
        others = PointVisit.objects.live().filter(point=locked.point, visited_on=day)
        if others.exclude(pk=locked.pk).exists():
            raise Refusal("party.visit_twice", field="visited_on", day=day)
        with line(actor, "party.visit_changed", subject=locked.point, committee=locked.committee_id):
            locked.visited_on, locked.text = day, text.strip()
            locked.version += 1
            locked.save()
    return locked


def split_items(text: str) -> list[tuple[str, str]]:
    """A pasted list as (item, detail): one a line, what stands behind the first colon is the detail."""
    found = []
    for one in text.splitlines():
        item, _, detail = one.strip().partition(DUTY_PARTED)
        if item.strip():
            found.append((item.strip(), detail.strip()))
    return found


def add_duties(
    actor: Actor, committee: Committee, persons: Sequence[Person], data: Mapping[str, Any], *, once: str | None = None
) -> list[Duty]:
    """Put items on the lists of leaders and secretaries: every item on each list.

    Args:
        data: ``year``, ``items`` as text, one a line, ``finish_by``.

    Raises:
        NotAllowed: not the office.
        Refusal: nobody, no item, one twice or too long or on the list already, a time limit of another year.
    """
    known = engine.begun(Duty, actor, once)
    if known is not None:
        return [known]
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    items, year, day = split_items(data["items"]), int(data["year"]), data["finish_by"]
    _check_items(items)
    if not persons:
        raise Refusal("party.nobody", field="people")
    if day.year != year:
        raise Refusal("party.duty_day", field="finish_by", day=day, year=year)
    for one in persons:
        held = set(_lists(committee, year).filter(person=one).values_list("item", flat=True))
        twice = next((item for item, _ in items if item in held), None)
        if twice:
            raise Refusal("party.duty_known", field="items", name=one.name, year=year, item=twice)
    rows = [
        Duty(committee=committee, person=one, name=one.name, year=year, item=item, detail=detail, finish_by=day,
             created_at=actor.at)
        for one in persons
        for item, detail in items
    ]  # fmt: skip
    return _begin(rows, actor, "party.duties", once, committee=committee, year=str(year))


def _begin(
    rows: list[Duty], actor: Actor, event: str, once: str | None, *, committee: Committee, **facts: Any
) -> list[Duty]:
    with line(actor, event, subject=committee, committee=committee.pk, count=len(rows), **facts):
        for place, row in enumerate(rows):
            engine.begin(row, actor, once=once if place == 0 else None)
    return rows


def _lists(committee: Committee, year: int) -> Any:
    return Duty.objects.live().filter(committee=committee, year=year)


def _check_items(items: Sequence[tuple[str, str]]) -> None:
    if not items:
        raise Refusal("party.duty_items", field="items")
    seen: set[str] = set()
    for place, (item, _) in enumerate(items, start=1):
        if len(item) > TITLE_MOST:
            raise Refusal("party.duty_long", field="items", line=place, length=len(item), limit=TITLE_MOST)
        if item in seen:
            raise Refusal("party.duty_twice", field="items", item=item)
        seen.add(item)


def copy_duties(actor: Actor, committee: Committee, year: int, *, once: str | None = None) -> list[Duty]:
    """Copy all lists of a year to the next; what stands there already is left out.

    Raises:
        NotAllowed: not the office.
        Refusal: nothing to copy.
    """
    known = engine.begun(Duty, actor, once)
    if known is not None:
        return [known]
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    there = set(_lists(committee, year + 1).values_list("person_id", "item"))
    rows = [
        Duty(committee=committee, person=one.person, name=one.person.name, year=year + 1, item=one.item,
             detail=one.detail, finish_by=_year_later(one.finish_by), created_at=actor.at)
        for one in _lists(committee, year).select_related("person").order_by("id")
        if (one.person_id, one.item) not in there
    ]  # fmt: skip
    if not rows:
        raise Refusal("party.duty_none", year=year, next=year + 1)
    facts = {"year": str(year), "next": str(year + 1)}
    return _begin(rows, actor, "party.duties_copied", once, committee=committee, **facts)


def _year_later(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1, day=BEFORE if (day.month, day.day) == LEAP else day.day)


def check_done(taking: Taking) -> None:
    """It was done by today, not before its year, and how is said."""
    duty: Duty = taking.record
    day = taking.answers["done_on"]
    if day > clock.as_day(taking.at):
        raise Refusal("party.ahead", field="done_on", day=day)
    if day.year < duty.year:
        raise Refusal("party.duty_early", field="done_on", day=day, year=duty.year)
    if not taking.answers["result"].strip():
        raise Refusal("party.duty_result", field="result")


def finish(taking: Taking) -> None:
    """Effect of 登记完成."""
    duty: Duty = taking.record
    duty.done_on, duty.result, duty.ground = taking.answers["done_on"], taking.answers["result"].strip(), ""


def reopen(taking: Taking) -> None:
    """Effect of 退回重办: what was said stays to be mended."""
    taking.record.done_on, taking.record.ground = None, taking.answers["ground"]
