"""From a chart to its rows, a board of one's own, an organ's year on one sheet of paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
ORGANS = """
from lvzhi.committee.models import Organ
rows = Organ.objects.filter(committee__code="GZ-GY-WD").order_by("id")
for kind in ("special_committee", "liaison_group", "sector"):
    print(rows.filter(kind=kind).first().uid)
"""


def listened(page: Any) -> list[str]:
    """What the browser complains of: scripts that fail, styles and scripts that the content policy turns away."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_a_bar_leads_to_its_rows(site: Server, visitor: Visitor) -> None:
    page = visitor("mishuzhang")
    heard = listened(page)
    page.goto("/board/?period=2022")
    panel = page.get_by_role("region", name="立案提案：按类别")
    plot = panel.locator(".lz-plot")
    expect(plot.locator("svg")).to_be_visible()
    assert "立案提案：按类别" in str(plot.get_attribute("aria-label"))
    assert (steps.sideways(page), steps.violations(page)) == (0, [])
    # the table is folded under the chart and opens by key
    summary = panel.locator("summary")
    expect(panel.get_by_role("table")).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    link = panel.get_by_role("table").get_by_role("link").first
    said, url = link.inner_text(), str(link.get_attribute("href"))
    count = int(re.sub(r"\D", "", said.split("：")[-1]))
    # the first bar stands at the top of the chart, a little right of its name
    bar = plot.locator("svg path[fill='#8c1c22']").first
    bar.click()
    page.wait_for_load_state()
    assert page.url.endswith(url)
    expect(page.locator("#rows .lz-paging")).to_contain_text(f"共 {count} 条")
    assert heard == []


def test_without_scripting_the_tables_stand(site: Server, visitor: Visitor) -> None:
    page = visitor("mishuzhang", javascript=False)
    page.goto("/board/?period=2022")
    panel = page.get_by_role("region", name="立案提案：按类别")
    expect(panel.get_by_role("table")).to_be_visible()
    expect(panel.locator(".lz-plot")).to_be_hidden()


def test_a_board_of_one_s_own_on_the_phone(site: Server, visitor: Visitor) -> None:
    page = visitor("weiyuan", phone=True)
    heard = listened(page)
    page.goto("/figures/?period=2022&room=people")
    page.get_by_role("button", name="收藏“政协委员”").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("已收藏“政协委员”")
    page.goto("/board/choose/?figure=people.members")
    page.locator("main select[name=by]").select_option(label="按性别")
    steps.press(page, "放上看板")
    page.get_by_role("button", name="上移“政协委员：按性别”").click()
    page.wait_for_load_state()
    assert (steps.sideways(page), steps.violations(page)) == (0, [])
    page.goto("/board/?period=2022")
    expect(page.locator(".lz-lead")).to_contain_text("我的看板")
    expect(page.get_by_role("region", name="政协委员：按性别").locator(".lz-plot svg")).to_be_visible()
    assert (steps.sideways(page), steps.violations(page)) == (0, [])
    other = visitor("jingban")
    other.goto("/board/?period=2022")
    expect(other.locator(".lz-lead")).to_contain_text("系统默认看板")
    expect(other.get_by_role("region", name="政协委员：按性别")).to_have_count(0)
    assert heard == []


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler-utils are not installed")
def test_an_organ_s_year_is_one_sheet_of_paper(site: Server, visitor: Visitor, tmp_path: Path) -> None:
    organs = site.installation.python(ORGANS).split()
    page = visitor("mishuzhang")
    heard = listened(page)
    page.set_default_timeout(60_000)  # the first of these pages finds out which figures organs have
    for place, uid in enumerate(organs):
        page.goto(f"/board/organs/{uid}/paper/?period=2022")
        page.wait_for_load_state("networkidle")
        sheet = tmp_path / f"{place}.pdf"
        page.pdf(path=sheet, prefer_css_page_size=True)
        told = subprocess.run(["pdfinfo", sheet], capture_output=True, text=True, check=True).stdout
        assert re.search(r"^Pages:\s+1$", told, re.MULTILINE), (uid, told)
        assert "A4" in told
        text = subprocess.run(["pdftotext", "-layout", sheet, "-"], capture_output=True, text=True, check=True).stdout
        assert "上年同期" in text
    assert heard == []
