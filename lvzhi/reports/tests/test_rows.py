"""A figure is its rows: for every figure, scope, period and value of a dimension."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, periods, registry
from lvzhi.metrics.compute import Ask
from lvzhi.metrics.declare import Share
from lvzhi.metrics.periods import Period
from lvzhi.norms.memo import remembering
from lvzhi.reports.tests.small import Small

PERIODS = ("2022", "2021", "2022-01-12..2022-01-14", "2022-05-01..2022-06-30", "since-plenary", "term")


@pytest.fixture
def scopes(small: Small) -> list[Scope]:
    return [small.scope, Scope(small.city), Scope(small.city, below=True), Scope(small.county, organ=small.special)]


def lines(figure: registry.Figure, scope: Scope, period: Period, *cuts: compute.CutValue) -> list[int]:
    return [sum(1 for _ in one.lines(None)) for one in compute.evidence(figure, scope, period, *cuts)]


@pytest.mark.parametrize("text", PERIODS)
def test_value_is_number_of_rows(small: Small, scopes: list[Scope], text: str) -> None:
    period = periods.parse_period(text, small.county)
    for scope in scopes:
        for key, result in compute.book(registry.figures(), scope, period).items():
            figure = registry.figure(key)
            counted = lines(figure, scope, period)
            if isinstance(figure, Share):
                assert counted == [result.numerator, result.denominator], (key, text)
                assert (result.value is None) == (result.denominator == 0)
            else:
                assert counted == [result.value], (key, text)


def test_values_of_dimensions_are_rows_too(small: Small) -> None:
    for figure in registry.figures():
        for cut in compute.cuts_of(figure):
            for value, _, result in compute.split(figure, small.scope, small.year, cut):
                counted = lines(figure, small.scope, small.year, (cut, str(value)))
                expected = [result.numerator, result.denominator] if isinstance(figure, Share) else [result.value]
                assert counted == expected, (figure.key, cut.key, value)


def test_all_counts_are_one_statement(small: Small) -> None:
    asks = [Ask(one, small.scope, period) for one in registry.figures() for period in (small.year, periods.year(2021))]
    compute.answers(asks[:1])
    with CaptureQueriesContext(connection) as seen:
        compute.answers(asks)
    assert len(seen) == 1


def test_evidence_costs_the_same_for_any_number_of_rows(small: Small) -> None:
    figure = registry.figure("proposals.received")

    def cost(period: Period) -> int:
        with CaptureQueriesContext(connection) as seen, remembering():
            list(compute.evidence(figure, small.scope, period)[0].lines(None))
        return len(seen)

    cost(small.year)
    assert cost(small.year) == cost(periods.between(dt.date(2022, 1, 10), dt.date(2022, 1, 11)))


def test_known_numbers(small: Small) -> None:
    found = compute.book(registry.figures(), small.scope, small.year)
    expected = {
        "proposals.received": 12, "proposals.filed": 10, "proposals.not_filed": 2, "proposals.converted_advice": 1,
        "proposals.key": 3, "proposals.led_by_top_leaders": 2, "people.members": 4, "people.party_members": 1,
        "people.special_committees": 2,
    }  # fmt: skip
    assert {key: found[key].value for key in expected} == expected
    assert (found["proposals.filing_rate"].numerator, found["proposals.filing_rate"].denominator) == (10, 12)


def test_void_and_restore_move_the_figure(small: Small) -> None:
    figure = registry.figure("proposals.received")
    small.void(small.proposals[3])
    assert compute.compute(figure, small.scope, small.year).value == 11
    small.restore(small.proposals[3])
    assert compute.compute(figure, small.scope, small.year).value == 12
