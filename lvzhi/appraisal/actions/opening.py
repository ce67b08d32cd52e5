"""Opening an appraisal with a line for everybody on the agency's staff (R8.3, R8.4)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.queries import holders
from lvzhi.appraisal import queries, rules
from lvzhi.appraisal.models import StaffLine, StaffRound, days_of
from lvzhi.appraisal.norms import SERVED_LEAST
from lvzhi.appraisal.vocabulary import EXCLUSIONS, TOLD, Kind
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.norms import codes
from lvzhi.people.models import Person, Staff
from lvzhi.people.vocabulary import Part
from lvzhi.workflow import engine

WHOLE = 100


def open_round(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> StaffRound:
    """Open an appraisal of a quarter or a year.

    Whoever came so late that the norm asks no grade is put down as without grade at once, and the office may change
    that; the leader of each is the head of the department, of a head the secretary-general.

    Args:
        data: ``year``, ``quarter`` (0 for the year), ``account_by``, ``by_ballot``.
        once: key of the request, which `begun` asks for.

    Raises:
        NotAllowed: neither the office nor the secretary-general.
        Refusal: opened already, not begun yet, nobody there, a day that has passed.
    """
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    quarter = int(data.get("quarter") or 0)
    starts_on, ends_on = days_of(int(data["year"]), quarter)
    appraisal = StaffRound(
        committee=committee, kind=Kind.QUARTER if quarter else Kind.YEAR, year=int(data["year"]), quarter=quarter,
        starts_on=starts_on, ends_on=ends_on, account_by=data["account_by"], created_at=actor.at,
        by_ballot=bool(data.get("by_ballot")) or not quarter,
    )  # fmt: skip
    with transaction.atomic():
        Committee.objects.select_for_update().get(pk=committee.pk)  # of two who open at once, the second is told
        staff = _checked(appraisal, clock.as_day(actor.at))
        names, leaders = Counter(one.person.name for one in staff), _leaders(committee, staff)
        with line(actor, "appraisal.opened", subject=committee, title=str(appraisal), count=len(staff)):
            engine.begin(appraisal, actor, once=once)
            made = engine.begin_all(
                [_line(appraisal, one, names, leaders, actor) for one in staff], actor, subject=appraisal
            )
            for row in made:
                _leave_out(row, appraisal, actor)
    return appraisal


def begun(actor: Actor, once: str | None) -> StaffRound | None:
    """The round that this request opened already, or None."""
    return engine.begun(StaffRound, actor, once)


def _checked(appraisal: StaffRound, today: dt.date) -> list[Staff]:
    if appraisal.starts_on > today:
        raise Refusal("appraisal.early", field="period", title=str(appraisal), day=appraisal.starts_on)
    if appraisal.account_by < today:
        raise Refusal("appraisal.account_by_past", field="account_by", day=appraisal.account_by)
    if queries.twin(appraisal) is not None:
        raise Refusal("appraisal.twice", field="period", title=str(appraisal))
    staff = queries.standing(appraisal.committee, appraisal.starts_on, min(appraisal.ends_on, today))
    if not staff:
        start, end = appraisal.starts_on, appraisal.ends_on
        raise Refusal("appraisal.nobody", committee=appraisal.committee.name, start=start, end=end)
    return staff


def _leaders(committee: Committee, staff: Sequence[Staff]) -> dict[int, Person | None]:
    """Who comments on each, by person: the head of the department, of a head the secretary-general."""
    heads = {one.organ_id: one.person for one in staff if one.part == Part.HEAD}
    rows = Person.objects.filter(account_id__in=holders("secretary_general", committee=committee.pk)).order_by("pk")
    above = rows.first()
    found = {}
    for one in staff:
        head = heads.get(one.organ_id)
        leader = head if head is not None and head.pk != one.person_id else above
        found[one.person_id] = None if leader is None or leader.pk == one.person_id else leader
    return found


def _line(
    appraisal: StaffRound, staff: Staff, names: Counter[str], leaders: Mapping[int, Person | None], actor: Actor
) -> StaffLine:
    person = staff.person
    department = staff.organ.name if staff.organ else ""
    apart = person.work or department or str(staff.pk)
    called = TOLD.format(name=person.name, work=apart) if names[person.name] > 1 else person.name
    return StaffLine(
        round=appraisal, committee_id=appraisal.committee_id, person=person, name=person.name, called=called,
        post=staff.title, department=department, since=staff.starts, leader=leaders[person.pk], created_at=actor.at,
    )  # fmt: skip


def _leave_out(row: StaffLine, appraisal: StaffRound, actor: Actor) -> None:
    """Whoever has served too little of the period gets no grade."""
    if row.since is None or row.since <= appraisal.starts_on:
        return
    whole = (appraisal.ends_on - appraisal.starts_on).days + 1
    served = (appraisal.ends_on - row.since).days + 1
    least = Decimal(str(norms.value(SERVED_LEAST, appraisal.committee_id, appraisal.ends_on)))
    if Decimal(served) * WHOLE / whole >= least:
        return
    table = codes.codes(EXCLUSIONS, appraisal.committee_id, appraisal.ends_on)
    reason = next((one.code for one in table if one.extra.get("itself")), None)
    if reason is not None:
        engine.follow(row, "exempt", actor, {"reason": reason, "ground": ""})
