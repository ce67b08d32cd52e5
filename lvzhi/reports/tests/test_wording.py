"""Which figure prose speaks of: every figure by its own name, and other people's ways of saying it."""

from __future__ import annotations

import pytest

from lvzhi.claims import read
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Figure
from lvzhi.reports.checking import check_text
from lvzhi.reports.tests.small import Small

NOTHING_COUNTED = {"activities.site_sessions_each", "plans.tasks"}  # 每个…, 计划…: read as a norm, as a plan
# what is said → the figures, one for each number in its order; "" where none may be guessed
SAID = {
    "经审查，立案198件，交42家承办单位办理。": ["proposals.filed", "proposals.units"],
    "全年立案198件。其中，委员提案180件，党派团体提案12件，专委会提案6件。": ["proposals.filed"] * 4,
    "委员对办理结果的满意率为98.5%。": ["proposals.satisfaction"],
    "开展重点提案督办活动9次，督办重点提案12件。": ["proposals.supervisions", "proposals.key"],
    "按期办复提案57件。": ["proposals.in_time"],
    "编发社情民意专报16期，被省政协采用12篇。": ["opinions.specials", "opinions.adopted"],
    "撰写调研报告6份。": ["papers.issued"],
    "2篇党课讲稿被评为优秀党课。": ["honours.works"],
    "举办委员讲堂8期，参加学习560人次。": ["activities.events", "activities.participations"],
    "开展协商议事活动146场次，解决民生问题118个。": ["activities.events", "ledger.problems_solved"],
    "理论学习中心组学习12次。": ["activities.events"],
    "全年讲党课9次。": ["activities.events"],
    "设委员活动小组10个，机关现有干部职工32名。": ["people.liaison_groups", "people.staff"],
    "修订制度12项，新建制度5项。": ["regulations.revised", "regulations.made"],
    "排查问题86个，制定整改措施172条，完成整改80个。": ["ledger.problems", "ledger.measures", "ledger.problems_solved"],
    "为群众办实事320件，党员办实事96件。": ["projects.deeds", "party.deeds"],
    "新增委员6名。": ["tenure.by_elections"],
    "发出监督意见书7份。": ["activities.opinions"],
    "参与联合课题3个，承担分解任务15项，完成分解任务12项。": ["joint.topics", "joint.pieces", "joint.pieces_done"],
    "参加所在支部组织生活24次，走访联系点12次。": ["party.double_life", "party.visits"],
    "打造协商议事点32个，开展协商议事112次。": ["activities.sites", "activities.events"],
    "在政协公众号推送信息320条。": ["publications.items"],
    "截至年底，99.2%的提案已经办复。": ["proposals.answered_rate"],
    "党组成员联系委员156人次。": ["contacts.with_members"],
    "得到领导批示122件次。": ["papers.comments"],
    "开展民主评议部门工作4次，旁听庭审5次。": ["activities.events", "activities.events"],
    "提交专项视察报告5份。": ["papers.issued"],
    # what is denied, or lacks something, is not the thing itself
    "意见建议未采纳的7条。": [""],
    "没有书记的支部3个。": [""],
    "未被采用的社情民意信息57篇。": ["opinions.declined"],
    "未编入界别的委员3名。": ["people.no_sector"],
    # a narrower thing than any figure
    "评选提案办理先进单位10个。": [""],
    "收到市级以上荣誉11项。": [""],
}  # fmt: skip


def said(figure: Figure) -> str:
    """A sentence that has the figure's name and a number of its unit."""
    shape = {"%": "{}为87%。", "元": "{}57万元。"}.get(figure.unit, "{}57" + figure.unit + "。")
    return shape.format(figure.name)


def found(small: Small, text: str) -> list[str]:
    """The figure of each claim, "" where there is none."""
    return [one.figure.key if one.figure else "" for one in check_text(text, small.scope, small.year).claims]


def test_every_figure_is_known_by_its_own_name(small: Small) -> None:
    """Reports of the product itself use these names: what it wrote it reads again."""
    figures = [one for one in registry.figures() if one.key not in NOTHING_COUNTED]
    read_again = {one.key: found(small, said(one)) for one in figures}
    assert {key: keys for key, keys in read_again.items() if keys != [key]} == {}


@pytest.mark.parametrize("text", SAID)
def test_ways_of_saying(small: Small, text: str) -> None:
    assert found(small, text) == SAID[text]


def test_the_words_before_a_number_begin_behind_the_number_before() -> None:
    reading = read("一年来，立案的提案近198件、未立案的3件。")
    assert [one.lead for one in reading.claims] == ["立案的提案", "、未立案的"]
