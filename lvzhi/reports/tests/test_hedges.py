"""Hedges at their boundaries (R13.16)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lvzhi.reports.checking.hedges import Measures, almost, holds, over_words, unit_of

M = Measures()
NUMBERS = some.integers(1, 10**9)


@pytest.mark.parametrize(
    ("kind", "claimed", "true", "untrue"),
    [
        ("over", 100, (101, 199), (100, 200, 99)),
        ("over", 150, (151, 159), (150, 160)),
        ("over", 200_000, (200_001, 299_999), (200_000, 300_000)),
        ("near", 200, (180, 199), (179, 200, 201)),
        ("about", 100, (95, 100, 105), (94, 106)),
        ("beyond", 200, (201, 900), (200, 199)),
        ("least", 200, (200, 201), (199,)),
        ("exact", 164, (164,), (163, 165)),
    ],
)
def test_boundaries(kind: str, claimed: int, true: tuple[int, ...], untrue: tuple[int, ...]) -> None:
    for recorded in true:
        assert holds(kind, Decimal(recorded), Decimal(claimed), M), (kind, recorded)
    for recorded in untrue:
        assert not holds(kind, Decimal(recorded), Decimal(claimed), M), (kind, recorded)


@given(NUMBERS, NUMBERS)
def test_over_is_true_exactly_inside_one_unit(claimed: int, recorded: int) -> None:
    digits = str(claimed)
    unit = 10 ** (len(digits) - len(digits.rstrip("0")))
    assert holds("over", Decimal(recorded), Decimal(claimed), M) == (claimed < recorded < claimed + unit)
    assert unit_of(Decimal(claimed)) == unit


@given(NUMBERS)
def test_what_the_report_prints_with_over_is_true(value: int) -> None:
    written, more = over_words(value)
    assert holds("over" if more else "exact", Decimal(value), Decimal(written), M)


@given(NUMBERS, NUMBERS, some.sampled_from(["over", "near", "about", "beyond", "least"]))
def test_an_exact_number_is_never_called_a_hedge(claimed: int, recorded: int, kind: str) -> None:
    assert not almost("exact", Decimal(recorded), Decimal(claimed), M)
    if almost(kind, Decimal(recorded), Decimal(claimed), M):
        assert abs(recorded - claimed) * 10 <= claimed


@pytest.mark.parametrize(
    ("recorded", "claimed", "grain", "true"),
    [
        ("98.876", "98.9", "0.1", True),
        ("98.876", "98.88", "0.01", True),
        ("98.876", "98.87", "0.01", False),
        ("1126834", "1126800", "100", True),
        ("1126850", "1126800", "100", False),
        ("164", "166", "1", False),
    ],
)
def test_rounded_to_what_is_shown(recorded: str, claimed: str, grain: str, true: bool) -> None:
    assert holds("exact", Decimal(recorded), Decimal(claimed), M, Decimal(grain)) is true
