"""Fields that pick members by typing, and long texts."""

from __future__ import annotations

from datetime import date
from typing import Any

from lvzhi.committee.scope import Scope
from lvzhi.people.models import Member
from lvzhi.people.queries import search, told_apart
from lvzhi.ui.forms import LongText

LONG = 500
HANDLING_UNIT = "handling"


def area(rows: int = 4) -> LongText:
    """A text field of several lines."""
    return LongText(rows=rows)


def point_at_members(field: Any, committee: Any, day: date) -> None:
    """Let a field pick members of the committee; same-named ones are told apart."""
    field.point(
        Member.objects.live().filter(committee=committee).select_related("person"),
        lambda rows: told_apart(rows, day),
        lambda text: search(Scope(committee), text, day),
    )
