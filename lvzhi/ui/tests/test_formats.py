"""Numbers, dates and sizes as a reader sees them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvzhi.ui import formats


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (12164, "12,164"),
        (1234.5, "1,234.5"),
        (Decimal("10.00"), "10"),
        (100, "100"),
        (None, "—"),
        ("", "—"),
        ("近百", "近百"),
        (-3000, "-3,000"),
    ],
)
def test_numbers_have_separators_and_no_empty_decimals(value: object, shown: str) -> None:
    assert formats.number(value) == shown


@pytest.mark.parametrize(
    ("ratio", "shown"),
    [(1, "100%"), (0.9888, "98.9%"), (0, "0%"), (Decimal(1999) / 2000, "99.9%"), (0.99999, "99.9%"), (None, "—")],
)
def test_a_share_short_of_the_whole_never_reads_100_per_cent(ratio: object, shown: str) -> None:
    assert formats.share(ratio) == shown


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_100_per_cent_means_all(whole: int, part: int) -> None:
    part = min(part, whole)
    assert (formats.share(Decimal(part) / whole) == "100%") == (part == whole)


def test_dates_read_as_in_an_official_paper_on_the_local_clock() -> None:
    late = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)
    assert formats.day(date(2026, 11, 22)) == "2026年11月22日"
    assert formats.moment(late) == "2026年11月22日 01:30"
    assert formats.day(late) == "2026年11月22日"
    assert formats.weekday(date(2026, 11, 22)) == "周日"
    assert formats.day(None) == "—"


@pytest.mark.parametrize(
    ("value", "shown"), [("13812345678", "138****5678"), ("1234567", "*******"), ("", "—"), (None, "—")]
)
def test_masking_never_shows_a_short_number(value: str | None, shown: str) -> None:
    assert formats.masked(value) == shown


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 字节"), (1023, "1,023 字节"), (45210, "44.2 KB"), (5 * 1024**2, "5 MB"), (3 * 1024**4, "3,072 GB")],
)
def test_sizes(size: int, shown: str) -> None:
    assert formats.size(size) == shown
