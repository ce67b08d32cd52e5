"""A rule set entered by form, a district's members judged by it to the letters, two objections decided (R7.8)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from lvzhi.exchange.letters import read_docx_text
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
YEAR = 2023  # the demonstration evaluated the year before
FOUND = """
from lvzhi.evaluation.models import Result
from lvzhi.people.models import Member
rows = Result.objects.filter(evaluation__year={year}, evaluation__committee__code="GZ-TR-BJ")
known = rows.exclude(member__person__account=None).select_related("member__person__account").order_by("pk")
assert rows.count() == Member.objects.filter(committee__code="GZ-TR-BJ", ends=None).count()
print(rows.count(), *[f"{{row.uid}} {{row.member.person.account.username}} {{row.name}}" for row in known[:2]])
"""


def _part(office: Any, button: str, **answers: Any) -> None:
    steps.press(office, button)
    steps.answer(office, **answers)
    steps.press(office, "保存")


def _rules(office: Any) -> None:
    office.goto("/evaluation/sets/new/")
    steps.answer(office, name="委员履职考核办法（试行）", year=str(YEAR))
    steps.press(office, "建立")
    _part(office, "加分块", name="履职", start="60", cap="100")
    steps.press(office, "加计分项")
    steps.answer(office, kinds=["activities.part"])
    steps.press(office, "下一步")
    steps.answer(office, name="参加会议和活动", points="2", facet_result=["attended"])
    steps.press(office, "保存")
    _part(office, "加等次", name="称职", least="60")
    _part(office, "加等次", name="不称职", below="59")
    expect(office.locator("main")).to_contain_text("会议和活动（出席）：每次2分")
    expect(office.locator("main")).to_contain_text("59分起、不满60分的没有等次")
    office.get_by_role("link", name=re.compile("修改.*不称职")).click()
    steps.answer(office, below="60")
    steps.press(office, "保存")
    assert (steps.sideways(office), steps.violations(office)) == (0, [])
    steps.press(office, "施行")
    steps.answer(office, meeting="主席会议第18次会议")
    steps.press(office, "施行")
    assert steps.state_of(office) == "施行"


def _object(visitor: Visitor, uid: str, username: str) -> None:
    member = visitor(username, phone=True)
    member.goto(f"/evaluation/result/{uid}/")
    steps.press(member, "缺少记录")
    steps.answer(member, text="参加过区政协走访，没有登记。")
    steps.press(member, "提交")
    expect(member.locator("main")).to_contain_text("复核中")
    assert (steps.sideways(member), steps.violations(member)) == (0, [])


def test_from_the_rule_to_the_letter(site: Server, visitor: Visitor, tmp_path: Path) -> None:
    office, chief = visitor("gztrbj-bg"), visitor("gztrbj-ms")
    _rules(office)
    office.goto("/evaluation/new/")
    steps.answer(office, year=str(YEAR))
    steps.press(office, "开始考核")
    run = office.url
    count, one, first, _, other, second, name = site.installation.python(FOUND.format(year=YEAR)).split()
    member = visitor(first, phone=True)
    member.goto("/evaluation/mine/")
    steps.press(member, "述职")
    steps.answer(member, account="全年走访群众，参加会议。不足是提案偏少。")
    steps.press(member, "提交")
    expect(member.locator("main")).to_contain_text("不足是提案偏少")
    for button in ("述职（自评）结束", "初评结束"):
        steps.press(office, button)
        steps.press(office, button)
    steps.press(office, "重算得分")
    expect(office.locator("main")).to_contain_text(f"已按规则重算{count}个对象")
    steps.press(office, "提请主席会议审定")
    steps.press(office, "提请主席会议审定")
    chief.goto(run)
    steps.press(chief, "登记主席会议审定")
    steps.answer(chief, meeting="主席会议第24次会议")
    steps.press(chief, "登记主席会议审定")
    _object(visitor, one, first)
    _object(visitor, other, second)
    office.goto(f"/evaluation/result/{one}/")
    steps.press(office, "异议成立")
    steps.answer(office, reason="联络组记录属实。", becomes="2")
    steps.press(office, "异议成立")
    expect(office.locator("main")).to_contain_text("异议成立，补计2分")
    office.goto(f"/evaluation/result/{other}/")
    steps.press(office, "维持原结果")
    steps.answer(office, reason="没有记录和证明。")
    steps.press(office, "维持原结果")
    expect(office.locator("main")).to_contain_text("没有记录和证明")
    _letters(office, run, name, int(count), tmp_path)
    steps.press(office, "归档")
    steps.press(office, "归档")
    assert steps.state_of(office) == "已归档"


def _letters(office: Any, run: str, name: str, count: int, folder: Path) -> None:
    office.goto(run)
    office.get_by_role("button", name="全部反馈函").click()  # so many are written by a worker; its page tells how far
    written = office.locator("main").get_by_role("link", name=re.compile(r"\.zip")).first
    expect(written).to_be_visible(timeout=120_000)
    with office.expect_download() as taken:
        written.click(no_wait_after=True)
    target = folder / "letters.zip"
    taken.value.save_as(target)
    with zipfile.ZipFile(target) as pack:
        assert len(pack.namelist()) == count
        said = read_docx_text(io.BytesIO(pack.read(next(one for one in pack.namelist() if name in one))))
    assert "关于反馈2023年度委员履职考核结果的函" in said
    assert "称职" in said
    office.goto(run)
