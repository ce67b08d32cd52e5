"""The rhythm of organisation life (R10.3), names of figures, words of lists."""

from __future__ import annotations

from typing import Final

from lvzhi.party.vocabulary.states import Standing

MEETINGS: Final = "party.meetings"
MEETINGS_NAME: Final = "组织生活种类和频次"
CONGRESS, BOARD, GROUP = "congress", "board", "group"
_ALL: Final = "fixed、temporary"
# code, name, rule, per, how many, for whom, further words
MEETING_KINDS: Final[tuple[tuple[str, str, str, str, str, str, str], ...]] = (
    (CONGRESS, "支部党员大会", "R10.3", "quarter", "1", _ALL, "党员大会"),
    (BOARD, "支部委员会会议", "R10.3", "month", "1", "fixed", "支委会、支委会议"),
    (GROUP, "党小组会", "R10.3", "month", "1", "fixed", "党小组会议"),
    ("theme_day", "主题党日", "R10.3", "month", "1", "fixed", "主题党日活动"),
    ("lecture", "书记党课", "R10.3", "year", "1", _ALL, ""),
    ("life", "组织生活会", "R10.3", "year", "1", "fixed", ""),
    ("appraisal", "民主评议党员", "R10.3", "year", "1", "fixed", ""),
    ("talks", "谈心谈话", "R10.3", "year", "1", "fixed", ""),
    ("democratic_life", "民主生活会", "R10.2", "year", "1", "party_group、agency_group", ""),
    ("other", "其他组织生活", "R10.3", "", "0", "fixed、temporary、functional、general、party_group、agency_group", ""),
)
LABELS: Final[dict[str, str]] = {
    "per": "周期（month 每月、quarter 每季度、year 每年，不填为不作要求）",
    "times": "每个周期的次数",
    "who": "适用的党组织（fixed 固定支部、temporary 临时支部、functional 功能型支部、general 总支、"
    "party_group 党组、agency_group 机关党组）",
    "words": "其他说法",
}
PERIODS: Final[dict[str, str]] = {
    "month": "{day.month}月",
    "quarter": "第{quarter}季度",
    "year": "{day.year}年",
}
SLOT: Final = "{kind}（{period}）"
NAMES: Final = "、"
STANDING_TONES: Final[dict[Standing, str]] = {
    Standing.HELD: "good",
    Standing.DUE: "info",
    Standing.MISSING: "bad",
    Standing.LATER: "later",
}
HELD_AS: Final = "party.held_as"
HELD_AS_FORWARD, HELD_AS_BACKWARD = "依托活动", "登记为组织生活"
PANEL: Final = "组织生活"
OF_ORGANS: Final = "党组织"
PANEL_ADD: Final = "登记为支部组织生活"
COLUMNS: Final[dict[str, str]] = {
    "name": "名称",
    "kind": "类型",
    "form": "设立方式",
    "organ": "所在机构",
    "above": "上级党组织",
    "starts": "设立日期",
    "ends": "撤销日期",
    "person": "姓名",
    "body": "党组织",
    "post": "职务",
    "since": "列入日期",
    "meeting": "组织生活",
    "title": "主题",
    "held_on": "日期",
    "due": "应到",
    "came": "实到",
    "deed": "实事",
    "done_on": "办理日期",
    "state": "状态",
    "work": "单位及职务",
    "committee": "政协组织",
}
# key: name, unit, meaning
FIGURES: Final[dict[str, tuple[str, str, str]]] = {
    "party.branches": (
        "党支部",
        "个",
        "时段最后一日（未到的，为今日）存在的党支部数，固定、临时、功能型都计；全体会议期间设立、随会议结束的临时党支部不计。",
    ),
    "party.committee_branches": (
        "专委会党支部",
        "个",
        "时段最后一日（未到的，为今日）存在、设在专门委员会的党支部数。",
    ),
    "party.general_branches": ("党总支", "个", "时段最后一日（未到的，为今日）存在的党总支数。"),
    "party.groups": ("党组", "个", "时段最后一日（未到的，为今日）存在的党组和机关党组数。"),
    "party.seated": (
        "编入支部的党员委员",
        "名",
        "时段最后一日（未到的，为今日）在任、政治面貌为中共党员，且编入本级任一党支部的委员人数。",
    ),
    "party.unseated": (
        "未编入支部的党员委员",
        "名",
        "时段最后一日（未到的，为今日）在任、政治面貌为中共党员，但没有编入本级任一党支部的委员。",
    ),
    "party.unseated_staff": (
        "未编入支部的机关党员",
        "名",
        "时段最后一日（未到的，为今日）在任、政治面貌为中共党员，但没有编入本级任一党支部的机关干部。",
    ),
    "party.coverage": ("党员委员编入支部的比例", "%", "编入支部的党员委员占全部党员委员的比例。"),
    "party.with_branch": ("设有支部的专门委员会", "个", "时段最后一日（未到的，为今日）设有党支部的专门委员会数。"),
    "party.without_branch": ("未设支部的专门委员会", "个", "时段最后一日（未到的，为今日）没有党支部的专门委员会。"),
    "party.organ_coverage": ("专门委员会党支部覆盖率", "%", "设有支部的专门委员会占全部专门委员会的比例。"),
    "party.without_secretary": ("没有书记的党支部", "个", "时段最后一日（未到的，为今日）存在、没有在任书记的党支部。"),
    "party.meetings": ("组织生活", "次", "召开日期在时段内、已登记召开情况的组织生活，每次计一次。"),
    "party.behind": (
        "组织生活有欠缺的党组织",
        "个",
        "时段内已经过去的月、季度、年度中，按规定应开展而没有登记的组织生活至少一项的党组织。",
    ),
    "party.double_life": ("领导参加支部组织生活", "人次", "时段内主席、副主席、秘书长到会参加所在支部组织生活的人次。"),
    "party.deeds": ("党员办实事", "件", "办理日期在时段内、已核实的党员办实事，每件计一件。"),
    "party.doers": (
        "办实事达标的党员委员",
        "名",
        "时段最后一日在任的党员委员中，时段内经核实的办实事不少于规定件数的人数。",
    ),
    "party.not_doers": (
        "办实事未达标的党员委员",
        "名",
        "时段最后一日在任的党员委员中，时段内经核实的办实事少于规定件数的人。",
    ),
    "party.deed_coverage": ("党员委员办实事覆盖率", "%", "办实事达标的党员委员占全部党员委员的比例。"),
}
VOIDED: Final = "误录作废"
NO_MEETING: Final = "这个季度还没有组织生活记录。"
NO_DEED: Final = "这一年还没有办实事记录。"
QUARTER_NAME: Final = "{year}年第{number}季度"
YEAR_NAME: Final = "{year}年"
PEOPLE_HINT: Final = "输入姓名或拼音首字母，只列出政治面貌为中共党员的委员和机关干部。"
TOLD: Final = "{name}（{work}）"
