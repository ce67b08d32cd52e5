"""A figure is its rows: for every figure, scope, period and value of a dimension."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.accounts.actors import actor_for
from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, exporting, others, periods, registry, uniting
from lvzhi.metrics.compute import Ask
from lvzhi.metrics.declare import Distinct, Each, Figure, Share, Sum
from lvzhi.metrics.look import look
from lvzhi.metrics.periods import Period
from lvzhi.norms.memo import remembering
from lvzhi.reports.tests.small import Small

PERIODS = ("2022", "since-plenary", "2021", "2022-01-12..2022-01-14", "2022-05-01..2022-06-30", "term")
# A period is two days to every query: other scopes are asked of two; on the second database two will do for all.
ALL_SCOPES = PERIODS[:2]
if connection.vendor != "sqlite":
    PERIODS, ALL_SCOPES = PERIODS[:2], PERIODS[:1]


@pytest.fixture
def scopes(small: Small) -> list[Scope]:
    return [small.scope, Scope(small.city), Scope(small.city, below=True), Scope(small.county, organ=small.special)]


class Told:
    """How many rows stand behind each metric of one scope and period: listed once, however many figures use it."""

    def __init__(self, scope: Scope, period: Period, *cuts: compute.CutValue) -> None:
        self.asked = scope, period, *cuts
        self.where = (scope.title, period.text, [(cut.key, value) for cut, value in cuts])
        self.known: dict[int, int] = {}  # by the metric itself: two that bear one key are two

    def counts(self, figure: Figure) -> list[int]:
        """Of each list behind a figure."""
        for one in compute.evidence(figure, *self.asked):
            if id(one.metric) not in self.known:
                self.known[id(one.metric)] = sum(1 for _ in one.lines(None))
        return [self.known[id(metric)] for metric in figure.sources]

    def check(self, result: compute.Result) -> None:
        """The number is what the rows behind it come to, whatever the figure is made of."""
        figure = result.figure
        counted, where = self.counts(figure), (figure.key, *self.where)
        if isinstance(figure, Share):
            assert counted == [result.numerator, result.denominator], where
            assert (result.value is None) == (result.denominator == 0)
        elif isinstance(figure, Sum | Distinct):
            values = [one for one in self.values(figure, figure.field) if one is not None]
            assert result.value == (sum(values) if isinstance(figure, Sum) else len(set(values))), where
        elif isinstance(figure, Each):
            values = self.values(figure, figure.field or figure.per)
            numbers = values if figure.field else Counter(values).values()
            assert (result.high or 0) == max(numbers, default=0), where
        else:
            assert counted == [result.value], where

    def values(self, figure: Figure, field: str) -> list[Any]:
        """What the rows behind a figure hold."""
        return list(compute.evidence(figure, *self.asked)[0].rows.order_by().values_list(field, flat=True))


@pytest.mark.parametrize("text", PERIODS)
def test_value_is_number_of_rows(small: Small, scopes: list[Scope], text: str) -> None:
    period = periods.parse_period(text, small.county)
    for scope in scopes if text in ALL_SCOPES else scopes[:1]:
        with remembering():
            told = Told(scope, period)
            for result in compute.book(registry.figures(), scope, period).values():
                told.check(result)


def test_values_of_dimensions_are_rows_too(small: Small) -> None:
    """Every value with rows, and of those without one a dimension."""
    told: dict[tuple[str, str], Told] = {}
    with remembering():
        for results in by_dimension(small.scope, small.year):
            full = [one for one in results if one.value or one.denominator]
            empty = [one for one in results if not one.value and not one.denominator]
            for result in full + empty[:1]:
                ((cut, value),) = result.cuts
                told.setdefault((cut.key, value), Told(small.scope, small.year, (cut, value))).check(result)


def by_dimension(scope: Scope, period: Period) -> Iterator[list[compute.Result]]:
    """Each figure by each of its dimensions, asked in one go: figures made of one metric share its answer."""
    asks = [
        [Ask(figure, scope, period, ((cut, str(value)),)) for value, _, _ in cut.choices(scope, period)]
        for figure in registry.figures()
        for cut in compute.cuts_of(figure)
    ]
    found = iter(compute.answers([one for group in asks for one in group]))
    return (list(islice(found, len(group))) for group in asks)


def test_a_split_is_the_answer_for_each_value(small: Small) -> None:
    rooms = {figure.key.split(".")[0]: figure for figure in registry.figures() if compute.cuts_of(figure)}
    assert len(rooms) > 8
    for figure in rooms.values():
        for cut in compute.cuts_of(figure):
            split = compute.split(figure, small.scope, small.year, cut)
            assert [value for value, _, _ in split] == [one[0] for one in cut.choices(small.scope, small.year)]
            for value, _, result in split:
                alone = compute.compute(figure, small.scope, small.year, (cut, value))
                assert replace(result, as_of=alone.as_of) == alone


def test_what_is_left_of_a_figure_is_rows_too(small: Small) -> None:
    """By every dimension, each of one figure that has it: without two of its values, and without all of them."""
    by_cut = {id(cut): (figure, cut) for figure in registry.figures() for cut in figure.sources[0].cuts}
    asks = []
    with remembering():
        for figure, cut in by_cut.values():
            values = [value for value, _, _ in cut.choices(small.scope, small.year)]
            asks += [
                Ask(figure.sources[0], small.scope, small.year, ((cut, others.others(away)),))
                for away in (values[:2], values)
            ]
        for result in compute.answers(asks):
            Told(small.scope, small.year, *result.cuts).check(result)


def test_named_parts_and_what_is_left_come_to_the_whole(small: Small) -> None:
    figure = registry.figure("proposals.filed")
    cut = next(one for one in compute.cuts_of(figure) if one.key == "category")
    named = [(cut, value) for value in ("economy", "society")]
    parts = compute.compute(figure, small.scope, small.year, *named)
    left = compute.compute(figure, small.scope, small.year, (cut, others.others(value for _, value in named)))
    whole = compute.compute(figure, small.scope, small.year)
    assert (parts.value, left.value, whole.value) == (6, 4, 10)


def test_what_is_exported_is_as_many_lines_as_the_number(small: Small) -> None:
    """CSV as the page gives it, for every figure that has rows: its head, the columns' names, and a line a row."""
    actor = actor_for(small.auditor)
    seen = look(actor, {"committee": str(small.county.uid), "period": "2022"}, "/")
    told = Told(small.scope, small.year)
    results = compute.book(registry.figures(), small.scope, small.year)
    full = [one for one in results.values() if one.value or one.denominator]
    assert len(full) > 20
    with remembering():
        for result in full:
            counts = told.counts(result.figure)
            for count, side in zip(counts, compute.evidence(result.figure, small.scope, small.year), strict=True):
                lines = exporting.head(seen, result, side, count, "")
                text = b"".join(exporting.as_csv(side, actor, lines)).decode("utf-8-sig")
                assert len(list(csv.reader(io.StringIO(text)))) == len(lines) + 1 + count, result.figure.key


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
    assert len(seen) == 2 + -(-arms // uniting.ARMS)


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
