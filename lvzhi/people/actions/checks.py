"""Checks that the actions of this room share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.people import rules
from lvzhi.people.vocabulary import LABELS, OPEN_END

FAR = dt.date.max


def may_keep(actor: Actor, committee: int) -> None:
    """Raise `NotAllowed` unless the actor keeps the people of this committee."""
    if not rules.keeps(actor, committee):
        raise NotAllowed("access.not_allowed", who=rules.KEEP.label)


def words(field: str, text: str, limit: int, *, required: bool = False) -> str:
    """The text without outer and doubled blanks. Raises `people.blank`, `people.too_long`."""
    clean = " ".join(text.split())
    if required and not clean:
        raise Refusal("people.blank", field=field, label=LABELS[field])
    if len(clean) > limit:
        raise Refusal("people.too_long", field=field, label=LABELS[field], limit=limit)
    return clean


def choice(field: str, given: str, known: Any, code: str = "people.choice_unknown") -> str:
    """A code of a TextChoices class, or none where nothing is given."""
    if given and given not in known.values:
        raise Refusal(code, field=field, given=given)
    return given


def order(starts: dt.date, ends: dt.date | None) -> None:
    """Refuse an end before the start."""
    if ends is not None and ends < starts:
        raise Refusal("people.dates", field="ends", starts=starts, ends=ends)


def until(day: dt.date | None) -> dt.date | str:
    """A last day as a sentence says it."""
    return OPEN_END if day is None else day


def overlapping(rows: Any, starts: dt.date, ends: dt.date | None) -> Any:
    """Those of the rows that share a day with the span."""
    rows = rows.filter(Q(ends=None) | Q(ends__gte=starts))
    return rows if ends is None else rows.filter(starts__lte=ends)


def lock(committee: int) -> None:
    """Hold the committee's row until the transaction ends, so that two keepers cannot overlap each other's dates."""
    Committee.objects.select_for_update().get(pk=committee)


def close(row: Any, ends: dt.date) -> None:
    """Set the last day of something that still holds, and save it inside the open line."""
    order(row.starts, ends)
    if row.ends is not None and row.ends <= ends:
        raise Refusal("people.already_over", field="ends", ends=row.ends)
    row.ends = ends
    row.version += 1
    row.save()
