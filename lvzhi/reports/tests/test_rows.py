"""A figure is its rows: for every figure, scope, period and value of a dimension."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, periods, registry
from lvzhi.metrics.compute import Ask
from lvzhi.metrics.declare import Distinct, Each, Share, Sum
from lvzhi.metrics.periods import Period
from lvzhi.norms.memo import remembering
from lvzhi.reports.tests.small import Small

PERIODS = ("2022", "2021", "2022-01-12..2022-01-14", "2022-05-01..2022-06-30", "since-plenary", "term")


@pytest.fixture
def scopes(small: Small) -> list[Scope]:
    return [small.scope, Scope(small.city), Scope(small.city, below=True), Scope(small.county, organ=small.special)]


def check(result: compute.Result, scope: Scope, period: Period, *cuts: compute.CutValue) -> None:
    """The number is what the rows behind it come to, whatever the figure is made of."""
    figure = result.figure
    found = compute.evidence(figure, scope, period, *cuts)
    counted = [sum(1 for _ in one.lines(None)) for one in found]
    where = (figure.key, period.text, [(cut.key, value) for cut, value in cuts])
    if isinstance(figure, Share):
        assert counted == [result.numerator, result.denominator], where
        assert (result.value is None) == (result.denominator == 0)
    elif isinstance(figure, Sum | Distinct):
        values = [one for one in found[0].rows.order_by().values_list(figure.field, flat=True) if one is not None]
        assert result.value == (sum(values) if isinstance(figure, Sum) else len(set(values))), where
    elif isinstance(figure, Each):
        values = list(found[0].rows.order_by().values_list(figure.field or figure.per, flat=True))
        numbers = values if figure.field else Counter(values).values()
        assert (result.high or 0) == max(numbers, default=0), where
    else:
        assert counted == [result.value], where


@pytest.mark.parametrize("text", PERIODS)
def test_value_is_number_of_rows(small: Small, scopes: list[Scope], text: str) -> None:
    period = periods.parse_period(text, small.county)
    for scope in scopes:
        for result in compute.book(registry.figures(), scope, period).values():
            check(result, scope, period)


def test_values_of_dimensions_are_rows_too(small: Small) -> None:
    """Every value with rows, and of those without one a dimension."""
    for figure in registry.figures():
        for cut in compute.cuts_of(figure):
            split = compute.split(figure, small.scope, small.year, cut)
            empty = [row for row in split if not row[2].value and not row[2].denominator]
            for value, _, result in [row for row in split if row not in empty] + empty[:1]:
                check(result, small.scope, small.year, (cut, str(value)))


RECKONED = {
    "party.behind",
    "party.doers",
    "party.not_doers",
    "party.points_visited",
    "party.points_behind",
    "opinions.adopted",
    *(one.key for one in registry.figures("contacts")),
}  # held against norms read first


def test_all_figures_are_a_few_statements(small: Small) -> None:
    """One for as many counts as a database takes at once, one for sums, one for the smallest and largest per event."""
    years = (small.year, periods.year(2021))
    figures = [one for one in registry.figures() if not RECKONED & {source.key for source in one.sources}]
    asks = [Ask(one, small.scope, period) for one in figures for period in years]
    assert {one.key for one in registry.figures()} >= RECKONED
    compute.answers(asks[:1])
    with CaptureQueriesContext(connection) as seen:
        compute.answers(asks)
    counted = {(name, *ask.place()): metric for ask in asks for name, metric, _ in ask.counted()}
    arms = len(counted) + sum(metric.waits is not None for metric in counted.values())
    assert len(seen) == 2 + -(-arms // compute.ARMS)


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
