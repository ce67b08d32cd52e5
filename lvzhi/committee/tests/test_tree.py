"""The tree of committees and who may change it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.committee import actions, queries, rules
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.committee.tests.someone import Someone


def test_a_committee_below_is_inside_the_scope_of_those_above(
    province: Committee, city: Committee, county: Committee
) -> None:
    assert Scope(province, below=True).ids() == {province.pk, city.pk, county.pk}
    assert Scope(city, below=True).ids() == {city.pk, county.pk}
    assert Scope(province).ids() == {province.pk}
    assert county.chain_ids() == [county.pk, city.pk, province.pk]
    assert [row.pk for row in queries.chain(county.pk)] == county.chain_ids()
    assert [row.depth for row in queries.tree()] == [0, 1, 2]
    (top,) = queries.nested(queries.tree())
    assert [node.committee for node in top.below[0].below] == [county]
    assert [node.committee for node in queries.nested([city, county])] == [city]


def test_a_scope_asks_the_database_once(province: Committee, county: Committee) -> None:
    scope = Scope(province, below=True)
    with CaptureQueriesContext(connection) as seen:
        scope.ids()
        scope.ids()
        assert scope.covers(county.pk)
    assert len(seen) == 1
    assert scope == Scope(province, below=True)


def test_a_committee_is_found_by_code_name_and_short_name(county: Committee) -> None:
    for text in ("bing", "甲省乙市丙县政协", " 丙县政协 "):
        assert Scope.of(text).committee == county
    with pytest.raises(Missing, match="没有找到“丁县政协”"):
        Scope.of("丁县政协")
    with pytest.raises(Missing, match="没有名为“经济委”的机构"):
        Scope.of("bing", organ="经济委")


def test_a_short_name_of_two_committees_is_not_guessed(system: Someone, city: Committee, county: Committee) -> None:
    actions.create(system, name="别处丙县政协", short_name="丙县政协", code="bing2", level="county", parent=city)
    with pytest.raises(Refusal, match="不止一个"):
        Scope.of("丙县政协")


def test_moving_a_committee_takes_those_below_along(system: Someone, province: Committee, city: Committee) -> None:
    other = actions.create(system, name="甲省戊市政协", code="wu", level="city", parent=province)
    county = actions.create(system, name="己县政协", code="ji", level="county", parent=city)
    top = actions.create(system, name="庚省政协", code="geng", level="province")
    actions.alter(system, city, name=city.name, code=city.code, level="city", parent=top)
    assert Scope(top, below=True).ids() == {top.pk, city.pk, county.pk}
    assert Scope(province, below=True).ids() == {province.pk, other.pk}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": "  "}, "“名称”不能为空"),
        ({"code": "有汉字"}, "代码“有汉字”不合要求"),
        ({"code": "yi"}, "代码“yi”已被“甲省乙市政协”使用"),
        ({"name": "甲省乙市政协"}, "已有名为“甲省乙市政协”的政协组织"),
        ({"level": "village"}, "层级“village”无法识别"),
        ({"level": "city"}, "上级的层级必须更高"),
        ({"name": "长" * 121}, "超过120个字"),
    ],
)
def test_what_cannot_be_founded_is_refused_in_one_sentence(
    system: Someone, city: Committee, changes: dict[str, str], sentence: str
) -> None:
    values = {"name": "新县政协", "code": "xin", "level": "county", **changes}
    before = Committee.objects.count()
    with pytest.raises(Refusal, match=sentence):
        actions.create(system, parent=city, **values)
    assert Committee.objects.count() == before


def test_a_committee_cannot_stand_below_itself(system: Someone, province: Committee, county: Committee) -> None:
    with pytest.raises(Refusal, match="它本身就在“甲省政协”之下"):
        actions.alter(system, province, name=province.name, code="jia", level="province", parent=county)


def test_administrators_of_a_committee_found_those_below_and_no_others(
    province: Committee, city: Committee, county: Committee
) -> None:
    admin = Someone.holding("system_admin", city)
    made = actions.create(admin, name="辛县政协", code="xin", level="county", parent=city)
    assert made.path == f"{city.path}{made.pk:06d}/"
    for parent in (province, None):
        with pytest.raises(NotAllowed):
            actions.create(admin, name="壬市政协", code="ren", level="city", parent=parent)


def test_the_office_edits_its_own_committee_only(province: Committee, city: Committee, county: Committee) -> None:
    office, admin = Someone.holding("office", city), Someone.holding("system_admin", city)
    assert rules.EDIT_COMMITTEE(office, city)
    assert not rules.EDIT_COMMITTEE(office, county)
    assert rules.EDIT_COMMITTEE(admin, county)
    for actor in (office, admin, Someone()):
        rows = set(Committee.objects.filter(rules.EDIT_COMMITTEE.rows(actor)))
        assert rows == {row for row in (province, city, county) if rules.EDIT_COMMITTEE(actor, row)}
