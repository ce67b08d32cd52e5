"""Counts equal what was cast, in whatever order and at whatever time."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lvzhi.ballots import queries, sealing
from lvzhi.ballots.models import Ballot, Slip
from lvzhi.ballots.tests.booth import TODAY, VOTERS, Booth
from lvzhi.deadlines import clock

ITEMS, ASPECTS = ("区住建局", "区交通局"), ("作风", "服务", "效率")
CELLS = len(ITEMS) * len(ASPECTS)
slips = st.lists(st.tuples(*[st.integers(0, 3)] * CELLS), min_size=VOTERS, max_size=VOTERS)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marks=slips, order=st.permutations(range(VOTERS)), hours=st.lists(st.integers(0, 9), min_size=VOTERS))
def test_counts_are_what_was_cast(
    booth: Booth, marks: list[tuple[int, ...]], order: list[int], hours: list[int]
) -> None:
    with transaction.atomic():
        ballot = booth.opened(items=ITEMS, questions=ASPECTS)
        for number, hour in zip(order, hours, strict=False):
            with clock.at(clock.as_moment(TODAY) + dt.timedelta(hours=hour)):
                booth.cast(ballot, number, *marks[number])
        done = booth.count(ballot, VOTERS)
        for at, row in enumerate(queries.result(done, queries.lines(done))):
            cast = Counter(slip[at] for slip in marks)
            assert [count for _, count in row.votes] == [cast[grade] for grade in (1, 2, 3)]
            assert (row.blank, row.valid) == (cast[0], VOTERS)
            assert row.favourable == cast[1]
        transaction.set_rollback(True)


@settings(max_examples=40, deadline=None)
@given(content=st.binary(min_size=1, max_size=40), tellers=st.integers(2, 4), data=st.data())
def test_any_two_codes_open_a_slip_and_nothing_less(content: bytes, tellers: int, data: st.DataObject) -> None:
    codes = [sealing.new_code() for _ in range(tellers)]
    private = [sealing.code_key(code, "ballot") for code in codes]
    public = [sealing.public_of(key) for key in private]
    urn = sealing.code_key(sealing.new_code(), "urn")
    sealed = sealing.seal_slip(content, public, sealing.public_of(urn))
    assert len(sealed) == sealing.slip_size(len(content), tellers)
    two = data.draw(st.lists(st.integers(0, tellers - 1), min_size=2, max_size=2, unique=True))
    assert sealing.open_slip(sealed, public, {place: private[place] for place in two}, urn) == content
    for keys, key in (
        ({two[0]: private[two[0]], two[1]: private[two[0]]}, urn),
        ({place: private[place] for place in two}, private[0]),
        ({place: sealing.code_key(sealing.new_code(), "ballot") for place in two}, urn),
    ):
        try:
            sealing.open_slip(sealed, public, keys, key)
        except sealing.Unopenable:
            continue
        raise AssertionError("opened without the keys")


def test_a_code_is_read_however_it_is_typed() -> None:
    code = sealing.new_code()
    assert sealing.code_key(code, "b") == sealing.code_key(f" {code.lower().replace('-', ' ')} ", "b")
    assert sealing.code_key(code, "b") != sealing.code_key(code, "c")


def test_a_result_changes_with_nothing_but_its_slips(booth: Booth) -> None:
    ballot = booth.opened()
    for number in range(VOTERS):
        booth.cast(ballot, number, 1 + number % 3, 1)
    done = booth.count(ballot, VOTERS)
    rows = queries.result(done, queries.lines(done))
    found = [(row.question.text, [count for _, count in row.votes]) for row in rows]
    assert found == [("工作作风", [3, 3, 2]), ("服务质量", [8, 0, 0])]
    assert Slip.objects.filter(ballot=done).count() == Ballot.objects.get(pk=done.pk).valid
