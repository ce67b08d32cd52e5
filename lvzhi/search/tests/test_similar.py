"""Near texts: a copy lightly rewritten leads to what it was copied from."""

from __future__ import annotations

import datetime as dt
import random
import re
from uuid import UUID

import pytest

from bench.texts import proposal
from lvzhi.deadlines import clock
from lvzhi.search.engines import engine
from lvzhi.search.folding import joined, plain
from lvzhi.search.kinds import Doc
from lvzhi.search.models import FIRST, SearchShelf
from lvzhi.search.rebuilding import Counted
from lvzhi.search.similar import nearest

KIND, HERE, THERE = "proposals.proposal", 1, 2
TEXTS, COPIES = 200, 20
SWAPS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"


def doc(number: int, committee: int) -> Doc:
    text = proposal(number)
    body = "\n".join((text.background, text.analysis))
    head = joined([plain(text.title)])
    return Doc(KIND, UUID(int=number), number, committee, None, dt.date(2026, 3, 2), text.title, body, "", head)


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[。\n])", text) if one.strip()]


def other_signs(chance: random.Random, told: list[str], share: float) -> str:
    signs = [chance.choice(SWAPS) if chance.random() < share else sign for sign in "".join(told)]
    return "关于另一件事的提案\n" + "".join(signs)


def rewritten(chance: random.Random, one: Doc) -> str:
    """Another title, a third of the sentences gone, the rest in another order, a tenth of the signs changed."""
    told = sentences(one.body)
    return other_signs(chance, chance.sample(told, len(told) * 2 // 3), 0.1)


def hidden(chance: random.Random, one: Doc) -> str:
    """A quarter of the sentences, a seventh of their signs changed, among twice as many of another text."""
    told, others = sentences(one.body), sentences(proposal(50_000 + one.record).analysis)
    mixed = chance.sample(told, len(told) // 4) + chance.sample(others, len(told) // 2)
    return other_signs(chance, chance.sample(mixed, len(mixed)), 0.15)


@pytest.mark.django_db
def test_a_copy_leads_to_what_it_was_copied_from() -> None:
    docs = [doc(number, HERE) for number in range(TEXTS)]
    counted = Counted(TEXTS)
    for one in docs:
        counted.take(one)
    engine().fill([*docs, doc(TEXTS, THERE)], FIRST)
    SearchShelf.objects.update_or_create(pk=1, defaults={"common": counted.common(), "filled_at": clock.now()})
    chance = random.Random(20261126)
    copied = chance.sample(docs, COPIES)
    found = {one.record: nearest(KIND, HERE, rewritten(chance, one), 10) for one in copied}
    assert sum(near[:1] == [key] for key, near in found.items()) >= COPIES * 9 // 10
    assert all(TEXTS not in near for near in found.values())
    found = {one.record: nearest(KIND, HERE, hidden(chance, one), 10) for one in copied}
    assert sum(near[:1] == [key] for key, near in found.items()) >= COPIES * 7 // 10
    assert nearest(KIND, HERE, "", 10) == []
