"""What narrows a claim: several dimensions, several values of one, topics in a text's own words, acts told before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from django.db.models import Q

from lvzhi.committee.models import Organ
from lvzhi.metrics.declare import Cut, Metric, Says
from lvzhi.metrics.vocabulary import Reach
from lvzhi.reports.checking import check_text
from lvzhi.reports.tests.small import Small

FAMILIES = (("talk", "协商", ()), ("look", "视察", ()), ("ask", "调研", ()), ("learn", "学习", ()), ("sit", "会议", ()))
KINDS = (
    ("standing", "常委会会议", ("常委会议",)), ("standing_talk", "常委会会议协商", ("常委会议",)),
    ("chairmen", "主席会议", ()), ("chairmen_talk", "主席会议协商", ("主席会议",)),
    ("special", "专题协商会", ("专题协商",)), ("micro", "微协商", ()),
    ("yard", "院坝协商", ("居民议事会",)), ("estate", "社区协商", ("居民议事会",)),
    ("centre", "中心组学习", ()), ("class", "读书班", ()), ("tour", "委员视察", ()), ("asking", "专题调研", ("调研",)),
)  # fmt: skip
OF = {"standing": "sit", "standing_talk": "talk", "chairmen": "sit", "chairmen_talk": "talk", "special": "talk",
      "micro": "talk", "yard": "talk", "estate": "talk", "centre": "learn", "class": "learn",
      "tour": "look", "asking": "ask"}  # fmt: skip
TOPICS = (
    "夜间经济培育情况", "乡村民宿规范经营", "完善城区地下管网", "山洪预警体系建设",
    "园区招工难问题", "集镇“三清”工作", "老旧小区改造", "便民义诊",
)  # fmt: skip
LEVELS = (("bureau", "厅局级", ("厅级",)), ("division", "县处级", ("处级",)))
ROLES = (("speak", "发言", ("作交流",)),)
RELATIONS = (("assist", "配合上级", ("配合",)),)


def cut(key: str, values: Sequence[tuple[str, str, tuple[str, ...]]], **more: Any) -> Cut:
    return Cut(key, key, lambda scope, period: values, lambda value: Q(name=value), **more)


ACT = (
    cut("family", FAMILIES, reach=Reach.SENTENCE),
    cut("kind", KINDS, reach=Reach.SENTENCE, under=("family", lambda scope, period: OF)),
    cut("topic", [(one, one, ()) for one in TOPICS], reach=Reach.SENTENCE, free=True),
)
RELATION = cut("relation", RELATIONS, reach=Reach.CLAUSE)
PEOPLE = (*ACT, cut("level", LEVELS), cut("role", ROLES, reach=Reach.CLAUSE))


def metric(key: str, cuts: tuple[Cut, ...], *says: Says) -> Metric:
    return Metric(key=key, name=key, unit="", meaning="", rows=lambda scope, period: Organ.objects.filter(pk=0),
                  cuts=cuts, says=says)  # fmt: skip


EVENTS = metric(
    "x.events", (*ACT, RELATION),
    Says(named_by=("family", "kind"), subjects=("活动",), actions=("开展", "举办", "组织", "召开"),
         units=("次", "场次", "场")),
)  # fmt: skip
ADVICE = metric("x.advice", ACT, Says(subjects=("意见建议",), actions=("提出", "收集"), units=("条",), trailing=True))
SOLVED = metric("x.solved", ACT, Says(subjects=("问题",), actions=("解决",), units=("个",), trailing=True))
THERE = metric(
    "x.people", PEOPLE,
    Says(subjects=("干部", "委员"), actions=("参加", "发言", "作"), units=("名",), trailing=True, narrowed=True),
)  # fmt: skip
BENEFIT = metric("x.benefit", ACT, Says(subjects=("群众",), actions=("惠及",), units=("人",), trailing=True))
FIGURES = (EVENTS, ADVICE, SOLVED, THERE, BENEFIT)


def found(small: Small, text: str) -> list[tuple[str | None, dict[str, list[str]]]]:
    """Figure and filter of every claim, without the values."""
    out: list[tuple[str | None, dict[str, list[str]]]] = []
    for held in check_text(text, small.scope, small.year, FIGURES).claims:
        narrowed: dict[str, list[str]] = {}
        for piece in held.filter.pieces if held.filter else ():
            narrowed.setdefault(piece.cut.key, []).append(piece.value)
        out.append((held.figure.key if held.figure else None, narrowed))
    return out


SERVICES, ECONOMY, HEATING, FLOODS, LABOUR, FIVE, OLD, HAIR = TOPICS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the kind and the topic stand in a clause before
        ("围绕加快夜间经济培育开展专题协商，提出意见建议9条。",
         [("advice", {"kind": ["special"], "topic": [SERVICES]})]),
        ("就山洪预警体系、园区招工难等开展微协商，提出意见建议9条。",
         [("advice", {"kind": ["micro"], "topic": [FLOODS, LABOUR]})]),
        ("围绕“乡村民宿规范经营”、《关于完善城区地下管网的建议》等开展微协商，收集意见建议9条。",
         [("advice", {"kind": ["micro"], "topic": [ECONOMY, HEATING]})]),
        # two families named at once, and kinds of which the family says which
        ("围绕集镇“三清”、老旧小区改造等工作开展视察协商，提出意见建议9条。",
         [("advice", {"family": ["look", "talk"], "topic": [FIVE, OLD]})]),
        ("通过常委会议和主席会议对老旧小区改造开展协商，提出意见建议9条。",
         [("advice", {"kind": ["standing_talk", "chairmen_talk"], "topic": [OLD]})]),
        ("召开常委会议6次。", [("events", {"kind": ["standing", "standing_talk"]})]),
        ("通过专题协商、视察等方式提出意见建议9条。", [("advice", {"kind": ["special", "tour"]})]),
        ("围绕老旧小区改造开展专题调研协商，提出意见建议9条。",
         [("advice", {"family": ["ask", "talk"], "topic": [OLD]})]),
        # an act told before is another one; a clause that only says what all was about is not; aspects are no topics
        ("就居民议事点建设开展学习，组织居民议事会9场次。", [("events", {"kind": ["yard", "estate"]})]),
        ("围绕老旧小区改造，开展视察9次。", [("events", {"family": ["look"], "topic": [OLD]})]),
        ("聚焦站位不高、执行不力、监管不紧3个方面查找，解决问题9个。", [("solved", {})]),
        # the time of a meeting names none
        ("九届一次会议期间，委员提出意见建议9条。", [("advice", {})]),
        # the thing counted is a kind; one word for two kinds; a further word says how
        ("组织居民议事会9场次。", [("events", {"kind": ["yard", "estate"]})]),
        ("组织居民议事会9场次，解决问题9个。",
         [("events", {"kind": ["yard", "estate"]}), ("solved", {"kind": ["yard", "estate"]})]),
        ("配合省市政协开展视察调研9次。", [("events", {"family": ["look", "ask"], "relation": ["assist"]})]),
        ("开展专题协商、视察等活动9次。", [("events", {"kind": ["special", "tour"]})]),
        ("开展便民义诊、老旧小区改造等活动9场次，惠及群众90人。",
         [("events", {"topic": [OLD, HAIR]}), ("benefit", {"topic": [OLD, HAIR]})]),
        # what came of a run of acts, and of the last act alone
        ("开展视察9次、调研9次，提出意见建议9条。",
         [("events", {"family": ["look"]}), ("events", {"family": ["ask"]}), ("advice", {"family": ["look", "ask"]})]),
        ("开展视察9次，提出意见建议9条；开展调研9次，提出意见建议9条。",
         [("events", {"family": ["look"]}), ("advice", {"family": ["look"]}),
          ("events", {"family": ["ask"]}), ("advice", {"family": ["ask"]})]),
        # people: ranks in short, the role, and the class they took part in
        ("13名厅级干部、58名处级干部参加读书班，17名厅、处级干部作经验交流发言。",
         [("people", {"kind": ["class"], "level": ["bureau"]}), ("people", {"kind": ["class"], "level": ["division"]}),
          ("people", {"kind": ["class"], "level": ["bureau", "division"], "role": ["speak"]})]),
        ("举办6次中心组学习，每次9名厅级干部参加学习。",
         [("events", {"kind": ["centre"]}), ("people", {"kind": ["centre"], "level": ["bureau"]})]),
        # nothing in the records is meant
        ("遴选40名委员参加智库。", [(None, {})]),
        ("领导包抓9个重点项目，解决问题9个。", [(None, {}), (None, {})]),
        ("解决问题9个。", [("solved", {})]),
        ("成功申报项目3个，惠及群众90人。", [(None, {}), (None, {})]),
        # a topic that nobody recorded keeps the words of the text; what says nothing narrows nothing
        ("围绕垃圾焚烧发电厂选址开展专题协商，提出意见建议9条。",
         [("advice", {"kind": ["special"], "topic": ["垃圾焚烧发电厂选址"]})]),
        ("围绕中心、服务大局，提出意见建议9条。", [("advice", {})]),
    ],
)  # fmt: skip
def test_what_the_words_narrow_to(small: Small, text: str, expected: list[Any]) -> None:
    read = found(small, text)
    assert [(key and key.removeprefix("x."), narrowed) for key, narrowed in read] == expected


def test_another_number_changes_nothing_of_it(small: Small) -> None:
    text = "围绕集镇“三清”开展视察协商，提出意见建议9条；组织居民议事会9场次，解决问题9个。"
    assert found(small, text) == found(small, text.replace("9", "731"))


def test_json_names_the_first_value_and_those_beside_it(small: Small) -> None:
    (plain,) = check_text("开展微协商9次。", small.scope, small.year, FIGURES).claims
    assert plain.as_json()["filter"] == {"cut": "kind", "name": "kind", "value": "micro", "label": "微协商"}
    (several,) = check_text("围绕老旧小区改造开展微协商，提出意见建议9条。", small.scope, small.year, FIGURES).claims
    assert several.as_json()["filter"] == {
        "cut": "kind", "name": "kind", "value": "micro", "label": "微协商",
        "more": [{"cut": "topic", "name": "topic", "value": OLD, "label": OLD}],
    }  # fmt: skip
    assert several.filter is not None
    assert several.filter.label == "微协商；老旧小区改造"
