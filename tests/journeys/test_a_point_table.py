"""The point tables (R7.T1–T8) entered in a browser as an office would: blocks, grades, items, conditions, one by one.

Each is the packaged example again, and gives what was computed by hand. Every day that of R7.T3 is entered here and all
eight through the same pages without a browser (`lvzhi/evaluation/tests/test_tables.py`); `./dev long` enters all here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import expect

from lvzhi.evaluation.reckoning import rules_of, told
from lvzhi.evaluation.samples import sample
from lvzhi.evaluation.tests.entering import PARTS, WHOLE, answers
from lvzhi.evaluation.tests.making import YEAR
from lvzhi.evaluation.tests.worked import WORKED
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
DAILY = "jinan"
BY_HAND = {"manual": "凭文件登记", "gap": "待补"}
ADD = {"blocks": "加分块", "grades": "加等次", "needs": "加条件", "items": "加计分项"}
READ = """
import json
from lvzhi.evaluation.models import RuleSet
from lvzhi.evaluation.queries import rules_of_set
from lvzhi.evaluation.reckoning import told
print(json.dumps(told(rules_of_set(RuleSet.objects.get(uid="{uid}")))))
"""


def _put(page: Any, given: Mapping[str, Any]) -> None:
    """Fill the form as a person does: what is folded is unfolded first."""
    for name, value in given.items():
        field = page.locator(f"main form [name='{name}']")
        if page.locator(f"main form details:not([open]) [name='{name}']").count():
            page.locator("main form details summary").click()
        kind = field.first.get_attribute("type") or field.first.evaluate("node => node.tagName.toLowerCase()")
        if kind == "select":
            field.select_option(value=str(value))
        elif kind in {"radio", "checkbox"}:
            for one in value if isinstance(value, list) else [value]:
                wanted = "" if one is True else f"[value='{one}']"
                page.locator(f"main form [name='{name}']{wanted}").check(force=True)
        else:
            field.fill("" if value is None else str(value))


def _choose(page: Any, part: Mapping[str, Any]) -> None:
    """Which records count, or that none does."""
    if part.get("sort", "auto") == "auto":
        _put(page, {"kinds": part["kinds"]})
        steps.press(page, "下一步")
        return
    page.get_by_role("link", name=BY_HAND[part["sort"]], exact=True).click()
    page.wait_for_url(f"**sort={part['sort']}**")


def _enter(page: Any, name: str, parts: list[dict[str, Any]]) -> None:
    """All parts of one sort, each saved with the next one opened."""
    for at, part in enumerate(parts):
        if not at:
            steps.press(page, ADD[name])
        if name in {"items", "needs"}:
            _choose(page, part)
        _put(page, answers(part))
        steps.press(page, "保存并继续添加" if at + 1 < len(parts) else "保存")


@pytest.mark.parametrize("key", [pytest.param(key, marks=() if key == DAILY else pytest.mark.long) for key in WORKED])
def test_a_table_is_entered_and_reckons_as_by_hand(key: str, site: Server, visitor: Visitor) -> None:
    office, wanted = visitor("bangong"), sample(key).rules(YEAR)
    data = told(wanted)
    office.goto("/evaluation/sets/new/")
    _put(office, {"name": data["name"], "year": YEAR, "subject": data["subject"]})
    steps.press(office, "建立")
    office.goto(office.url.rstrip("/") + "/edit/")
    _put(office, {key: data[key] for key in WHOLE if key in data})
    steps.press(office, "保存")
    for name in PARTS:
        _enter(office, name, data[name])
        assert steps.sideways(office) == 0
    assert steps.violations(office) == []
    gaps = sum(part.get("sort") == "gap" for name in PARTS for part in data[name])
    before = expect(office.locator("main"))
    if gaps:
        before.to_contain_text(f"{gaps}项待补")
    else:
        before.not_to_contain_text("施行前还有")
    found = rules_of(json.loads(site.installation.python(READ.format(uid=steps.uid_of(office)))))
    assert found == wanted
    WORKED[key](found)
