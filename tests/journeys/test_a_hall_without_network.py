"""Attendance in a hall without a network: two phones at the door, overlapping people, merged twice, nobody double."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from playwright.sync_api import expect

from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
INVITED = """
import json
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.activities import actions
from lvzhi.activities.actions import Guest
from lvzhi.activities.queries.persons import gathered
from lvzhi.deadlines import clock
from lvzhi.people.models import Person
from lvzhi.workflow import engine
actor = actor_for(Account.objects.get(username="bangong"))
committee = Account.objects.get(username="bangong").committee
own = Person.objects.get(account__username="weiyuan")
others = [one for one in gathered(committee, ["members"], clock.today()) if one != own][:5]
data = {"kind": "working", "title": "没有网络的会场", "held_on": clock.today()}
made = actions.begin(actor, committee, data, guests=[Guest(person=one) for one in (own, *others)])
engine.take(made, "notify", actor, {})
print(json.dumps({"uid": str(made.uid), "own": own.name, "others": [[one.name, one.initials] for one in others]}))
"""
FORGET = """() => new Promise(done => {
  const opening = indexedDB.open("lz-door", 1)
  opening.onsuccess = () => {
    const store = opening.result.transaction("entries", "readwrite").objectStore("entries")
    store.getAll().onsuccess = found => {
      for (const one of found.target.result) store.put({ ...one, sent: false })
      store.transaction.oncomplete = done
    }
  }
})"""


def open_device(office: Any, name: str) -> str:
    """Open a device at the door; gives its address."""
    steps.answer(office, name=name)
    steps.press(office, "开设")
    return str(office.locator("#door-address").input_value())


def stands(phone: Any, words: str) -> None:
    """What the line at the top of the device says."""
    expect(phone.locator("#door-state")).to_contain_text(words)


def tap(phone: Any, typed: str, name: str, how: str) -> None:
    """Find somebody by what is typed, and note them."""
    phone.fill("#door-q", typed)
    phone.locator("#door-list button", has_text=name).first.tap()
    phone.get_by_role("button", name=how).tap()
    expect(phone.locator("#door-told")).to_contain_text(f"{name} 已签到")


def test_two_phones_without_a_network_merge_without_a_double(site: Server, visitor: Visitor) -> None:
    meeting = json.loads(site.installation.python(INVITED))
    own, (second, third, *_) = meeting["own"], meeting["others"]
    office = visitor("bangong")
    office.goto(f"/activities/{meeting['uid']}/attendance/")
    steps.press(office, "签到设备")
    devices = office.url
    addresses = [open_device(office, name) for name in ("东门", "西门")]
    assert steps.violations(office) == []

    member = visitor("weiyuan", phone=True)
    member.goto(f"/activities/{meeting['uid']}/")
    code = str(member.locator(".lz-code strong").inner_text())

    east, west = visitor(phone=True), visitor(phone=True)
    for phone, address in ((east, addresses[0]), (west, addresses[1])):
        phone.goto(address)
        stands(phone, "在线 · 已存 0 条 · 还没有签到 · 断网可用")
        phone.context.set_offline(True)
        stands(phone, "离线")

    tap(east, own[:1], own, "本人到场")
    tap(east, second[1], second[0], "本人到场")
    east.reload()  # the hall still has no network: the page comes out of the phone itself
    stands(east, "离线 · 已存 2 条 · 待上传 2 条")
    assert east.locator("#door-here").inner_text() == "2"
    east.fill("#door-q", second[0])
    east.locator("#door-list button").first.tap()
    expect(east.locator("#door-told")).to_contain_text("已经签到")

    west.fill("#door-q", code)
    expect(west.locator("#door-told")).to_contain_text(f"{own} 已签到")
    west.fill("#door-q", "000 000")
    expect(west.locator("#door-told")).to_contain_text("没有这个签到码")
    tap(west, third[1], third[0], "他人代签")
    west.get_by_role("button", name="不在名单上的人").tap()
    west.fill("#door-name", "来访者")
    west.fill("#door-from", "兄弟区政协")
    west.get_by_role("button", name="记下到场").tap()
    stands(west, "离线 · 已存 3 条 · 待上传 3 条")
    assert (steps.sideways(west), steps.violations(west)) == (0, [])

    for phone in (east, west):
        phone.context.set_offline(False)
        stands(phone, "全部已上传")
    east.evaluate(FORGET)  # as if it had died before the answer came: it sends everything again
    east.reload()
    stands(east, "在线 · 已存 2 条 · 全部已上传")
    expect(east.locator("#door-here")).to_have_text("4")  # what the other phone noted is known here too

    office.goto(f"/activities/{meeting['uid']}/attendance/")
    words = str(office.locator("main").inner_text())
    assert "已登记4人，出席4" in words
    assert "未邀到场" in words
    office.locator("summary", has_text="2条到场记录").click()
    assert steps.violations(office) == []
    office.goto(devices)
    rows = [row.inner_text() for row in office.locator("main li", has_text="设备时间").all()]
    kept = sorted("佐证" in row for row in rows)
    assert kept == [False, False, False, False, True]
    assert sum(own in row for row in rows) == 2
    assert date.today().strftime("%Y年") in rows[0]
