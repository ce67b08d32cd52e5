"""The yearly plan as activities see it: tasks and campaigns that an activity may be held for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from lvzhi.access import Missing
from lvzhi.committee.models import Committee
from lvzhi.plans.models import Campaign, Task
from lvzhi.plans.vocabulary import IN_FORCE


def tasks_here(committee: Committee) -> Any:
    """Tasks of the committee's plans in force."""
    rows = Task.objects.live().filter(committee=committee, plan__voided_at=None, plan__state__in=sorted(IN_FORCE))
    return rows.select_related("plan").order_by("-plan__year")


def campaigns_here(committee: Committee) -> Any:
    """Campaigns of the committee."""
    return Campaign.objects.live().filter(committee=committee)


def task_here(committee: Committee, uid: UUID) -> Task:
    """One of those tasks. Raises `Missing`."""
    return _one(tasks_here(committee), uid)  # type: ignore[no-any-return]  # reason: rows are untyped


def campaign_here(committee: Committee, uid: UUID) -> Campaign:
    """One of those campaigns. Raises `Missing`."""
    return _one(campaigns_here(committee), uid)  # type: ignore[no-any-return]  # reason: rows are untyped


def _one(rows: Any, uid: UUID) -> Any:
    found = rows.filter(uid=uid).first()
    if found is None:
        raise Missing("access.missing")
    return found
