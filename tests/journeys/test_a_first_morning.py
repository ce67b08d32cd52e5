"""An empty office opened in the browser by newcomers: a roster of two hundred, units, logins, first proposal filed."""

from __future__ import annotations

import datetime as dt
import itertools
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from lvzhi.opening.vocabulary.samples import SAMPLES
from tests.demo_site import WAIT_SECONDS, Installation, free_port
from tests.journeys import steps

PASSWORD = "Own-Password-7!"
MEMBERS, UNITS = 210, 24
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦", "安邦成德恩芳国华嘉康立明宁平清荣"
CLICK, FIELD, PAGE = 3, 8, 6  # seconds somebody slow takes: to find a button, to fill a field, to read a page
MOST_MINUTES = 30
PEOPLE = {
    "system_admin": ("甘一", "xitong"), "security_admin": ("甘二", "anquan"), "audit_admin": ("甘三", "shenji"),
    "office": ("安四", "bangong"), "clerk": ("安五", "jingban"), "proposal_head": ("安六", "zhuren"),
}  # fmt: skip
PROPOSAL = {
    "title": "关于在老旧小区增设集中充电点的提案",
    "background": "城区多数老旧小区没有集中充电的地方，居民从楼上拉线充电，既不方便，也不安全。",
    "analysis": "小区空地少，产权不清，电力增容费用由谁承担没有说法。",
    "recommendations": "由街道牵头逐个小区核定点位。\n增容费用由供电企业和受益单位按比例分担。",
}


@dataclass
class Meter:
    """What the morning cost."""

    clicks: int = 0
    fields: int = 0
    pages: int = 0
    parts: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def part(self, name: str) -> None:
        """The part that ends here."""
        before = [sum(one[place] for one in self.parts.values()) for place in range(3)]
        now = (self.clicks, self.fields, self.pages)
        self.parts[name] = tuple(late - early for early, late in zip(before, now, strict=True))  # type: ignore[assignment]  # reason: three of three

    @property
    def minutes(self) -> float:
        return (self.clicks * CLICK + self.fields * FIELD + self.pages * PAGE) / 60

    def said(self) -> str:
        lines = [f"{name}: {c} clicks, {f} fields, {p} pages" for name, (c, f, p) in self.parts.items()]
        whole = f"{self.clicks} clicks, {self.fields} fields, {self.pages} pages: {self.minutes:.1f} minutes"
        return "\n".join([*lines, whole])


class Hand:
    """Somebody at a browser of their own; every click, field and page is counted."""

    def __init__(self, page: Any, meter: Meter) -> None:
        self.page, self.meter = page, meter

    def opens(self, address: str) -> None:
        self.page.goto(address)
        self.meter.pages += 1

    def press(self, name: str) -> None:
        steps.press(self.page, name)
        self.meter.clicks += 1
        self.meter.pages += 1

    def types(self, **answers: Any) -> None:
        steps.answer(self.page, **answers)
        self.meter.fields += len(answers)

    def sends(self, path: Path) -> None:
        self.page.locator("main input[type=file]").set_input_files(str(path))
        self.meter.fields += 1

    def takes(self, name: str, folder: Path) -> Path:
        """Press what gives a file."""
        with self.page.expect_download() as given:
            self.page.locator("main").get_by_text(name, exact=False).first.click()
        self.meter.clicks += 1
        path = folder / given.value.suggested_filename
        given.value.save_as(path)
        return path

    def logs_in(self, login: str, password: str) -> None:
        """For the first time: with the initial password, which has to go."""
        self.opens("/accounts/login?next=/opening/checklist/")
        self.types(username=login, password=password)
        self.press("登录")
        assert "/accounts/password" in self.page.url, self.page.locator("main").inner_text()
        names = [one.get_attribute("name") for one in self.page.locator("main form input[type=password]").all()]
        self.types(**dict(zip(names, (password, PASSWORD, PASSWORD), strict=True)))
        self.press("保存新密码")

    def reads(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Installation, str]]:
    """``lvzhi serve`` over nothing: its address, and the code it prints."""
    home = Installation.on_sqlite(tmp_path_factory.mktemp("empty"))
    port = free_port()
    log = home.folder / "server.log"
    asked = [sys.executable, "-m", "lvzhi.config.command", "serve", "--port", str(port), "--workers", "1"]
    with log.open("wb") as said:
        process = subprocess.Popen(asked, env=home.environment(), cwd=home.folder, stdout=said, stderr=said)
    try:
        until = time.monotonic() + WAIT_SECONDS
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2).read()
                break
            except OSError:
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < until
                time.sleep(0.2)
        code = log.read_text().partition("开张码：")[2][:19]
        yield f"http://127.0.0.1:{port}", home, code
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def hand(chromium: Any, empty: tuple[str, Installation, str]) -> Iterator[Callable[[Meter], Hand]]:
    opened: list[Any] = []

    def make(meter: Meter) -> Hand:
        context = chromium.new_context(base_url=empty[0], locale="zh-CN", timezone_id="Asia/Shanghai")
        context.set_default_timeout(30_000)
        opened.append(context)
        return Hand(context.new_page(), meter)

    yield make
    for one in opened:
        one.close()


