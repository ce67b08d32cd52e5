"""Small verbs over a page, in the words a person would use."""

from __future__ import annotations

import json
import re
import urllib.parse
from typing import Any

GRAVE = {"serious", "critical"}


def press(page: Any, name: str) -> None:
    """Press the first button or link inside the page's main part whose name begins so."""
    main = page.locator("main")
    begins = re.compile("^" + re.escape(name))
    main.get_by_role("button", name=begins).or_(main.get_by_role("link", name=begins)).first.click()
    page.wait_for_load_state()


def answer(page: Any, **answers: Any) -> None:
    """Fill the fields of the page's form by their names; a list ticks several."""
    for name, value in answers.items():
        field = page.locator(f"main form [name='{name}']")
        kind = field.first.get_attribute("type") or field.first.evaluate("node => node.tagName.toLowerCase()")
        if kind in {"radio", "checkbox"}:
            for one in value if isinstance(value, list) else [value]:
                page.locator(f"main form [name='{name}'][value='{one}']").check(force=True)
        elif kind == "select":
            field.first.select_option(label=value) if isinstance(value, str) else field.first.select_option(value)
        else:
            field.first.fill(value)


def pick(page: Any, name: str, words: str) -> None:
    """Choose in a search-as-you-type field."""
    page.locator(f"[name='{name}__typed']").press_sequentially(words)
    page.locator("[role=option]", has_text=words).first.click()  # not the options of a plain select


def state_of(page: Any) -> str:
    """The state the page's heading shows."""
    return str(page.locator("main .lz-tag").first.inner_text()).strip()


def told(page: Any) -> str:
    """What the page says after something was done."""
    return str(page.locator("[role=status], [role=alert], .lz-notice").first.inner_text())


def violations(page: Any) -> list[str]:
    """Serious and critical violations that axe finds."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['target']}" for one in found if one["impact"] in GRAVE]


def sideways(page: Any) -> int:
    """By how many pixels the page scrolls sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def uid_of(page: Any) -> str:
    """The record's uid in the page's address."""
    found = re.search(r"[0-9a-f]{8}-[0-9a-f-]{27}", urllib.parse.unquote(page.url))
    assert found, page.url
    return found[0]


def shown(value: Any) -> str:
    """For a message when something else stands there."""
    return json.dumps(value, ensure_ascii=False)
