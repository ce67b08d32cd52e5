"""A by-election from the proposal to the roster and the new member's file; the member's side on the phone (R6.1)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from playwright.sync_api import expect

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
NAME, PHONE = "欧阳试新", "13900001234"
MEETINGS = """
import datetime as dt
import json
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.activities import actions
from lvzhi.activities.actions import Guest
from lvzhi.deadlines import clock
from lvzhi.people.models import Person
from lvzhi.workflow import engine
actor = actor_for(Account.objects.get(username="bangong"))
place, today = Account.objects.get(username="bangong").committee, clock.today()
guest = Guest(person=Person.objects.get(account__username="weiyuan"))
for kind, title in (("chairmen", "研究增补的主席会议"), ("standing", "决定增补的常委会会议")):
    made = actions.begin(actor, place, {"kind": kind, "title": title, "held_on": today}, guests=[guest])
    engine.take(made, "hold", actor, {"summary": ""})
"""
KNOWN = """
from lvzhi.people.models import Member
print(Member.objects.filter(person__name={name!r}).exists())
"""
ACCOUNT = """
import json
from lvzhi.accounts import actions
from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from django.contrib.auth.hashers import make_password
from lvzhi.demo.logins import PASSWORD
from lvzhi.people import actions as people
from lvzhi.people.models import Member
place = Account.objects.get(username="bangong").committee
member = Member.objects.get(person__name={name!r}, committee=place)
system = system_actor("tests")
made = actions.create_account(
    system, "xinweiyuan", member.person.name, must_change=False, committee=place, hashed=make_password(PASSWORD)
)
actions.appoint(system, made, "member", place, starts=clock.today(), ground="增补")
people.link_account(system, member.person, made)
print(json.dumps({{"member": str(member.uid)}}))
"""


def elected(site: Server) -> list[int]:
    body = site.installation.json(
        "figures", WUDANG.code, str(date.today().year), "--json", "--key", "tenure.by_elections", "people.members"
    )
    return [one["value"] for one in body["figures"]]


def propose(office: Any) -> None:
    """From the navigation to the proposal; one who is a member already is refused in a sentence, nothing is lost."""
    office.goto("/tenure/")
    steps.press(office, "提出变动")
    steps.press(office, "增补委员")
    known = office.locator("main form [name=name]")
    known.fill(NAME)
    steps.answer(
        office, phone=PHONE, employer="区实验小学", job="校长", organ="教育界", ground="界别委员空缺，经协商推荐。"
    )
    steps.press(office, "提交")
    expect(office.locator("main")).to_contain_text("主席会议研究")


def register(office: Any, step: str, meeting: str, **answers: Any) -> None:
    """A step with the meeting chosen by its name."""
    steps.press(office, step)
    choice = office.locator("main form [name=meeting]")
    choice.select_option(label=choice.locator("option", has_text=meeting).inner_text())
    for name, value in answers.items():
        office.locator(f"main form [name={name}]").fill(value)
    office.locator("main form button[type=submit]").click()
    office.wait_for_load_state()


def test_from_the_proposal_to_the_roster_and_the_file(site: Server, visitor: Visitor) -> None:
    before = elected(site)
    site.installation.python(MEETINGS)
    office = visitor("bangong")
    propose(office)
    change = office.url
    register(office, "登记研究情况", "研究增补的主席会议")
    assert "待决定" in office.locator("main").inner_text()
    assert site.installation.python(KNOWN.format(name=NAME)).strip() == "False"
    register(office, "登记决定", "决定增补的常委会会议", in_force_on="2026-01-02")
    assert "先决定，后生效" in office.locator("main").inner_text()
    office.locator("main form [name=in_force_on]").fill(date.today().isoformat())
    office.locator("main form button[type=submit]").click()
    expect(office.locator("main .lz-tag").first).to_contain_text("已生效")
    assert steps.violations(office) == []
    office.goto("/people/?q=欧阳试新")
    expect(office.locator("main")).to_contain_text(NAME)
    assert elected(site) == [before[0] + 1, before[1] + 1]

    made = json.loads(site.installation.python(ACCOUNT.format(name=NAME)))
    member = visitor("xinweiyuan", phone=True)
    member.goto(f"/people/{made['member']}/")
    shown = member.locator("main").inner_text()
    for part in ("增补委员", "决定增补的常委会会议", "教育界"):
        assert part in shown, part
    assert steps.sideways(member) == 0
    for address in ("/tenure/mine/", change, "/dossier/me/"):
        member.goto(address)
        assert steps.sideways(member) == 0, address
        assert steps.violations(member) == [], address
    member.goto("/tenure/mine/")
    expect(member.locator("#own")).to_contain_text("增补委员")
