"""The gallery in a browser, desktop and phone, both type sizes: accessible, inside its width, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

FRONT = Path(__file__).parents[3] / "front" / "app.js"
pytestmark = [
    pytest.mark.journey,
    pytest.mark.filterwarnings("ignore:No directory at"),  # nothing is collected for tests
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not FRONT.exists(), reason="assets are not built: npm ci && npm run build"),
]
WIDTHS = {"desktop": (1440, 900), "phone": (390, 844)}


@pytest.fixture
def visit(chromium: Any, live_server: Any) -> Iterator[Any]:
    """Opens the gallery; at the end no error stood in the console and nothing was asked of another host."""
    heard: list[str] = []
    contexts: list[Any] = []

    def opened(width: str = "desktop", size: str = "normal", path: str = "/ui/gallery/", script: bool = True) -> Any:
        w, h = WIDTHS[width]
        context = chromium.new_context(viewport={"width": w, "height": h}, locale="zh-CN", java_script_enabled=script)
        contexts.append(context)
        context.add_cookies([{"name": "lz_size", "value": size, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("console", lambda message: message.type == "error" and heard.append(message.text))
        inside = (live_server.url, "data:")
        page.on("request", lambda request: request.url.startswith(inside) or heard.append(f"outside: {request.url}"))
        page.goto(live_server.url + path)
        return page

    opened.heard = heard
    yield opened
    for context in contexts:
        context.close()
    assert heard == []


@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("width", list(WIDTHS))
def test_gallery_is_accessible_and_fits(visit: Any, width: str, size: str) -> None:
    page = visit(width, size)
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["target"]) for v in found if v["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no sideways scrolling"


def test_touch_targets_are_large_enough_on_a_phone(visit: Any) -> None:
    small = visit("phone").evaluate(
        """() => [...document.querySelectorAll(
            'button, input:not([type=checkbox]):not([type=radio]), select, summary, .lz-button, nav a')]
        .filter(e => { const r = e.getBoundingClientRect(); return r.width && r.height && r.height < 43 })
        .filter(e => !e.closest('.lz-unseen, .lz-crumbs'))
        .map(e => e.outerHTML.slice(0, 100))"""
    )
    assert small == []


def test_without_scripting_dialogs_stand_open_and_the_size_switch_works(visit: Any) -> None:
    page = visit(script=False)
    assert page.locator("#reply").is_visible()
    assert not page.locator("button[data-dialog=reply]").is_visible()
    page.locator(".lz-top form.lz-size button").click()
    page.wait_for_load_state("networkidle")
    assert page.locator("html").get_attribute("data-size") == "large"


def test_type_size_changes_at_once_and_stays(visit: Any) -> None:
    page = visit()
    page.fill("#id_title", "写到一半")
    page.locator(".lz-top form.lz-size button").click()
    assert page.locator("html").get_attribute("data-size") == "large"
    assert page.input_value("#id_title") == "写到一半"
    page.reload()
    assert page.locator("html").get_attribute("data-size") == "large"


def test_autosave_says_so_and_a_lost_login_costs_no_word(visit: Any, live_server: Any) -> None:
    page = visit()
    state = page.locator("[data-autosave-state]")
    page.fill("#id_title", "关于养老助餐的建议")
    sync_api.expect(state).to_have_text(re.compile(r"^已保存 \d\d:\d\d$"), timeout=8000)
    page.route("**/gallery/autosave/", lambda route: route.fulfill(status=302, headers={"Location": "/login"}))
    page.fill("#id_body", "老人吃饭难")
    sync_api.expect(state).to_contain_text("登录已过期", timeout=8000)
    page.unroute("**/gallery/autosave/")
    page.reload()
    assert page.input_value("#id_body") == "老人吃饭难"
    sync_api.expect(page.locator("[data-autosave-state]")).to_contain_text("已恢复")
    page.get_by_role("button", name="不要恢复").click()
    assert page.input_value("#id_body") == ""


def test_autosave_retries_when_the_network_is_gone(visit: Any) -> None:
    page = visit()
    page.route("**/gallery/autosave/", lambda route: route.abort())
    page.fill("#id_body", "老人吃饭难")
    sync_api.expect(page.locator("[data-autosave-state]")).to_contain_text("未能保存，正在重试", timeout=8000)
    assert page.evaluate("Object.keys(localStorage).some(key => key.startsWith('lz-draft:'))")
    visit.heard[:] = [line for line in visit.heard if "Failed to load resource" not in line]


def test_a_double_press_sends_once(visit: Any) -> None:
    page = visit()
    posts: list[str] = []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.url))
    with page.expect_navigation():
        page.locator("form[data-autosave-url]").evaluate("form => { form.requestSubmit(); form.requestSubmit() }")
    assert len(posts) == 1
    assert page.locator("[data-summary]").evaluate("box => box === document.activeElement"), "the errors are read first"


def test_dialog_confirmation_and_menu_by_keyboard(visit: Any) -> None:
    page = visit()
    page.locator("button[data-dialog=reply]").click()
    assert page.locator("#reply").evaluate("dialog => dialog.open")
    page.keyboard.press("Escape")
    assert not page.locator("#reply").evaluate("dialog => dialog.open")
    page.get_by_role("button", name="移除").first.click()
    assert "确定移除" in page.get_by_role("dialog").inner_text()
    page.get_by_role("button", name="取消").last.click()
    menu = page.locator(".lz-account > summary")
    menu.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="退出登录").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("button", name="退出登录").is_visible()


def test_people_are_found_by_typing_and_chosen_by_keyboard(visit: Any) -> None:
    page = visit()
    box = page.locator("[data-picker-input]")
    box.press_sequentially("周若", delay=30)
    sync_api.expect(page.locator(".lz-found [role=option]")).to_have_count(2)
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    assert page.locator("[data-picked] input").evaluate_all("all => all.map(each => each.value)") == ["1", "3"]
    assert box.input_value() == ""


def test_the_counter_counts_characters_and_says_when_too_many(visit: Any) -> None:
    page = visit()
    page.fill("#id_body", "字" * 803)
    assert page.locator("[data-counter=id_body]").inner_text() == "已写 803 字，超出 3 字"


def test_the_counter_leaves_out_what_does_not_count(visit: Any) -> None:
    page = visit()
    page.fill("#id_advice", "增设，\n食　 堂。")
    counter = page.locator("[data-counter=id_advice]")
    assert counter.inner_text() == "已写 4 字，至少 6 字，还差 2 字"
    page.fill("#id_advice", "字" * 21 + "，。")
    assert counter.inner_text() == "已写 21 字，超出 1 字"


def test_a_part_folds_open_under_the_content_policy(visit: Any) -> None:
    page = visit()
    assert not page.get_by_text("说明文字。").is_visible()
    page.get_by_role("button", name="展开说明").click()
    assert page.get_by_text("说明文字。").is_visible()
