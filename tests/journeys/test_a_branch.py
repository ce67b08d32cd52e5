"""A branch of the Party at work: a deed from a phone with its proof, and the appraisal to each member's own result."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE = "为独居老人换好门锁"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
SECRETARY = """
from lvzhi.party.models import Seat
branch = Seat.objects.get(person__account__username="{login}", body__kind="branch").body
print(branch.uid, Seat.objects.get(body=branch, post="secretary", ends=None).person.account.username)
"""
MEMBER = """
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import system_actor
from lvzhi.demo.logins import PASSWORD
from lvzhi.party.models import Body, Seat
from lvzhi.people import actions as people
seat = Seat.objects.filter(body__uid="{uid}", post="member", person__account=None, ends=None).order_by("-id").first()
office = system_actor("journey")
made = accounts.create_account(office, "dangyuan", seat.name, PASSWORD, must_change=False, committee=seat.committee)
accounts.appoint(office, made, "member", seat.committee, starts=seat.starts)
people.link_account(office, seat.person, made)
print(seat.name)
"""


def figure(site: Server, key: str) -> dict[str, Any]:
    found = site.installation.json("figures", WUDANG.code, str(date.today().year), "--json", "--key", key)["figures"]
    one: dict[str, Any] = found[0]
    return one


def send(page: Any) -> None:
    """Send the form of the page."""
    page.locator("main form button.lz-main-button[type=submit]").first.click()
    page.wait_for_load_state()


def test_a_deed_from_the_phone_with_its_proof(site: Server, visitor: Visitor, tmp_path: Path) -> None:
    _, secretary = site.installation.python(SECRETARY.format(login="fuyi")).split()
    before = figure(site, "party.deeds")["value"]
    member = visitor("fuyi", phone=True)
    member.goto("/party/deeds/")
    steps.press(member, "填报我的实事")
    assert (steps.sideways(member), steps.violations(member)) == (0, [])
    steps.answer(member, title=TITLE, done_on=date.today().isoformat(), beneficiary="独居老人", text="换了门锁。")
    send(member)
    expect(member.locator("h1")).to_have_text(TITLE)
    proof = tmp_path / "门锁.png"
    proof.write_bytes(PICTURE)
    member.set_input_files("main [name='files']", proof)
    member.locator("main button", has_text="上传").click()
    expect(member.locator("main")).to_contain_text("门锁.png")
    assert (steps.sideways(member), steps.violations(member)) == (0, [])

    leader = visitor(secretary)
    leader.goto("/")
    leader.locator("main a", has_text=TITLE).first.click()
    leader.wait_for_load_state()
    expect(leader.locator("main")).to_contain_text("门锁.png")
    steps.press(leader, "核实")
    steps.press(leader, "核实")
    assert steps.state_of(leader) == "已核实"
    assert figure(site, "party.deeds")["value"] == before + 1


def test_a_year_from_the_opening_to_each_members_own_result(site: Server, visitor: Visitor) -> None:
    uid, _ = site.installation.python(SECRETARY.format(login="weiyuan")).split()
    name = site.installation.python(MEMBER.format(uid=uid)).strip()
    before = figure(site, "party.appraisal_coverage")
    secretary = visitor("weiyuan", phone=True)
    secretary.goto(f"/party/{uid}/")
    secretary.locator("#appraisals").get_by_role("link", name="发起").click()
    secretary.wait_for_load_state()
    assert (steps.sideways(secretary), steps.violations(secretary)) == (0, [])
    send(secretary)
    appraisal = secretary.url
    assert steps.state_of(secretary) == "个人自评"

    member = visitor("dangyuan", phone=True)
    member.goto(appraisal)
    expect(member.locator("main")).to_contain_text("只显示您本人的")
    steps.press(member, "去填写")
    own = member.url
    steps.press(member, "填写个人自评")
    steps.answer(member, text="一年来走访群众十二户，学习不够系统。")
    steps.press(member, "填写个人自评")
    assert steps.state_of(member) == "已自评"
    assert (steps.sideways(member), steps.violations(member)) == (0, [])

    secretary.goto(appraisal)
    steps.press(secretary, "召开评议大会")
    steps.answer(secretary, title="民主评议党员大会")
    send(secretary)
    steps.answer(secretary, text="逐人评议。")
    steps.press(secretary, "登记召开情况")
    secretary.goto(appraisal)
    assert steps.state_of(secretary) == "待评定等次"
    steps.press(secretary, "评定等次")
    assert (steps.sideways(secretary), steps.violations(secretary)) == (0, [])
    for group in secretary.locator("main form fieldset").all():
        group.get_by_text("优秀", exact=True).click()
    steps.press(secretary, "评定等次")
    expect(secretary.locator("main")).to_contain_text("超过参加评定")
    for group in secretary.locator("main form fieldset").all():
        group.get_by_text("合格", exact=True).click()
    steps.press(secretary, "评定等次")
    assert steps.state_of(secretary) == "待上级确认"
    member.goto(own)
    assert "合格" not in member.locator("main").inner_text()

    office = visitor("bangong")
    office.goto(appraisal)
    steps.press(office, "确认等次")
    office.locator("main form button[type=submit]").first.click()
    confirm = office.get_by_role("dialog").get_by_role("button").last
    if confirm.count() and confirm.is_visible():
        confirm.click()
    office.wait_for_url(appraisal)
    assert steps.state_of(office) == "已确认"
    assert name in office.locator("#lines").inner_text()
    member.goto(own)
    expect(member.locator("main")).to_contain_text("合格")
    assert (steps.sideways(member), steps.violations(member)) == (0, [])
    assert figure(site, "party.appraisal_coverage")["numerator"] > before["numerator"]
