"""Anchors that were made, and hand-overs."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db.models import Max, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.assurance.models import ChainAnchor, HandOver
from lvzhi.assurance.rules import MINE
from lvzhi.committee.models import Committee
from lvzhi.journal.anchors import Anchor


def anchors() -> QuerySet[ChainAnchor]:
    """All of them: the chain is one for the whole installation."""
    return ChainAnchor.objects.all()


def last_anchor() -> ChainAnchor | None:
    """The latest."""
    return ChainAnchor.objects.order_by("-day").first()


def anchor_of(day: dt.date) -> tuple[ChainAnchor, Anchor]:
    """The anchor of a day, and as it is written.

    Raises:
        Missing: none was made on that day.
    """
    found = ChainAnchor.objects.filter(day=day).first()
    if found is None:
        raise Missing("assurance.unknown")
    return found, Anchor(found.day, found.seq, found.hash)


def hand_overs(actor: Actor, committee: Committee) -> QuerySet[HandOver]:
    """What was handed over in a committee, the newest first."""
    return HandOver.objects.live().filter(MINE.rows(actor), committee=committee).order_by("-id")


def hand_over_of(actor: Actor, uid: UUID) -> HandOver:
    """One of them.

    Raises:
        Missing: there is none, or it is another committee's.
    """
    found = HandOver.objects.live().filter(MINE.rows(actor), uid=uid).select_related("committee").first()
    if found is None:
        raise Missing("assurance.unknown")
    return found


def next_number(committee: Committee) -> int:
    """The number that the next hand-over of the committee takes."""
    return (HandOver.objects.filter(committee=committee).aggregate(most=Max("number"))["most"] or 0) + 1