def sheet(path: Path, rows: list[list[str]]) -> Path:
    """A workbook as an office keeps it."""
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    for place, row in enumerate(rows):
        page.write_row(place, 0, row)
    book.close()
    return path


def roster(path: Path) -> Path:
    sample = SAMPLES["county"]
    names = ["".join(one) for one in itertools.product(SURNAMES, GIVEN, GIVEN)][::19][:MEMBERS]
    rows = [["姓名", "性别", "手机号", "界别", "专委会", "单位及职务"]]
    rows += [
        [name, "男女"[place % 2], f"139{place:08}", sample.sectors[place % len(sample.sectors)],
         sample.special[place % len(sample.special)], f"某某单位{place} 职员"]
        for place, name in enumerate(names)
    ]  # fmt: skip
    assert len(rows) == MEMBERS + 1
    return sheet(path, rows)


def cells(path: Path) -> list[list[str]]:
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return [[str(one) for one in row] for row in rows]


def founded(hand: Hand, code: str) -> dict[str, str]:
    """The first run; the initial passwords by login."""
    today = dt.date.today()
    hand.opens("/")
    hand.reads("这里还没有建立政协组织")
    hand.types(code=code)
    hand.press("进入开张")
    hand.types(name="庚县政协", code="522399", level="county")
    hand.press("保存，下一步")
    hand.types(
        number="11", starts=f"{today.year - 1}-01-10", session_number="2",
        opens=str(today - dt.timedelta(days=20)), closes=str(today + dt.timedelta(days=2)),
    )  # fmt: skip
    hand.press("保存，下一步")
    hand.press("保存，下一步")
    for role, (name, login) in PEOPLE.items():
        hand.types(**{f"{role}_name": name, f"{role}_username": login})
    hand.press("任命并完成开张")
    hand.reads("初始密码只显示这一次")
    found = [row.inner_text().split() for row in hand.page.locator("main tbody tr").all()]
    return {row[1]: row[2] for row in found}


def test_an_empty_office_files_its_first_proposal_in_half_an_hour(
    empty: tuple[str, Installation, str], hand: Callable[[Meter], Hand], tmp_path: Path, record_property: Any
) -> None:
    _, home, code = empty
    meter = Meter()
    passwords = founded(hand(meter), code)
    assert set(passwords) == {login for _, login in PEOPLE.values()}
    meter.part("opening")
    staff = {login: hand(meter) for login in passwords}
    for login, one in staff.items():
        one.logs_in(login, passwords[login])
    meter.part("six first sign-ins")

    office = staff["bangong"]
    office.reads("名册还是空的", "甘二")
    office.press("已核对")
    office.press("导入名册")
    office.takes("下载名册模板", tmp_path)
    office.sends(roster(tmp_path / "名册.xlsx"))
    office.press("检查名册")
    office.reads("可以导入", str(MEMBERS))
    office.press("确认导入")
    meter.part("roster")
    office.opens("/opening/checklist/")
    office.press("导入单位")
    template = cells(office.takes("下载模板", tmp_path))
    head = next(row for row in template if any("单位名称" in one for one in row))
    rows = [head, *([f"第{place + 1}局" if "单位名称" in name else "" for name in head] for place in range(UNITS))]
    office.sends(sheet(tmp_path / "单位.xlsx", rows))
    office.press("导入")
    meter.part("units")

    system_admin, security = staff["xitong"], staff["anquan"]
    system_admin.opens("/opening/checklist/")
    system_admin.press("开通账号")
    given = cells(system_admin.takes(f"开通{MEMBERS}个账号", tmp_path))
    logins = {row[0]: (row[3], row[4]) for row in given if len(row) > 4 and row[4] and row[0] != "姓名"}
    assert len(logins) == MEMBERS
    security.opens("/people/logins/")
    security.press(f"登记{MEMBERS}名委员的职务")
    security.reads("都已登记职务")
    meter.part("logins of all members")

    member = hand(meter)
    who = next(iter(logins))
    member.logs_in(*logins[who])
    member.opens("/")
    member.press("写提案")
    member.types(**PROPOSAL)
    member.press("保存并提交")
    if "/step/" in member.page.url:
        member.press("提交")
    assert steps.state_of(member.page) == "待审查", member.page.locator("main").inner_text()[:600]
    address = f"/proposals/{steps.uid_of(member.page)}/"
    meter.part("first proposal")

    clerk = staff["jingban"]
    clerk.opens("/")
    clerk.opens(address)
    clerk.press("立案")
    clerk.types(category=["society"] if clerk.page.locator("[name=category][type=radio]").count() else "社会建设")
    clerk.press("立案")
    assert steps.state_of(clerk.page) == "已立案待交办"
    meter.part("filed")

    office.opens("/opening/checklist/")
    office.reads("可以收提案了", "已有1件提案立案")
    office.press("开张完成")
    office.opens("/")
    assert "开张清单" not in office.page.locator("main").inner_text()
    record_property("printed", meter.said())
    assert meter.minutes < MOST_MINUTES, meter.said()
    assert home.run("verify-journal").returncode == 0
