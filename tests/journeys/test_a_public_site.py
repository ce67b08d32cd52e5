"""A citizen reads a proposal without scripting, in large type, on a phone; every kind of page is accessible."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.journeys import steps

Visitor = Callable[..., Any]


def first(page: Any, part: str) -> str:
    """The address of the first thing of a list."""
    page.goto(f"/open/GZ-GY-WD/{part}/")
    return str(page.locator(".po-rows .po-title").first.get_attribute("href"))


def test_from_a_number_to_an_answer_without_scripting(visitor: Visitor) -> None:
    page = visitor(None, phone=True, javascript=False)
    page.goto("/open/")
    page.get_by_role("main").get_by_role("link").first.click()
    number = page.locator(".po-figures a", has_text="公开提案").first
    count = int(number.locator(".po-number").inner_text().rstrip("件"))
    number.click()
    expect(page.get_by_role("status")).to_have_text(f"共{count}件")
    page.get_by_label("进展").select_option("closed")
    page.get_by_role("button", name="筛选").click()
    page.locator(".po-rows .po-title").first.click()
    expect(page.get_by_role("heading", name="办理经过")).to_be_visible()
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="大字适老版").first.click()
    expect(page.locator("html")).to_have_attribute("data-size", "large")
    assert page.locator("h1").inner_text() == title  # the same page, larger
    page.get_by_role("searchbox", name="在公开内容中查找").fill(title[2:8])
    page.get_by_role("button", name="查找").click()
    expect(page.get_by_role("link", name=title)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-size", "large")


def test_every_kind_of_page_is_accessible(visitor: Visitor) -> None:
    for phone in (True, False):
        page = visitor(None, phone=phone)
        things = [first(page, part) for part in ("proposals", "rules", "reports", "members")]
        pages = (
            "/open/", "/open/GZ-GY-WD/", "/open/GZ-GY-WD/proposals/", "/open/GZ-GY-WD/members/", "/open/GZ-GY-WD/data/",
            "/open/GZ-GY-WD/search/?q=社区", "/open/GZ-GY-WD/nothing/", *things,
        )  # fmt: skip
        for size in ("usual", "large"):
            page.goto(f"/open/type/{size}/")
            for url in pages:
                page.goto(url)
                page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
                assert (url, steps.sideways(page), steps.violations(page)) == (url, 0, [])
