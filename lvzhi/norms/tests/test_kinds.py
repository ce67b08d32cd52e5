"""What people may type for a norm, and what they are told when it does not fit."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvzhi.access import Refusal
from lvzhi.deadlines import Term, Unit
from lvzhi.norms import kinds
from lvzhi.norms.declare import BadNorm, Norm, declare, forget, norm_of

LENGTH = kinds.normal(Norm("t.length", "案由字数", "int", unit="字", default=50, least=10, most=200))
SHARE = kinds.normal(Norm("t.share", "比例", "decimal", unit="%", default="5", least="0", most="100"))
FLAG = kinds.normal(Norm("t.flag", "公开", "bool", default=False))
WAY = kinds.normal(Norm("t.way", "算法", "choice", default="a", choices=(("a", "甲"), ("b", "乙"))))
TITLE = kinds.normal(Norm("t.title", "标签", "text", default="措施", least=1, most=6))
PARTS = kinds.normal(Norm("t.parts", "必填部分", "list", default=["背景", "建议"], most=3))
WINDOW = kinds.normal(
    Norm(
        "t.window",
        "退办期限",
        "term",
        default="5个工作日",
        least="3个工作日",
        most={"amount": 15, "unit": "calendar_day"},
    )
)
START = kinds.normal(Norm("t.start", "启用", "date", default="2022-01-01", least="2000-01-01"))


@pytest.mark.parametrize(
    ("norm", "text", "value"),
    [
        (LENGTH, "５０", 50),
        (LENGTH, "50个字", 50),
        (LENGTH, " 100 ", 100),
        (SHARE, "12.5％", Decimal("12.5")),
        (FLAG, "启用", True),
        (FLAG, "否", False),
        (WAY, "乙", "b"),
        (WAY, "a", "a"),
        (TITLE, "责任人", "责任人"),
        (PARTS, "背景、分析，\n建议", ("背景", "分析", "建议")),
        (PARTS, "", ()),
        (WINDOW, "５个工作日", Term(5, Unit.WORKING_DAY)),
        (WINDOW, "10天", Term(10, Unit.CALENDAR_DAY)),
        (WINDOW, "一周".replace("一", "1"), Term(7, Unit.CALENDAR_DAY)),
        (WINDOW, "每年9月30日（遇休息日顺延）", Term(unit=Unit.FIXED_DATE, fixed=(9, 30), roll=True)),
        (START, "2022年3月1日", dt.date(2022, 3, 1)),
    ],
)
def test_input_is_read_as_people_write_it(norm: Norm, text: str, value: Any) -> None:
    assert kinds.parse(norm, text) == value
    assert kinds.load(norm, kinds.dump(norm, value)) == value
    if text:
        assert kinds.parse(norm, kinds.entry(norm, value)) == value, "what the field shows can be sent again"


@pytest.mark.parametrize(
    ("norm", "text", "sentence"),
    [
        (LENGTH, "", "“案由字数”不能为空"),
        (LENGTH, "五十", "“五十”不是整数"),
        (LENGTH, "50.5", "不是整数"),
        (LENGTH, "1,50", "不是整数"),
        (LENGTH, "50天", "单位是“字”，不能填“天”"),
        (LENGTH, "9", "应为10字至200字，“9字”超出范围"),
        (SHARE, "100.1", "应为0%至100%"),
        (SHARE, "nan", "不是数字"),
        (FLAG, "也许", "应填“是”或“否”"),
        (WAY, "丙", "只能从甲、乙中选择"),
        (TITLE, "一二三四五六七", "应为1至6个字，现为7"),
        (PARTS, "甲、乙、丙、丁", "应为不大于3项，现为4"),
        (PARTS, "甲、甲", "“甲”重复出现"),
        (WINDOW, "五日左右", "“五日左右”无法识别"),
        (WINDOW, "2个工作日", "应为3个工作日至15日"),
        (WINDOW, "1个月", "超出范围"),
        (WINDOW, "9月31日", "9月没有31日"),
        (START, "2022年2月30日", "2月没有30日"),
        (START, "1999-12-31", "超出范围"),
    ],
)
def test_what_does_not_fit_gets_one_sentence(norm: Norm, text: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence) as seen:
        kinds.parse(norm, text)
    assert seen.value.field == "value"


@given(st.sampled_from([LENGTH, SHARE, FLAG, WAY, PARTS, WINDOW, START]), st.text(max_size=30))
def test_any_text_is_read_or_refused_and_never_breaks(norm: Norm, text: str) -> None:
    problem: Refusal | None = None
    try:
        value = kinds.parse(norm, text)
    except Refusal as refusal:
        problem = refusal
    if problem is None:
        assert kinds.load(norm, kinds.dump(norm, value)) == value
    else:
        assert norm.name in problem.sentence


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "int", "default": 5, "least": 10},
        {"kind": "int", "default": "fünf"},
        {"kind": "bool", "default": 1},
        {"kind": "choice", "default": "c", "choices": (("a", "甲"),)},
        {"kind": "term", "default": "bald"},
        {"kind": "colour", "default": 1},
        {"kind": "decimal", "default": "NaN"},
    ],
)
def test_a_declaration_must_fit_itself(values: dict[str, Any]) -> None:
    with pytest.raises(BadNorm):
        declare("t.bad", "坏", **values)


def test_a_key_is_declared_once(limit: Norm) -> None:
    assert (
        declare("sample.limit", "字数上限", kind="int", unit="字", default=50, least=10, most=200, rule="R1.12")
        == limit
    )
    with pytest.raises(BadNorm):
        declare("sample.limit", "字数上限", kind="int", unit="字", default=60)
    forget("sample.limit")
    with pytest.raises(BadNorm):
        norm_of("sample.limit")
