"""Names and helps of the room's parameters."""

from __future__ import annotations

from typing import Final

# key: name, unit, help
NORMS: Final[dict[str, tuple[str, str, str]]] = {
    "activities.title_length": ("活动名称字数上限", "字", ""),
    "activities.present_fraction": (
        "计为出席的最低比例",
        "",
        "实际出席的半天数占应出席半天数的比例，达到即计为出席整次活动；公假不计入分母。",
    ),
    "activities.late_after": ("补录界限", "", "活动结束后超过这个时间才录入的，标明补录和迟录天数。"),
    "activities.hours_morning": ("上午场起止时间", "", "未填具体时间的上午场按此推算，用于发现时间冲突。"),
    "activities.hours_afternoon": ("下午场起止时间", "", "未填具体时间的下午场按此推算。"),
    "activities.hours_evening": ("晚上场起止时间", "", "未填具体时间的晚上场按此推算。"),
    "activities.second_person": (
        "更正出席须由另一人办理",
        "",
        "开启后，登记人不能更正自己登记的出席，由另一位有权的人说明理由后更正。",
    ),
    "activities.leave_after": ("事后补假期限", "", "自结束之日起；设为0天则开始后不再受理。补办的标明“开始后提出”。"),
    "activities.leave_decide": ("请假审批期限", "", "自提出请假之日起。"),
    "activities.leave_most": ("每人每年请假次数上限", "次", "待审批和已准假的都计入；0为不限。"),
    "activities.absences_plenary": (
        "委员一届内全体会议缺席提醒次数",
        "次",
        "达到时在缺席情况中标出，由人决定如何处理。",
    ),
    "activities.absences_year": ("常委一年内常委会会议缺席提醒次数", "次", "同上。"),
    "activities.absences_term": ("常委一届内常委会会议缺席提醒次数", "次", "同上。"),
    "activities.sheet_rows": ("出席表格每次导入的行数上限", "行", ""),
    "activities.sheet_megabytes": ("出席表格文件大小上限", "MB", ""),
    "activities.feed_back": ("日历订阅回看多久", "", "订阅的日历里保留多久以前的活动。"),
}
FRACTIONS: Final = (
    ("1/2", "二分之一"),
    ("3/5", "五分之三"),
    ("2/3", "三分之二"),
    ("3/4", "四分之三"),
    ("1/1", "全部"),
)
REASONS: Final = "activities.leave_reasons"
REASONS_NAME: Final = "请假事由"
LEAVE_REASONS: Final = (
    ("superior", "参加上级会议或活动"),
    ("assigned", "受组织委派学习、出差"),
    ("work", "本职工作冲突"),
    ("illness", "因病"),
    ("family", "家庭事务"),
    ("other", "其他"),
)
