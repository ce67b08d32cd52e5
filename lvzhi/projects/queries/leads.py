"""Investment leads that members handed in."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.projects import rules
from lvzhi.projects.models import Lead

Rows = QuerySet[Any]


def lead_of(actor: Actor, uid: Any) -> Lead:
    """The lead of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rows = Lead.objects.filter(rules.lead_visible.rows(actor), uid=uid)
    found: Lead | None = rows.select_related("committee", "person", "project").first()
    if found is None:
        raise Missing("projects.lead_unknown")
    return found


def leads_seen(actor: Actor, committee: Committee) -> Rows:
    """Leads of a committee that the actor may read, the newest first."""
    rows: Rows = Lead.objects.live().filter(rules.lead_visible.rows(actor), committee=committee)
    return rows.select_related("project").order_by("-handed_on", "-id")
