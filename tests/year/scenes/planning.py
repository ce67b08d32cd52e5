"""The year's plan: drafted, opinions asked, deliberated, approved, issued; scenes that follow come from its tasks."""

from __future__ import annotations

import datetime as dt

from lvzhi.plans.models import Campaign, Plan, Task
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Year

LIFT, RIVER, PARKING = "老旧小区加装电梯", "河道清淤治理", "背街小巷停车"


def plan(district: District, year: Year, cast: Cast) -> None:
    """From the first word to the number."""
    with year.on(1, 5, "plan: drafted"):
        cast.office.does("plans:write", answers={
            "kind": Code("consultation"), "title": "海州区政协年度协商计划", "preface": "围绕城市更新议政建言。",
        })  # fmt: skip
        made = newest(Plan)
        cast.office.does("plans:add", made, button="保存", answers={
            "topic": LIFT, "form": "专题协商会", "organ": district.economy, "leader": "冯副主席", "person": "荀科长",
            "due": dt.date(2026, 4, 30), "mark": "形成加梯协商报告", "source": Code("party"),
            "proposed_by": "区委城建办",
        })  # fmt: skip
        cast.office.does("plans:add", made, button="保存", answers={
            "topic": RIVER, "form": "民主监督", "organ": district.culture, "due": dt.date(2026, 6, 30),
        })  # fmt: skip
        cast.office.does("plans:add", made, button="保存", answers={
            "topic": PARKING, "form": "院坝协商", "organ": district.economy, "due": dt.date(2026, 8, 31),
        })  # fmt: skip
    with year.on(1, 6, "plan: opinions"):
        cast.office.does("plans:step", "plan", made, "gather", answers={
            "body": "各专委会和各民主党派", "until": dt.date(2026, 1, 9),
        })  # fmt: skip
        cast.economist.does("plans:step", "plan", made, "opine", answers={"text": "请把加梯提前到一季度。"})
        cast.office.does(
            "plans:step", "plan", made, "opine", answers={"text": "河道应写明责任。", "giver": "民革区支部"}
        )
    with year.on(1, 12, "plan: approved"):
        for opinion, words, answer in zip(
            made.opinions.order_by("pk"), ("采纳", "部分采纳"), ("提前到四月。", "写明牵头人。"), strict=True
        ):
            page = cast.office.look("plans:plan", made)
            cast.office.fill(page, {"answer": answer}, button=words, form_of=opinion)
        cast.office.does("plans:step", "plan", made, "revise", answers={"body": "区委办公室", "words": "两处改动。"})
        cast.office.does("plans:step", "plan", made, "propose")
        cast.office.does("plans:step", "plan", made, "pass_chairmen", answers={"body": "第五十一次主席会议"})
    with year.on(1, 14):
        cast.office.does(
            "plans:step", "plan", made, "submit", answers={"body": "中共海州区委", "number": "海协党〔2026〕3号"}
        )
    with year.on(1, 23):
        cast.office.does("plans:step", "plan", made, "approve", answers={
            "body": "区委常委会第八十次会议", "number": "海委〔2026〕11号", "words": "原则同意。",
        })  # fmt: skip
        cast.office.does("plans:step", "plan", made, "issue", answers={"number": "海协发〔2026〕6号"})
    with year.on(1, 26, "plan: a campaign"):
        cast.office.does("plans:add_campaign", answers={
            "name": "走进楼栋听心声", "starts": dt.date(2026, 3, 1), "organ": district.economy,
            "document_no": "海协办〔2026〕9号",
        })  # fmt: skip
        assert newest(Campaign).name == "走进楼栋听心声"


def task(topic: str) -> Task:
    """The task on a topic."""
    return Task.objects.get(topic=topic)
