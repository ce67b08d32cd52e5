"""A project on the phone and at the desk: visited in two taps, a problem solved, a lead taken over, figures read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from playwright.sync_api import expect

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
KEYS = ("projects.visits", "ledger.problems_solved", "projects.leads", "projects.introduced")
PROBLEM = "停车场排水沟没有盖板"


def figures(site: Server) -> list[int]:
    body = site.installation.json("figures", WUDANG.code, str(date.today().year), "--json", "--key", *KEYS)
    found = {one["key"]: one["value"] for one in body["figures"]}
    return [found[key] for key in KEYS]


def test_a_leader_visits_a_site_and_what_was_found_is_solved(site: Server, visitor: Visitor) -> None:
    before = figures(site)
    leader = visitor("lingdao", phone=True)
    leader.goto("/projects/mine/")
    assert (steps.sideways(leader), steps.violations(leader)) == (0, [])
    leader.locator("main tr", has_text="村寨旅游").get_by_role("link", name="登记督导").tap()  # the first tap
    leader.wait_for_url("**/step/visit/")
    leader.wait_for_load_state()
    assert (steps.sideways(leader), steps.violations(leader)) == (0, [])
    leader.locator("main").get_by_role("button", name="登记现场督导").tap()  # the second
    expect(leader.locator("main")).to_contain_text("推进情况")
    today = date.today()
    expect(leader.locator("main")).to_contain_text(f"{today.year}年{today.month}月{today.day}日")
    project = leader.url

    office = visitor("bangong")
    office.goto(project)
    steps.press(office, "登记问题")
    office.locator("main form [name='solved']").check(force=True)
    steps.answer(office, text=PROBLEM, result="已加盖板。")
    steps.press(office, "登记")
    expect(office.locator("main")).to_contain_text(PROBLEM)
    expect(office.locator("main")).to_contain_text("已销号")
    leader.goto(project)
    expect(leader.locator("main")).to_contain_text(PROBLEM)
    general = visitor("mishuzhang")
    general.goto("/figures/projects.visits/")
    expect(general.locator("main")).to_contain_text("村寨旅游")
    assert [late - early for early, late in zip(before, figures(site), strict=True)] == [1, 1, 0, 0]


def test_a_lead_goes_from_a_phone_to_the_pipeline(site: Server, visitor: Visitor) -> None:
    before = figures(site)
    member = visitor("weiyuan", phone=True)
    member.goto("/projects/leads/new/")
    assert (steps.sideways(member), steps.violations(member)) == (0, [])
    steps.answer(member, firm="远帆网具公司", title="渔网编织自动线")
    steps.press(member, "提交线索")
    lead = member.url
    office = visitor("bangong")
    office.goto("/")
    office.locator(".lz-todo", has_text="渔网编织自动线").get_by_role("link", name="接办").click()
    expect(office.locator("main")).to_contain_text("远帆网具公司")
    steps.press(office, "接办")
    steps.answer(office, kind="工业")
    steps.press(office, "接办")
    expect(office.locator("main")).to_contain_text("远帆网具公司")
    office.goto("/projects/pipeline/")
    expect(office.locator("main")).to_contain_text(re.compile("渔网编织自动线"))
    assert (steps.sideways(office), steps.violations(office)) == (0, [])
    member.goto(lead)
    expect(member.locator("main")).to_contain_text("已成为项目")
    assert [late - early for early, late in zip(before, figures(site), strict=True)] == [0, 0, 1, 1]
