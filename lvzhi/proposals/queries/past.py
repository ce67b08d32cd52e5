"""Reads of proposals brought in from earlier years."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from lvzhi.committee.scope import Scope
from lvzhi.proposals.queries.reading import live


def brought_in(scope: Scope) -> list[dict[str, Any]]:
    """How many proposals were brought in for each session, the latest first; with those answered."""
    rows = live(scope).filter(brought_in_on__isnull=False)
    counted = rows.values("session_id", "session__number", "session__term__number", "term__number")
    totals = counted.annotate(count=Count("pk"), answered=Count("pk", filter=Q(first_answered_on__isnull=False)))
    return list(totals.order_by("-term__number", "-session__number"))
