"""Six ways of a proposal in a browser: declined, merged, refused by units, not filed, key, and a promise that wakes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from lvzhi.demo.plan import UNITS
from tests.demo_site import Server
from tests.journeys import steps, ways

Visitor = Callable[..., Any]
LEAD = UNITS[0][0]  # the unit of the login chengban
THIRD = """
from lvzhi.people.models import Member
rows = Member.objects.filter(committee__code="GZ-GY-WD", person__account__isnull=False, ends=None, voided_at=None)
rows = rows.exclude(person__account__username__in=["weiyuan", "fuyi"]).order_by("-number")
print(rows.first().person.account.username, rows.first().person.name)
"""
NAME = "from lvzhi.accounts.models import Account; print(Account.objects.get(username='{username}').name)"


@pytest.fixture(scope="module")
def third(site: Server) -> tuple[str, str]:
    """Login and name of one more member."""
    username, name = site.installation.python(THIRD).split()
    return username, name


def name_of(site: Server, username: str) -> str:
    return site.installation.python(NAME.format(username=username)).strip()


def test_a_joint_proposal_with_one_decliner(site: Server, visitor: Visitor, third: tuple[str, str]) -> None:
    member, signs, declines = visitor("weiyuan", phone=True), visitor("fuyi", phone=True), visitor(third[0], phone=True)
    uid = ways.write(member, "关于增设社区夜间用药服务点的提案")
    for name in (name_of(site, "fuyi"), third[1]):
        steps.pick(member, "members", name)
    steps.press(member, "邀请联名")
    ways.take(signs, uid, "附议")
    ways.take(declines, uid, "婉拒")
    ways.take(member, uid, "提交")
    text = ways.words(member)
    assert "已附议" in text
    assert "已婉拒" in text

    clerk, unit = visitor("jingban"), visitor("chengban")
    ways.put_on_file(clerk, uid)
    ways.hand_over(clerk, uid, LEAD)
    ways.take(unit, uid, "签收")
    ways.reply(unit, uid)
    ways.rate(member, uid)
    assert steps.state_of(member) == "已答复待评价"
    ways.rate(signs, uid)
    assert steps.state_of(signs) == "办结"
    assert declines.goto(ways.page_of(uid)).status == 404


def test_one_merged_from_three(visitor: Visitor, third: tuple[str, str]) -> None:
    members = [visitor("weiyuan"), visitor("fuyi"), visitor(third[0])]
    titles = [f"关于{place}路口增设安全岛的提案" for place in ("新光", "水东", "云锦")]
    uids = [ways.hand_in(member, title) for member, title in zip(members, titles, strict=True)]
    clerk, unit = visitor("jingban"), visitor("chengban")
    numbers = []
    for uid in uids:
        ways.put_on_file(clerk, uid)
        numbers.append(clerk.locator("main").inner_text().split("第0", 1)[1].split("号", 1)[0])
    for uid in uids[1:]:
        ways.take(clerk, uid, "并案", lead=f"0{numbers[0]}")
    ways.hand_over(clerk, uids[0], LEAD)
    for uid, member, number in zip(uids, members, numbers, strict=True):
        unit.goto(ways.page_of(uid))
        assert f"第0{number}号" in ways.words(unit)
        ways.take(unit, uid, "签收")
        ways.reply(unit, uid)
        ways.rate(member, uid)
        assert steps.state_of(member) == "办结"


def test_refused_by_two_units_extended_dissatisfied_and_handled_again(visitor: Visitor) -> None:
    member, clerk, unit = visitor("weiyuan", phone=True), visitor("jingban"), visitor("chengban")
    uid = ways.hand_in(member, "关于统筹乡镇垃圾转运站臭气治理的提案")
    ways.put_on_file(clerk, uid)
    ways.hand_over(clerk, uid, UNITS[1][0])
    for number, follower in ((2, UNITS[2][0]), (3, LEAD)):
        refusing = visitor(ways.UNIT_LOGIN.format(number=number))
        ways.take(refusing, uid, "申请退回", ground="该事项的主管职责不在我单位，建议改由主管部门主办。")
        ways.take(clerk, uid, "同意退回并改办", unit=follower, opinion="同意，改由主管单位主办。")
    ways.take(unit, uid, "签收")
    until = date.today() + timedelta(days=120)
    ways.take(unit, uid, "申请延期", until=until.isoformat(), reason="涉及两个乡镇的用地，须现场勘察后定点。")
    ways.take(clerk, uid, "同意延期")
    assert "延期" in ways.words(clerk)

    ways.reply(unit, uid, "C", text="受用地条件限制，将在以后解决。")
    ways.rate(member, uid, "dissatisfied", reason="没有说明什么时候解决。")
    assert steps.state_of(member) == "重新办理"
    ways.reply(unit, uid, "A", text="已在两处转运站加装除臭设备并公布监测数据。")
    ways.rate(member, uid)
    assert steps.state_of(member) == "办结"
    assert "没有说明什么时候解决。" in ways.words(member)
    clerk.goto("/proposals/returns/")
    ledger = ways.words(clerk)
    assert ledger.count("关于统筹乡镇垃圾转运站臭气治理的提案") == 2


def test_not_filed_and_routed_to_social_opinion(visitor: Visitor) -> None:
    member, clerk = visitor("weiyuan", phone=True), visitor("jingban")
    uid = ways.hand_in(member, "关于上调跨省高速通行优惠幅度的提案")
    why = "所提事项超出区级事权，转为社情民意信息向上反映。"
    ways.take(clerk, uid, "不予立案", grounds=["beyond_powers"], route="opinion", explanation=why)
    assert steps.state_of(clerk) == "不予立案"
    member.goto(ways.page_of(uid))
    told = ways.words(member)
    for expected in ("超出本级事权", "转为社情民意信息", why):
        assert expected in told
    assert steps.sideways(member) == 0


def test_a_key_proposal_led_by_a_leader(site: Server, visitor: Visitor) -> None:
    member, clerk, head = visitor("weiyuan", phone=True), visitor("jingban"), visitor("zhuren")
    leader, unit = visitor("lingdao"), visitor("chengban")
    title = "关于建设城区一刻钟养老服务圈的提案"
    uid = ways.hand_in(member, title)
    ways.put_on_file(clerk, uid)
    ways.hand_over(clerk, uid, LEAD)
    name = name_of(site, "lingdao")
    ways.take(
        head, uid, "定为重点提案", ground="经主席会议审议确定", leader_name=name, leader_post="区政协主席",
        rank="政协主席会议成员", leader=name,
    )  # fmt: skip
    leader.goto("/proposals/key/")
    assert title in ways.words(leader)
    ways.take(unit, uid, "签收")
    ways.take(
        head, uid, "登记督办", way="leader", form="meeting", proposer_side="提案者", unit_side="分管副局长",
        points="看了三处服务站，听取了提办双方意见。", agreed="年内补齐两处助餐点。",
    )  # fmt: skip
    leader.goto("/proposals/key/")
    assert "年内补齐两处助餐点。" in ways.words(leader)
    ways.reply(unit, uid)
    ways.rate(member, uid)
    leader.goto(ways.page_of(uid))
    assert steps.state_of(leader) == "办结"
    assert "提办双方面对面" in ways.words(leader)


@pytest.fixture
def next_month(site: Server) -> Iterator[Server]:
    """The same records, served as they will look in forty days."""
    server = Server(site.installation, ahead=40)
    yield server
    server.close()


def test_a_promise_wakes_on_its_day(visitor: Visitor, next_month: Server) -> None:
    member, clerk, unit = visitor("weiyuan", phone=True), visitor("jingban"), visitor("chengban")
    title = "关于疏通老城片区排水管网的提案"
    uid = ways.hand_in(member, title)
    ways.put_on_file(clerk, uid)
    ways.hand_over(clerk, uid, LEAD)
    ways.take(unit, uid, "签收")
    due = (date.today() + timedelta(days=20)).isoformat()
    promised = "二十天内完成两处卡点疏通。"
    ways.reply(
        unit, uid, "B", text_1="已列入计划，分两段实施。", class_1="B", promise_1=promised, due_1=due,
    )  # fmt: skip
    ways.rate(member, uid)
    assert steps.state_of(member) == "办结"
    clerk.goto("/")
    owed = f"《{title}》的承诺"
    assert owed not in ways.words(clerk), "still to come"

    later = visitor("jingban", at=next_month)
    later.goto("/")
    assert owed in ways.words(later)
    later.goto(ways.page_of(uid))
    assert promised in ways.words(later)
    assert LEAD in ways.words(later)
    ways.take(later, uid, "回头看", verdict="broken", finding="现场只疏通了一处，另一处没有动工。")
    assert "未兑现" in ways.words(later)
