"""What a number is about where another clause, an earlier sentence or the verb itself says so."""

# ruff: noqa: E501  (one sentence, one line)

from __future__ import annotations

import pytest

from lvzhi.claims import read

TOLD: list[tuple[str, list[str]]] = [
    # the clause before names it
    ("委员报送的社情民意信息，被市政协采用61篇。", ["社情民意信息"]),
    ("民生方面的提案数量最多，达132件。", ["民生方面提案"]),
    ("《清河民声》编发14期，被省政协采用3条。", ["《清河民声》", "《清河民声》"]),
    ("收到提案80件。大会发言材料经遴选，采用9篇。", ["提案", "大会发言材料"]),
    ("督办件有新进展。重点提案督办12件。", ["重点提案"]),
    # kinds of one paper leave their head to the next sentence
    ("提交大会提案120件，平时提案15件。经审查，立案118件。", ["大会提案", "平时提案", "提案"]),
    # people, money and worth
    ("三级政协委员捐款41万元，共有52人奋战在一线。", ["捐款", "政协委员"]),
    ("60多名委员踊跃捐款，累计达23万余元。", ["委员", "捐款"]),
    ("发放果苗2万株，价值60万元。", ["果苗", "果苗"]),
    ("某常委捐资8000元修缮校舍。", ["捐资"]),
    ("给予每户帮扶资金3000元。", ["帮扶资金"]),
    ("引进项目6个，总投资9亿元。", ["项目", "总投资"]),
    # whom an act reaches is not what is counted
    ("累计向清河市人民医院捐赠手套2万双。", ["手套"]),
    ("为社区防控指挥部捐赠消毒液300升。", ["消毒液"]),
    ("向省政协报送社情民意信息88条，被采用6条。", ["社情民意信息", "社情民意信息"]),
    ("募集的5万元善款捐赠给慈善总会。", ["善款"]),
    ("43名县政协委员帮扶的贫困户覆盖12个村。", ["县政协委员", "村"]),
    ("为农户送去50只鸡苗来发展养殖。", ["鸡苗"]),
    # words that begin a predicate, words that are no enumeration
    ("1200余件提案绝大多数已经办复。", ["提案"]),
    ("对立案的85件提案实行清单式管理。", ["提案"]),
    ("30多篇读书感想竞相转发。", ["读书感想"]),
    ("获一等奖2次、二等奖3次。", ["一等奖", "二等奖"]),
    ("召开恳谈会、意见征求会等30余次。", ["恳谈会、意见征求会"]),
    ("县政协连续三年荣获信息工作先进单位。", ["信息工作先进单位"]),
    ("县政协连续四年被市政协表彰为先进集体。", ["先进集体"]),
    ("提交集体提案200余件，增幅11.5%。", ["集体提案", "集体提案增幅"]),
    # what is received, given, sent
    ("报送信息33条，收到部门答复8件。", ["信息", "部门答复"]),
    ("发动委员捐款16万元。", ["捐款"]),
    ("收到信息90条，整理报送相关部门70条。", ["信息", "信息"]),
    ("收到建议40条，其中立案22件。", ["建议", "提案"]),
    # standing practice names what this year's count is of
    ("每季度召开1次分析会，今年已召开4次。", ["分析会"]),
    ("每月编发1期简报，全年共12期。", ["简报"]),
    ("5个专委会共承办会议30场，平均每个专委会6场。", ["专委会", "会议", "会议"]),
    # firms and their deeds, organs whose name holds a verb, places and brands
    ("28家委员企业投入帮扶资金460万元。", ["委员企业", "帮扶资金"]),
    ("接待省政协调研组8批。", ["省政协调研组"]),
    ("210名清河市政协委员参加活动。", ["市政协委员"]),
    ("常态化开展“三进三送”活动86场次。", ["三进三送活动"]),
    ("赴杭州、宁波等地考察2批次。", ["考察"]),
    ("媒体刊发稿件320篇，其中清河日报5篇。", ["稿件", "稿件"]),
    ("走访近百家企业、数十个部门。", ["企业"]),
    ("市委办采用信息9条，市委办采用4条。", ["信息", "信息"]),
    ("委员中有中共党员132名。", ["中共党员"]),
    ("发放问卷500份，收回有效问卷486份。", ["问卷", "有效问卷"]),
    ("信息采用量较上年增加46篇。", ["信息采用量"]),
    ("县政协连续3届获评全国先进。", ["全国先进"]),
    # the field of a paper is its share's
    ("围绕经济建设方面提出提案94件，占53.7%。", ["提案", "经济建设方面提案占比"]),
    ("收集建议120~150条。", ["建议", "建议"]),
    # beside whom or what it is told
    ("向县委、县政府报送建议案2件。", ["建议案"]),
    ("委员某某免费为老人体检150人次。", ["老人"]),
    ("书记、县长先后9次在调研报告上批示。", ["批示"]),
    ("梳理86户居民的难题。", ["居民"]),
    ("评出提案办理先进单位8个。", ["提案办理先进单位"]),
    ("组织80名委员，用时两个半月，走访企业21家。", ["委员", "用时", "企业"]),
    ("提交提案231件，比去年多18件。", ["提案", "提案"]),
    ("班子成员讲党课11人次。", ["班子成员"]),
    ("办复率由届初的98.2%提升到100%。", ["办复率", "办复率"]),
    # rates in a row, one of them of two words
    ("见面率、办结率、满意和基本满意率均达100%。", ["见面率", "办结率", "满意和基本满意率"]),
    ("代表、委员满意度100%。", ["代表、委员满意度"]),
    # nouns that hold verbs, nouns behind a number that reach the next
    ("经济建设和环境保护提案55件，民主社会保障提案21件。", ["经济建设和环境保护提案", "民主社会保障提案"]),
    ("组织24名专家和清河大学10名学生义诊。", ["专家", "学生"]),
    ("召开会议，与会委员156人，增选常委4人。", ["委员", "常委"]),
    ("收到提案80件，其中生态文明建设类13件。", ["提案", "生态文明建设类提案"]),
    ("资助百丈小学25万元。", ["资助"]),
    ("提案60件，其中，承办代表建议11件，已经解决9件；承办委员提案16件。", ["提案", "代表建议", "代表建议", "委员提案"]),
    ("为120余贫困户送去化肥20吨。", ["贫困户", "化肥"]),
    ("《清河文史》印发2000册。", ["《清河文史》"]),
]


