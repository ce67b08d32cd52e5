"""Words of the sheet by which an existing ledger comes in."""

from __future__ import annotations

from typing import Final

from lvzhi.ledger.vocabulary.states import ProblemState

# key → label, other headings accepted, kind, example
COLUMNS: Final = (
    ("number", "编号", ("序号", "台账编号", "问题编号"), "text", "1"),
    ("text", "问题", ("问题描述", "存在问题", "问题表现", "具体问题", "检视问题", "查摆问题"), "text", "印发不及时"),
    ("found_on", "发现日期", ("查摆日期", "登记日期", "发现时间"), "date", "2023-05-10"),
    ("source", "来源", ("问题来源",), "text", "自查"),
    ("theme", "方面", ("类别", "问题类别", "领域"), "text", "作风和机关建设"),
    ("cause", "原因", ("原因分析", "问题原因"), "text", "流程不清"),
    ("measures", "整改措施", ("措施",), "text", "制定印发流程；专人负责"),
    ("owner", "责任单位", ("责任部门", "牵头单位", "责任处室"), "text", "办公室"),
    ("person", "责任人", ("具体责任人",), "text", ""),
    ("leader", "责任领导", ("牵头领导", "分管领导"), "text", ""),
    ("helper", "协办单位", ("配合单位", "协办部门"), "text", ""),
    ("standard", "整改标准", ("整改目标", "标准", "完成标志"), "text", ""),
    ("finish_by", "整改时限", ("完成时限", "时限", "计划完成时间"), "date", "2023-06-30"),
    ("state", "状态", ("整改状态", "进展情况", "完成情况"), "text", "已销号"),
    ("done_on", "完成日期", ("整改完成日期", "销号日期"), "date", "2023-06-20"),
    ("result", "整改情况", ("整改成效", "整改结果"), "text", "流程已印发。"),
)
STATES: Final = {
    "": ProblemState.OPEN,
    "未启动": ProblemState.OPEN,
    "未完成": ProblemState.OPEN,
    "整改中": ProblemState.OPEN,
    "正在整改": ProblemState.OPEN,
    "已完成待核": ProblemState.DONE,
    "待核查": ProblemState.DONE,
    "待核查销号": ProblemState.DONE,
    "已完成": ProblemState.CHECKED,
    "完成": ProblemState.CHECKED,
    "已整改": ProblemState.CHECKED,
    "已销号": ProblemState.CHECKED,
    "销号": ProblemState.CHECKED,
    "长期坚持": ProblemState.LONG_TERM,
    "持续整改": ProblemState.LONG_TERM,
}
MEASURES_PARTED: Final = r"[\n；;]+"
ROW: Final = "第{row}行：{sentence}"
KEPT_OUT, NOTE = "不能导入", "提醒"
TEMPLATE_TITLE: Final = "问题台账"
TEMPLATE_FILE: Final = "问题台账导入模板.xlsx"
