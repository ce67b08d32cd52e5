"""Words of service: donations 捐赠, reporting to a community 社区报到, personal study plans 个人学习计划."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class GivingForm(TextChoices):
    """What was given."""

    MONEY = "money", "捐款"
    GOODS = "goods", "捐物"


GIVEN: Final = "{giver}：{form}{amount}元"
POSTED: Final = "{member}到{unit}报到"
PLANNED: Final = "{person}{year}年学习计划"
PLAN_TITLE: Final = "{year}年个人学习计划"

SERVICE_REFUSALS: Final = {
    "activities.unknown_note": "没有找到这条登记，或您无权查看。",
    "activities.giver_missing": "请填写捐赠人：选择委员或干部，或填写单位名称。",
    "activities.amount_wrong": "金额应为大于0的数字，单位是元，如 5000 或 5000.50；“50余万”这样的写法请改成确切数。",
    "activities.goods_missing": "捐物请写明是什么、多少，如“大米200袋”；金额填折价。",
    "activities.receiver_missing": "请填写接收单位。",
    "activities.given_later": "捐赠日期{day}还没有到，请核对。",
    "activities.unit_no_community": "“{unit}”在名录中不是村（社区），请选择村（社区）。",
    "activities.unit_over": "“{unit}”在{day}已停用，请选择现有的村（社区）。",
    "activities.posted_already": "{member}已在{unit}报到（{day}），不必重复登记。",
    "activities.not_seated": "{member}在{day}不是本届在任委员，不能登记报到。",
    "activities.post_over": "{member}在{unit}的报到已于{day}结束。",
    "activities.post_order": "结束日期{ends}早于报到日期{starts}，请核对。",
    "activities.plan_already": "{person}的{year}年学习计划已于{day}交来，不必重复登记。",
    "activities.people_missing": "请至少选择一人。",
}
SERVICE_EVENTS: Final = {
    "activities.giving_noted": "登记捐赠{count}笔",
    "activities.community_posted": "登记委员到社区报到{count}人",
    "activities.community_ended": "结束社区报到",
    "activities.study_plan_noted": "登记个人学习计划{count}份",
}
SERVICE_TITLES: Final = {
    "givings": "捐款捐物",
    "reports": "社区报到",
    "study-plans": "个人学习计划",
    "add_givings": "登记捐款捐物",
    "add_reports": "登记社区报到",
    "add_study-plans": "登记个人学习计划",
    "end": "结束报到：{post}",
    "void": "误录作废：{row}",
}
SERVICE_SAID: Final = {
    "givings": "捐给谁、捐了什么、有没有票据。金额按登记的数汇总，点开数据能看到每一笔。",
    "reports": "委员到村（社区）报到，认领事项。参加的活动在“会议与活动”中登记，不在这里重复填写。",
    "study-plans": "交来的个人学习计划。只登记交没交，不统计学习时长。",
    "saved": "已登记。",
    "ended": "已结束报到，此前的记录保留。",
    "voided": "已作废，不再计入任何数据；办理记录中保留。",
}
EMPTY: Final = {
    "givings": "还没有登记捐赠",
    "reports": "还没有委员报到",
    "study-plans": "还没有收到学习计划",
}
STANDING: Final = "在报到"
ENDED: Final = "已结束"
