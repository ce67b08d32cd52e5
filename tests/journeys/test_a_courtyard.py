"""A courtyard deliberation from plan item to solved problem; the plan's progress moves by itself (R3.8, R3.11)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE = "三单元门前积水怎么办"
PROBLEM = "三单元门前雨后积水，老人出行不便。"
PLACE = """
from lvzhi.activities.models import Site
from lvzhi.plans.models import Task
site = Site.objects.order_by("id").first()
print(Task.objects.get(topic="院坝协商、社区协商", plan__committee__code="GZ-GY-WD").uid, site.uid, site.name)
"""
UNIT = """
from lvzhi.accounts.models import Appointment
print(Appointment.objects.get(account__username="chengban").unit.name)
"""
KEYS = ("activities.site_sessions", "ledger.problems", "ledger.problems_solved")


def figures(site: Server) -> list[int]:
    body = site.installation.json("figures", WUDANG.code, str(date.today().year), "--json", "--key", *KEYS)
    return [one["value"] for one in body["figures"]]


def done(page: Any, task: str) -> int:
    """How many records the plan item counts."""
    page.goto(f"/plans/tasks/{task}/")
    found = re.search(r"(\d+)\s*/\s*\d+|已有(\d+)|(\d+)项", page.locator("#records .lz-lead").inner_text())
    assert found, page.locator("#records").inner_text()
    return int(next(group for group in found.groups() if group))


def test_from_the_plan_item_to_the_solved_problem(site: Server, visitor: Visitor) -> None:
    before = figures(site)
    task, place, name = site.installation.python(PLACE).split(maxsplit=2)
    unit = site.installation.python(UNIT).strip()
    office = visitor("mishuzhang", phone=True)
    counted = done(office, task)

    steps.press(office, "查看全程")
    assert "院坝协商、社区协商" in office.locator("h1").inner_text()
    steps.press(office, "登记已举行的一场")
    assert (steps.sideways(office), steps.violations(office)) == (0, [])
    assert office.locator("[name=task] option:checked").inner_text().endswith("院坝协商、社区协商")
    steps.answer(office, title=TITLE, site=name.strip(), summary="居民、物业和部门商定先疏通再改坡。")
    steps.press(office, "登记")
    activity = office.url

    steps.press(office, "登记问题")
    steps.answer(office, text=PROBLEM)
    steps.press(office, "登记")
    office.locator("main a", has_text="三单元门前雨后积水").first.click()
    office.wait_for_load_state()
    problem = office.url
    steps.press(office, "定责任")
    steps.answer(office, owner_unit=unit)
    steps.press(office, "定责任")

    officer = visitor("chengban", phone=True)
    officer.goto(problem)
    steps.press(officer, "登记措施")
    steps.answer(officer, text="疏通雨水管\n门前改坡")
    steps.press(officer, "登记措施")
    steps.press(officer, "完成整改，申请销号")
    steps.answer(officer, result="雨水管已疏通，门前已改坡。")
    steps.press(officer, "完成整改，申请销号")
    assert (steps.sideways(officer), steps.violations(officer)) == (0, [])

    office.goto(problem)
    steps.press(office, "核查销号")
    steps.press(office, "核查销号")
    assert steps.state_of(office) == "已销号"

    assert done(office, task) == counted + 1
    assert [late - early for early, late in zip(before, figures(site), strict=True)] == [1, 1, 1]
    office.goto(f"/activities/sites/{place}/")
    words = office.locator("main").inner_text()
    assert TITLE in words
    assert "三单元门前雨后积水" in words
    office.goto(activity)
    steps.press(office, "查看全程")
    assert "问题1个，已解决1个" in office.locator("#adoption").inner_text()
    assert office.locator("#adoption").get_attribute("data-state") == "done"
    assert (steps.sideways(office), steps.violations(office)) == (0, [])
