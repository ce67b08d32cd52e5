"""The words of the committee room: levels, kinds of organ, refusals, journal sentences."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices

# Role codes as appointments name them; the room of accounts stands above this one and owns their labels.
SYSTEM_ADMIN: Final = "system_admin"
OFFICE: Final = "office"
# in the order in which they decide whose page somebody sees first
EVERY_ROLE: Final = (
    "system_admin",
    "office",
    "clerk",
    "proposal_head",
    "secretary_general",
    "leader",
    "supervisor",
    "organ_head",
    "branch_secretary",
    "unit_head",
    "unit_officer",
    "member",
    "reporter",
    "auditor",
    "security_admin",
    "audit_admin",
)


class Level(TextChoices):
    """Level of a committee, highest first."""

    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"


LEVEL_ORDER: Final[dict[str, int]] = {level.value: place for place, level in enumerate(Level)}


class OrganKind(TextChoices):
    """What an organ is; a member may sit in organs of several kinds at once (R0.4)."""

    SECTOR = "sector", "界别"
    SPECIAL_COMMITTEE = "special_committee", "专门委员会"
    LIAISON_GROUP = "liaison_group", "联络组（委员活动组）"
    STUDY_GROUP = "study_group", "学习小组"
    PARTY = "party", "党派"
    FEDERATION = "federation", "人民团体"
    AGENCY = "agency", "机关工作部门"
    LEADING_GROUP = "leading_group", "领导小组（专班）"
    STANDING_COMMITTEE = "standing_committee", "常务委员会"
    CHAIRMEN = "chairmen", "主席会议"
    PARTY_GROUP = "party_group", "党组"
    THINK_TANK = "think_tank", "政协智库"
    OTHER = "other", "其他"


class OrganHow(TextChoices):
    """How an organ passed into another."""

    MERGED = "merged", "合并"
    SPLIT = "split", "拆分"


REFUSALS: Final[dict[str, str]] = {
    "committee.unknown": "没有找到“{name}”，请填写政协组织的全称、简称或代码。",
    "committee.ambiguous": "“{name}”对应不止一个政协组织，请改用代码。",
    "committee.organ_unknown": "“{committee}”没有名为“{name}”的机构，请核对机构名称或代码。",
    "committee.blank": "“{label}”不能为空，请填写。",
    "committee.too_long": "“{label}”超过{limit}个字，请缩短。",
    "committee.code_form": "代码“{given}”不合要求，只能用字母、数字、短横线和下划线。",
    "committee.code_taken": "代码“{given}”已被“{name}”使用，请换一个代码。",
    "committee.name_taken": "已有名为“{name}”的政协组织，请核对是否重复录入。",
    "committee.level_unknown": "层级“{level}”无法识别，请从省级、市级、县级中选择。",
    "committee.level_order": "“{name}”是{level}，上级“{parent}”是{parent_level}，上级的层级必须更高。",
    "committee.parent_unknown": "没有找到上级政协组织，请从列表中选择。",
    "committee.parent_circle": "不能把“{parent}”设为“{name}”的上级，它本身就在“{name}”之下。",
    "committee.term_number": "届数应为1至99的整数，请核对。",
    "committee.term_taken": "第{number}届已经录入，请核对届数。",
    "committee.term_dates": "届满日期{ends}早于开始日期{starts}，请核对。",
    "committee.term_overlap": "与第{number}届（{starts}至{ends}）时间重叠，请先核对两届的起止日期。",
    "committee.term_open": "第{number}届尚未届满，请先填写该届的届满日期，再录入新一届。",
    "committee.term_too_long": "一届最多{years}年，按开始日期应不晚于{latest}届满，请核对届满日期。",
    "committee.term_cuts_session": "{session}在{opens}开幕，不在修改后的任期之内，请先核对会议日期。",
    "committee.session_number": "次数应为1至99的整数，请核对。",
    "committee.session_taken": "{name}已经录入，请核对次数。",
    "committee.session_dates": "闭幕日期{closes}早于开幕日期{opens}，请核对。",
    "committee.session_outside": "会议日期不在第{number}届任期（{starts}至{ends}）之内，请核对日期或选择另一届。",
    "committee.session_overlap": "与{name}（{opens}至{closes}）时间重叠，请核对日期。",
    "committee.session_order": "{name}于{opens}开幕，次数与开幕先后不一致，请核对。",
    "committee.window_dates": "提案征集截止日期{until}早于开始日期{starts}，请核对。",
    "committee.window_missing": "请填写提案征集的开始日期。",
    "committee.window_after": "提案征集开始日期{starts}晚于闭幕日期{closes}，请核对。",
    "committee.window_overlap": "提案征集时间与{name}（{starts}至{until}）重叠，请核对。",
    "committee.organ_kind": "机构类别“{kind}”无法识别，请从列表中选择。",
    "committee.organ_dates": "撤销日期{ends}早于设立日期{starts}，请核对。",
    "committee.organ_taken": "“{name}”在这段时间内已经设立（{starts}至{ends}），请核对是否重复录入。",
    "committee.organ_code_taken": "机构代码“{given}”已被“{name}”使用，请换一个代码。",
    "committee.name_same": "“{name}”现在就是这个名称，不需要更名。",
    "committee.name_future": "更名日期{on}还没有到，请在当日或之后办理。",
    "committee.name_early": "更名日期{on}须晚于{since}（设立或上次更名的日期），请核对；名称录错的，请用“修改”。",
    "committee.name_over": "“{name}”已于{ends}撤销，不能从{on}起更名。",
    "committee.no_former": "“{name}”没有更过名，无需撤回。",
    "committee.no_source": "请选择被合并或拆分的机构。",
    "committee.no_heir": "请选择或填写承接机构。",
    "committee.merge_one": "合并只能有一个承接机构，现填写了{count}个。",
    "committee.split_one": "拆分只能有一个原机构，现选择了{count}个。",
    "committee.split_few": "拆分须有两个以上承接机构；只有一个时请选“合并”，只改名称的请用“更名”。",
    "committee.same_organ": "“{name}”不能由自己承接，请核对。",
    "committee.other_kind": "“{name}”是{kind}，与原机构类别不同，请核对。",
    "committee.other_committee": "“{name}”不属于本级政协，请重新选择。",
    "committee.circle": "“{heir}”本身是由“{name}”承接而来的，不能再倒过来承接，请核对。",
    "committee.heir_twice": "承接机构“{name}”重复填写，请删去一个。",
    "committee.heir_absent": "承接机构“{name}”在{on}不在设（{starts}至{ends}），请核对。",
    "committee.too_early": "“{name}”自{starts}起才设立，承接日期{on}须在其后。",
    "committee.in_future": "承接日期{on}还没有到，请在当日或之后办理。",
    "committee.ended_before": "“{name}”的撤销日期是{ends}，与承接日期{on}不一致，请先核对撤销日期。",
    "committee.succeeded_before": "“{name}”已于{on}由其他机构承接，不能重复办理。",
    "committee.has_heirs": "“{name}”已由其他机构承接，起止日期由承接关系决定，不能另行修改。",
    "committee.organ_parent": "上级机构必须属于同一政协组织，且不能是自己或自己的下级，请重新选择。",
    "committee.changed_meanwhile": "这条记录刚刚被别人修改过，请刷新页面后再改，您填写的内容请先复制保存。",
    "committee.no_right": "您没有修改“{committee}”组织信息的权限，请联系系统管理员。",
}

EVENTS: Final[dict[str, str]] = {
    "committee.create": "建立政协组织“{name}”",
    "committee.alter": "修改政协组织“{name}”",
    "committee.term_open": "录入第{number}届",
    "committee.term_alter": "修改第{number}届",
    "committee.session_add": "录入{name}",
    "committee.session_alter": "修改{name}",
    "committee.organ_add": "设立机构“{name}”",
    "committee.organ_alter": "修改机构“{name}”",
    "committee.organ_rename": "“{old}”自{on}起更名为“{name}”",
    "committee.organ_unname": "撤回误录的更名：“{name}”仍称“{old}”",
    "committee.succeed": "办理机构{how}：{sources}由{heirs}承接，自{on}起，移交{moved}项",
}

MAY_EDIT: Final = "本级或上级政协的系统管理员、本级办公室工作人员"
MAY_ADD_COMMITTEE: Final = "本级或上级政协的系统管理员"
BELOW: Final = "{name}及所属各级"
WITH_ORGAN: Final = "{name} · {organ}"
OPEN_END: Final = "今"
LIST_PAUSE: Final = "、"

LABELS: Final[dict[str, str]] = {
    "name": "名称",
    "short_name": "简称",
    "code": "代码",
    "level": "层级",
    "parent": "上级政协",
    "term": "所属届",
    "term_number": "届数",
    "session_number": "次数",
    "starts": "开始日期",
    "ends": "结束日期",
    "term_ends": "届满日期",
    "opens": "开幕日期",
    "closes": "闭幕日期",
    "window_from": "提案征集开始",
    "window_until": "提案征集截止",
    "kind": "类别",
    "organ_starts": "设立日期",
    "organ_ends": "撤销日期",
    "organ_parent": "上级机构",
    "new_name": "新名称",
    "rename_on": "更名日期",
    "ground": "依据",
    "how": "方式",
    "sources": "原机构",
    "heirs": "承接机构（已在设）",
    "new_names": "承接机构（新设）",
    "on": "承接日期",
}

HELP: Final[dict[str, str]] = {
    "short_name": "列表和统计中显示的名称，可不填。",
    "code": "字母、数字、短横线或下划线，命令行和数据文件中使用。",
    "no_parent": "（无上级）",
    "term_number": "第几届，填数字。",
    "term_ends": "本届尚未届满时不填；录入新一届之前须先填写。",
    "session_number": "本届第几次会议，填数字。",
    "window_from": "不填时按规则参数“大会提案征集提前期”由开幕日期推算。",
    "window_until": "当日仍可提交；不填时为闭幕当日。",
    "organ_code": "可不填；同一政协内不能重复。",
    "organ_ends": "仍在设时不填；当日仍算在设。合并、拆分请用“办理承接”，不要在这里撤销。",
    "rename_on": "这一天起用新名称；以前的记录和数字仍印当时的名称。",
    "ground": "文号或会议，可不填。",
    "sources": "合并时可选多个，拆分时选一个。",
    "new_names": "尚未设立的承接机构，每行一个，保存时自动设立，类别与原机构相同。",
    "on": "这一天起由承接机构负责，原机构的末日为前一天。",
    "heirs": "先选的第一个（没有选的，为新设的第一个）是主要承接机构。",
}

WORDS: Final[dict[str, str]] = {
    "tree": "政协组织",
    "add_committee": "建立政协组织",
    "edit_committee": "修改政协组织",
    "add_term": "录入新一届",
    "edit_term": "修改届",
    "add_session": "录入全体会议",
    "edit_session": "修改全体会议",
    "add_organ": "设立机构",
    "edit_organ": "修改机构",
    "rename": "机构更名",
    "succeed": "机构合并、拆分",
    "decide": "成员和未办结事项的去向",
    "item": "{topic}：{item}",
    "items": "{topic}（{count}）",
    "passed": "已办理，移交{moved}项。",
    "became": "自{on}起{how}，由{name}承接",
    "came": "自{on}起承接{name}（{how}）",
    "named": "{until}更名，以前称“{name}”",
    "unnamed": "已撤回更名。",
    "main": "（主要承接）",
    "edit_one": "{what}：{name}",
    "saved": "已保存。",
    "full_name": "全称",
    "all": "全部",
    "term": "届次",
    "session": "会议",
    "organ": "机构",
    "meets": "会期",
    "state": "状态",
    "window_state": "征集状态",
    "number_organs": "机构数",
    "period": "起止日期",
    "window": "提案征集时间",
    "standing": "在设",
    "closed": "已撤销",
    "future": "未到设立日期",
    "current": "本届",
    "past": "已届满",
    "none_terms": "还没有录入届次",
    "none_sessions": "还没有录入全体会议",
    "none_organs": "没有符合条件的机构",
    "none_below": "没有下级政协组织",
    "edit": "修改",
    "running": "至今",
    "now_open": "正在征集",
    "window_later": "未开始",
    "window_over": "已截止",
    "current_term": "当前届次",
    "last_plenary": "最近一次全体会议",
}

_DIGITS: Final = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals, as terms and sessions are called (R0.1)."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones else "")


def term_name(number: int) -> str:
    """Name of a term, for instance 第十届."""
    return f"第{numeral(number)}届"


def session_name(term: int, number: int) -> str:
    """Name of a plenary session, for instance 十届二次会议 (R0.1)."""
    return f"{numeral(term)}届{numeral(number)}次会议"
