"""Two versions of a rule compared, from issuing the second to the table of what changed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from playwright.sync_api import expect

from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
PLACE = """
from lvzhi.regulations.models import Version
rows = Version.objects.filter(committee__code="GZ-GY-WD", state="issued", number=1, regulation__state="standing")
print(next(one.regulation.uid for one in rows if one.regulation.versions.count() == 1))
"""
NEW = "委员可以通过履职台反馈意见。"


def test_two_rule_versions_compared(site: Server, visitor: Visitor) -> None:
    rule = site.installation.python(PLACE).strip()
    office, secretary = visitor("bangong"), visitor("mishuzhang")
    office.goto(f"/regulations/{rule}/")
    title = office.locator("h1").inner_text()

    steps.press(office, "修订")
    steps.answer(office, note="总结实践经验，完善意见反馈。")
    steps.press(office, "修订")
    draft = office.url
    expect(office.locator("h1")).to_contain_text("第2版")
    steps.press(office, "修改文字")
    text = office.locator("[name=text]").input_value()
    lines = text.split("\n")
    changed = text.replace("五个工作日", "三个工作日") + f"\n第十一条　{NEW}"
    assert (len(lines) > 10, changed != text) == (True, True)
    steps.answer(office, text=changed)
    steps.press(office, "保存")
    steps.press(office, "送审核")
    steps.answer(office, unasked="只作文字修改。")
    steps.press(office, "送审核")

    secretary.goto(draft)
    steps.press(secretary, "审核同意")
    steps.press(secretary, "审核同意")
    steps.press(secretary, "审议通过")
    steps.answer(secretary, meeting="主席会议")
    steps.press(secretary, "审议通过")
    steps.press(secretary, "印发")
    steps.answer(secretary, number=f"乌政协发〔{date.today().year}〕99号")
    steps.press(secretary, "印发")
    expect(secretary.locator("main .lz-tag").first).to_contain_text("已印发")

    member = visitor("weiyuan", phone=True)
    member.goto(f"/regulations/{rule}/")
    expect(member.locator("#text")).to_contain_text(NEW)
    steps.press(member, "与第1版对照")
    expect(member.locator("h1")).to_contain_text("修订对照")
    rows = member.locator(".lz-versus-row")
    expect(rows).to_have_count(2)
    expect(rows.first.locator("del")).to_contain_text("五")
    expect(rows.first.locator("ins")).to_contain_text("三")
    expect(rows.last.locator("ins")).to_contain_text(NEW)
    assert (steps.sideways(member), steps.violations(member)) == (0, [])
    left, right = (rows.first.locator("[role=cell]").nth(at).bounding_box() for at in (0, 1))
    assert left["x"] == right["x"], "stacked on a phone"

    office.goto(member.url)
    left, right = (
        office.locator(".lz-versus-row").first.locator("[role=cell]").nth(at).bounding_box() for at in (0, 1)
    )
    assert (left["y"], left["x"] < right["x"]) == (right["y"], True), "side by side at a desk"
    assert (steps.sideways(office), steps.violations(office)) == (0, [])
    with office.expect_download() as got:
        office.get_by_role("link", name="下载修订对照表").click()
    table = Document(io.BytesIO(Path(got.value.path()).read_bytes())).tables[0]
    assert [row.cells[2].text for row in table.rows] == ["说明", "修改", "新增"]
    assert NEW in table.rows[2].cells[1].text
    assert title in got.value.suggested_filename
