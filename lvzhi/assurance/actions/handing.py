"""That a file was handed over: its digest stays, and the journal says to whom and what for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from lvzhi.access import Actor
from lvzhi.assurance.models import HandOver
from lvzhi.assurance.rules import HAND_OVER
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line


@dataclass(frozen=True, slots=True)
class Made:
    """What the file came to.

    Args:
        digest: of its manifest. seal: the keyed digest over that. size: bytes.
    """

    digest: str
    seal: str
    size: int
    lines: int
    records: int


def note_hand_over(
    actor: Actor, committee: Committee, number: int, *, starts: dt.date, ends: dt.date, purpose: str, personal: bool,
    made: Made,
) -> HandOver:  # fmt: skip
    """Keep that the file was made.

    Raises:
        NotAllowed: no auditor of the committee.
    """
    HAND_OVER.check(actor, committee)
    row = HandOver(
        committee=committee, number=number, starts=starts, ends=ends, purpose=purpose, personal=personal,
        digest=made.digest, seal=made.seal, size=made.size, lines=made.lines, records=made.records, who=actor.name,
    )  # fmt: skip
    span = {"starts": starts.isoformat(), "ends": ends.isoformat()}
    facts: dict[str, Any] = {**span, "purpose": purpose, "digest": made.digest}
    with line(
        actor, "assurance.handed_over", committee=committee, lines=made.lines, records=made.records, **facts
    ) as entry:
        row.save(force_insert=True)
        entry.subject = row
    return row
