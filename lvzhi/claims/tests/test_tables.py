"""Tables: what the heads say is read, what they do not say is set aside."""

# ruff: noqa: E501  (one table, one line)

from __future__ import annotations

import pytest

from lvzhi.claims import Claim, contradictions, read

BY_ORGAN = "清河政协2023年工作情况\n各专委会提案情况\n单位\t提案数（件）\t立案数（件）\t采用率\n经济委\t23\t20\t88%\n农业委\t15\t12\t60%\n合计\t38\t32\t74%\n全年召开会议3次。"
BY_ITEM = (
    "<table><tr><th>序号</th><th>指标</th><th>单位</th><th>数量</th></tr>"
    "<tr><td>1</td><td>收到提案</td><td>件</td><td>158</td></tr>"
    "<tr><td>2</td><td>走访企业</td><td>家次</td><td>320余</td></tr>"
    "<tr><td>3</td><td>募集善款</td><td>万元</td><td>12.5</td></tr></table>"
)
BARRED = "| 项目 | 2022年 | 2023年 |\n|---|---|---|\n| 立案提案（件） | 120 | 131 |\n| 办复率 | 100% | 100% |\n| 目标 | 3 | 4 |"
SPACED = "社情民意信息情况通报\n单位：篇\n单位  报送  采用  得分\n民盟支部  32  12  88\n民建支部  20  7  64"
PAIRS = "收到提案\t158件\n立案\t139件\n召开会议\t17场"


def told(text: str) -> list[tuple[str, str | None, str, str | None]]:
    return [(str(c.value), c.unit, c.subject, c.action) for c in read(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BY_ORGAN, [
            ("23", "件", "提案", None), ("20", "件", "提案", "立案"), ("88", "%", "采用率", None),
            ("15", "件", "提案", None), ("12", "件", "提案", "立案"), ("60", "%", "采用率", None),
            ("38", "件", "提案", None), ("32", "件", "提案", "立案"), ("74", "%", "采用率", None),
            ("3", "次", "会议", "召开"),
        ]),
        (BY_ITEM, [("158", "件", "提案", "收到"), ("320", "家次", "企业", "走访"), ("125000", "元", "善款", "募集")]),
        (BARRED, [
            ("120", "件", "提案", "立案"), ("131", "件", "提案", "立案"),
            ("100", "%", "办复率", None), ("100", "%", "办复率", None),
        ]),
        (SPACED, [
            ("32", "篇", "社情民意信息", "报送"), ("12", "篇", "社情民意信息", "采用"), ("88", "分", "得分", None),
            ("20", "篇", "社情民意信息", "报送"), ("7", "篇", "社情民意信息", "采用"), ("64", "分", "得分", None),
        ]),
        (PAIRS, [("158", "件", "提案", "收到"), ("139", "件", "提案", "立案"), ("17", "场", "会议", "召开")]),
    ],
    ids=["by organ", "by item", "bars", "wide gaps", "pairs"],
)  # fmt: skip
def test_heads_say_what_the_numbers_are(text: str, expected: list[tuple[str, str | None, str, str | None]]) -> None:
    assert told(text) == expected
    assert all(claim.text == text[claim.start : claim.end] for claim in read(text).claims)


def test_the_year_over_a_column_is_the_period() -> None:
    assert [c.period for c in read(BARRED).claims] == ["2022年", "2023年"] * 2


def test_ranks_and_targets_are_set_aside() -> None:
    assert [a.why for a in read(BY_ITEM).set_aside] == ["ordinal"] * 3
    assert [a.why for a in read(BARRED).set_aside] == ["plan"] * 2


def test_a_column_whose_head_names_nothing_is_set_aside() -> None:
    reading = read("名称\t说明\n甲\t12\n乙\t15")
    assert reading.claims == ()
    assert {a.why for a in reading.set_aside} == {"table"}
    assert all("表头" in a.reason for a in reading.set_aside)


def parts(claims: tuple[Claim, ...]) -> dict[str, int]:
    return {str(c.value): len(c.total_of) for c in claims if c.total_of}


def test_the_row_of_totals_is_the_whole_of_its_column() -> None:
    assert parts(read(BY_ORGAN).claims) == {"38": 2, "32": 2}
    assert contradictions(read(BY_ORGAN)) == []
    assert [one.kind for one in contradictions(read(BY_ORGAN.replace("合计\t38", "合计\t40")))] == ["parts"]


def test_rows_that_are_parts_of_each_other_are_not_added_up() -> None:
    text = "类别\t件数（件）\n委员提案\t30\n其中：联名\t12\n合计\t30"
    assert parts(read(text).claims) == {}


def test_prose_laid_out_in_cells_is_prose() -> None:
    page = "<table><tr><td>首页</td><td>要闻</td></tr><tr><td>县政协全年收到提案88件，立案80件。</td><td></td></tr></table>"
    assert told(page) == [("88", "件", "提案", "收到"), ("80", "件", "提案", "立案")]


def test_a_table_in_a_section_of_plans_is_a_plan() -> None:
    text = "一、工作回顾\n召开会议3次。\n二、下一步工作安排\n项目\t数量（场）\n协商会\t6\n视察\t8"
    reading = read(text)
    assert [str(c.value) for c in reading.claims] == ["3"]
    assert [a.text for a in reading.set_aside if a.why == "plan"] == ["6", "8"]


def test_a_count_that_looks_like_a_year_is_a_count_below_a_head_that_counts() -> None:
    text = "类型\t应到人次\t年度\n会议\t340\t2023\n学习\t2025\t2023\n合计\t2365\t2023"
    assert [str(c.value) for c in read(text).claims] == ["340", "2025", "2365"]
    assert contradictions(read(text)) == []


def test_the_row_and_brackets_narrow_what_the_head_names() -> None:
    text = "类别\t收到提案（件）\n经济建设\t30\n合计\t38"
    assert [(c.subject, c.label) for c in read(text).claims] == [("提案", "经济建设"), ("提案", "")]
    by_row = "指标\t数值\n立案提案（文化建设）\t2件\n走访企业（家）\t30"
    assert [(c.subject, c.label) for c in read(by_row).claims] == [("提案", "文化建设"), ("企业", "")]


def test_who_stands_in_two_rows_stands_once_in_the_total() -> None:
    text = "种类\t参加人数（人）\n会议\t30\n视察\t20\n合计\t{}"
    assert contradictions(read(text.format(38))) == []
    assert [one.kind for one in contradictions(read(text.format(51)))] == ["parts"]
