"""The list of activities that have a way, and the stages of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from lvzhi.consultations.tables.stages import Stage, stages_of
from lvzhi.consultations.vocabulary import COLUMNS, PAGE, TONES, FollowState
from lvzhi.consultations.vocabulary.ways import CONSULTATION
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table

__all__ = ["LIST", "Stage", "address", "follow_tag", "stages_of", "table"]
C = COLUMNS


def address(activity: Any) -> str:
    """The page of an activity's whole way."""
    return reverse("consultations:way", args=[activity.uid])


def follow_tag(state: str) -> Tag:
    """Where following up is."""
    return Tag(str(FollowState(state).label), TONES[FollowState(state)])  # type: ignore[arg-type]  # reason: the table holds tones


def _state(row: Any) -> Tag:
    return follow_tag(row.followed) if row.followed else Tag(row.get_state_display(), "neutral")


LIST = (
    Column("title", C["title"], head=True, url=address),
    Column("kind_name", C["kind"], short=True),
    Column("held_on", C["held_on"], kind="date", short=True),
    Column("organ", C["organ"], value=lambda row: row.organ.name_on(row.held_on) if row.organ else ""),
    Column("advised", C["advice"], kind="number", short=True),
    Column("adopted", C["adopted"], kind="number", short=True),
    Column("state", C["state"], kind="tag", value=_state, short=True),
)
AFIELD = (
    *LIST[:4],
    Column("found", C["problems"], kind="number", short=True),
    Column("solved", C["solved"], kind="number", short=True),
    *LIST[4:],
)


def table(page: Page[Any], params: Mapping[str, Any], key: str = CONSULTATION) -> Table:
    """One page of one part of the list."""
    return Table(LIST if key == CONSULTATION else AFIELD, page=page, params=params, empty=PAGE["none"])
