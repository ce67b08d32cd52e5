"""Every kind of figure over a table every installation has: the organs of a committee."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import Q, QuerySet
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as some

from lvzhi.access import Refusal
from lvzhi.committee import actions
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, periods, uniting
from lvzhi.metrics.compute import Ask
from lvzhi.metrics.declare import Column, Cut, Distinct, Each, Metric, Share, Sum
from lvzhi.metrics.look import cuts_said, saying

YEAR = periods.year(2022)
CHOICES = [("sector", "界别", ()), ("agency", "机关", ())]
KIND = Cut("kind", "类别", lambda scope, period: CHOICES, lambda value: Q(kind=value))


def _rows(scope: Scope, period: periods.Period) -> QuerySet[Organ]:
    return Organ.objects.filter(committee_id__in=scope.ids(), starts__range=(period.start, period.end))


COLUMNS = (Column("name", "名称"), Column("committee__name", "政协组织"))
ALL = Metric(
    key="sample.organs",
    name="机构",
    unit="个",
    meaning="",
    rows=_rows,
    columns=COLUMNS,
    cuts=(KIND,),
    visible=lambda actor: Q(name__startswith="甲"),
)
SECTORS = Metric(
    key="sample.sectors",
    name="界别",
    unit="个",
    meaning="",
    columns=COLUMNS,
    cuts=(KIND,),
    rows=lambda scope, period: _rows(scope, period).filter(kind="sector"),
)
SHARE = Share(key="sample.share", name="界别占比", meaning="", part=SECTORS, whole=ALL)
CODES = Sum(key="sample.sum", name="编号和", unit="", meaning="", metric=ALL, field="pk")
KINDS = Distinct(key="sample.kinds", name="机构种类", unit="种", meaning="", metric=ALL, field="kind")
EACH = Each(key="sample.each", name="编号", unit="", meaning="", metric=ALL, field="pk")
PER_ORGAN_KIND = Each(key="sample.per", name="每类机构", unit="个", meaning="", metric=ALL, per="kind")
FIGURES = (ALL, SECTORS, SHARE, CODES, KINDS, EACH)


@pytest.fixture
def organs(county: Committee, system: object) -> list[Organ]:
    return [
        actions.add_organ(system, county, kind=kind, name=name, starts=dt.date(2022, 3, day))
        for day, (kind, name) in enumerate(
            [("sector", "甲界"), ("sector", "乙界"), ("agency", "甲室"), ("special_committee", "甲委")], 1
        )
    ]


def test_each_kind_of_figure_is_its_rows(county: Committee, organs: list[Organ]) -> None:
    found = compute.book(FIGURES, Scope(county), YEAR)
    keys = [one.pk for one in organs]
    assert found["sample.organs"].value == 4
    share = found["sample.share"]
    assert (share.value, share.numerator, share.denominator) == (50, 2, 4)
    assert found["sample.sum"].value == sum(keys)
    assert found["sample.kinds"].value == 3
    assert (found["sample.each"].low, found["sample.each"].high) == (min(keys), max(keys))
    for figure in FIGURES:
        for one in compute.evidence(figure, Scope(county), YEAR):
            assert sum(1 for _ in one.lines(None)) == one.rows.count()


def test_nothing_recorded(county: Committee) -> None:
    found = compute.book(FIGURES, Scope(county), YEAR)
    assert found["sample.organs"].value == 0
    assert found["sample.sum"].value == 0
    assert found["sample.share"].value is None
    assert found["sample.each"].value is None
    assert found["sample.share"].as_json()["value"] is None


def test_many_questions_are_one_statement(county: Committee, city: Committee, organs: list[Organ]) -> None:
    asks = [Ask(figure, scope, period) for figure in (ALL, SECTORS, SHARE, KINDS)
            for scope in (Scope(county), Scope(city)) for period in (YEAR, YEAR.before())]  # fmt: skip
    with CaptureQueriesContext(connection) as seen:
        results = compute.answers(asks)
    assert len(seen) == 1
    assert [int(one.value or 0) for one in results[:4]] == [4, 0, 0, 0]


def test_more_questions_than_a_statement_takes(county: Committee, organs: list[Organ]) -> None:
    asks = [Ask(ALL, Scope(county), periods.year(year)) for year in range(1949, 1949 + uniting.ARMS + 100)]
    found = compute.answers(asks)
    assert [one.value for one in found if one.value] == [4]


def test_a_cut_narrows_number_and_rows(county: Committee, organs: list[Organ]) -> None:
    rows = compute.split(ALL, Scope(county), YEAR, KIND)
    found = [(value, label, result.value) for value, label, result in rows]
    assert found == [("sector", "界别", 2), ("agency", "机关", 1)]
    with pytest.raises(Refusal) as refused:
        compute.compute(ALL, Scope(county), YEAR, (Cut("colour", "颜色", KIND.choices, KIND.where), "red"))
    assert "颜色" in refused.value.sentence


def test_values_of_one_dimension_add_up_and_dimensions_narrow(county: Committee, organs: list[Organ]) -> None:
    name = Cut("name", "名称", KIND.choices, lambda value: Q(name__startswith=value))
    both = Metric(key="sample.both", name="机构", unit="个", meaning="", rows=_rows, cuts=(KIND, name))
    scope = Scope(county)
    assert compute.compute(both, scope, YEAR, (KIND, "sector"), (KIND, "agency")).value == 3
    assert compute.compute(both, scope, YEAR, (KIND, "sector"), (KIND, "agency"), (name, "甲")).value == 2
    (one,) = compute.evidence(both, scope, YEAR, (KIND, "sector"), (name, "乙"))
    assert [row.name for row in one.rows] == ["乙界"]


def test_the_number_per_event_knows_events_without_rows(county: Committee, organs: list[Organ]) -> None:
    scope = Scope(county)
    found = compute.compute(PER_ORGAN_KIND, scope, YEAR)
    assert (found.low, found.high) == (1, 2)
    among = Each(key="sample.named", name="是界别的", unit="个", meaning="", metric=SECTORS, per="pk", events=ALL)
    found = compute.compute(among, scope, YEAR)
    assert (found.low, found.high) == (0, 1)  # an event without a row counts as none
    assert compute.compute(among, scope, YEAR, (KIND, "sector")).low == 1
    nothing = compute.compute(PER_ORGAN_KIND, scope, YEAR.before())
    assert nothing.value is None


def test_an_address_says_several_cuts() -> None:
    cuts = [(KIND, "sector"), (Cut("topic", "主题", KIND.choices, KIND.where), "教育；“双减”:落实&检查")]
    assert cuts_said(saying(cuts)) == [(cut.key, value) for cut, value in cuts]
    assert saying(cuts[:1]) == "kind:sector"


def test_rows_without_right_are_hidden_in_their_place(county: Committee, organs: list[Organ]) -> None:
    from lvzhi.committee.tests.someone import Someone

    (one,) = compute.evidence(ALL, Scope(county), YEAR)
    lines = list(one.lines(Someone.everything()))
    assert [row is None for row, _ in lines].count(True) == 1
    assert [row for row, _ in lines if row] == [row for row in one.rows if row.name != "乙界"]
    assert "乙界" not in str(lines)
    assert len(list(one.lines(Someone.everything(), start=1, size=2))) == 2


def test_the_fingerprint_follows_the_definition() -> None:
    other = Metric(key=ALL.key, name=ALL.name, unit=ALL.unit, meaning="别的口径", rows=_rows, columns=COLUMNS)
    assert other.fingerprint != ALL.fingerprint
    assert len({figure.fingerprint for figure in FIGURES}) == len(FIGURES)


@given(some.integers(0, 10**6), some.integers(1, 10**6))
def test_a_rate_is_exact_to_half_a_hundredth(part: int, whole: int) -> None:
    found = compute.rate(part, whole)
    assert found is not None
    assert abs(found - Decimal(part) * 100 / Decimal(whole)) <= Decimal("0.005")
    assert compute.rate(part, 0) is None
