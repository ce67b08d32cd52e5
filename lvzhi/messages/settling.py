"""What is over asks nobody any more: rooms above know from their to-do lists whether a step still waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.messages import codes
from lvzhi.messages.models import Message

Over = Callable[[Committee, Sequence[Message]], set[int]]
_over: list[Over] = []
BATCH = 500


def register(over: Over) -> None:
    """Say who knows: given messages of a committee whose codes ask for something, the keys of those that are over."""
    _over[:] = [over]


def settle_over(place: Committee, messages: Sequence[Message]) -> set[int]:
    """Of these messages settle what is over; returns the keys of all that need nobody any more."""
    asked = set(codes.asked())
    open_ones = [one for one in messages if one.done_at is None and one.code in asked]
    found = {pk for over in _over for pk in over(place, open_ones)} if open_ones else set()
    if found:
        Message.objects.filter(pk__in=found, done_at=None).update(done_at=clock.now())
    return found | {one.pk for one in messages if one.done_at is not None}


def settle_all(actor: Actor) -> int:
    """Settle all that is over, everywhere: a duty of the clock; returns how many were."""
    count = 0
    for place in Committee.objects.order_by("path"):
        rows = Message.objects.filter(committee=place, done_at=None, code__in=codes.asked()).order_by("pk")
        last = 0
        while several := list(rows.filter(pk__gt=last)[:BATCH]):
            last = several[-1].pk
            count += len(settle_over(place, several))
    return count
