"""A special consultation with twelve recommendations from plan item to the feedback to its speakers (R3.11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE = "中小学周边交通组织专题协商会"
REPORT = "关于中小学周边交通组织的协商报告"
GROUND = "道路红线内没有余地，改由错时放学解决。"
WHAT = ("限时停车位", "护学岗", "错峰通道") * 4
ADVICE = [f"第{place}所学校门前设置{what}" for place, what in enumerate(WHAT, start=1)]
ANSWERS = (("wholly", ""), ("wholly", ""), ("not", GROUND), ("partly", "分两年建成。"))
KEYS = ("ledger.advice", "ledger.advice_adopted", "ledger.advice_not_adopted", "activities.speeches",
        "consultations.results", "consultations.comments", "consultations.fed_back")  # fmt: skip
OWN = """
from lvzhi.accounts.models import Account, Appointment
print(Account.objects.get(username="weiyuan").name, Appointment.objects.get(account__username="chengban").unit.name)
"""


def figures(site: Server) -> list[int]:
    body = site.installation.json("figures", WUDANG.code, str(date.today().year), "--json", "--key", *KEYS)
    return [one["value"] for one in body["figures"]]


def test_twelve_recommendations_come_back_to_whoever_spoke(site: Server, visitor: Visitor) -> None:
    before = figures(site)
    name, unit = site.installation.python(OWN).split()
    office = visitor("mishuzhang")
    way = _held(office, name)
    member = visitor("weiyuan", phone=True)
    _speaks(member, way)
    office.goto(way)
    _takes_place(office)
    office.goto(way)
    _advice(office, name)
    office.goto(way)
    _goes_up(office)
    office.goto(way)
    assert office.locator("#sent").get_attribute("data-state") == "done"
    steps.press(office, "转交单位")
    steps.answer(office, unit=unit)
    steps.press(office, "转交")

    officer = visitor("chengban")
    for words, (adoption, ground) in zip(ADVICE, ANSWERS, strict=False):
        _answer(officer, words, adoption, ground)
    office.goto(way)
    assert office.locator("#adoption").get_attribute("data-state") == "current"
    assert unit in office.locator(".lz-now").inner_text()
    steps.press(office, "反馈采纳情况")
    assert "采纳2条，部分采纳1条，未采纳1条，还在办理8条" in office.locator("[name=text]").input_value()
    steps.press(office, "反馈采纳情况")

    member.goto("/inbox/?group=news")
    member.locator("main a", has_text=TITLE).first.tap()
    member.wait_for_url("**/consultations/**")
    words = member.locator("main").inner_text()
    for part in ("采纳2条", "部分采纳1条", "未采纳1条", "待答复8条", GROUND, "护学要靠制度", "区委书记"):
        assert part in words
    assert (steps.sideways(member), steps.violations(member)) == (0, [])
    office.goto(way)
    assert "已读1人" in office.locator("#feedback").inner_text()
    assert steps.violations(office) == []
    assert [late - early for early, late in zip(before, figures(site), strict=True)] == [12, 3, 1, 1, 1, 1, 1]


def _held(office: Any, name: str) -> str:
    """The plan item becomes an activity; what the plan says is not asked again. Gives the page of its way."""
    office.goto("/consultations/")
    office.get_by_role("link", name="中小学周边交通组织").click()
    steps.press(office, "举办协商")
    assert office.locator("[name=topic]").input_value() == "中小学周边交通组织"
    assert office.locator("[name=task] option:checked").inner_text().endswith("中小学周边交通组织")
    steps.answer(office, title=TITLE, held_on=date.today().isoformat())
    steps.press(office, "保存")
    steps.pick(office, "people", name)
    office.locator("form:has([name=people__typed]) button", has_text="列入名单").click()
    office.wait_for_load_state()
    steps.press(office, "发出通知")
    steps.press(office, "发出通知")
    steps.press(office, "查看全程")
    return str(office.url)


def _speaks(member: Any, way: str) -> None:
    """A member hands in the own speech."""
    member.goto(way)
    member.locator("#meeting a", has_text=TITLE).tap()
    member.wait_for_load_state()
    steps.press(member, "提交我的发言")
    steps.answer(member, title="护学要靠制度", text="一、定时。二、定点。三、定人。")
    steps.press(member, "保存")


def _takes_place(office: Any) -> None:
    steps.press(office, "打开活动")
    steps.press(office, "登记为已举行")
    steps.press(office, "登记为已举行")


def _advice(office: Any, name: str) -> None:
    """Twelve recommendations pasted as a list; whoever spoke is ticked."""
    steps.press(office, "登记意见建议")
    office.get_by_label(name).check(force=True)
    steps.answer(office, text="\n".join(ADVICE))
    steps.press(office, "登记")


def _goes_up(office: Any) -> None:
    """Gathered, signed, sent, commented on."""
    steps.press(office, "汇总意见建议")
    steps.answer(office, title=REPORT, addressee="区委、区政府")
    steps.press(office, "起草呈报文件")
    for step in ("送核", "核稿通过", "签发"):
        steps.press(office, step)
        steps.press(office, step)
    steps.press(office, "登记发送")
    steps.answer(office, bodies="区委、区政府")
    steps.press(office, "登记发送")
    steps.press(office, "登记批示")
    steps.answer(office, leader="林", post="区委书记", rank="top", words="请逐校研究落实。")
    steps.press(office, "登记批示")


def _answer(officer: Any, words: str, adoption: str, ground: str) -> None:
    officer.goto("/ledger/unit/")
    officer.locator("main a", has_text=words).first.click()
    officer.wait_for_load_state()
    steps.press(officer, "答复")
    steps.answer(officer, adoption=adoption, answer="已研究。", ground=ground)
    steps.press(officer, "答复")
