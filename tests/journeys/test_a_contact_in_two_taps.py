"""A contact logged on the phone, counting the taps: from the desk to the person, from the person to the mode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
COUNT = """window.addEventListener("click", event => {
  const pressed = event.target.closest("a, button, summary, label")
  if (pressed && event.isTrusted) sessionStorage.taps = Number(sessionStorage.taps || 0) + 1
}, true)"""


def taps(page: Any) -> int:
    return int(page.evaluate("Number(sessionStorage.taps || 0)"))


def test_a_contact_is_logged_in_two_taps_from_the_desk(site: Server, visitor: Visitor) -> None:
    member = visitor("weiyuan", phone=True)
    member.context.add_init_script(COUNT)
    member.goto("/")
    card = member.locator(".lz-card", has=member.get_by_role("heading", name="我的联系对象"))
    person = card.locator(".lz-reach a").first
    name = person.locator("strong").inner_text()
    member.evaluate("sessionStorage.taps = 0")

    person.tap()
    member.get_by_role("button", name="走访").tap()
    expect(member.locator("main .lz-notice")).to_contain_text(f"走访联系{name}")
    assert taps(member) == 2
    assert steps.sideways(member) == 0
    assert steps.violations(member) == []
    before = member.locator("main h2:has-text('联系记录') >> xpath=ancestor::section").locator("li").count()

    steps.press(member, "补充情况")
    steps.answer(member, topic="了解用工情况", problem="技术工人难招")
    steps.press(member, "补充情况")
    expect(member.locator("main")).to_contain_text("待跟进")

    member.goto("/")
    card.locator(".lz-reach a", has_text=name).first.tap()
    member.get_by_role("button", name="电话").tap()
    expect(member.locator("main .lz-notice")).to_contain_text(f"电话联系{name}")
    member.get_by_role("button", name="撤销").tap()
    expect(member.locator("main")).to_contain_text("已撤销刚才的登记")
    records = member.locator("main h2:has-text('联系记录') >> xpath=ancestor::section").locator("li")
    expect(records).to_have_count(before)

    office = visitor("bangong")
    office.goto("/inbox/")
    office.get_by_role("link", name="动态").click()
    office.locator("main a", has_text="反映了问题").first.click()
    office.wait_for_load_state()
    steps.press(office, "登记问题")
    expect(office.locator("[name=text]")).to_have_value("技术工人难招")
    steps.press(office, "登记")
    expect(office.locator("main")).to_contain_text("技术工人难招")
