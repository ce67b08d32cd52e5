"""How plans, tasks and campaigns are called in lists, sentences and headings."""

from __future__ import annotations

from typing import Final

PLAN_OF: Final = "{year}年{title}"
PLAN_OF_YEAR: Final = "{year}{title}"  # 2026 + 年度协商计划
BY_YEAR: Final = "年"
NUMBERED: Final = "{number}．{topic}"
NAMES: Final = "、"
SERVES: Final = "plans.serves"
SERVES_FORWARD: Final = "对应计划任务"
SERVES_BACKWARD: Final = "佐证记录"
TIED: Final = "其他佐证记录"
GROUPED: Final = "plans.grouped"
GROUPED_FORWARD: Final = "所属主题活动"
GROUPED_BACKWARD: Final = "归入的记录"
NOT_CHOSEN: Final = "（不填）"
NO_BLOCK: Final = "未分板块"
UNTITLED: Final = "未写名称"
RECORDS: Final = "{counted}/{wanted}项记录"
RECORDS_MORE: Final = "{counted}/{wanted}项记录，另有{open}项进行中"
AIM: Final = "{name}≥{number}{unit}"
AIM_NOW: Final = "{name}{value}{unit}，目标{number}{unit}"
NOTHING_YET: Final = "还没有"
NO_TASKS: Final = "还没有任务"
NO_MINE: Final = "没有由您的机构牵头或配合的任务"
NO_TOPICS: Final = "还没有上下联动的课题"
NO_CAMPAIGNS: Final = "还没有登记主题活动"
VOIDED: Final = "误录作废"
RUNNING: Final = "进行中"
OVER: Final = "已结束"
TO_COME: Final = "未开始"
OPEN_END: Final = "今"
OPEN_UNTIL: Final = "近期"
ALL_YEARS: Final = "全部年度"
YEAR: Final = "{year}年"
ROLE_LEADS: Final = "牵头"
ROLE_HELPS: Final = "配合"
ADDED_GROUND: Final = "{number}：{ground}"
JOINT_NONE: Final = "下级尚未承接"
FROM_ABOVE: Final = "{committee}：{topic}"
SHEET: Final = {
    "title": "任务分解表",
    "file": "{title}-任务分解表",
    "plan": "{title}{number}",
    "asof": "截至{moment}，共{count}项，已完成{done}项",
    "joint": "联动课题：{topic}",
    "joint_file": "联动课题-{topic}",
    "template": "任务导入模板.xlsx",
}
LABELS: Final = {
    "number": "序号",
    "topic": "任务（课题）",
    "block": "板块",
    "form": "形式",
    "committee": "政协组织",
    "leader": "牵头领导",
    "organ": "牵头机构",
    "helpers": "配合单位",
    "person": "责任人",
    "starts": "开始日期",
    "due": "完成时限",
    "mark": "完成标志",
    "wanted": "须有几项记录",
    "aim": "目标",
    "aim_figure": "目标指标",
    "aim_number": "目标值",
    "source": "选题来源",
    "proposed_by": "提出者",
    "progress": "进展情况",
    "standing": "状态",
    "late_note": "未完成的原因",
    "upper": "上级课题",
    "plan": "计划",
    "role": "本机构",
}
# headings that offices use for the same columns
ALIASES: Final = {
    "number": ("编号", "序"),
    "topic": ("主要任务", "任务", "课题", "工作任务", "工作内容", "课题名称", "议题"),
    "block": ("类别", "工作类别"),
    "form": ("活动形式", "协商形式", "方式"),
    "leader": ("分管领导", "领衔领导", "责任领导"),
    "organ": ("牵头委室", "责任委室", "责任部门", "牵头单位", "承办机构", "责任单位"),
    "helpers": ("配合委室和部门", "配合部门", "协办单位", "参与单位", "配合机构"),
    "person": ("负责人", "具体责任人"),
    "starts": ("启动时间",),
    "due": ("计划时间", "完成时间", "完成日期", "时间安排", "时限"),
    "mark": ("完成标准", "目标要求", "成果形式"),
    "source": ("来源", "选题途径"),
    "proposed_by": ("提出人", "点题领导"),
}
FINDINGS: Final = {
    "organ": "第{row}行“牵头机构”：没有名为“{value}”的机构，请填写本级在设机构的全称。",
    "helper": "第{row}行“配合单位”：没有名为“{value}”的机构或单位，请填写全称，多个用顿号分开。",
    "block": "第{row}行“板块”：没有“{value}”这一板块，可填：{known}。",
    "source": "第{row}行“选题来源”：没有“{value}”这一来源，可填：{known}。",
    "figure": "第{row}行“目标指标”：没有“{value}”这项指标，请填写“数据与口径”中的名称。",
    "rule": "第{row}行：{sentence}",
    "number_double": "第{row}行“序号”：{value}在计划中已有，请换一个序号。",
}
