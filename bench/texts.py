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
CONDITIONS = (
    "建成于上世纪九十年代", "至今没有物业", "由两家单位分头管理", "入口狭窄，消防车难以通过", "收费标准不一",
    "节假日无人值守", "地下管线资料缺失", "与规划用途不符", "周边三所学校共用", "近三年投诉明显增多",
    "已列入城市更新计划", "尚未通过竣工验收", "产权归属存在争议", "缺少无障碍设施", "运营补贴逐年减少",
    "数据没有接入平台", "专业人才流失", "用水用电按商业价格结算",
)  # fmt: skip
MEASURES = (
    "由区政府牵头成立专班", "制定三年行动方案", "引入社会资本参与运营", "建立居民议事机制", "纳入年度民生实事",
    "开展第三方评估", "推广先建后补", "把责任落实到街道和网格", "统一标识和服务标准", "设立专项资金",
    "每季度公开进展", "组织人员外出学习", "与高校共建实训基地", "简化审批环节", "实行错时开放", "完善应急预案",
    "扩大保险覆盖", "给予税费减免",
)  # fmt: skip
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
    """The proposal of that number: a title of about 20 characters, a body of some 700."""
    chance = random.Random(number)
    title = f"关于{chance.choice(WISHES)}{chance.choice(PLACES)}片区{chance.choice(THINGS)}的提案"
    return Text(
        title=title,
        background="".join(_sentence(chance) for _ in range(12)),
        analysis="".join(_sentence(chance) for _ in range(18)),
        category=chance.choice(CATEGORIES),
        state=chance.choice(STATES),
        track=chance.choice(("session", "between")),
        author=chance.randrange(AUTHORS),
    )


def _sentence(chance: random.Random) -> str:
    """A sentence that many texts have, or one with places, things and figures of its own."""
    if chance.random() < 0.4:
        return chance.choice(SENTENCES)
    place, thing = chance.choice(PLACES), chance.choice(THINGS)
    if chance.random() < 0.5:
        number, homes = chance.randrange(1, 400), chance.randrange(20, 3000)
        return f"{place}第{number}号的{thing}{chance.choice(CONDITIONS)}，涉及{homes}户。"
    return (
        f"{place}可在{chance.randrange(2023, 2031)}年前{chance.choice(MEASURES)}，推动{thing}{chance.choice(WISHES)}。"
    )


def form(name: str) -> dict[str, object]:
    """The fields of the page 写提案, filled in; the name makes the title its own."""
    text = proposal(-10_000)
    return {
        "title": f"关于{name}的提案", "background": text.background, "analysis": text.analysis, "survey": "",
        "recommendations": "明确牵头单位和完成时限。\n分年度安排资金。", "category": text.category, "behalf": "",
        "may_publish": "on", "may_merge": "on", "may_convert": "on", "then": "submit",
    }  # fmt: skip
