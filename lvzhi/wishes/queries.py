"""Reads of wishes, actor first."""

from __future__ import annotations

import re
from typing import Any

from django.urls import reverse

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.wishes import rules
from lvzhi.wishes.models import Wish

# Parts of an address that name a record or count: the makers need to know which page, not whose.
_PARTS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+|[^\x00-\x7f]+|%[0-9a-fA-F%]+")


def address(wish: Any) -> str:
    """The page of a wish."""
    return reverse("wishes:detail", args=[wish.uid])


def one(actor: Actor, uid: Any) -> Wish:
    """The wish of that uid, if the actor may see it. Raises Missing, alike for unknown and foreign ones."""
    rows = Wish.objects.filter(rules.visible.rows(actor), uid=uid)
    found = rows.select_related("committee", "account").first()
    if found is None:
        raise Missing("wishes.unknown")
    return found


def readable(actor: Actor, state: str = "") -> Any:
    """All the actor may see: for the office all of its committee, for others their own."""
    rows = Wish.objects.live().filter(rules.visible.rows(actor)).select_related("committee")
    return rows.filter(state=state) if state else rows


def for_makers(actor: Actor, committee: Committee) -> list[dict[str, str]]:
    """What the office wrote for the makers: kind, page without names of records, words, day. No person in it."""
    rows = Wish.objects.live().filter(rules.keeper.rows(actor), committee=committee).exclude(makers="")
    return [
        {
            "kind": row.kind,
            "page": _PARTS.sub("*", row.page),
            "words": row.makers,
            "answered": row.answered_on.isoformat() if row.answered_on else "",
        }
        for row in rows.order_by("answered_on", "pk")
    ]
