"""Practical deeds of Party members."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.party import rules
from lvzhi.party.models import Deed

Rows = QuerySet[Any]


def deeds_seen(actor: Actor, committee: Committee) -> Rows:
    """Deeds of a committee that the actor may read, the newest first."""
    rows: Rows = Deed.objects.live().filter(rules.deed_visible.rows(actor), committee=committee)
    return rows.select_related("body").defer("text").order_by("-done_on", "-id")


def deeds_of(rows: Rows, year: int) -> Rows:
    """Those of one year."""
    return rows.filter(done_on__year=year)


def deed_of(actor: Actor, uid: Any) -> Deed:
    """One that the actor may read, a voided one included. Raises `Missing`."""
    rows = Deed.objects.filter(rules.deed_visible.rows(actor), uid=uid)
    found: Deed | None = rows.select_related("body__committee", "person", "committee").first()
    if found is None:
        raise Missing("party.unknown")
    return found
