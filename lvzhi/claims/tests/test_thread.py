"""What a number is about when its clause does not say: shared heads, parts of a whole, shares, changes."""

# ruff: noqa: E501  (one sentence, one line)

from __future__ import annotations

import pytest

from lvzhi.claims import read

TOLD: list[tuple[str, list[str]]] = [
    # shares follow the part counted last, not the share before it
    (
        "在立案提案中，经济类52件，占32.5%；社会类81件，占50.6%；文化类27件，占16.9%。",
        ["经济类提案", "经济类提案占比", "社会类提案", "社会类提案占比", "文化类提案", "文化类提案占比"],
    ),
    (
        "立案提案160件，其中农业类60件、工业类100件，分别占37.5%、62.5%。",
        ["提案", "农业类提案", "工业类提案", "农业类提案占比", "工业类提案占比"],
    ),
    (
        "收到提案90件，已经解决的61件，占67.8%。",
        ["提案", "提案", "已经解决提案占比"],
    ),
    ("满意和基本满意率为99%，委员参与率达88%。", ["满意和基本满意率", "委员参与率"]),
    ("会议出席率98.5%，同比提高2个百分点。", ["会议出席率", "会议出席率"]),
    ("A类答复率从2016年的60%提高到2021年的82%。", ["A类答复率", "A类答复率"]),
    ("报送信息90条，市政协采编40条，采编率44.4%。", ["信息", "信息", "采编率"]),
    # parts do not become the head of what follows
    (
        "收到提案70件，其中委员提案55件、集体提案15件。经审查，立案66件。",
        ["提案", "委员提案", "集体提案", "提案"],
    ),
    ("关于产业发展的提案30件，关于乡村建设的提案25件。", ["提案", "提案"]),
    # who used a paper is not what is counted
    (
        "报送社情民意信息120条，省政协采用15条，市委办公室采用22条，市政府主要领导3条。",
        ["社情民意信息"] * 4,
    ),
    ("督办重点提案12件，主席、副主席督办9件。", ["重点提案", "重点提案"]),
    ("宣传稿件在省级媒体刊发31篇。", ["宣传稿件"]),
    ("信息被全国政协采用2篇。", ["信息"]),
    # people who took part
    ("委员参加各项活动860人次。", ["委员"]),
    ("全县共有7人当选省政协委员。", ["省政协委员"]),
    ("主席、副主席先后4次参加协商座谈会。", ["协商座谈会"]),
    # words that tell nothing of the thing counted are left out
    ("收到县政协八届二次会议提案77件。", ["提案"]),
    ("组织省、市、县三级政协委员210名开展义诊。", ["政协委员"]),
    ("邀请8名省、市、县三级政协委员座谈。", ["政协委员"]),
    ("捐赠口罩、大米、食用油等物资300件。", ["物资"]),
    ("在半个月内共捐赠善款26万元。", ["善款"]),
    ("从办公经费中挤出11万元对会议室进行了改造。", ["办公经费"]),
    ("帮助640户农户发展特色产业。", ["农户"]),
    ("围绕3项议题开展专题协商。", ["议题"]),
    ("主办件45件，协办件18件。", ["主办件", "协办件"]),
    ("直播带货5场，销售额90万元。", ["直播带货", "销售额"]),
    # a vague amount bounds the phrase behind it
    ("编发简报数十期、信息85条。", ["信息"]),
    # the head is kept over paragraphs
    ("全年征集提案88件。\n民生类40件，生态类18件。", ["提案", "民生类提案", "生态类提案"]),
]


@pytest.mark.parametrize(("text", "subjects"), TOLD, ids=[t[:18] for t, _ in TOLD])
def test_what_each_number_is_about(text: str, subjects: list[str]) -> None:
    assert [c.subject for c in read(text).claims] == subjects


def test_what_is_not_filed_is_not_filed() -> None:
    first, second = read("立案58件，不立案6件。").claims
    assert (first.action, second.action) == ("立案", "不立案")


@pytest.mark.parametrize(
    ("text", "value", "hedge"),
    [
        ("九成八的提案得到落实。", "98", None),
        ("九成半的提案得到落实。", "95", None),
        ("四分之三强的委员参加了视察。", "75", "强"),
        ("会议历时两天半。", "2.5", None),
        ("“书香讲堂”举办9讲。", "9", None),
    ],
)
def test_numerals_of_speech(text: str, value: str, hedge: str | None) -> None:
    (claim,) = read(text).claims
    assert (str(claim.value), claim.hedge) == (value, hedge)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("第十九条 委员应当参加视察1次，提交提案1件。", "norm"),
        ("委员每年至少参加2次视察，提交1件提案。", "norm"),
        ("个别委员全年未提交1件提案。", "article"),
        ("《清河日报》（2020年3月1日5版）", "ordinal"),
        ("金额保留两位小数。", "norm"),
        ("委员向红十字会捐赠。", "slogan"),
        ("编印文史第3至5辑。", "ordinal"),
        ("三项指标均居全市前列。", "enumeration"),
        ("城镇新增就业3.1万人，工业增加值增长7%。", "other_work"),
        ("1、两次专题视察有成效。", "ordinal"),
    ],
)
def test_what_else_is_no_claim(text: str, why: str) -> None:
    assert why in {a.why for a in read(text).set_aside}