@pytest.mark.parametrize(("text", "subjects"), TOLD, ids=[t[:18] for t, _ in TOLD])
def test_what_each_number_is_about(text: str, subjects: list[str]) -> None:
    assert [c.subject for c in read(text).claims] == subjects


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("召开五届二十三次委员会（扩大）会议。", "ordinal"),
        ("捐赠群众急需物品一批。", "article"),
        ("二期建立议事室。", "ordinal"),
        ("计划培训委员200人次。", "plan"),
        ("全市生产总值突破千亿元，增长6.8%。", "other_work"),
    ],
)
def test_what_is_no_claim(text: str, why: str) -> None:
    reading = read(text)
    assert reading.claims == ()
    assert why in {a.why for a in reading.set_aside}


def test_a_phase_is_no_count() -> None:
    assert [(c.value, c.subject) for c in read("二期建立议事室36个。").claims] == [(36, "议事室")]
    assert [c.value for c in read("举办培训班两期。").claims] == [2]


def test_a_hedge_before_the_verb_is_a_hedge() -> None:
    share = read("民生类提案90件，约占45.2%。").claims[1]
    assert (share.qualifier, share.hedge) == ("about", "约")


def test_a_deed_done_twice_is_counted_whatever_the_name_before_it() -> None:
    assert [c.value for c in read("委员李建军两次捐款。").claims] == [2]


def test_items_of_a_list_do_not_run_together() -> None:
    page = "<ul>\n  <li>评定星级工作室25个</li>\n  <li>品牌活动28场，联动企业120家</li>\n</ul>"
    assert [c.subject for c in read(page).claims] == ["星级工作室", "品牌活动", "企业"]
    plain = "评定星级工作室25个、示范点9个\n“同心”品牌开展活动28场，联动企业120家\n系列活动覆盖全区14个街道，受众逾万人\n公益慈善品牌募集善款超60万元"
    assert [c.subject for c in read(plain).claims][:2] == ["星级工作室", "示范点"]


def test_a_space_parts_counts_in_a_line_without_commas() -> None:
    claims = read("提案：收到158件 立案139件 办复率100%").claims
    assert [c.action for c in claims] == ["收到", "立案", None]


def test_the_name_of_a_plan_in_the_title_makes_no_plan_of_the_report() -> None:
    text = "清河区政协2019年信息工作总结\n2020年工作计划\n一、信息工作基本情况\n今年共收到信息436篇。"
    assert [c.value for c in read(text).claims] == [436]


def test_a_paragraph_labelled_as_next_years_is_a_plan() -> None:
    text = "清河政协2018年工作情况\n2018年，召开主席会议12次。\n2019年工作要点：安排协商议题5个，组织视察6次。"
    assert [c.value for c in read(text).claims] == [12]


def test_what_is_planned_to_be_solved_is_told_as_it_stands() -> None:
    assert [c.value for c in read("已经解决的有132件，列入计划拟解决的有13件，占9%。").claims] == [132, 13, 9]


def test_narrow_columns_are_put_together() -> None:
    text = "市工商联在全体会议上提交了集体提\n案八件并就有关工作答复办理市政协\n提案8件，其中主办件2个、协办件六\n个。市工商联印发有关通知后，征集\n48个书记项目，确定了42个商协会\n党支部书记项目。"
    assert [c.subject for c in read(text).claims][-1] == "商协会党支部书记项目"


def test_headlines_under_a_list_head_are_no_claims() -> None:
    text = "督办重点提案48件，成效明显增强。\n清河市政协全会新闻精选\n主席：五年开展509次调研\n主席：接待来访团组66个"
    assert [c.value for c in read(text).claims] == [48]
