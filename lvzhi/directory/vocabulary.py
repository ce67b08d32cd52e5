"""The words of the directory: kinds of unit, ways of succession, refusals, journal sentences, import columns."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices

# Role codes as appointments name them; the room of accounts stands above this one and owns their labels.
SYSTEM_ADMIN: Final = "system_admin"
OFFICE: Final = "office"
CLERK: Final = "clerk"
PROPOSAL_HEAD: Final = "proposal_head"


class UnitKind(TextChoices):
    """What a unit outside the committee is to it."""

    HANDLING = "handling", "承办单位"
    ENTERPRISE = "enterprise", "企业"
    COMMUNITY = "community", "村（社区）"
    OTHER = "other", "其他单位"


class How(TextChoices):
    """How a unit passed into another."""

    MERGED = "merged", "合并"
    SPLIT = "split", "拆分"
    RENAMED = "renamed", "更名"


SYSTEMS_NAME: Final = "承办单位系统"
SYSTEMS: Final[tuple[tuple[str, str], ...]] = (
    ("party", "党群系统"),
    ("government", "政府系统"),
    ("justice", "政法系统"),
    ("town", "乡镇（街道）"),
    ("vertical", "垂直管理单位"),
    ("state_firm", "国有企业"),
    ("other", "其他"),
)
SYSTEMS_HELP: Final = "承办单位按系统分类统计；自某日起增减或改名，不影响以前的记录。"

MAY_EDIT: Final = "本级提案经办、提案委负责人、办公室工作人员、系统管理员"
EDITORS: Final = (CLERK, PROPOSAL_HEAD, OFFICE, SYSTEM_ADMIN)
MAY_SEE_CONTACT: Final = "本级机关工作人员、督查室、承办单位"
CONTACT_ROLES: Final = (*EDITORS, "supervisor", "secretary_general", "leader", "unit_officer", "unit_head")
LIST_PAUSE: Final = "、"
TODAY_END: Final = "今"

LABELS: Final[dict[str, str]] = {
    "name": "单位名称",
    "short_name": "简称",
    "code": "单位代码",
    "kind": "类别",
    "system": "系统",
    "starts": "启用日期",
    "ends": "停用日期",
    "contact": "联系方式",
    "ground": "依据",
}

REFUSALS: Final[dict[str, str]] = {
    "directory.blank": "“{label}”不能为空，请填写。",
    "directory.too_long": "“{label}”超过{limit}个字，请缩短。",
    "directory.kind_unknown": "类别“{given}”无法识别，请填写{choices}之一。",
    "directory.system_unknown": "系统“{given}”无法识别，请填写{choices}之一。",
    "directory.dates": "停用日期{ends}早于启用日期{starts}，请核对。",
    "directory.name_taken": "“{name}”在这段时间内已经在册（{starts}至{ends}），请核对是否重复录入。",
    "directory.code_taken": "单位代码“{given}”已被“{name}”使用，请换一个代码。",
    "directory.unit_missing": "没有找到这个单位，或您无权查看。",
    "directory.unit_unknown": "名录中没有名为“{name}”且在{day}在册的单位，请核对名称。",
    "directory.has_heirs": "“{name}”已办理{how}，停用日期由承接关系决定，不能另行修改。",
    "directory.end_cuts": "“{name}”于{on}承接了“{unit_from}”，在册日期须包含这一天。",
    "directory.no_source": "请选择被合并、拆分或更名的单位。",
    "directory.no_heir": "请选择或填写承接单位。",
    "directory.merge_one": "合并只能有一个承接单位，现填写了{count}个。",
    "directory.split_one": "拆分只能有一个原单位，现选择了{count}个。",
    "directory.split_few": "拆分须有两个以上承接单位；只有一个时请选“合并”或“更名”。",
    "directory.rename_one": "更名须是一个原单位对应一个新单位，请核对。",
    "directory.same_unit": "“{name}”不能由自己承接，请核对。",
    "directory.circle": "“{heir}”本身是由“{name}”承接而来的，不能再倒过来承接，请核对。",
    "directory.too_early": "“{name}”自{starts}起才在册，承接日期{on}须在其后。",
    "directory.in_future": "承接日期{on}还没有到，请在当日或之后办理。",
    "directory.ended_before": "“{name}”已于{ends}停用，早于承接日期{on}，请先核对停用日期。",
    "directory.ends_after": "“{name}”的停用日期是{ends}，与承接日期{on}不一致，请先核对停用日期。",
    "directory.succeeded_before": "“{name}”已于{on}由其他单位承接，不能重复办理。",
    "directory.heir_absent": "承接单位“{name}”在{on}不在册（{starts}至{ends}），请核对。",
    "directory.heir_twice": "承接单位“{name}”重复填写，请删去一个。",
    "directory.other_committee": "“{name}”不在本级单位名录中，请重新选择。",
    "directory.row_twice": "与第{row}行的单位“{name}”重复，请删去一行。",
    "directory.row_code_twice": "单位代码“{given}”与第{row}行重复，请核对。",
    "directory.row_known": "“{name}”已在册，这一行未导入。",
}

EVENTS: Final[dict[str, str]] = {
    "directory.add": "登记单位“{name}”",
    "directory.alter": "修改单位“{name}”",
    "directory.import": "导入单位{count}个（{file}）",
    "directory.succeed": "办理单位{how}：{sources}由{heirs}承接，自{on}起",
}

COLUMN_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "name": ("单位名称", "名称", "单位", "承办单位"),
    "short_name": ("简称", "单位简称"),
    "code": ("单位代码", "代码", "编码"),
    "kind": ("类别", "单位类别", "类型"),
    "system": ("系统", "所属系统"),
    "starts": ("启用日期", "设立日期", "成立日期"),
    "ends": ("停用日期", "撤销日期"),
    "contact": ("联系方式", "联系电话", "电话"),
}

EXAMPLES: Final[dict[str, str]] = {
    "name": "某某局（示例，导入前请删除本行）",
    "kind": "承办单位",
    "system": "政府系统",
    "starts": "2022-01-01",
}

HELP: Final[dict[str, str]] = {
    "starts": "这一天起可以作为承办单位选用。",
    "ends": "当日仍在册；仍在册时不填。合并、拆分、更名请用“办理承接”，不要在这里停用。",
    "contact": "只有本级工作人员和承办单位能看到。",
    "short_name": "列表和统计中显示的名称，可不填。",
    "code": "可不填；同一名录内不能重复。",
    "system": "用于分系统统计。",
    "sources": "合并时可选多个，拆分和更名时选一个。",
    "heirs": "已在册的承接单位。",
    "new_names": "尚未在册的承接单位，每行一个；保存时自动登记，类别和系统与原单位相同。"
    "拆分时第一个承接单位接办未办结的事项。",
    "on": "这一天起由承接单位办理，原单位的末日为前一天。",
    "file": "Excel（.xlsx）或 CSV 文件，第一行为列名。",
    "import_starts": "文件中没有填启用日期的单位按这一天登记。",
    "only_good": "有问题的行不导入，其余照常导入",
}

WORDS: Final[dict[str, str]] = {
    "directory": "单位名录",
    "add": "登记单位",
    "edit": "修改单位",
    "succeed": "办理承接",
    "import": "导入单位",
    "saved": "已保存。",
    "imported": "已导入{count}个单位。",
    "q": "名称",
    "state": "状态",
    "standing": "在册",
    "ended": "已停用",
    "coming": "未启用",
    "all": "全部",
    "committee": "政协组织",
    "sources": "原单位",
    "heirs": "承接单位（已在册）",
    "new_names": "承接单位（新设）",
    "on": "承接日期",
    "how": "方式",
    "file": "文件",
    "import_starts": "默认启用日期",
    "only_good": "只导入没有问题的行",
    "row": "行",
    "problem": "问题",
    "none": "没有符合条件的单位",
    "none_hint": "可以换个条件查找，或登记新单位。",
    "span": "在册时间",
    "lasting": "起",
    "became": "自{on}起{how}为{name}",
    "came": "自{on}起承接{name}（{how}）",
    "kept_out": "未导入",
    "note": "提示",
    "main": "（接办未办结事项）",
    "template": "单位导入模板.xlsx",
    "template_title": "单位",
}
UNIT_PROMPT: Final = "输入单位名称查找"
