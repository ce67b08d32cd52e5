"""A secret ballot: voted on a phone in three taps, counted by two tellers, seen by nobody before its time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE = "区交通运输局民主评议"
CODE = re.compile(r"[2-9A-Z]{4}(?:-[2-9A-Z]{4}){4}")
VOTES = """
from lvzhi.ballots.models import Ballot
from lvzhi.ballots.queries import turnout
print(turnout(Ballot.objects.get(state="open")).voted)
"""


def test_voted_in_three_taps_and_counted_by_two_tellers(site: Server, visitor: Visitor) -> None:
    before = int(site.installation.python(VOTES))
    member = visitor("weiyuan", phone=True)
    member.goto("/")
    member.locator(".lz-todo", has_text=TITLE).get_by_role("link", name="投票").last.tap()
    member.wait_for_url("**/vote/")
    address = member.url.removesuffix("vote/")
    assert (steps.sideways(member), steps.violations(member)) == (0, [])
    member.get_by_role("button", name="满意", exact=True).tap()
    member.get_by_role("button", name="投入票箱").tap()
    member.wait_for_url(address)
    assert "您已投票" in member.locator("main").inner_text()
    member.goto(f"{address}vote/")
    assert member.url == address

    other = visitor("fuyi", javascript=False)
    other.goto(f"{address}vote/")
    for radio in other.locator("input[type=radio][value='2']").all():
        radio.check()
    other.get_by_role("button", name="投入票箱").click()
    expect(other.locator("main")).to_contain_text(f"{before + 2} / 30")

    teller = visitor("zhuren", phone=True)
    teller.goto(address)
    codes = CODE.findall(teller.locator("main").inner_text())
    steps.press(teller, "开箱计票")
    assert (steps.sideways(teller), steps.violations(teller)) == (0, [])
    _count(teller, present=5, codes=codes)
    assert "多于实到人数5人" in teller.locator("main").inner_text()
    _count(teller, present=28, codes=codes)
    assert steps.state_of(teller) == "已计票待公布"

    member.goto(address)
    assert member.locator("td[data-label='有效票']").count() == 0
    office = visitor("mishuzhang")
    office.goto(address)
    steps.press(office, "公布结果")
    steps.press(office, "公布结果")
    member.goto(address)
    assert steps.state_of(member) == "已公布"
    assert member.locator("td[data-label='有效票']").all_inner_texts() == [str(before + 2)] * 7
    assert (steps.sideways(member), steps.violations(member)) == (0, [])
    administrator = visitor("guanli")
    assert administrator.goto(address).status == 404


def _count(page: Any, present: int, codes: list[str]) -> None:
    page.fill("[name=present]", str(present))
    page.fill("[name=first_code]", codes[0].lower())
    page.fill("[name=second_code]", codes[2])
    page.get_by_role("button", name="开箱计票").click()
    with page.expect_navigation():
        page.get_by_role("dialog").get_by_role("button").last.click()
