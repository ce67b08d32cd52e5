"""The end of the chain kept for a day, once."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Actor, Refusal
from lvzhi.assurance.models import ChainAnchor
from lvzhi.assurance.queries import last_anchor
from lvzhi.deadlines import clock
from lvzhi.journal import anchors, digests
from lvzhi.journal.lines import line


def make_anchor(actor: Actor, day: dt.date | None = None) -> tuple[ChainAnchor, bool]:
    """The anchor of a day (default: today's): made where there is none yet.

    Returns:
        The anchor, and whether it is new.

    Raises:
        Refusal: the journal has no line yet.
    """
    on = day or clock.as_day(actor.at)
    there = ChainAnchor.objects.filter(day=on).first()
    if there is not None:
        return there, False
    end = anchors.end_of(on)
    if end is None:
        raise Refusal("assurance.no_lines")
    before = last_anchor()
    row = ChainAnchor(
        day=on, seq=end.seq, hash=end.hash, algorithm=digests.current(), made_at=actor.at,
        count=end.seq - (before.seq if before else 0),
    )  # fmt: skip
    with line(actor, "assurance.anchored", seq=end.seq) as entry:
        row.save(force_insert=True)
        entry.subject = row
    return row, True
