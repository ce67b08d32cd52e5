"""Rule sets: those of a committee, one, the one in force, its content as a value."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from lvzhi.access import Actor, Missing
from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import COUNTING_STATES
from lvzhi.activities.vocabulary.kinds import SET as ACTIVITY_KINDS
from lvzhi.committee.models import Committee
from lvzhi.evaluation import rules
from lvzhi.evaluation.models import RuleSet
from lvzhi.evaluation.reckoning import Item, Rules, rules_of
from lvzhi.evaluation.vocabulary.states import SetState
from lvzhi.norms import codes

ADOPTING = ("chairmen", "chairmen_consult", "standing", "standing_consult", "plenary")
FEW = 20


def set_address(found: Any) -> str:
    """The page of a rule set."""
    return reverse("evaluation:set", args=[found.uid])


def of_committee(actor: Actor, committee: int) -> QuerySet[RuleSet]:
    """Rule sets of a committee that the actor may read, newest first."""
    rows = RuleSet.objects.filter(rules.visible.rows(actor), committee_id=committee)
    found: QuerySet[RuleSet] = rows.defer("body").order_by("-year", "-id")
    return found


def listed(rows: QuerySet[RuleSet]) -> QuerySet[RuleSet]:
    """As a list shows them."""
    return rows


def one(actor: Actor, uid: UUID) -> RuleSet:
    """A rule set that the actor may read. Raises `Missing`."""
    rows = RuleSet.objects.filter(rules.visible.rows(actor), uid=uid)
    found = rows.select_related("committee", "copied_from", "adopted_at").first()
    if found is None:
        raise Missing("evaluation.unknown_set")
    return found


def rules_of_set(found: RuleSet) -> Rules:
    """Its content as a value."""
    days = {"starts": found.starts.isoformat(), "ends": found.ends.isoformat()}
    return rules_of({"name": found.name, "subject": found.subject, "year": found.year, **days, **found.body})


def meetings(committee: int) -> list[tuple[int, str]]:
    """Meetings recorded that may have adopted a rule set, the newest first (R7.11)."""
    rows = Activity.objects.live().filter(committee_id=committee, kind__in=ADOPTING, state__in=COUNTING_STATES)
    return list(rows.order_by("-held_on", "-id").values_list("pk", "title")[:FEW])


def activity_kinds(committee: Committee | int, day: dt.date) -> dict[str, str]:
    """Names of the committee's own table of activity kinds on a day, those no longer chosen too, by code."""
    return {one.code: one.name for one in codes.entries(ACTIVITY_KINDS, committee, day)}


def in_force(committee: int, subject: str, year: int) -> RuleSet | None:
    """The rule set in force of a year for a subject."""
    rows = RuleSet.objects.live().filter(committee_id=committee, subject=subject, year=year, state=SetState.FORCE)
    found: RuleSet | None = rows.order_by("-id").first()
    return found


def overlapping(found: RuleSet) -> RuleSet | None:
    """Another in force for the same subject on the same days."""
    rows = RuleSet.objects.live().filter(
        committee_id=found.committee_id, subject=found.subject, state=SetState.FORCE, starts__lte=found.ends,
        ends__gte=found.starts,
    )  # fmt: skip
    other: RuleSet | None = rows.exclude(pk=found.pk).first()
    return other


def shifted(rules_: Rules, years: int) -> Rules:
    """The same rules so many years later (earlier where negative), windows moved too: for a trial, and for a copy."""
    items = tuple(_moved(item, years) for item in rules_.items)
    return replace(
        rules_,
        year=rules_.year + years,
        starts=moved(rules_.starts, years),
        ends=moved(rules_.ends, years),
        items=items,
    )


def _moved(item: Item, years: int) -> Item:
    since = None if item.since is None else moved(item.since, years)
    until = None if item.until is None else moved(item.until, years)
    return replace(item, since=since, until=until)


def moved(day: dt.date, years: int) -> dt.date:
    """The same day of another year; the last of February stays the last."""
    if (day.month, day.day) == (2, 29):
        return dt.date(day.year + years, 3, 1) - dt.timedelta(days=1)
    return day.replace(year=day.year + years)
