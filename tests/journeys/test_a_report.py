"""A report from its outline to the difference after signing: two drafters, a remark, a signature, a record changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
VOID = """
from lvzhi.accounts.actors import system_actor
from lvzhi.proposals.models import Proposal
from lvzhi.workflow import engine
row = Proposal.objects.live().filter(
    committee__code="GZ-GY-WD", received_on__year=2022, filed_on__year=2022
).order_by("-id").first()
engine.void(row, system_actor("journey"), "录入重复")
print(row.title)
"""
RESTORE = """
from lvzhi.accounts.actors import system_actor
from lvzhi.proposals.models import Proposal
from lvzhi.workflow import engine
engine.restore(Proposal.objects.filter(title={title!r}).exclude(voided_at=None).first(), system_actor("journey"))
"""


def at(page: Any, heading: str, name: str) -> None:
    """Press a link of one section."""
    part = page.locator(".lz-report-part", has=page.get_by_role("heading", name=heading))
    part.locator(".lz-report-tools > a", has_text=name).first.click()
    page.wait_for_load_state()


def test_a_report(site: Server, visitor: Visitor) -> None:
    office, head, secretary, leader = (visitor(name) for name in ("bangong", "zhuren", "mishuzhang", "lingdao"))
    office.goto("/reports/written/")
    steps.press(office, "起草报告")
    steps.answer(office, outline="提案工作情况报告", title="2022年提案工作情况", period="2022")
    steps.press(office, "开始起草")
    report = office.url
    article = office.locator("article.lz-report")
    expect(article).to_contain_text("全年共收到提案")
    received = article.locator("a", has_text="收到提案").first.inner_text().split("：")[-1].strip()
    assert received.isdigit()

    two = head
    two.goto(report)
    for page, words in ((office, "办公室加的一句。"), (two, "专委会加的一句。")):
        page.goto(report)
        at(page, "提案总体情况", "修改")
        page.locator("#id_text").press("Control+End")
        page.locator("#id_text").type(words)
    steps.press(office, "保存")
    steps.press(two, "保存")
    expect(two.locator("h1")).to_contain_text("已在别处改过")
    expect(two.locator("main")).to_contain_text("办公室加的一句。")
    steps.press(two, "保留现在保存的")

    two.goto(report)
    at(two, "主要做法", "修改")
    two.locator("#find").fill("收到提案")
    steps.press(two, "找数据")
    two.locator("#id_text").fill("全年收到提案")
    two.locator("button[name=insert][value='{收到提案}']").click()
    expect(two.locator("#id_text")).to_have_value("全年收到提案{收到提案}")
    steps.press(two, "保存")

    secretary.goto(report)
    at(secretary, "主要做法", "批注")
    steps.answer(secretary, text="补一句单位。")
    steps.press(secretary, "提出批注")
    two.goto(report)
    steps.press(two, "答复批注")
    steps.answer(two, answer="已补。")
    steps.press(two, "答复批注")
    secretary.goto(report)
    steps.press(secretary, "确认解决")
    steps.press(secretary, "确认解决")

    office.goto(report)
    steps.press(office, "送审前检查")
    expect(office.locator("main")).to_contain_text("“下一步工作”一节没有文字")
    office.goto(report)
    office.locator("main a, main button").filter(has_text=re.compile(r"^\s*送审\s*$")).first.click()
    steps.answer(office, ground="下一步工作由主席会议定后补写。")
    steps.press(office, "送审")
    secretary.goto(report)
    steps.press(secretary, "审核通过")
    steps.press(secretary, "审核通过")
    leader.goto(report)
    steps.press(leader, "签发")
    steps.press(leader, "签发")
    if leader.locator("dialog[open]").count():
        leader.locator("dialog[open] button[value=yes]").click()
        leader.wait_for_load_state()
    expect(leader.locator("main .lz-tag").first).to_contain_text("已签发")

    title = site.installation.python(VOID).strip().splitlines()[-1]
    try:
        leader.goto(report)
        expect(leader.locator("article.lz-report")).to_contain_text(f"{received}件")
        steps.press(leader, "签发后的变化")
        expect(leader.locator("main")).to_contain_text(f"签发时 {received}件")
        expect(leader.locator("main")).to_contain_text(f"现在 {int(received) - 1}件")
        expect(leader.locator("main")).to_contain_text(title)
        assert (steps.sideways(leader), steps.violations(leader)) == (0, [])
    finally:
        site.installation.python(RESTORE.format(title=title))
    leader.goto(report)
    assert (steps.sideways(leader), steps.violations(leader)) == (0, [])
