"""Words of the sheet by which a list of projects comes in."""

from __future__ import annotations

from typing import Final

# key → label, other headings accepted, kind, example
COLUMNS: Final = (
    ("title", "项目名称", ("项目", "名称", "工程名称"), "text", "冷链物流园项目"),
    ("way", "方式", ("工作方式", "项目类型"), "text", "包抓联系"),
    ("kind", "类别", ("项目类别", "行业", "领域"), "text", "服务业"),
    ("share", "参与方式", ("本级参与方式",), "text", "牵头"),
    ("amount", "总投资（元）", ("总投资", "投资额", "投资金额", "计划总投资"), "text", "120000000"),
    ("owner", "业主或投资方", ("业主", "投资方", "建设单位", "企业名称"), "text", "海州供应链公司"),
    ("unit", "责任单位", ("责任部门",), "text", ""),
    ("place", "地点", ("建设地点", "地址"), "text", "城东工业园"),
    ("person", "引荐委员", ("引荐人", "介绍委员"), "text", ""),
    ("taken_on", "列入日期", ("登记日期", "列入时间"), "date", "2026-01-12"),
    ("talks_by", "计划洽谈日期", (), "date", ""),
    ("signs_by", "计划签约获批日期", ("计划签约日期",), "date", ""),
    ("starts_on", "计划开工日期", ("计划开工时间", "开工时间"), "date", ""),
    ("ends_on", "计划竣工日期", ("计划竣工时间", "计划完工日期"), "date", ""),
    ("text", "项目概况", ("建设内容", "主要建设内容", "备注"), "text", ""),
)
WAY, KIND, SHARE = "方式", "类别", "参与方式"
OTHER: Final = "other"
PAUSE: Final = "、"
ROW: Final = "第{row}行：{sentence}"
KEPT_OUT, NOTE = "不能导入", "提醒"
TEMPLATE_TITLE: Final = "项目表"
TEMPLATE_FILE: Final = "项目表导入模板.xlsx"
H: Final = {"row": "行", "finding": "说明", "effect": "结果"}
ROW_REFUSALS: Final[dict[str, str]] = {
    "projects.row_known": "项目“{title}”已在台账中。",
    "projects.row_twice": "与第{row}行项目名称相同，请保留一行或在名称中加以区别。",
    "projects.row_long": "项目名称{length}字，最多{most}字，请缩短。",
    "projects.row_choice": "{name}“{given}”不认识，请填{choices}之一。",
    "projects.row_unit": "单位名录中没有“{name}”，请先登记单位，或把这一格留空。",
    "projects.row_person": "引荐委员“{name}”在名册上有{count}位，请核对姓名，或把这一格留空后在项目页面登记。",
    "projects.row_plan": "计划日期的先后不对，应依次为洽谈、签约获批、开工、竣工，请核对。",
}
