"""Values of years that are over are kept and true: whatever is written, the next answer is what counting anew gives."""

from __future__ import annotations

import json
import random

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Installation

KINDS = 4  # kinds of record written to in one run; others each time


def test_kept_values_are_what_counting_anew_gives(demo_copy: Installation) -> None:
    seed = random.randrange(10**6)
    found = json.loads(demo_copy.python(f"from tests.acceptance.writing_everywhere import run; run({seed}, {KINDS})"))
    assert found["wrong"] == [], seed
    assert len(found["written"]) == KINDS
    assert found["statements"] <= 8  # of nearly a thousand values kept, instead of a hundred


def test_another_process_knows_at_once(demo_copy: Installation) -> None:
    def received() -> int:
        (one,) = demo_copy.json("figures", WUDANG.name, "2022", "--json", "--key", "proposals.received")["figures"]
        return int(one["value"])

    def kept() -> str:
        return demo_copy.python(
            "from lvzhi.metrics.models import KeptValue as K;"
            "print(list(K.objects.filter(figure='proposals.received').values_list('numbers', 'seq')))"
        ).strip()

    first = received()
    held = kept()
    assert received() == first
    assert kept() == held
    demo_copy.python(
        "from lvzhi.accounts.actors import system_actor;from lvzhi.journal.lines import line;"
        "from lvzhi.deadlines import clock;from lvzhi.proposals.models import Proposal;"
        f"own = Proposal.objects.filter(committee__name={WUDANG.name!r});"
        "row = own.filter(received_on__year=2022, voided_at=None).first();"
        "row.voided_at = clock.now();row.void_ground = 'x';"
        "entry = line(system_actor('test'), 'journal.resealed', ground='x', kind='x', count=1);"
        "entry.__enter__();row.save();entry.__exit__(None, None, None)"
    )
    assert received() == first - 1
    assert kept() != held
