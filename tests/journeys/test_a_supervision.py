"""A supervision from plan item to look-back: activity, opinion paper, the unit's answer, the ledger's problem."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE = "关于社区食堂食品安全的监督意见"
ITEM = "农村污水处理设施管护"
TASK = f"""
from lvzhi.plans.models import Task
print(Task.objects.get(topic="{ITEM}", plan__kind="supervision").uid)
"""
UNIT = """
from lvzhi.accounts.models import Appointment
print(Appointment.objects.get(account__username="chengban").unit.name)
"""
KEYS = ("activities.opinions", "activities.opinions_answered", "activities.opinions_closed", "ledger.problems_solved")


def figures(site: Server) -> list[int]:
    body = site.installation.json("figures", WUDANG.code, str(date.today().year), "--json", "--key", *KEYS)
    return [one["value"] for one in body["figures"]]


def test_a_finding_goes_to_the_unit_and_comes_back_rectified(site: Server, visitor: Visitor) -> None:
    before, unit = figures(site), site.installation.python(UNIT).strip()
    today = date.today().isoformat()
    office = visitor("mishuzhang")
    task = f"/plans/tasks/{site.installation.python(TASK).strip()}/"
    activity = _begun_from_the_plan(office, task)
    steps.press(office, "起草监督意见书")
    steps.pick(office, "unit", unit)
    steps.answer(office, title=TITLE, text="一、冷藏柜没有温度记录。\n二、留样不足。")
    steps.press(office, "保存")
    opinion = office.url
    steps.press(office, "文书")
    for name in ("送核", "核稿通过", "签发"):
        steps.press(office, name)
        steps.press(office, name)
    office.goto(opinion)
    steps.press(office, "发给单位")
    steps.answer(office, sent_on=today, until=(date.today() + timedelta(days=30)).isoformat())
    steps.press(office, "发给单位")
    assert steps.state_of(office) == "待整改反馈"

    office.goto(activity)
    problem = _enter_problem(office, "社区食堂冷藏柜没有温度记录。")

    answering = visitor("chengban", phone=True)
    answering.goto("/")
    answering.locator(".lz-todo", has_text=TITLE).get_by_role("link", name="反馈整改情况").last.tap()
    answering.wait_for_url(opinion)
    steps.press(answering, "反馈整改情况")
    steps.answer(answering, answer="已逐柜配置温度计并每日登记。", rectified_on=today)
    steps.press(answering, "反馈整改情况")
    assert (steps.sideways(answering), steps.violations(answering)) == (0, [])

    member = visitor("weiyuan", phone=True)
    member.goto(opinion)
    assert "已逐柜配置温度计" in member.locator("main").inner_text()
    steps.press(member, "登记回头看")
    assert (steps.sideways(member), steps.violations(member)) == (0, [])
    steps.answer(member, looked_on=today, result="done", finding="现场查看五个冷藏柜，记录齐全。")
    steps.press(member, "登记回头看")
    assert steps.state_of(member) == "已办结"

    office.goto(problem)
    _solve(office)
    after = figures(site)
    assert [late - early for early, late in zip(before, after, strict=True)] == [1, 1, 1, 1]
    office.goto(opinion)
    words = office.locator("main").inner_text()
    for part in (unit, "社区食堂冷藏柜", "现场查看五个冷藏柜", "整改到位"):
        assert part in words
    assert steps.violations(office) == []
    office.goto(task)
    assert "已完成" in office.locator("main .lz-tag").first.inner_text()
    assert ITEM in words  # the opinion paper's page names the plan item


def _begun_from_the_plan(page: Any, task: str) -> str:
    """The plan item becomes a supervision that was held today; what the plan says is not asked again."""
    page.goto(task)
    steps.press(page, "举办活动")  # of the kind that the plan item names
    assert page.locator("[name=topic]").input_value() == ITEM
    steps.answer(page, held_on=date.today().isoformat())
    steps.press(page, "保存")
    page.locator("main .lz-lead a").click()
    page.wait_for_load_state()
    steps.press(page, "登记为已举行")
    steps.press(page, "登记为已举行")
    return str(page.url)


def _enter_problem(page: Any, text: str) -> str:
    """Enter a problem found on this occasion; gives its page."""
    steps.press(page, "登记问题")
    steps.answer(page, text=text)
    steps.press(page, "登记")
    page.locator("main a", has_text=text).first.click()
    page.wait_for_load_state()
    return str(page.url)


def _solve(page: Any) -> None:
    """The office notes that it is done, and strikes it off."""
    steps.press(page, "代登完成整改")
    steps.answer(page, result="五个冷藏柜都有记录。")
    steps.press(page, "代登完成整改")
    steps.press(page, "核查销号")
    steps.press(page, "核查销号")
    assert steps.state_of(page) == "已销号"
