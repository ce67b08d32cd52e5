"""Words of the attendance list that comes in from a sheet."""

from __future__ import annotations

from typing import Final

from lvzhi.activities.vocabulary.states import Presence

# key → label, other headings accepted, example
COLUMNS: Final = (
    ("name", "姓名", ("参加人", "委员姓名", "参会人员"), "张三"),
    ("number", "委员编号", ("编号", "证号"), ""),
    ("body", "单位", ("工作单位", "单位及职务", "单位和职务", "所在单位"), ""),
    ("sitting", "场次", ("会议场次", "单元"), ""),
    ("presence", "出席情况", ("出席", "到会情况", "签到", "考勤", "是否出席"), "出席"),
    ("remark", "说明", ("备注", "原因"), ""),
)
PRESENCES: Final = {str(one.label): one for one in Presence} | {
    "": Presence.PRESENT,
    "是": Presence.PRESENT,
    "到": Presence.PRESENT,
    "到会": Presence.PRESENT,
    "已到": Presence.PRESENT,
    "√": Presence.PRESENT,
    "否": Presence.ABSENT,
    "未到": Presence.ABSENT,
    "缺勤": Presence.ABSENT,
    "旷会": Presence.ABSENT,
    "事假": Presence.LEAVE,
    "病假": Presence.LEAVE,
    "公差": Presence.OFFICIAL,
    "因公": Presence.OFFICIAL,
}
NOT_FROM_A_SHEET: Final = frozenset({Presence.REPLACED, Presence.LEAVE_REFUSED})

SHEET_REFUSALS: Final = {
    "activities.row_unknown": "名单上没有“{name}”；未邀请到场的，请在出席登记页登记为列席。",
    "activities.row_many": "名单上有{count}个“{name}”，请在“单位”或“委员编号”中写明是哪一位（{bodies}）。",
    "activities.row_none_fits": "名单上的“{name}”单位是{bodies}，与表中的“{given}”不符，请核对。",
    "activities.row_twice": "与第{row}行是同一人、同一场次，请保留一行。",
    "activities.row_sitting": "没有名为“{name}”的场次，请填{sittings}之一。",
    "activities.row_not_of_sitting": "{name}不在“{sitting}”的分组，请核对场次。",
    "activities.row_presence": "出席情况“{given}”不认识，请填{choices}之一。",
    "activities.row_stands": "{name}在“{sitting}”已登记为{was}，与表中的“{given}”不同；确有差错的请在出席登记页更正。",
    "activities.row_known": "{name}在“{sitting}”已登记为{was}。",
    "activities.sheet_bad_rows": "有{bad}行不能导入，没有写入任何登记；请改好后重新上传，或选择只导入没有问题的行。",
    "activities.sheet_no_rows": "没有可以导入的行。",
}
SHEET_EVENTS: Final = {"activities.sheet_brought": "从表格登记出席{count}人次"}
ROW: Final = "第{row}行：{sentence}"
SHEET_WORDS: Final = {
    "title": "从表格登记出席",
    "judging": "正在逐行核对",
    "writing": "正在写入",
    "unit": "行",
    "template": "出席登记表",
    "bad": "不能导入",
    "known": "已登记",
}
