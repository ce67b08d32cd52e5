"""The list of deliberation points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from lvzhi.activities.models import Site
from lvzhi.activities.vocabulary.consultation import PAGE, SITE_COLUMNS, SITE_KINDS
from lvzhi.norms import codes
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table

C = SITE_COLUMNS


def site_tag(row: Site) -> Tag:
    """Open, or shut."""
    return Tag(PAGE["shut"], "neutral") if row.closes is not None else Tag(PAGE["open"], "good")


def site_address(row: Site) -> str:
    """The page of a point."""
    return reverse("activities:site", args=[row.uid])


SITES = (
    Column("name", C["name"], head=True, url=site_address),
    Column("kind", C["kind"], value=lambda row: codes.name_of(SITE_KINDS, row.committee_id, row.kind), short=True),
    Column("unit", C["unit"], value=lambda row: row.unit.name if row.unit else ""),
    Column("organ", C["organ"], value=lambda row: row.organ.name if row.organ else ""),
    Column("opens", C["opens"], kind="date", short=True),
    Column("sessions", C["sessions"], kind="number", short=True),
    Column("state", C["state"], kind="tag", value=site_tag, short=True),
)


def sites_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the points."""
    return Table(SITES, page=page, params=params, empty=PAGE["no_site"])
