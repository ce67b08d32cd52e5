"""Two people at one proposal at one moment, on a database that locks rows: neither waits for the other for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from lvzhi.journal.models import Entry
from lvzhi.journal.verify import verify
from lvzhi.proposals.models import Assignment, Proposal
from lvzhi.proposals.tests.people import Town
from lvzhi.proposals.workflow import assigning

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time: nothing can meet"),
]
PATIENCE = 20.0  # seconds


@pytest.fixture
def threads() -> Iterator[Callable[..., None]]:
    """Run pieces of work at once, each on a connection of its own; what one of them raises is the test's."""
    problems: list[BaseException] = []

    def together(*works: Callable[[], Any]) -> None:
        def one(work: Callable[[], Any]) -> None:
            try:
                work()
            except BaseException as problem:  # noqa: BLE001  # told to the test's own thread
                problems.append(problem)
            finally:
                connection.close()

        running = [threading.Thread(target=one, args=(work,)) for work in works]
        for thread in running:
            thread.start()
        for thread in running:
            thread.join(PATIENCE)

    yield together
    assert problems == []


def test_a_unit_signs_while_the_clerk_reminds_it(monkeypatch: pytest.MonkeyPatch, threads: Callable[..., None]) -> None:
    town = Town()
    proposal = town.assigned()
    hand, signed, reached = town.lead(proposal), assigning._proposal_of, threading.Event()

    def slowly(taking: Any) -> Proposal:
        """Where the signing, its line written, goes on to the proposal: the clerk comes just now."""
        reached.set()
        time.sleep(0.5)
        return signed(taking)

    monkeypatch.setattr(assigning, "_proposal_of", slowly)

    def remind() -> None:
        reached.wait(PATIENCE)
        town.take(Proposal.objects.get(pk=proposal.pk), "remind", town.ding, words="请及时签收。")

    threads(lambda: town.take(hand, "sign", town.wu), remind)
    assert Assignment.objects.get().state == "signed"
    assert Proposal.objects.get().state == "handling"
    events = list(Entry.objects.filter(subject_uid=proposal.uid).order_by("seq").values_list("event", flat=True))
    assert {"proposals.proposal.remind", "proposals.proposal.handling"} <= set(events)
    assert verify() == []


def test_ten_members_hand_in_at_once_and_get_ten_numbers_without_a_gap(threads: Callable[..., None]) -> None:
    town = Town()
    rows = [town.draft(title=f"关于第{number}条路的提案") for number in range(10)]
    threads(*[lambda row=row: town.take(row, "submit", town.jia) for row in rows])
    year = Proposal.objects.get(pk=rows[0].pk).received_on.year
    assert sorted(Proposal.objects.values_list("serial", flat=True)) == [f"收{year}-{n:04d}" for n in range(1, 11)]
    assert verify() == []
