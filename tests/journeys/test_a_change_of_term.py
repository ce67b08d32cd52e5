"""A change of term of a whole committee: prepared from a sheet, rehearsed, approved, seconded, run, sealed (R0.1)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from lvzhi.demo.logins import PASSWORD
from tests.demo_site import Installation, Server
from tests.journeys import steps

Visitor = Callable[..., Any]
CODE = "SN-SL-SZ"
HEAD = ("姓名", "手机号", "界别", "专委会", "联络组", "单位及职务", "政协职务")
LEAVING, COMING = 20, 20
LONG = 120_000
PEOPLE = f"""
import json
from lvzhi.accounts import actions
from lvzhi.accounts.actors import system_actor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.people import queries
from lvzhi.committee.scope import Scope
committee, system = Committee.objects.get(code="{CODE}"), system_actor("journey")
hands = (("ban", "班准备", "office"), ("tong", "童会同", "office"), ("mishu", "米秘书", "secretary_general"))
for username, name, role in hands:
    made = actions.create_account(system, username, name, "{PASSWORD}", False, committee=committee)
    actions.appoint(system, made, role, committee, starts=clock.today())
day = clock.today()
rows = []
for row in queries.detailed(queries.members_on(Scope(committee), day), day):
    names = lambda kind: "、".join(seat.organ.name for seat in queries.seats_of(row, kind))
    posts = "、".join(str(post.get_kind_display()) for post in queries.offices_of(row))
    rows.append([row.person.name, row.person.phone.reveal(), names("sector"), names("special_committee"),
                 names("liaison_group"), row.person.work, posts])
print(json.dumps(rows))
"""


def figures(made: Installation) -> list[Any]:
    """Every figure of the old term's last full year."""
    return [
        {key: one[key] for key in ("key", "value", "numerator", "denominator")}
        for one in made.json("figures", CODE, "2022-05-01..2023-05-24", "--json")["figures"]
    ]


@pytest.fixture
def town(demo: Installation, tmp_path: Path) -> Iterator[Server]:
    """A site of its own: a change of term alters the whole committee."""
    server = Server(demo.copy(tmp_path / "town"))
    yield server
    server.close()


def sheet(path: Path, rows: list[list[str]]) -> None:
    """A roster of the new term."""
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("名册")
    for number, row in enumerate([list(HEAD), *rows]):
        page.write_row(number, 0, row)
    book.close()


def next_term(rows: list[list[str]]) -> list[list[str]]:
    """Who stays, who comes, and somebody who bears the name of one who stays."""
    stay = [row for row in rows if row[6]] + [row for row in rows if not row[6]]
    stay = stay[: len(rows) - LEAVING]
    new = [
        [
            f"{'方任同常'[place % 4]}{chr(0x4E01 + place * 7)}",
            f"133{place:08d}",
            stay[place][2],
            "",
            "",
            "某厂",
            "",
        ]
        for place in range(COMING)
    ]
    new[0][0] = stay[-1][0]
    return [*stay, *new]


def test_from_the_sheet_to_the_sealed_list(town: Server, visitor: Visitor, tmp_path: Path) -> None:
    rows = json.loads(town.installation.python(PEOPLE))
    before = figures(town.installation)
    roster = tmp_path / "下一届名册.xlsx"
    wanted = next_term(rows)
    starts = date.today() - timedelta(days=3)

    office, phone = visitor("ban", at=town), visitor("ban", phone=True, at=town)
    secretary, second = visitor("mishu", at=town), visitor("tong", at=town)
    for page in (office, phone, secretary):
        page.set_default_timeout(LONG)  # a rehearsal, a run
    office.goto("/turnover/")
    steps.press(office, "开始换届准备")
    steps.answer(office, starts=starts.isoformat(), decided_by="区委〔2026〕12号")
    steps.press(office, "保存")
    change = steps.uid_of(office)
    assert (steps.sideways(office), steps.violations(office)) == (0, [])
    steps.press(office, "保存，下一步")

    steps.press(office, "上传下一届名册")
    sheet(roster, [[*wanted[0][:2], "外星界", *wanted[0][3:]], *wanted[1:], wanted[1]])
    office.set_input_files("[name=file]", roster)
    steps.press(office, "读入名册")
    told = office.locator("#findings").inner_text()
    assert "下一届没有名为“外星界”的界别" in told
    assert f"第{len(wanted) + 2}行与第3行姓名、手机号都相同" in told.replace("\n", "")
    sheet(roster, wanted)
    office.set_input_files("[name=file]", roster)
    steps.press(office, "读入名册")
    assert f"已读入{len(wanted)}人：连任{len(wanted) - COMING}、新任{COMING}，另有{LEAVING}人卸任" in steps.told(office)

    assert "有1名同名待核" in office.locator("main").inner_text()
    office.goto(f"/turnover/{change}/persons/?asks=1")
    office.locator("#entrants a").first.click()
    office.wait_for_load_state()
    steps.answer(office, decided="another")
    steps.press(office, "核定")

    phone.goto(f"/turnover/{change}/items/")
    assert (steps.sideways(phone), steps.violations(phone)) == (0, [])
    steps.press(phone, "去向已核")
    phone.goto(f"/turnover/{change}/rehearse/")
    steps.press(phone, "开始预演")
    assert "预演完毕，什么都没有写入" in phone.locator("main").inner_text()
    assert (steps.sideways(phone), steps.violations(phone)) == (0, [])

    secretary.goto(f"/turnover/{change}/report/")
    numbers = secretary.locator("#figures").inner_text()
    assert "中共党员委员" in numbers
    assert (steps.sideways(secretary), steps.violations(secretary)) == (0, [])
    secretary.goto(f"/turnover/{change}/")
    steps.press(secretary, "批准")
    steps.press(secretary, "批准")
    second.goto(f"/turnover/{change}/")
    steps.press(second, "会同确认")
    steps.press(second, "会同确认")

    secretary.goto(f"/turnover/{change}/carry-out/")
    steps.press(secretary, "执行换届")
    secretary.locator("dialog[open] button", has_text="确").last.click()
    secretary.get_by_text("换届已执行").wait_for()
    secretary.goto(f"/turnover/{change}/archive/")
    assert "核验无误" in secretary.locator("main").inner_text()
    assert (steps.sideways(secretary), steps.violations(secretary)) == (0, [])
    secretary.goto("/people/")
    assert str(len(wanted)) in secretary.locator("main").inner_text()
    assert figures(town.installation) == before
