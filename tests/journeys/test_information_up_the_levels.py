"""An item of a district's member goes to the city and into a collection of the province, is commented on, handed to a
unit and answered; its author sees every turn, and nothing is typed twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from lvzhi.demo.plan import CITIES, PROVINCES
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE = "河滨步道夜间照明时断时续"
SITUATION = "河滨步道一点二公里，四十盏路灯中有十七盏时亮时灭，晚间散步的群众多次绊倒。"
WISH = "建议由城管部门排查线路，更换老化电缆。"
WORDS = "请抓紧研究，确保年内见效。"
CITY, PROVINCE = CITIES[0].name, PROVINCES[0].name
UNIT = "省发展和改革局"  # of whom gz-u01 is the officer
ANSWER = "已更换电缆八百米，四十盏灯全部恢复。"


class Desk:
    """Somebody at the browser; what is typed, by whom, is kept."""

    def __init__(self, page: Any, typed: list[tuple[str, str]], who: str) -> None:
        self.page, self.typed, self.who = page, typed, who

    def type(self, **answers: str) -> None:
        """Type into text fields."""
        steps.answer(self.page, **answers)
        self.typed += [(self.who, value) for value in answers.values()]

    def tick(self, *names: str) -> None:
        """Tick boxes."""
        for name in names:
            self.page.locator(f"main form [name='{name}']").first.check(force=True)

    def step(self, address: str, name: str, *ticks: str, **answers: str) -> None:
        """From a record's page through a step and back."""
        self.page.goto(address)
        steps.press(self.page, name)
        if "/step/" not in self.page.url:
            return
        self.tick(*ticks)
        self.type(**answers)
        steps.press(self.page, name)
        assert "/step/" not in self.page.url, self.page.locator("main").inner_text()[:800]

    def reads(self, address: str, *words: str) -> None:
        """What stands on a page."""
        self.page.goto(address)
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def opened(self, address: str, title: str) -> str:
        """The address behind a title of a list."""
        self.page.goto(address)
        self.page.locator("main").get_by_role("link", name=title).first.click()
        self.page.wait_for_load_state()
        return str(self.page.url)


def through(editor: Desk, checker: Desk, address: str) -> None:
    """Screening, editing and check of an item, whose text stands in the form already."""
    editor.step(address, "采用编辑")
    editor.step(address, "编辑完成")
    checker.step(address, "核稿通过", "sound", "not_secret")


def issued(editor: Desk, checker: Desk, title: str) -> str:
    """An issue of that item, signed; the address of its paper."""
    editor.page.goto("/opinions/issues/new/")
    editor.page.get_by_role("checkbox", name=re.compile(title)).check(force=True)
    steps.press(editor.page, "编成并起草")
    expect(editor.page.locator("main")).to_contain_text(title)
    steps.press(editor.page, "送核")
    steps.press(editor.page, "送核")
    paper = f"/papers/{steps.uid_of(editor.page)}/"
    checker.step(paper, "核稿通过")
    checker.step(paper, "签发")
    return paper


def sent(editor: Desk, paper: str, place: str) -> None:
    """The issue sent to the committee above."""
    editor.page.goto(paper)
    steps.press(editor.page, "登记发送")
    editor.page.get_by_role("checkbox", name=place).check(force=True)
    steps.press(editor.page, "登记发送")
    expect(editor.page.locator("main")).to_contain_text("已发出")


@pytest.fixture
def desks(visitor: Visitor) -> Callable[..., Desk]:
    """Desks whose typing is kept together."""
    typed: list[tuple[str, str]] = []
    return lambda who, **more: Desk(visitor(who, **more), typed, who)


def test_up_to_the_province_and_back(site: Server, desks: Callable[..., Desk]) -> None:
    author = desks("weiyuan", phone=True)
    author.page.goto("/opinions/write/")
    author.type(title=TITLE, situation=SITUATION, suggestion=WISH)
    author.page.locator("[name=category]").select_option("society")
    author.tick("not_secret")
    steps.press(author.page, "提交")
    mine = author.page.url

    district, secretary = desks("bangong"), desks("mishuzhang")
    through(district, secretary, mine)
    author.reads(mine, "待编发")
    paper = issued(district, secretary, TITLE)
    author.reads(mine, "编入社情民意")
    sent(district, paper, CITY)
    author.reads(mine, f"现在由{CITY}办理，下一步：签收")

    city, signer = desks("shiban"), desks("shimishu")
    received = city.opened("/opinions/arrivals/", TITLE)
    city.step(received, "签收")
    author.reads(mine, f"{CITY}签收", "筛选、编辑，决定是否采用")
    through(city, signer, received)
    above = issued(city, signer, TITLE)
    author.reads(mine, f"{CITY}采用（单篇采用）")
    sent(city, above, PROVINCE)
    author.reads(mine, f"现在由{PROVINCE}办理，下一步：签收")

    province, chief = desks("shengban"), desks("shengmishu")
    highest = province.opened("/opinions/arrivals/", TITLE)
    province.step(highest, "签收")
    other = province.opened("/opinions/arrivals/?only=all", "苗绣传承人后继乏人")
    if "来件待签收" in steps.state_of(province.page) or province.page.get_by_role("link", name="签收").count():
        province.step(other, "签收")
    province.page.goto(other)
    steps.press(province.page, "合并")
    province.page.locator("[name=main]").select_option(label=TITLE)
    steps.press(province.page, "合并")
    through(province, chief, highest)
    collected = issued(province, chief, TITLE)
    author.reads(mine, f"{PROVINCE}采用（综合采用）")

    province.page.goto(collected)
    steps.press(province.page, "登记批示")
    province.type(leader="张明远", post="副省长", words=WORDS)
    province.page.locator("[name=rank]").first.check(force=True)
    steps.press(province.page, "登记批示")
    author.reads(mine, "副省长张明远批示", WORDS)
    province.page.goto(collected)
    steps.press(province.page, "转办")
    province.page.locator("[name=unit]").select_option(label=UNIT)
    steps.press(province.page, "转办")
    author.reads(mine, "下一步：办理后反馈")

    unit = desks("gz-u01")
    unit.page.goto("/inbox/")
    unit.step(collected, "反馈办理情况", answer=ANSWER)
    author.reads(mine, "反馈办理情况", ANSWER)
    author.reads("/opinions/mine/", TITLE, "办理反馈")
    author.page.goto("/inbox/")
    author.page.locator("main").get_by_role("link", name=re.compile("^动态")).click()
    for told in (f"已报送{PROVINCE}", f"被{PROVINCE}采用（综合采用", "副省长张明远批示", f"{UNIT}已反馈办理情况"):
        expect(author.page.locator("main")).to_contain_text(told)
    district.reads(mine, "综合采用", ANSWER)
    for desk in (author, city, province):
        desk.page.goto(mine if desk is author else "/opinions/issues/")
        assert steps.sideways(desk.page) == 0
        assert steps.violations(desk.page) == []

    counted = Counter(value for _, value in author.typed)
    assert max(counted.values()) == 1, counted
    assert [who for who, _ in author.typed] == ["weiyuan"] * 3 + ["shengban"] * 3 + ["gz-u01"]
