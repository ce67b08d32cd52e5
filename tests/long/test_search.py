"""Over the demonstration data, every login finds what it may read that has the words, and nothing else."""

from __future__ import annotations

import pytest

from tests.demo_site import Installation

ASKED = """
import random, re
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.demo.logins import WAYS
from lvzhi.search import kinds
from lvzhi.search.asking import read
from lvzhi.search.engines import engine
from lvzhi.search.finding import Narrowed, readable
from lvzhi.search.kinds import whole
from lvzhi.search.models import SearchText
from lvzhi.search.rebuilding import rebuild
from lvzhi.search.models import SearchShelf
rebuild(force=True)
live = SearchShelf.objects.get().live
texts = {
    (one.kind, one.record, one.part): (whole(one.head, one.body), one.head)
    for one in SearchText.objects.filter(shelf=live)
}
chance = random.Random(20261126)
plains = [plain for plain, _ in texts.values()]
def cut():
    run = chance.choice(re.findall(r"[\\u4e00-\\u9fffa-z0-9]+", chance.choice(plains)))
    length = min(len(run), chance.choice((1, 2, 2, 3, 4, 6)))
    start = chance.randrange(len(run) - length + 1)
    return run[start : start + length]
count = 0
for login, *_ in WAYS:
    actor = actor_for(Account.objects.get(username=login))
    may = {
        (kind, key) for kind, one in kinds.registered().items()
        for key in one.live().filter(one.readable(actor)).values_list("pk", flat=True)
    }
    within = readable(actor, Narrowed())
    for _ in range(700):
        asked = read(" ".join(cut() for _ in range(chance.choice((1, 1, 2)))))
        rows = SearchText.objects.filter(engine().matching(asked, live), within)
        found = set(rows.values_list("kind", "record", "part"))
        assert {key[:2] for key in found} <= may, (login, asked)
        held = {key for key, (plain, head) in texts.items() if key[:2] in may and asked.held(plain, head)}
        assert found == held, (login, asked, found ^ held)
        count += 1
print(count)
"""


@pytest.mark.long
def test_each_login_finds_what_it_may_read_and_nothing_else(demo: Installation) -> None:
    assert int(demo.python(ASKED)) > 10_000
