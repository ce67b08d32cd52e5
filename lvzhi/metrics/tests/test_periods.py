"""Periods as the command line writes them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from lvzhi.access import Refusal
from lvzhi.committee import actions
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.metrics import periods

DAYS = some.dates(dt.date(1950, 1, 1), dt.date(2100, 12, 31))
NOWHERE = Committee(name="甲县政协", code="jia")


@given(DAYS, DAYS)
def test_a_span_reads_back_as_itself(one: dt.date, other: dt.date) -> None:
    start, end = sorted((one, other))
    made = periods.between(start, end)
    assert periods.parse_period(made.text, NOWHERE) == made
    assert (made.start, made.end) == (start, end)


@given(DAYS, DAYS)
def test_the_year_before_is_as_long_but_for_leap_days(one: dt.date, other: dt.date) -> None:
    start, end = sorted((one, other))
    before = periods.between(start, end).before()
    assert abs((before.end - before.start).days - (end - start).days) <= 1
    assert before.start.year == start.year - 1


@given(some.text(max_size=30))
def test_anything_else_is_refused_in_one_sentence(text: str) -> None:
    assume(text.strip() not in {"term", "since-plenary"})  # these are read, off a committee of the database
    try:
        made = periods.parse_period(text, NOWHERE)
    except Refusal as refusal:
        said = refusal.sentence
    else:
        said = made.text + text
        assert made.start <= made.end
    assert text.strip() in said


IMPOSSIBLE = ["2022-09-31..2022-12-31", "2022-12-31..2022-01-01", "20222", "0001", "２０２２", "今年", ""]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible_periods(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        periods.parse_period(text, NOWHERE)
    assert "\n" not in refused.value.sentence


def test_a_whole_year_is_called_the_year() -> None:
    assert periods.between(dt.date(2022, 1, 1), dt.date(2022, 12, 31)).text == "2022"
    assert periods.between(dt.date(2022, 1, 1), dt.date(2023, 12, 31)).kind == "range"


def test_since_the_plenary_and_of_the_term(county: Committee, term: object, system: object) -> None:
    with clock.at(dt.date(2023, 6, 1)):
        with pytest.raises(Refusal):
            periods.parse_period("since-plenary", county)
        actions.add_session(
            system, term, number=1, opens=dt.date(2022, 2, 10), closes=dt.date(2022, 2, 13),
            window_from=dt.date(2022, 1, 20), window_until=dt.date(2022, 2, 13),
        )  # fmt: skip
        found = periods.parse_period("since-plenary", county)
        assert (found.start, found.end, found.kind) == (dt.date(2022, 2, 10), dt.date(2023, 6, 1), "plenary")
        assert "十届一次会议" in found.label
        assert periods.parse_period("term", county).start == dt.date(2022, 1, 10)
