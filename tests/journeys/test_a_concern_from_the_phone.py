"""An item from a member's phone: handed in, sent back, supplied, edited, checked by another; told at every turn."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE = "石板坡公交站夜间没有照明"
SITUATION = "石板坡公交站末班车时段没有照明，居民反映上下车看不清台阶。"
MORE = SITUATION + "站牌两侧各三盏路灯，五盏不亮，已有两个月。"
WISH = "建议路灯管理部门检修，并在台阶边加反光条。"


def step(page: Any, address: str, name: str, **answers: Any) -> None:
    """From the item's page through a step and back."""
    page.goto(address)
    steps.press(page, name)
    steps.answer(page, **answers)
    steps.press(page, name)


def test_from_the_phone_to_the_check(site: Server, visitor: Visitor) -> None:
    author = visitor("weiyuan", phone=True)
    author.goto("/opinions/mine/")
    steps.press(author, "反映社情民意")
    expect(author.locator("main")).to_contain_text("非涉密系统，严禁处理涉密信息")
    steps.answer(author, title=TITLE, situation=SITUATION)
    expect(author.locator("[data-total]")).to_contain_text(f"以上合计 {len(SITUATION)} 字")
    expect(author.locator("[data-autosave-state]")).to_contain_text(re.compile("保存"), timeout=20_000)
    author.goto("/opinions/mine/")
    author.get_by_role("link", name=TITLE).first.click()
    expect(author.locator("[name=situation]")).to_have_value(SITUATION)
    author.locator("[name=category]").select_option("society")
    steps.answer(author, suggestion=WISH)
    author.locator("summary", has_text="联名、公开和其他").click()
    expect(author.get_by_text("对办理单位隐去我的姓名")).to_be_visible()
    assert steps.sideways(author) == 0
    assert steps.violations(author) == []
    steps.press(author, "提交")
    expect(author.locator("main")).to_contain_text("提交前请勾选确认")
    author.locator("[name=not_secret]").check(force=True)
    steps.press(author, "提交")
    expect(author.locator("main")).to_contain_text("信息编辑（筛选）")
    address = author.url

    office = visitor("bangong")
    office.goto("/opinions/screening/")
    expect(office.locator("main")).to_contain_text(TITLE)
    step(office, address, "退回补充", ground="请写明几盏灯、多长时间")
    assert steps.violations(office) == []

    author.goto("/inbox/?group=news")
    expect(author.locator("main")).to_contain_text("请写明几盏灯、多长时间")
    author.goto(address)
    steps.press(author, "补充后提交")
    steps.answer(author, situation=MORE)
    author.locator("[name=not_secret]").check(force=True)
    steps.press(author, "补充后提交")
    expect(author.locator("main")).to_contain_text("待筛选")

    step(office, address, "采用编辑", use_note="拟编入本月一期")
    step(
        office, address, "编辑完成", edited_title="石板坡公交站照明亟待检修", edited=MORE.replace("居民反映", "居民称")
    )
    office.goto(address)
    expect(office.get_by_role("link", name="核稿通过")).to_have_count(0)  # not by the one who edited

    secretary = visitor("mishuzhang")
    secretary.goto(address)
    steps.press(secretary, "与反映人原稿对照")
    expect(secretary.locator("main ins").first).to_be_visible()
    assert steps.sideways(secretary) == 0
    assert steps.violations(secretary) == []
    secretary.goto(address)
    steps.press(secretary, "核稿通过")
    for name in ("sound", "not_secret"):
        secretary.locator(f"main form [name='{name}']").check(force=True)
    steps.press(secretary, "核稿通过")

    author.goto(address)
    expect(author.locator("main")).to_contain_text("待编发")
    expect(author.locator("main")).to_contain_text("拟编入本月一期")
    author.locator("summary", has_text="反映人原稿").click()
    expect(author.get_by_text("居民反映上下车看不清台阶")).to_be_visible()
    assert steps.sideways(author) == 0
    assert steps.violations(author) == []
