"""A manuscript from the author's phone through three reviews into the issue, and its document taken away."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE = "桥头老邮局的一盏灯"
TEXT = "一九七一年冬天，我在桥头邮局当投递员。\n夜里大雪，局长把一盏马灯挂在门口，给晚归的人照路。"


def step(page: Any, address: str, name: str, **answers: Any) -> None:
    """From the manuscript's page through a step and back."""
    page.goto(address)
    steps.press(page, name)
    steps.answer(page, **answers)
    steps.press(page, name)


def test_from_the_author_to_the_issue(site: Server, visitor: Visitor) -> None:
    author = visitor("weiyuan", phone=True)
    author.goto("/publications/mine/")
    steps.press(author, "写稿交稿")
    steps.answer(author, title=TITLE, text="一九七一年冬天")
    expect(author.locator("[data-autosave-state]")).to_contain_text(re.compile("保存"), timeout=20_000)
    author.goto("/publications/mine/")
    expect(author.locator("main")).to_contain_text("没写完的稿件")
    author.get_by_role("link", name=TITLE).first.click()
    expect(author.locator("[name=text]")).to_have_value(re.compile("一九七一年冬天"))
    steps.answer(author, text=TEXT)
    assert steps.sideways(author) == 0
    assert steps.violations(author) == []
    steps.press(author, "交稿")
    expect(author.locator("main")).to_contain_text("待初审")
    address = author.url

    office = visitor("bangong")
    step(office, address, "初审通过", facts_note="与邮电志核对，年份无误。")
    office.goto(address)
    steps.press(office, "编入一期")
    steps.press(office, "编入一期")
    step(office, address, "复审完成", edited=TEXT.replace("一盏马灯", "马灯"))
    assert steps.violations(office) == []

    author.goto(address)
    expect(author.locator("main")).to_contain_text("待终审")
    expect(author.locator("main")).to_contain_text("拟编入《乌当文史》")
    author.locator("summary", has_text="对照原稿").click()
    expect(author.get_by_text("把一盏马灯挂在门口")).to_be_visible()

    secretary = visitor("mishuzhang")
    secretary.goto(address)
    steps.press(secretary, "终审通过")
    for name in ("political", "secrecy"):
        secretary.locator(f"main form [name='{name}']").check(force=True)
    steps.press(secretary, "终审通过")
    expect(secretary.locator("main")).to_contain_text("终审通过")

    office.goto(address)
    office.get_by_role("link", name=re.compile("拟编入《乌当文史》")).click()
    issue = office.url
    steps.press(office, "登记排版")
    steps.press(office, "登记排版")
    steps.press(office, "登记印刷")
    steps.answer(office, internal="（乌当）文准字第9号", copies="300")
    steps.press(office, "登记印刷")
    expect(office.locator("main")).to_contain_text("已印刷")

    author.goto(address)
    expect(author.locator("main")).to_contain_text("刊印在《乌当文史》")
    author.goto(issue)
    expect(author.locator("main")).to_contain_text(TITLE)
    with author.expect_download() as taken:
        author.get_by_role("link", name="下载 Word 文档").click()
    assert taken.value.suggested_filename.endswith(".docx")
    assert steps.sideways(author) == 0
    assert steps.violations(author) == []
