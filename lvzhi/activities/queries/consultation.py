"""Deliberation points with what was held there, and speeches in their order: scope or actor first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from lvzhi.access import Actor, Missing
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, Site, Speech
from lvzhi.activities.norms import kind_named, kinds_on
from lvzhi.activities.queries.reading import counting, led, ours
from lvzhi.activities.vocabulary import COUNTING_STATES
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.people.models import Member
from lvzhi.plans import rules as plans
from lvzhi.plans.models import Task

Rows = QuerySet[Any]
SITE = "activities.site"
SPEECH = "activities.speech"


def sites(actor: Actor, committee: Committee) -> Rows:
    """Deliberation points of a committee that the actor reads, each with how many sessions were held there."""
    held = Activity.objects.live().filter(site=OuterRef("pk"), state__in=COUNTING_STATES).order_by().values("site")
    count = Coalesce(Subquery(held.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())
    last = Subquery(held.annotate(day=Max("held_on")).values("day"))
    rows: Rows = Site.objects.live().filter(rules.visible_site.rows(actor), committee=committee)
    found: Rows = rows.select_related("unit", "organ").annotate(sessions=count, last_on=last)
    return found


def site(actor: Actor, uid: UUID) -> Site:
    """The point of that uid.

    Raises:
        Missing: none such, or of a house that is not the actor's.
    """
    rows = Site.objects.filter(rules.visible_site.rows(actor), uid=uid)
    found = rows.select_related("committee", "unit", "organ").first()
    if found is None:
        raise Missing("activities.site_unknown")
    return found


def open_sites(committee: Committee, day: dt.date) -> Rows:
    """Points open on a day, for a form."""
    rows: Rows = Site.objects.live().filter(committee=committee, opens__lte=day)
    return rows.filter(Q(closes=None) | Q(closes__gte=day)).order_by("name", "id")


def sessions_of(site: Site) -> Rows:
    """Activities held at a point."""
    rows: Rows = Activity.objects.live().filter(site=site, state__in=COUNTING_STATES)
    return rows.order_by("-held_on", "-id")


def sessions_seen(actor: Actor, site: Site, most: int) -> tuple[list[Any], int]:
    """The newest sessions at a point that the actor may read, and how many there are in all. Two statements."""
    rows = sessions_of(site)
    seen = rows.filter(rules.visible.rows(actor)).select_related("organ").defer("notice", "summary")
    return list(seen[:most]), rows.count()


def next_speech(activity: Activity) -> int:
    """The next place in the order of speaking."""
    last = Speech.objects.live().filter(activity=activity).aggregate(last=Max("number"))["last"]
    return int(last or 0) + 1


def speeches(activity: Activity) -> list[Any]:
    """The speeches of an activity in their order; whoever reads the activity reads them. One query."""
    return list(Speech.objects.live().filter(activity=activity).order_by("number", "id"))


def speech(actor: Actor, uid: UUID) -> Speech:
    """The speech of that uid.

    Raises:
        Missing: none such, or of an activity that the actor may not see.
    """
    rows = Speech.objects.filter(rules.visible_speech.rows(actor), uid=uid)
    found = rows.select_related("activity__committee", "activity__organ", "person").first()
    if found is None:
        raise Missing("activities.speech_unknown")
    return found


def task_seen(actor: Actor, uid: str) -> Task | None:
    """The task of that uid if the actor reads it; None for what is none."""
    found: Task | None = _named(Task.objects.live().filter(plans.visible_task.rows(actor)), uid)
    return found


def site_seen(actor: Actor, uid: str) -> Site | None:
    """The point of that uid if the actor reads it; None for what is none."""
    found: Site | None = _named(Site.objects.live().filter(rules.visible_site.rows(actor)), uid)
    return found


def _named(rows: Rows, uid: str) -> Any:
    try:
        return rows.filter(uid=UUID(uid)).first() if uid else None
    except ValueError:
        return None


def wants_plan(activity: Activity) -> bool:
    """Whether its kind ought to come from the yearly plan."""
    kind = kind_named(activity.committee_id, activity.kind, activity.held_on)
    return kind is not None and kind.plan


def forms_on(committee: Committee, day: dt.date, families: Collection[str]) -> list[tuple[str, str]]:
    """The kinds of some families that a committee knows on a day, those no longer chosen too."""
    rows = kinds_on(committee, day, closed=True)
    return [(one.code, one.name) for one in rows if one.family in families]


# Rows of figures.


def standing_sites(scope: Scope, period: Period) -> Rows:
    """Points open at some time of the period; an organ's are those it keeps."""
    rows = Site.objects.live().within(scope).filter(opens__lte=period.end)
    rows = rows.filter(Q(closes=None) | Q(closes__gte=period.start))
    rows = rows if scope.organ is None else rows.filter(organ=scope.organ)
    return rows.select_related("unit", "organ").order_by("committee_id", "name", "id")


def at_sites(scope: Scope, period: Period) -> Rows:
    """Activities of the period that the scope's own committees held at a point."""
    return counting(scope, period).filter(led(scope)).exclude(site=None).select_related("site")


def spoken(scope: Scope, role: str = "") -> Q:
    """Speeches of people of the scope's committees at what those have joined."""
    members = Member.objects.live().filter(person=OuterRef(OuterRef("person_id")))
    return ours(scope, role, members.order_by().values("committee_id"))


def speeches_given(scope: Scope, period: Period) -> Rows:
    """Speeches given at activities of the period; at one of another committee, those of the own members."""
    rows = Speech.objects.live().filter(activity__in=counting(scope, period))
    rows = rows.filter(led(scope, "activity__") | spoken(scope))
    return rows.order_by("-activity__held_on", "activity_id", "number", "id")
