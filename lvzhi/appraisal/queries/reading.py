"""Rounds and lines, and what stands in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from lvzhi import norms
from lvzhi.access import Actor, Missing
from lvzhi.appraisal import rules
from lvzhi.appraisal.models import StaffLine, StaffRound, days_of
from lvzhi.appraisal.norms import APPEAL_WITHIN
from lvzhi.appraisal.vocabulary import (
    EXCLUSIONS,
    QUARTER_GRADES,
    SUM,
    UNGRADED,
    YEAR_GRADES,
    Kind,
    LineState,
    State,
)
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import Term, reckon
from lvzhi.norms import codes
from lvzhi.norms.calendars import calendar_of
from lvzhi.norms.codes import CodeValue
from lvzhi.people.models import Staff
from lvzhi.ui import formats

Rows = QuerySet[Any]


def round_address(appraisal: Any) -> str:
    """The page of a round."""
    return reverse("appraisal:round", args=[appraisal.uid])


def line_address(line: Any) -> str:
    """The page of one person's line."""
    return reverse("appraisal:line", args=[line.uid])


def rounds_seen(actor: Actor, committee: Committee) -> Rows:
    """Rounds of a committee that the actor may know of, with how many wrote and were commented on."""
    rows = StaffRound.objects.live().filter(rules.seen.rows(actor), committee=committee)
    counted = rows.annotate(
        count=Count("lines"),
        written=Count("lines", filter=~Q(lines__text="")),
        commented=Count("lines", filter=~Q(lines__comment="")),
    )
    return counted.order_by("-ends_on", "-id")


def round_of(actor: Actor, uid: Any) -> StaffRound:
    """One that the actor may know of, a voided one included. Raises `Missing`."""
    rows = StaffRound.objects.filter(rules.seen.rows(actor), uid=uid)
    found: StaffRound | None = rows.select_related("committee", "ballot").first()
    if found is None:
        raise Missing("appraisal.unknown")
    return found


def line_of(actor: Actor, uid: Any) -> StaffLine:
    """One person's line that the actor may read. Raises `Missing`."""
    rows = StaffLine.objects.live().filter(rules.line_seen.rows(actor), uid=uid, round__voided_at=None)
    found: StaffLine | None = rows.select_related("round__committee", "round__ballot", "person", "leader").first()
    if found is None:
        raise Missing("appraisal.unknown")
    return found


def lines_of(appraisal: StaffRound) -> list[StaffLine]:
    """Its lines by department and name: no order of merit."""
    rows = StaffLine.objects.live().filter(round=appraisal).select_related("person", "leader")
    found = list(rows.order_by("department", "person__pinyin", "id"))
    for one in found:
        one.round = appraisal
    return found


def own_lines(actor: Actor) -> Rows:
    """One's own, the newest first."""
    rows = StaffLine.objects.live().filter(rules.oneself.rows(actor), round__voided_at=None)
    return rows.select_related("round", "person", "leader").order_by("-round__ends_on", "-id")


def to_comment(actor: Actor) -> Rows:
    """Lines of others that the actor comments on, while that is open."""
    rows = StaffLine.objects.live().filter(rules.may_comment.rows(actor)).exclude(state=LineState.EXEMPT)
    return rows.select_related("round", "person", "leader").order_by("-round__ends_on", "department", "person__pinyin")


def twin(appraisal: StaffRound) -> StaffRound | None:
    """The round of the same quarter or year."""
    rows = StaffRound.objects.live().filter(committee=appraisal.committee_id, year=appraisal.year)
    return rows.filter(quarter=appraisal.quarter).exclude(pk=appraisal.pk or 0).first()


def standing(committee: Committee, start: dt.date, end: dt.date) -> list[Staff]:
    """Who was on the agency's staff on any of these days and still is on the last; the newest post of each."""
    rows = Staff.objects.live().within(Scope(committee)).filter(starts__lte=end)
    rows = rows.filter(Q(ends=None) | Q(ends__gte=end)).select_related("person", "organ")
    found: dict[int, Staff] = {row.person_id: row for row in rows.order_by("starts", "id")}
    return sorted(found.values(), key=lambda row: (row.person.pinyin, row.pk))


def grades(appraisal: StaffRound, day: dt.date | None = None) -> list[CodeValue]:
    """The grades that may be chosen, of its kind."""
    table = QUARTER_GRADES if appraisal.quarterly else YEAR_GRADES
    return codes.codes(table, appraisal.committee_id, day or appraisal.ends_on)


def grade_name(appraisal: StaffRound, grade: str) -> str:
    """What a grade was called at the end of the period; that there is none yet."""
    table = QUARTER_GRADES if appraisal.quarterly else YEAR_GRADES
    return codes.name_of(table, appraisal.committee_id, grade, appraisal.ends_on) if grade else UNGRADED


def exclusion_name(line: StaffLine) -> str:
    """Why a line has no grade."""
    return codes.name_of(EXCLUSIONS, line.committee_id, line.exempt, line.round.ends_on) if line.exempt else ""


def away_words(line: StaffLine) -> str:
    """What was not worked, in words."""
    days = {
        "leave": line.leave_days, "sick": line.sick_days, "absent": line.absent_days, "late": line.late_times,
    }  # fmt: skip
    said = [SUM[key].format(count=formats.number(count)) for key, count in days.items() if count]
    return SUM["comma"].join(said) or SUM["full"]


def quarters_of(committee_id: int, year: int, persons: Iterable[int] | None = None) -> dict[int, dict[int, StaffLine]]:
    """Lines of the decided quarters of a year, by person and quarter. One query."""
    rows = StaffLine.objects.live().filter(
        round__committee=committee_id, round__year=year, round__kind=Kind.QUARTER, round__voided_at=None,
        round__state__in=(State.DECIDED, State.ARCHIVED),
    )  # fmt: skip
    if persons is not None:
        rows = rows.filter(person__in=list(persons))
    found: dict[int, dict[int, StaffLine]] = {}
    for one in rows.select_related("round"):
        found.setdefault(one.person_id, {})[one.round.quarter] = one
    return found


def rounds_of(committee: Committee, year: int) -> list[StaffRound]:
    """The rounds of one year by quarter, the yearly one last."""
    rows = list(StaffRound.objects.live().filter(committee=committee, year=year).order_by("quarter"))
    return [one for one in rows if one.quarterly] + [one for one in rows if not one.quarterly]


def period_of(year: int, quarter: int) -> tuple[dt.date, dt.date]:
    """First and last day of a quarter, or of the year where it is 0."""
    return days_of(year, quarter)


def working_days(appraisal: StaffRound) -> int:
    """Working days of the period in the committee's calendar."""
    before = appraisal.starts_on - dt.timedelta(days=1)
    return calendar_of(appraisal.committee_id).working_days(before, appraisal.ends_on)


def years(committee: Committee) -> list[int]:
    """Years of which there is any round, the newest first."""
    rows = StaffRound.objects.live().filter(committee=committee).order_by("-year").values_list("year", flat=True)
    return list(dict.fromkeys(rows))


def window(line: StaffLine) -> dt.date | None:
    """The last day on which it may be objected to; None while nothing was told."""
    if line.told_on is None:
        return None
    term = norms.value(APPEAL_WITHIN, line.committee_id, line.told_on)
    return reckon(line.told_on, term, calendar_of(line.committee_id)).date if isinstance(term, Term) else None
