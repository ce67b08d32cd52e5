"""What people are told: refusals, journal sentences, messages."""

from __future__ import annotations

from typing import Final

REFUSALS: Final = {
    "activities.unknown": "没有找到这项活动，或您无权查看。",
    "activities.title_missing": "请填写活动名称。",
    "activities.title_long": "活动名称{length}字，超过{limit}字，请精简。",
    "activities.day_missing": "请填写活动日期。",
    "activities.dates_order": "结束日期{ends}早于开始日期{starts}，请核对。",
    "activities.family_unknown": "种类“{kind}”没有归入固定类型（现填“{given}”），请系统管理员在代码表中改正。",
    "activities.organ_elsewhere": "“{organ}”不属于{committee}，请选择本级机构。",
    "activities.task_elsewhere": "任务“{given}”不是本级计划的任务，请重新选择。",
    "activities.campaign_elsewhere": "主题活动“{given}”不是本级的，请重新选择。",
    "activities.not_editable": "活动现为“{state}”，不能再修改安排；如需补充，请先退回补充。",
    "activities.changed": "您打开页面后，《{title}》已由他人修改，请刷新后核对再保存。",
    "activities.no_sitting": "请至少安排一个场次。",
    "activities.sitting_time": "场次“{name}”的结束时间早于开始时间，请核对。",
    "activities.sitting_outside": "场次“{name}”（{on}）不在活动日期之内，请核对。",
    "activities.sitting_noted": "场次“{name}”已经登记出席，不能删除或改到别的日期。",
    "activities.list_empty": "还没有邀请任何人，请先确定参加人再发出通知。",
    "activities.list_frozen": "通知已经发出，名单是统计的分母，不能再删除{name}；不能到会的请登记请假。",
    "activities.nobody_named": "请填写姓名或选择人员。",
    "activities.not_yet": "活动{day}才举行，到时再登记为已举行。",
    "activities.ground_missing": "请写明理由。",
    "activities.hours": "参数中的起止时间“{given}”写错了，应如 09:00-12:00，请系统管理员改正。",
}
EVENTS: Final = {
    "activities.edited": "修改活动安排",
    "activities.invited": "列入名单{count}人",
    "activities.dropped": "从名单中移去{name}",
}
SENTENCES: Final = {
    "begin": "建立活动",
    "notify": "发出通知，名单{count}人，应到{counted}人",
    "hold": "登记为已举行",
    "close": "归档",
    "reopen": "退回补充：{ground}",
    "cancel": "取消：{ground}",
}
