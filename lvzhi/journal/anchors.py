"""The end of the chain as a printed line: signed on paper, kept by an auditor, typed in years later (R12.2 j, R12.5).

Whoever rules the database, its keys and the witness beside it could write the journal anew from the first line. A line
on paper that somebody else keeps is the one thing such a person cannot rewrite.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.journal.verify import Finding

SHORT = 24  # hexadecimal digits that are typed: 96 bits, which nobody meets by trying
GROUP = 4
_WRITTEN = re.compile(rf"^(\d{{8}})-(\d+)-([0-9a-f]{{{SHORT},64}})$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the chain ended on a day.

    Args:
        seq: number of its last line. hash: that line's digest, or its beginning as it was typed.
    """

    day: date
    seq: int
    hash: str

    @property
    def written(self) -> str:
        """As it is printed and typed: day, number, the beginning of the digest in groups of four."""
        head = self.hash[:SHORT]
        groups = " ".join(head[at : at + GROUP] for at in range(0, len(head), GROUP))
        return f"{self.day:%Y%m%d}-{self.seq}-{groups}".upper()


def end_of(day: date) -> Anchor | None:
    """The last line there is now, named for a day; None before the first line."""
    found = Entry.objects.order_by("-seq").values_list("seq", "hash").first()
    return None if found is None else Anchor(day, *found)


def today() -> Anchor | None:
    """The same for the present day."""
    return end_of(clock.today())


def read(text: str) -> Anchor:
    """What was typed from paper: blanks do not count, nor do capitals.

    Raises:
        Refusal: `journal.anchor_unreadable`.
    """
    found = _WRITTEN.match(re.sub(r"\s+", "", text.translate(_WIDE)).lower())
    if found is None:
        raise Refusal("journal.anchor_unreadable", field="anchor", digits=SHORT)
    try:
        day = date.fromisoformat(found[1])
    except ValueError as problem:
        raise Refusal("journal.anchor_unreadable", field="anchor", digits=SHORT) from problem
    return Anchor(day, int(found[2]), found[3])


_WIDE = str.maketrans("０１２３４５６７８９－—–", "0123456789---")


def leads_through(anchor: Anchor) -> Finding | None:
    """What is wrong with the chain as far as the anchor tells; None where its line stands as it did.

    That the lines before and after it hang together is what `verify` says; both together prove that nothing up to the
    anchor was changed, left out or written later.
    """
    found = Entry.objects.filter(seq=anchor.seq).values_list("hash", flat=True).first()
    if found is None:
        return Finding("anchor_cut", anchor.seq, facts={"day": anchor.day.isoformat()})
    if not found.startswith(anchor.hash):
        return Finding("anchor_differs", anchor.seq, facts={"day": anchor.day.isoformat()})
    return None
