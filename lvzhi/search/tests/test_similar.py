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


def rewritten(chance: random.Random, body: str) -> str:
    """Another title, a third of the sentences gone, the rest in another order, a tenth of the signs changed."""
    sentences = [one for one in re.split(r"(?<=[。\n])", body) if one.strip()]
    kept = chance.sample(sentences, len(sentences) * 2 // 3)
    signs = [chance.choice(SWAPS) if chance.random() < 0.1 else sign for sign in "".join(kept)]
    return "关于另一件事的提案\n" + "".join(signs)


@pytest.mark.django_db
def test_a_rewritten_copy_leads_to_what_it_was_copied_from() -> None:
    docs = [doc(number, HERE) for number in range(TEXTS)]
    counted = Counted(TEXTS)
    for one in docs:
        counted.take(one)
    engine().fill([*docs, doc(TEXTS, THERE)], FIRST)
    SearchShelf.objects.update_or_create(pk=1, defaults={"common": counted.common(), "filled_at": clock.now()})
    chance = random.Random(20261126)
    found = {one.record: nearest(KIND, HERE, rewritten(chance, one.body), 10) for one in chance.sample(docs, COPIES)}
    first = sum(near[:1] == [key] for key, near in found.items())
    assert first >= COPIES * 9 // 10
    assert all(TEXTS not in near for near in found.values())
    assert nearest(KIND, HERE, "", 10) == []
