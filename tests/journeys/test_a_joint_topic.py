"""A topic of city and district: opened, accepted, divided, reported by phone, seen by the city; nothing typed twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import expect

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE, PIECE, DONE = "城市更新片区专题调研", "收集三个片区居民意见", "已收集两个片区的意见。"
WANTED = "各区报一份居民意见汇总。"
CITY, DISTRICT = WUDANG.parent, WUDANG.code


def counted(site: Server, committee: str, *more: str) -> list[int]:
    keys = ("joint.topics", "activities.events")
    body = site.installation.json("figures", committee, str(date.today().year), *more, "--json", "--key", *keys)
    found = {one["key"]: one["value"] for one in body["figures"]}
    return [found[key] for key in keys]


def figures(site: Server) -> list[list[int]]:
    return [counted(site, CITY), counted(site, DISTRICT), counted(site, CITY, "--below")]


def sound(page: Any) -> None:
    assert (steps.sideways(page), steps.violations(page)) == (0, [])


def test_city_and_district_work_on_one_record(site: Server, visitor: Visitor) -> None:
    before = figures(site)
    city = visitor("shiban")
    city.goto("/activities/new/?kind=research")
    steps.answer(city, title=TITLE, held_on=date.today().isoformat())
    steps.press(city, "保存")
    activity = f"/activities/{steps.uid_of(city)}/"
    city.goto(activity)
    steps.press(city, "设为联合课题")
    assert city.input_value("main form [name='title']") == TITLE  # known already
    steps.answer(city, until=(date.today() + timedelta(days=40)).isoformat())
    sound(city)
    steps.press(city, "设为联合课题")
    topic = city.url
    steps.press(city, "邀请各级政协参加")
    steps.pick(city, "committees", WUDANG.name[:2])
    steps.answer(city, words=WANTED)
    sound(city)
    steps.press(city, "邀请各级政协参加")
    expect(city.locator("main")).to_contain_text("配合·待确认")

    phone = visitor("bangong", phone=True)
    phone.goto("/joint/?tab=asked")
    expect(phone.locator("main")).to_contain_text(WANTED)
    sound(phone)
    phone.goto(topic)
    sound(phone)
    steps.press(phone, "确认参加")
    steps.press(phone, "确认参加")
    steps.press(phone, "增加分解任务")
    steps.answer(phone, what=PIECE, until=(date.today() + timedelta(days=10)).isoformat(), who="经济和农业农村委员会")
    sound(phone)
    steps.press(phone, "增加分解任务")
    steps.press(phone, "登记进展")
    steps.answer(phone, words=DONE, percent="60")
    sound(phone)
    steps.press(phone, "登记进展")
    expect(phone.locator("main")).to_contain_text("进度60%")

    city.goto("/joint/")
    expect(city.locator("main")).to_contain_text(TITLE)
    city.goto(topic)
    for said in (PIECE, DONE, "进度60%", f"{WUDANG.name}确认参加"):
        expect(city.locator("main")).to_contain_text(said)
    expect(city.locator("main").get_by_role("link", name="登记进展")).to_have_count(0)  # the district's to report
    sound(city)
    city.goto("/inbox/?group=news")
    expect(city.locator("main")).to_contain_text("已确认配合联合课题")

    city.goto(activity)
    steps.press(city, "登记为已举行")
    steps.press(city, "登记为已举行")
    phone.goto("/activities/")
    row = phone.locator("main tr", has_text=TITLE)
    expect(row).to_contain_text("配合")
    moved = [
        [late - early for early, late in zip(*pair, strict=True)] for pair in zip(before, figures(site), strict=True)
    ]
    assert moved == [[1, 1], [1, 1], [1, 1]]  # each counts it, both together once
