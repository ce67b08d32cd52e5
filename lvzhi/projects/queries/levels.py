"""Projects of a committee and all below it, each once, with the parts of each (R11.7)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.projects.models import Part

Rows = QuerySet[Any]


def _parts(committee: Committee, period: Period) -> Rows:
    """Parts that stood at some time of the period, of the committee and those below it."""
    rows: Rows = Part.objects.live().within(Scope(committee, below=True)).filter(since__lte=period.end)
    return rows.filter(Q(until=None) | Q(until__gte=period.start))


def with_parts(rows: Rows, committee: Committee, period: Period) -> Rows:
    """Projects, each with these parts as ``taken_by``; two queries however many there are."""
    parts = _parts(committee, period).select_related("committee").order_by("committee__path")
    found: Rows = rows.defer("text").prefetch_related(Prefetch("parts", queryset=parts, to_attr="taken_by"))
    return found


def parts_in(rows: Rows, committee: Committee, period: Period) -> int:
    """How many parts these projects have: what one comes to who adds up the committees."""
    return _parts(committee, period).filter(project__in=rows.order_by().values("pk")).count()


def by_committee(rows: Rows, committee: Committee, period: Period) -> list[tuple[str, int]]:
    """By committee how many of these projects it has a part in, in the order of the tree."""
    parts = _parts(committee, period).filter(project__in=rows.order_by().values("pk"))
    told = parts.order_by("committee__path").values("committee_id", "committee__path").annotate(many=Count("pk"))
    counts = {row["committee_id"]: row["many"] for row in told}
    names = Committee.objects.filter(pk__in=counts).order_by("path")
    return [(one.display, counts[one.pk]) for one in names]
