"""Units, their dates, and how one passes into another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.tests.someone import Someone
from lvzhi.deadlines import clock
from lvzhi.directory import actions, queries, successions
from lvzhi.directory.models import Succession, Unit
from lvzhi.directory.successions import Passing
from lvzhi.journal.queries import history

day = dt.date
ON = day(2023, 7, 1)


@pytest.fixture
def moved() -> Iterator[list[Passing]]:
    seen: list[Passing] = []

    def handler(passing: Passing) -> int:
        seen.append(passing)
        return 3

    successions.register(handler)
    yield seen
    successions.unregister(handler)


def test_a_unit_stands_between_its_dates(clerk: Someone, county: Committee, units: dict[str, Unit]) -> None:
    old = actions.add(clerk, county, name="老局", starts=day(2010, 1, 1), ends=day(2019, 12, 31))
    firm = actions.add(clerk, county, name="某公司", starts=day(2020, 1, 1), kind="enterprise")
    assert list(queries.units_on(county, day(2019, 12, 31))) == [old]
    assert firm not in queries.units_on(county, day(2022, 1, 1), "handling")
    assert queries.find(county, " 教育局 ", day(2022, 1, 1)) == units["教育局"]
    with pytest.raises(Missing, match="没有名为“老局”且在2022年1月1日在册的单位"):
        queries.find(county, "老局", day(2022, 1, 1))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": " "}, "“单位名称”不能为空"),
        ({"name": "长" * 121}, "超过120个字"),
        ({"kind": "x"}, "类别“x”无法识别，请填写承办单位、企业"),
        ({"system": "x"}, "系统“x”无法识别，请填写党群系统"),
        ({"ends": day(2019, 1, 1)}, "早于启用日期"),
        ({"name": "教育局"}, "“教育局”在这段时间内已经在册"),
    ],
)
def test_units_that_do_not_fit_are_refused(
    clerk: Someone, county: Committee, units: dict[str, Unit], values: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        actions.add(clerk, county, **{"name": "新局", "starts": day(2020, 1, 1), **values})
    assert Unit.objects.count() == 3


def test_only_keepers_of_the_directory_write(county: Committee, city: Committee) -> None:
    for stranger in (Someone(), Someone.holding("member", county), Someone.holding("clerk", city)):
        with pytest.raises(NotAllowed):
            actions.add(stranger, county, name="新局", starts=day(2020, 1, 1))


def test_how_to_reach_a_unit_stays_out_of_the_open_journal(clerk: Someone, county: Committee) -> None:
    unit = actions.add(clerk, county, name="新局", starts=day(2020, 1, 1), contact="张三 13900000000")
    entry = history("directory.unit", unit.uid)[0]
    assert entry.sentence == "登记单位“新局”"
    assert "13900000000" not in str(entry.changes)


def test_two_units_merge_and_their_open_items_follow(
    clerk: Someone, county: Committee, units: dict[str, Unit], moved: list[Passing]
) -> None:
    sources = [units["教育局"], units["科技局"]]
    rows = actions.succeed(clerk, sources, ["教育科技局"], on=ON, how="merged", ground="机构改革方案")
    heir = rows[0].unit_to
    assert (heir.name, heir.starts, heir.system) == ("教育科技局", ON, "government")
    assert [(passing.unit.name, passing.main) for passing in moved] == [("教育局", heir), ("科技局", heir)]
    for source in sources:
        source.refresh_from_db()
        assert source.ends == day(2023, 6, 30)
        assert queries.current(source, day(2023, 6, 30)) == source
        assert queries.current(source, ON) == heir
    entry = history("directory.unit", sources[0].uid)[0]
    assert entry.sentence == "办理单位合并：教育局、科技局由教育科技局承接，自2023-07-01起"


def test_a_unit_merges_into_one_that_stands(clerk: Someone, units: dict[str, Unit]) -> None:
    rows = actions.succeed(clerk, [units["科技局"]], ["教育局"], on=ON, how="merged")
    assert rows[0].unit_to == units["教育局"]
    assert Unit.objects.count() == 3


def test_what_became_of_a_unit_is_followed_over_several_steps(clerk: Someone, units: dict[str, Unit]) -> None:
    unit = units["文体局"]
    renamed = actions.succeed(clerk, [unit], ["文旅局"], on=ON, how="renamed")[0].unit_to
    parts = actions.succeed(clerk, [renamed], ["文化局", "旅游局"], on=day(2024, 7, 1), how="split")
    unit = queries.by_uid(unit.uid)
    assert queries.current(unit, day(2023, 12, 1)) == renamed
    assert queries.current(unit, day(2024, 7, 1)).name == "文化局", "the first named is the main heir"
    assert [row.unit_to.name for row in queries.heirs(renamed)] == ["文化局", "旅游局"]
    assert [row.main for row in parts] == [True, False]
    assert queries.descends(parts[1].unit_to, unit)
    others = [queries.by_uid(each.uid) for each in units.values()]
    with CaptureQueriesContext(connection) as seen:
        found = queries.current_of(others, day(2024, 7, 1))
    assert len(seen) == 1
    assert found[unit.pk].name == "文化局"


@pytest.mark.parametrize(
    ("sources", "heirs", "how", "on", "sentence"),
    [
        ([], ["新"], "merged", ON, "请选择被合并"),
        (["教育局"], [], "merged", ON, "请选择或填写承接单位"),
        (["教育局"], ["甲", "乙"], "merged", ON, "只能有一个承接单位，现填写了2个"),
        (["教育局", "科技局"], ["甲", "乙"], "split", ON, "拆分只能有一个原单位"),
        (["教育局"], ["甲"], "split", ON, "拆分须有两个以上"),
        (["教育局", "科技局"], ["甲"], "renamed", ON, "更名须是一个原单位对应一个新单位"),
        (["教育局"], ["科技局"], "renamed", ON, "“科技局”在这段时间内已经在册"),
        (["教育局"], ["甲", "甲"], "split", ON, "承接单位“甲”重复填写"),
        (["教育局"], ["甲"], "renamed", day(2019, 1, 1), "自2020年1月1日起才在册"),
        (["教育局"], ["甲"], "renamed", day(2020, 1, 1), "自2020年1月1日起才在册"),
        (["教育局"], ["甲"], "renamed", day(2999, 1, 1), "还没有到"),
    ],
)
def test_successions_that_cannot_be_are_refused_and_nothing_is_written(
    clerk: Someone,
    units: dict[str, Unit],
    moved: list[Passing],
    sources: list[str],
    heirs: list[str],
    how: str,
    on: dt.date,
    sentence: str,
) -> None:
    with pytest.raises(Refusal, match=sentence):
        actions.succeed(clerk, [units[name] for name in sources], heirs, on=on, how=how)
    assert not moved
    assert not Succession.objects.exists()
    assert Unit.objects.filter(ends=None).count() == 3
    assert Unit.objects.count() == 3


def test_a_unit_passes_once_and_never_in_a_circle(
    clerk: Someone, system: Someone, county: Committee, city: Committee, units: dict[str, Unit]
) -> None:
    source = units["教育局"]
    heir = actions.succeed(clerk, [source], ["教体局"], on=ON, how="renamed")[0].unit_to
    with pytest.raises(Refusal, match="已于2023年7月1日由其他单位承接"):
        actions.succeed(clerk, [queries.by_uid(source.uid)], ["甲"], on=day(2023, 8, 1), how="renamed")
    with pytest.raises(Refusal, match="“教体局”本身是由“教育局”承接而来的"):
        actions.succeed(clerk, [heir], [queries.by_uid(source.uid)], on=day(2024, 1, 1), how="merged")
    with pytest.raises(Refusal, match="不能由自己承接"):
        actions.succeed(clerk, [units["科技局"]], [units["科技局"]], on=ON, how="merged")
    foreign = actions.add(system, city, name="市教育局", starts=day(2020, 1, 1))
    with pytest.raises(Refusal, match="“市教育局”不在本级单位名录中"):
        actions.succeed(clerk, [queries.by_uid(units["科技局"].uid)], [foreign], on=ON, how="merged")
    late = actions.add(clerk, county, name="晚局", starts=day(2024, 1, 1))
    with pytest.raises(Refusal, match="“晚局”在2023年7月1日不在册"):
        actions.succeed(clerk, [queries.by_uid(units["科技局"].uid)], [late], on=ON, how="merged")


def test_a_unit_abolished_before_cannot_pass(clerk: Someone, county: Committee) -> None:
    early = actions.add(clerk, county, name="甲局", starts=day(2020, 1, 1), ends=day(2022, 12, 31))
    with pytest.raises(Refusal, match="已于2022年12月31日停用，早于承接日期2023年7月1日"):
        actions.succeed(clerk, [early], ["乙局"], on=ON, how="renamed")
    late = actions.add(clerk, county, name="丙局", starts=day(2020, 1, 1), ends=day(2024, 12, 31))
    with pytest.raises(Refusal, match="停用日期是2024年12月31日，与承接日期"):
        actions.succeed(clerk, [late], ["乙局"], on=ON, how="renamed")
    fits = actions.add(clerk, county, name="丁局", starts=day(2020, 1, 1), ends=day(2023, 6, 30))
    assert actions.succeed(clerk, [fits], ["乙局"], on=ON, how="renamed")


def test_a_handler_that_refuses_undoes_everything(clerk: Someone, units: dict[str, Unit]) -> None:
    def refuse(passing: Passing) -> int:
        raise Refusal("directory.no_heir")

    successions.register(refuse)
    try:
        with pytest.raises(Refusal):
            actions.succeed(clerk, [units["教育局"]], ["教体局"], on=ON, how="renamed")
    finally:
        successions.unregister(refuse)
    assert not Succession.objects.exists()
    assert queries.by_uid(units["教育局"].uid).ends is None


def test_dates_fixed_by_a_succession_are_not_edited(clerk: Someone, units: dict[str, Unit]) -> None:
    heir = actions.succeed(clerk, [units["教育局"]], ["教体局"], on=ON, how="renamed")[0].unit_to
    source = queries.by_uid(units["教育局"].uid)
    with pytest.raises(Refusal, match="已办理更名"):
        actions.alter(clerk, source, name="教育局", starts=source.starts, ends=None)
    with pytest.raises(Refusal, match="于2023年7月1日承接了“教育局”"):
        actions.alter(clerk, heir, name="教体局", starts=day(2023, 8, 1))
    kept = actions.alter(clerk, queries.by_uid(heir.uid), name="教育体育局", starts=ON, ends=clock.today())
    assert kept.name == "教育体育局"
