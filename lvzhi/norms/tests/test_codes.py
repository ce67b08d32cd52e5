"""Code tables by committee and date; the calendar's corrections."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.tests.someone import Someone
from lvzhi.norms import actions, codes, memo
from lvzhi.norms.calendars import calendar_of
from lvzhi.norms.declare import BadNorm

day = dt.date
SET = "sample.class"


def names(committee: Committee, on: dt.date) -> list[str]:
    return [one.name for one in codes.codes(SET, committee, on)]


def test_entries_are_renamed_added_and_closed_by_date(
    classes: codes.CodeSet, system: Someone, province: Committee, county: Committee
) -> None:
    actions.set_code(system, province, SET, "b", "列入计划", starts=day(2022, 1, 1), ground="办法")
    actions.set_code(
        system, county, SET, "d", "另行说明", starts=day(2023, 1, 1), ends=day(2023, 12, 31), ground="办法"
    )
    assert names(county, day(2021, 1, 1)) == ["已解决", "正在解决", "留作参考"]
    assert names(county, day(2022, 1, 1)) == ["已解决", "列入计划", "留作参考"]
    assert names(county, day(2023, 6, 1)) == ["已解决", "列入计划", "留作参考", "另行说明"]
    assert names(province, day(2023, 6, 1)) == ["已解决", "列入计划", "留作参考"]
    assert names(county, day(2024, 1, 1)) == ["已解决", "列入计划", "留作参考"]
    assert codes.code(SET, county, "b", day(2022, 5, 1)).extra == {"scale": "running"}, "a new name keeps its scale"


def test_an_inherited_entry_is_closed_for_one_committee_alone(
    classes: codes.CodeSet, system: Someone, province: Committee, county: Committee
) -> None:
    actions.close_code(system, county, SET, "c", ends=day(2022, 6, 30), ground="办法")
    assert "留作参考" in names(county, day(2022, 6, 30))
    assert "留作参考" not in names(county, day(2022, 7, 1))
    assert "留作参考" in names(province, day(2022, 7, 1))
    with pytest.raises(Refusal, match="“c”不在2022年7月1日有效的“结果类别”之中"):
        codes.code(SET, county, "c", day(2022, 7, 1))
    assert codes.name_of(SET, county, "c", day(2024, 1, 1)) == "留作参考", "old records still read well"
    assert codes.name_of(SET, county, "zz") == "zz"
    with pytest.raises(Refusal, match="已于2022年6月30日停用"):
        actions.close_code(system, county, SET, "c", ends=day(2023, 1, 1), ground="办法")


@pytest.mark.parametrize(
    ("code", "name", "more", "sentence"),
    [
        ("", "名称", {}, "代码和名称都不能为空"),
        ("大写", "名称", {}, "代码“大写”不合要求"),
        ("x", "已解决", {}, "已有名为“已解决”的条目"),
        ("x", "新", {"ends": day(2021, 1, 1)}, "早于启用日期"),
        ("x", "新", {"extra": {"colour": "red"}}, "没有名为“colour”的附加项"),
        ("x", "新", {"ground": ""}, "请填写依据"),
    ],
)
def test_entries_that_do_not_fit_are_refused(
    classes: codes.CodeSet,
    system: Someone,
    county: Committee,
    code: str,
    name: str,
    more: dict[str, object],
    sentence: str,
) -> None:
    values = {"starts": day(2022, 1, 1), "ground": "办法", **more}
    with pytest.raises(Refusal, match=sentence):
        actions.set_code(system, county, SET, code, name, **values)


def test_only_editors_alter_a_table(classes: codes.CodeSet, county: Committee, city: Committee) -> None:
    values = {"starts": day(2022, 1, 1), "ground": "办法"}
    actions.set_code(Someone.holding("clerk", county), county, SET, "x", "新", **values)
    with pytest.raises(NotAllowed, match="系统管理员、提案经办"):
        actions.set_code(Someone.holding("clerk", city), county, SET, "y", "新二", **values)


def test_a_table_costs_one_query(classes: codes.CodeSet, county: Committee) -> None:
    with memo.remembering(), CaptureQueriesContext(connection) as seen:
        for _ in range(20):
            codes.choices(SET, county)
            codes.name_of(SET, county, "a")
    assert len(seen) == 1


def test_a_declaration_must_fit_itself() -> None:
    with pytest.raises(BadNorm):
        codes.declare("t.twice", "重", [("a", "甲"), ("a", "乙")])
    with pytest.raises(BadNorm):
        codes.declare("t.extra", "多", [codes.row("a", "甲", colour="red")])


def test_corrections_of_the_calendar_are_inherited_and_overridden(
    system: Someone, province: Committee, county: Committee
) -> None:
    monday = day(2024, 3, 4)
    assert calendar_of(county).is_working(monday)
    actions.set_days(system, province, monday, day(2024, 3, 6), works=False, ground="地方节日")
    assert not calendar_of(county).is_working(monday)
    actions.set_days(system, county, monday, None, works=True, ground="值班")
    assert calendar_of(county).is_working(monday)
    assert not calendar_of(county).is_working(day(2024, 3, 5))
    actions.clear_day(system, county, monday)
    assert not calendar_of(county.pk).is_working(monday)
    with pytest.raises(Missing, match="没有本级的日历更正"):
        actions.clear_day(system, county, monday)


def test_a_year_entered_completely_is_certain(system: Someone, county: Committee) -> None:
    assert not calendar_of(county).certain(day(2090, 5, 4))
    actions.set_value(system, county, "norms.calendar_complete", ["2090"], starts=day(2022, 1, 1), ground="放假通知")
    assert calendar_of(county).certain(day(2090, 5, 4))


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [(day(2024, 3, 4), day(2024, 3, 1), "早于开始日期"), (day(2024, 3, 4), day(2025, 3, 4), "一次最多设置31天")],
)
def test_ranges_of_days_that_cannot_be_meant(
    system: Someone, county: Committee, first: dt.date, last: dt.date, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        actions.set_days(system, county, first, last, works=False, ground="通知")
