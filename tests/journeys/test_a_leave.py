"""A member's leave: the notice read, leave asked on the phone, granted once, refused once, seen in the attendance."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
INVITED = """
import datetime as dt
import json
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.activities import actions
from lvzhi.activities.actions import Guest, SittingGiven
from lvzhi.deadlines import clock
from lvzhi.people.models import Person
from lvzhi.workflow import engine
actor = actor_for(Account.objects.get(username="bangong"))
place = Account.objects.get(username="bangong").committee
guests = [Guest(person=Person.objects.get(account__username=name)) for name in ("weiyuan", "fuyi")]
today, made = clock.today(), {}
for key, title, on in (("coming", "下周的座谈会", today + dt.timedelta(days=7)), ("begun", "已经开始的座谈会", today)):
    sitting = SittingGiven(on, "day", starts=dt.time(0, 0), ends=dt.time(23, 59))
    data = {"kind": "leaders_talk", "title": title, "held_on": on}
    made[key] = actions.begin(actor, place, data, sittings=[sitting], guests=guests)
    engine.take(made[key], "notify", actor, {})
print(json.dumps({key: str(row.uid) for key, row in made.items()} | {"own": guests[0].person.name}))
"""


def ask(member: Any, title: str, reason: str, text: str) -> None:
    """From the notice in the inbox to the leave asked."""
    member.goto("/inbox/")
    member.get_by_role("link", name="动态").tap()
    member.wait_for_url("**group=news*")
    folded = member.locator("main details.lz-fold:not([open]) > summary")
    while folded.count():
        folded.first.tap()
    member.locator("main a", has_text=title).first.tap()
    member.wait_for_load_state()
    steps.press(member, "请假")
    steps.answer(member, reason=reason, text=text)
    assert steps.sideways(member) == 0
    steps.press(member, "提出请假")
    assert "待审批" in member.locator("main").inner_text()


def decide(approver: Any, title: str, step: str, opinion: str) -> None:
    """From the approver's to-dos to the decision."""
    approver.goto("/")
    approver.locator(".lz-todo", has_text=title).get_by_role("link", name="处理").click()
    approver.wait_for_load_state()
    steps.press(approver, step)
    steps.answer(approver, opinion=opinion)
    steps.press(approver, step)


def words(page: Any, address: str) -> str:
    page.goto(address)
    return str(page.locator("main").inner_text())


def test_leave_is_granted_once_and_refused_once(site: Server, visitor: Visitor) -> None:
    made = json.loads(site.installation.python(INVITED))
    coming, begun, own = f"/activities/{made['coming']}/", f"/activities/{made['begun']}/", made["own"]

    member = visitor("weiyuan", phone=True)
    ask(member, "下周的座谈会", "参加上级会议或活动", "市政协同日召开常委会。")
    ask(member, "已经开始的座谈会", "本职工作冲突", "")

    secretary = visitor("mishuzhang")
    assert "开始后提出" in words(secretary, begun)
    decide(secretary, "下周的座谈会", "准假", "同意。")
    decide(secretary, "已经开始的座谈会", "不准假", "开始以后才提出，理由不充分。")

    assert "已准假" in words(member, coming)
    assert "请假" in member.locator("main .lz-facts").first.inner_text()
    told = words(member, begun)
    for part in ("未准假", "开始后提出", "开始以后才提出，理由不充分。"):
        assert part in told

    office = visitor("bangong")
    assert "已送达2人，已读1人" in words(office, coming)
    sheet = words(office, f"{coming}attendance/")
    assert "请假审批" in sheet
    assert "请假1" in sheet
    words(office, f"{begun}attendance/")
    row = office.locator(".lz-roll li", has_text=own)
    row.locator("label", has_text="缺席").click()
    steps.press(office, "其余全部出席")
    assert "请假未准" in office.locator("main").inner_text()
    assert steps.violations(office) == []
    told = words(member, begun)
    assert "出席结论\n缺席" in told
    assert steps.violations(member) == []
