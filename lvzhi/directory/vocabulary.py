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
    "directory.row_date": "“{label}”有误：{problem}",
    "directory.row_known": "“{name}”已在册，这一行未导入。",
    "directory.file_empty": "文件“{name}”中没有可导入的行，请核对内容。",
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
