"""A problem from an enterprise visit to its striking off; a ledger of hundreds of rows out of Excel (R9.3, R9.5)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
PROBLEM = "冷库扩建的电力增容一直没有批复"
UNIT = """
from lvzhi.accounts.models import Appointment
print(Appointment.objects.get(account__username="chengban").unit.name)
"""
OWNERS = """
from lvzhi.committee.models import Organ
rows = Organ.objects.filter(committee__code="GZ-GY-WD", kind="special_committee").order_by("id")
print("\\n".join(rows.values_list("name", flat=True)))
"""
KEYS = (
    "activities.places",
    "ledger.problems",
    "ledger.problems_solved",
    "ledger.measures",
    "ledger.problems_long_term",
)
ROWS, DOUBLE = 751, 12  # rows of the sheet; every how many-th is also kept up for long


def figures(site: Server, *keys: str) -> list[int]:
    body = site.installation.json("figures", WUDANG.code, str(date.today().year), "--json", "--key", *keys)
    found = {one["key"]: one["value"] for one in body["figures"]}
    return [found[key] for key in keys]


def test_from_an_enterprise_visit_to_the_striking_off(site: Server, visitor: Visitor) -> None:
    before = figures(site, *KEYS[:4])
    unit = site.installation.python(UNIT).strip()
    visitors = visitor("bangong", phone=True)
    visitors.goto("/activities/quick/visit/")
    steps.answer(visitors, spots="青禾冷链公司", summary="企业反映电力增容批复慢，影响扩建。")
    assert (steps.sideways(visitors), steps.violations(visitors)) == (0, [])
    steps.press(visitors, "登记")
    expect(visitors.locator("main")).to_contain_text("青禾冷链公司")
    visit = visitors.url

    office = visitor("mishuzhang")
    office.goto(visit)
    steps.press(office, "登记问题")
    for known in ("day", "source"):
        expect(office.locator(f"main [name='{known}']")).to_have_count(0)
    steps.answer(office, text=PROBLEM)
    steps.press(office, "登记")
    office.locator("main a", has_text=PROBLEM[:8]).first.click()
    office.wait_for_load_state()
    problem = office.url
    expect(office.locator("main")).to_contain_text("走访")
    steps.press(office, "定责任")
    steps.answer(office, owner_unit=unit, finish_by=(date.today() + timedelta(days=20)).isoformat())
    steps.press(office, "定责任")

    officer = visitor("chengban")
    officer.goto("/ledger/unit/")
    officer.locator("main a", has_text=PROBLEM[:8]).first.click()
    officer.wait_for_load_state()
    steps.press(officer, "登记措施")
    steps.answer(officer, text="专人上门勘查\n按绿色通道办理增容")
    steps.press(officer, "登记措施")
    steps.press(officer, "完成整改，申请销号")
    steps.answer(officer, result="增容已批复，施工队已进场。")
    steps.press(officer, "完成整改，申请销号")

    office.goto(problem)
    steps.press(office, "核查销号")
    steps.press(office, "核查销号")
    assert steps.state_of(office) == "已销号"
    office.goto("/ledger/overview/")
    expect(office.locator("#source tr", has_text="走访")).to_have_count(1)
    assert (steps.sideways(office), steps.violations(office)) == (0, [])
    visitors.goto(visit)
    expect(visitors.locator("main")).to_contain_text("已销号")
    assert [late - early for early, late in zip(before, figures(site, *KEYS[:4]), strict=True)] == [1, 1, 1, 2]


def sheet(path: Path, owners: list[str]) -> None:
    """A ledger as an office keeps it: its own headings, one problem a row, some with two measures."""
    from lvzhi.exchange import Column, sheets

    heads = ("序号", "检视问题", "查摆日期", "问题类别", "整改措施", "责任部门", "整改状态", "整改完成日期")
    found = date(date.today().year, 1, 5)
    rows: list[list[object]] = []
    for number in range(1, ROWS + 1):
        lasting = number % DOUBLE == 0
        measures = f"第{number}项逐条对照整改" + ("；建立长效机制" if lasting else "")
        done = None if lasting else found + timedelta(days=1)
        rows.append(
            [f"T{number}", f"第{number}项制度执行不够严格", found, "作风和机关建设", measures,
             owners[number % len(owners)], "长期坚持" if lasting else "已销号", done]
        )  # fmt: skip
    book = BytesIO()
    kinds = {2: "date", 7: "date"}
    columns = [Column(f"c{place}", head, kind=kinds.get(place, "text")) for place, head in enumerate(heads)]  # type: ignore[arg-type]  # reason: kinds only
    sheets.write_xlsx(book, "台账", columns, rows)
    path.write_bytes(book.getvalue())


def test_a_ledger_of_hundreds_of_rows_comes_in_from_excel(site: Server, visitor: Visitor, tmp_path: Path) -> None:
    before = figures(site, *KEYS[1:])
    owners = site.installation.python(OWNERS).split()
    sheet(tmp_path / "整改台账.xlsx", owners)
    office = visitor("mishuzhang")
    office.goto("/ledger/")
    steps.press(office, "导入台账")
    office.set_input_files("main [name='file']", tmp_path / "整改台账.xlsx")
    steps.press(office, "逐行检查")
    expect(office.locator("main")).to_contain_text("可以导入")
    assert (steps.sideways(office), steps.violations(office)) == (0, [])
    expect(office.locator("main")).to_contain_text(re.compile(rf"{ROWS}\s*个"))
    steps.press(office, "确认导入")
    expect(office.locator("body")).to_contain_text(f"已导入{ROWS}条")
    lasting = ROWS // DOUBLE
    grown = [late - early for early, late in zip(before, figures(site, *KEYS[1:]), strict=True)]
    assert grown == [ROWS, ROWS - lasting, ROWS + lasting, lasting]
    office.goto("/ledger/overview/")
    expect(office.locator("#theme tr", has_text="作风和机关建设")).to_contain_text(str(lasting))

    office.goto("/ledger/import/")
    office.set_input_files("main [name='file']", tmp_path / "整改台账.xlsx")
    steps.press(office, "逐行检查")
    expect(office.locator("main")).to_contain_text("都已在台账中")
