"""The words of the norms room: kinds, units, refusals, journal sentences."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices

SYSTEM_ADMIN: Final = "system_admin"
SECURITY_ADMIN: Final = "security_admin"


class Kind(TextChoices):
    """What sort of value a norm takes."""

    INT = "int", "整数"
    DECIMAL = "decimal", "小数"
    BOOL = "bool", "是或否"
    CHOICE = "choice", "选项"
    TEXT = "text", "文字"
    LIST = "list", "列表"
    TERM = "term", "期限"
    DATE = "date", "日期"


class Source(TextChoices):
    """Where a value in force comes from."""

    OWN = "own", "本级设定"
    INHERITED = "inherited", "沿用上级"
    DEFAULT = "default", "默认值"


YES: Final = "是"
NO: Final = "否"
YES_WORDS: Final = frozenset({"是", "1", "true", "yes", "y", "on", "启用", "开", "开启", "有", "对"})
NO_WORDS: Final = frozenset({"否", "0", "false", "no", "n", "off", "停用", "关", "关闭", "无", "不", "不是"})
LIST_JOINER: Final = "、"
LIST_BREAKS: Final = r"[、,，;；\n]+"

# the longest words first, so that 工作日 is not read as 日
TERM_UNITS: Final[tuple[tuple[str, str, int], ...]] = (
    ("个工作日", "working_day", 1),
    ("工作日", "working_day", 1),
    ("个自然日", "calendar_day", 1),
    ("自然日", "calendar_day", 1),
    ("个月", "month", 1),
    ("月", "month", 1),
    ("周年", "month", 12),
    ("年", "month", 12),
    ("个星期", "calendar_day", 7),
    ("周", "calendar_day", 7),
    ("天", "calendar_day", 1),
    ("日", "calendar_day", 1),
)
TERM_UNIT_NAMES: Final = {"working_day": "个工作日", "calendar_day": "日", "month": "个月"}
FIXED_DAY: Final = r"(?:每年)?(\d{1,2})月(\d{1,2})[日号]"
FIXED_NAME: Final = "每年{month}月{day}日"
ROLL_NAME: Final = "（遇休息日顺延）"
ROLL_WORDS: Final = ("（遇休息日顺延）", "(遇休息日顺延)", "遇休息日顺延", "顺延")
UNIT_SAME: Final[tuple[frozenset[str], ...]] = (
    frozenset({"字", "个字"}),
    frozenset({"天", "日", "个自然日"}),
    frozenset({"个", "项", "件", "名", "人", "次", "家", "篇"}),
    frozenset({"%", "％", "百分点"}),
    frozenset({"MB", "M", "兆", "兆字节"}),
    frozenset({"分钟", "分"}),
)
RANGE_BOTH: Final = "{least}至{most}"
RANGE_LEAST: Final = "不小于{least}"
RANGE_MOST: Final = "不大于{most}"
LENGTH_UNITS: Final[dict[str, str]] = {Kind.TEXT: "个字", Kind.LIST: "项"}
DAY: Final = "{year}年{month}月{day}日"

INPUT_HELP: Final[dict[str, str]] = {
    Kind.TERM: "可填“5个工作日”“15天”“3个月”或“每年9月30日”；末尾可加“（遇休息日顺延）”。",
    Kind.LIST: "多项之间用顿号、逗号或换行隔开。",
    Kind.DATE: "按“2026年9月3日”的样式填写。",
}

REFUSALS: Final[dict[str, str]] = {
    "norms.unknown": "没有名为“{key}”的规则参数。",
    "norms.blank": "“{name}”不能为空，请填写。",
    "norms.not_int": "“{name}”应填整数，“{given}”不是整数。",
    "norms.not_decimal": "“{name}”应填数字，“{given}”不是数字。",
    "norms.wrong_unit": "“{name}”的单位是“{unit}”，不能填“{given}”，请换算后只填数字。",
    "norms.out_of_range": "“{name}”应为{range}，“{given}”超出范围。",
    "norms.not_bool": "“{name}”应填“是”或“否”，“{given}”无法识别。",
    "norms.not_choice": "“{name}”只能从{choices}中选择，“{given}”不在其中。",
    "norms.length": "“{name}”应为{range}，现为{given}。",
    "norms.list_twice": "“{name}”中“{given}”重复出现，请删去一项。",
    "norms.not_term": "“{name}”的期限“{given}”无法识别，请按“5个工作日”“15天”“3个月”的样式填写。",
    "norms.term_unit": "“{name}”应为时长，不能是固定日期。",
    "norms.not_date": "“{name}”的日期有误：{problem}",
    "norms.stored_unreadable": "“{name}”自{starts}起的设定值已不可用，请到规则参数页重新设定。",
    "norms.no_change": "“{name}”自{starts}起已是“{given}”，无需重复设定。",
    "norms.ground_needed": "请填写依据（文号或会议决定）。",
    "norms.ground_long": "依据超过{limit}个字，请缩短。",
    "norms.root_follow": "“{name}”在本级没有设定过，无需恢复。",
    "norms.codeset_unknown": "没有名为“{key}”的代码表。",
    "norms.code_unknown": "“{given}”不在{day}有效的“{set}”之中，请重新选择。",
    "norms.code_blank": "代码和名称都不能为空，请填写。",
    "norms.code_form": "代码“{given}”不合要求，只能用小写字母、数字、短横线、下划线和点，且不超过{limit}个字符。",
    "norms.code_long": "名称超过{limit}个字，请缩短。",
    "norms.code_dates": "停用日期{ends}早于启用日期{starts}，请核对。",
    "norms.code_closed": "“{name}”已于{ends}停用。",
    "norms.code_name_taken": "“{set}”中已有名为“{name}”的条目，请核对是否重复。",
    "norms.extra_unknown": "“{set}”没有名为“{given}”的附加项。",
    "norms.day_range": "结束日期{last}早于开始日期{first}，请核对。",
    "norms.day_span": "一次最多设置{limit}天，请分次设置。",
    "norms.day_missing": "{day}没有本级的日历更正，可能已被撤销，请刷新页面。",
    "norms.missing": "没有找到这条设定，可能已被撤销，请刷新页面。",
}

EVENTS: Final[dict[str, str]] = {
    "norms.set": "设定“{name}”为“{shown}”，自{starts}起",
    "norms.follow": "“{name}”自{starts}起恢复沿用上级或默认值",
    "norms.withdraw": "撤销“{name}”自{starts}起的设定",
    "norms.code_set": "设定{set}“{name}”，自{starts}起",
    "norms.code_close": "停用{set}“{name}”，末日为{ends}",
    "norms.days_set": "更正日历{first}至{last}",
    "norms.days_clear": "撤销{day}的日历更正",
}

ROOM_NAMES: Final[dict[str, str]] = {"norms": "日历", "committee": "届次与组织"}
SHOWN_INHERIT: Final = "沿用上级或默认值"
WORKS: Final = "上班"
RESTS: Final = "休息"

ROLE_NAMES: Final[dict[str, str]] = {
    "system_admin": "系统管理员",
    "security_admin": "安全管理员",
    "office": "办公室工作人员",
    "clerk": "提案经办",
    "proposal_head": "提案委负责人",
    "secretary_general": "秘书长",
}
CALENDAR_EDITORS: Final = ("system_admin", "office")

LABELS: Final[dict[str, str]] = {
    "value": "新的值",
    "starts": "生效日期",
    "ground": "依据",
    "code": "代码",
    "name": "名称",
    "sort": "排序",
    "code_starts": "启用日期",
    "code_ends": "停用日期",
    "last_day": "末日",
    "first": "开始日期",
    "last": "结束日期",
    "works": "安排",
    "on": "查看日期",
    "committee": "政协组织",
}

HELP: Final[dict[str, str]] = {
    "starts": "自这一天起按新的值办理；以前的记录不受影响。",
    "ground": "文号、会议决定或其他依据。",
    "code": "小写字母、数字、短横线、下划线或点；设定后不能改。",
    "sort": "数字小的排在前面。",
    "code_ends": "当日仍可选用；一直使用时不填。",
    "last_day": "当日仍可选用，次日起不再出现在选项中；以前的记录仍显示原名。",
    "last": "只更正一天时不填。",
}

WORDS: Final[dict[str, str]] = {
    "norms": "规则参数",
    "codes": "代码表",
    "calendar": "工作日历",
    "saved": "已保存。",
    "followed": "已恢复沿用上级或默认值。",
    "withdrawn": "已撤销。",
    "withdraw": "撤销",
    "withdraw_sure": "确定撤销这条设定吗？撤销后按此前的规定办理，日志中仍保留记录。",
    "closed": "已停用。",
    "name": "参数",
    "value": "现行值",
    "source": "来源",
    "since": "生效日期",
    "rule": "规则依据",
    "default": "默认值",
    "ground": "依据",
    "set_by": "设定人",
    "shown": "值",
    "whose": "设定者",
    "none": "没有符合条件的参数",
    "none_changed": "没有与默认值不同的参数",
    "none_set": "还没有设定过，现按默认值办理",
    "from_above": "沿用{name}",
    "all": "全部",
    "changed": "与默认值不同",
    "set_name": "代码表",
    "set_count": "条目",
    "set_own": "本级改动",
    "code": "代码",
    "code_name": "名称",
    "state": "状态",
    "in_use": "在用",
    "stopped": "已停用",
    "coming": "未启用",
    "none_codes": "还没有条目",
    "add_code": "增加条目",
    "edit_code": "修改“{name}”",
    "day": "日期",
    "none_days": "没有日历更正，按国家公布的放假调休安排计算",
    "effective": "{starts}起",
    "all_along": "一直",
}
