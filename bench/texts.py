"""Invented proposals by number: the same number gives the same text, on any machine."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

PASSWORD = "Bench-2026-ok"
START = dt.date(2022, 1, 10)
BATCH = 500  # records of one statement
AUTHORS = 400
STATES = ("submitted", "filed", "not_filed", "assigned", "handling", "answered", "closed", "closed", "closed", "closed")
PLACES = ("城东", "城西", "河湾", "北岭", "南坪", "松林", "石桥", "东湖", "柳溪", "云台", "青山", "白沙")
THINGS = (
    "社区食堂", "老旧管网", "停车泊位", "乡村道路", "校园周边秩序", "农贸市场", "公共厕所", "湿地步道", "居家养老服务",
    "托育机构", "电动车充电桩", "中小企业融资", "职业教育实训", "农产品冷链", "文物建筑修缮", "垃圾分类", "智慧停车",
)  # fmt: skip
WISHES = ("加快建设", "统筹规划", "规范管理", "提升改造", "加强保障", "完善机制", "加大投入", "推进共享")
SENTENCES = (
    "近年来相关工作有了进展，但与群众的期待仍有距离。",
    "部分点位设施陈旧，维护责任不够清楚。",
    "调研中走访了多个村居和企业，听取了意见。",
    "资金来源单一，年度之间起伏较大。",
    "部门之间信息没有打通，群众需要多头跑动。",
    "高峰时段供需矛盾突出，平时又有闲置。",
    "现行标准制定较早，已不适应当前需要。",
    "专业人员不足，培训跟不上岗位变化。",
    "建议的做法在邻近地区已有先例，成本可控。",
    "长效机制尚未形成，整治之后容易反复。",
)
CATEGORIES = ("economy", "society", "culture", "ecology", "politics")


@dataclass(frozen=True, slots=True)
class Text:
    """What one invented proposal says, and where it stands."""

    title: str
    background: str
    analysis: str
    category: str
    state: str
    track: str
    author: int


def proposal(number: int) -> Text:
    """The proposal of that number: a title of about 20 characters, a body of about 650."""
    chance = random.Random(number)
    title = f"关于{chance.choice(WISHES)}{chance.choice(PLACES)}片区{chance.choice(THINGS)}的提案"
    return Text(
        title=title,
        background="".join(chance.choices(SENTENCES, k=12)),
        analysis="".join(chance.choices(SENTENCES, k=18)),
        category=chance.choice(CATEGORIES),
        state=chance.choice(STATES),
        track=chance.choice(("session", "between")),
        author=chance.randrange(AUTHORS),
    )


def form(name: str) -> dict[str, object]:
    """The fields of the page 写提案, filled in; the name makes the title its own."""
    text = proposal(-10_000)
    return {
        "title": f"关于{name}的提案", "background": text.background, "analysis": text.analysis, "survey": "",
        "recommendations": "明确牵头单位和完成时限。\n分年度安排资金。", "category": text.category, "behalf": "",
        "may_publish": "on", "may_merge": "on", "may_convert": "on", "then": "submit",
    }  # fmt: skip
