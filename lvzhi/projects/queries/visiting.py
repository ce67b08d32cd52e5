"""Visits that were activities too, when the next one is due, what has been taken out of every figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from lvzhi import norms
from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.links.queries import ties_of
from lvzhi.plans import progress
from lvzhi.projects import rules
from lvzhi.projects.models import Charge, Fund, Project, Visit
from lvzhi.projects.norms import ACTIVITY_DAYS
from lvzhi.projects.vocabulary.states import RUNNING
from lvzhi.projects.vocabulary.words import HELD_AS

Rows = QuerySet[Any]
ACTIVITY = "activities.activity"
VISIT = "projects.visit"
MOST = 30  # activities offered on one form


def visit_from(project: Project) -> dt.date | None:
    """From when the time until the next visit runs: the last visit, else the day a leader took it up; None without."""
    if project.pk is None:
        return None
    since: dt.date | None = (
        Charge.objects.live().filter(project=project, until=None).aggregate(last=Max("since"))["last"]
    )
    if since is None:
        return None
    last: dt.date | None = (
        Visit.objects.live().filter(project=project, on_site=True).aggregate(last=Max("went_on"))["last"]
    )
    return since if last is None else max(since, last)


def _source() -> progress.Source | None:
    return next((one for one in progress.sources() if one.key == ACTIVITY), None)


def activities(actor: Actor, **where: Any) -> list[tuple[UUID, str, dt.date | None, str]]:
    """Activities that the actor may read, as (uid, title, day, address): asked of the registry of progress, in one
    query, since no neighbour is known by name."""
    source = _source()
    if source is None:
        return []
    rows = source.rows().filter(source.visible(actor), **where).order_by(f"-{source.day_field}", "-pk")
    return [(row.uid, source.title(row), source.day(row), source.address(row)) for row in rows[:MOST]]


def held_near(actor: Actor, committee: Committee, day: dt.date) -> list[tuple[UUID, str, dt.date | None, str]]:
    """Activities of a committee held at most so many days before a day, the newest first."""
    source = _source()
    if source is None:
        return []
    first = day - dt.timedelta(days=int(norms.value(ACTIVITY_DAYS, committee, day)))
    return activities(actor, committee=committee, **{f"{source.day_field}__range": (first, day)})


def activity(actor: Actor, uid: Any) -> tuple[UUID, str, dt.date | None, str]:
    """One activity that the actor may read.

    Raises:
        Missing: none such, or not visible.
    """
    try:
        found = activities(actor, uid=UUID(str(uid)))
    except ValueError:
        found = []
    if not found:
        raise Missing("projects.activity_unknown")
    return found[0]


def held_as(actor: Actor, visits: Sequence[Visit]) -> dict[int, tuple[UUID, str, dt.date | None, str]]:
    """By a visit's key the activity that it was; two queries, none where none is tied."""
    by_uid = {row.uid: row.pk for row in visits if getattr(row, "tied", True)}
    if not by_uid:
        return {}
    tied = {uid: found[0].uid for uid, found in ties_of(VISIT, list(by_uid), HELD_AS).items() if found}
    if not tied:
        return {}
    known = {one[0]: one for one in activities(actor, uid__in=set(tied.values()))}
    return {by_uid[uid]: known[other] for uid, other in tied.items() if other in known}


def counted_as(project: Project, uid: UUID) -> bool:
    """Whether a standing visit of the project is tied to that activity already."""
    near = [one.uid for one in ties_of(ACTIVITY, [uid], HELD_AS)[uid]]
    return Visit.objects.live().filter(project=project, uid__in=near).exists()


def visits_at(actor: Actor, uid: UUID) -> tuple[list[Visit], int]:
    """Standing visits that an activity was, those the actor may read, and how many more there are."""
    near = [one.uid for one in ties_of(ACTIVITY, [uid], HELD_AS)[uid]]
    if not near:
        return [], 0
    rows = list(Visit.objects.live().filter(uid__in=near).select_related("project"))
    seen = set(
        Visit.objects.filter(rules.of_visible(actor), pk__in=[row.pk for row in rows]).values_list("pk", flat=True)
    )
    return [row for row in rows if row.pk in seen], len(rows) - len(seen)


def carried(actor: Actor, committee: Committee | int) -> Rows:
    """Running projects of a committee on which the actor may log a visit."""
    place = committee if isinstance(committee, int) else committee.pk
    rows: Rows = Project.objects.live().filter(rules.carries.rows(actor), committee_id=place)
    return rows.filter(state__in=RUNNING).order_by("title")


def noted(model: type[Visit | Fund], actor: Actor, uid: Any) -> Any:
    """A visit or a fund of a project that the actor may read, a voided one included. Raises `Missing`."""
    rows = model.objects.filter(rules.of_visible(actor), uid=uid)
    found = rows.select_related("project__committee").first()
    if found is None:
        raise Missing("projects.unknown")
    return found
