"""Every item of the checklist with the proofs of all rooms, looked at for a committee on a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from lvzhi.assurance.vocabulary import GROUPS, ITEMS, NO_SETTING, SETTING
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.norms import effective, protection
from lvzhi.norms.protection import Item, Proof, Seen, Verdict


@dataclass(frozen=True, slots=True)
class Line:
    """A proof with its setting as it is, and what it came to."""

    proof: Proof
    seen: Seen
    clause: str
    asked: str
    setting: str
    setting_url: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the checklist."""

    name: str
    lines: list[Line]


def sections(committee: Committee, day: dt.date | None = None) -> list[Section]:
    """The parts, each item with its proofs; an item that nobody proves would be missing, which a test forbids."""
    on = day or clock.today()
    return [
        Section(name, [_line(proof, committee, on) for item in items for proof in protection.proofs(item)])
        for name, items in GROUPS
    ]


def counts(found: Iterable[Section]) -> dict[Verdict, int]:
    """How many lines came to which verdict."""
    known = Counter(line.seen.verdict for one in found for line in one.lines)
    return {verdict: known[verdict] for verdict in Verdict}


def _line(proof: Proof, committee: Committee, day: dt.date) -> Line:
    clause, asked = ITEMS[Item(proof.item)]
    seen = proof.look(committee, day)
    if not proof.norm:
        return Line(proof, seen, clause, asked, NO_SETTING, "")
    held = effective(proof.norm, committee, day)
    words = SETTING.format(name=held.norm.name, value=held.shown)
    return Line(proof, seen, clause, asked, words, reverse("norms:one", args=[committee.uid, proof.norm]))
