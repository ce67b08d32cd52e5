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
    "activities.sitting_noted": "场次“{name}”已经登记出席，不能删除、改日期或改分组。",
    "activities.list_empty": "还没有邀请任何人，请先确定参加人再发出通知。",
    "activities.list_frozen": "通知已经发出，名单是统计的分母，不能再删除{name}；不能到会的请登记请假。",
    "activities.nobody_named": "请填写姓名或选择人员。",
    "activities.ground_missing": "请写明理由。",
    "activities.not_noting": "活动现为“{state}”，不能登记或更正出席；已归档的请先退回补充。",
    "activities.sitting_to_come": "场次“{name}”{on}才举行，到时再登记出席；提前告知不能到会的请办理请假。",
    "activities.no_sheet": "选择“签到表”作依据的，请先在活动材料中上传签到表扫描件。",
    "activities.uninvited": "“{kind}”不接受未邀请的人参加，{name}没有登记；确需参加的请先补邀。",
    "activities.on_list": "{name}已在名单中，请直接登记出席。",
    "activities.not_of_sitting": "有人不参加场次“{name}”，请刷新后重新登记。",
    "activities.second_person": "{name}的出席是您登记的，更正须由另一位有权的人办理。",
    "activities.same_presence": "{name}已是这一登记，不需要更正。",
    "activities.no_stand_in": "“{kind}”须本人参加，不能由他人代会；不能到会的请办理请假。",
    "activities.stand_in_twice": "{name}已有代会人，不能重复指定。",
    "activities.leave_closed": "活动现为“{state}”，不能请假；如有变化请联系承办人。",
    "activities.leave_waits": "{name}已有一份请假待审批，请等待结果或先撤回。",
    "activities.leave_granted_already": "{name}已准假，不需要再请。",
    "activities.leave_often": "{year}年请假已达{most}次上限，请联系机关说明情况。",
    "activities.leave_begun": "活动已于{day}开始，本级规定开始后不受理请假，请联系承办人。",
    "activities.leave_over": "补办请假的期限是{due}，现已超过，请联系承办人。",
    "activities.opinion_missing": "这份请假是活动开始后提出的，请写明审批意见。",
    "activities.no_leave": "没有找到这份请假，或您无权查看。",
    "activities.hours": "参数中的起止时间“{given}”写错了，应如 09:00-12:00，请系统管理员改正。",
}
PASSING: Final = "未举行的活动"
EVENTS: Final = {
    "activities.organ_passed": "承办机构“{old}”变更，移交“{heir}”",
    "activities.edited": "修改活动安排",
    "activities.invited": "列入名单{count}人",
    "activities.noted": "登记“{sitting}”出席{count}人",
    "activities.noted_quick": "按除外登记“{sitting}”出席{count}人",
    "activities.admitted": "{name}未在名单，列席“{sitting}”",
    "activities.corrected": "{name}的出席更正为{becomes}",
    "activities.stood_in": "{by}代{name}参加",
    "activities.recast": "{name}改为{role}",
    "activities.told": "另行通知{count}人",
    "activities.dropped": "从名单中移去{name}",
}
SENTENCES: Final = {
    "begin": "建立活动",
    "notify": "发出通知，名单{count}人，应到{counted}人",
    "remind": "提醒未读的{count}人",
    "hold": "登记为已举行",
    "close": "归档",
    "reopen": "退回补充：{ground}",
    "cancel": "取消：{ground}",
}
LEAVE_SENTENCES: Final = {
    "begin": "{who}请假",
    "grant": "准{who}请假",
    "refuse": "不准{who}请假",
    "withdraw": "{who}撤回请假",
}
MESSAGES: Final = {
    "activities.invitation": "请参加{kind}“{title}”：{when}，{where}。",
    "activities.changed": "{kind}“{title}”的安排有变动，请查看：{when}，{where}。",
    "activities.cancelled": "{kind}“{title}”（{when}）已取消：{ground}",
    "activities.reminder": "{kind}“{title}”的通知您还没有看：{when}，{where}。",
    "activities.leave_asked": "{who}请假：“{title}”（{when}），请审批。",
    "activities.leave_granted": "您对“{title}”（{when}）的请假已获准。",
    "activities.leave_refused": "您对“{title}”（{when}）的请假未获准：{opinion}",
    "activities.leave_withdrawn": "{who}撤回了对“{title}”的请假。",
}
TASKS: Final = ("activities.leave_asked",)
