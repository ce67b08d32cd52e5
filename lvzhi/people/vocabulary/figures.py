"""Names, definitions (口径), columns and prose of the room's figures."""

from __future__ import annotations

from typing import Final

# key: name, unit, meaning
FIGURES: Final[dict[str, tuple[str, str, str]]] = {
    "people.members": (
        "政协委员",
        "名",
        "时段最后一日（未到的，为今日）在任的本级政协委员人数，一人一届计一名；误录作废的不计。",
    ),
    "people.party_members": (
        "党员委员",
        "名",
        "时段最后一日（未到的，为今日）在任、当日政治面貌登记为中共党员的本级政协委员人数。",
    ),
    "people.standing_members": (
        "常务委员",
        "名",
        "时段最后一日（未到的，为今日）担任本级政协常务委员的人数，不含主席、副主席、秘书长。",
    ),
    "people.standing_committee": (
        "常委会组成人员",
        "名",
        "时段最后一日（未到的，为今日）在任委员中担任主席、副主席、秘书长或常务委员的人数，兼任的计一名。",
    ),
    "people.staff": (
        "机关干部",
        "名",
        "时段最后一日（未到的，为今日）在本级政协机关任职的人数。",
    ),
    "people.sectors": (
        "界别",
        "个",
        "时段最后一日（未到的，为今日）设立的界别数。",
    ),
    "people.special_committees": (
        "专门委员会",
        "个",
        "时段最后一日（未到的，为今日）设立的专门委员会数。",
    ),
    "people.liaison_groups": (
        "联络组（委员活动组）",
        "个",
        "时段最后一日（未到的，为今日）设立的委员联络组、活动组数。",
    ),
    "people.study_groups": (
        "学习组",
        "个",
        "时段最后一日（未到的，为今日）设立的学习小组数。",
    ),
}
ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "people.members": ("委员", "政协委员总数", "委员人数"),
    "people.party_members": ("中共党员委员", "委员中的中共党员"),
    "people.standing_members": ("常委", "政协常委"),
    "people.standing_committee": ("常务委员会组成人员",),
    "people.staff": ("政协机关干部", "机关工作人员"),
    "people.sectors": ("政协界别",),
    "people.special_committees": ("专委会",),
    "people.study_groups": ("学习小组", "委员学习小组"),
    "people.liaison_groups": ("委员联络组", "委员活动组", "委员工作组"),
}

MEMBER_SUBJECTS: Final = (
    "政协委员",
    "委员",
    "区政协委员",
    "县政协委员",
    "市政协委员",
    "州政协委员",
    "省政协委员",
    "住区政协委员",
)
PARTY_SUBJECTS: Final = ("党员委员", "中共党员委员", "政协党员委员", "委员党员", "中共委员")
STANDING_SUBJECTS: Final = ("常委", "政协常委", "常务委员", "政协常务委员", "委员会常务委员")
BOARD_SUBJECTS: Final = ("常委会组成人员", "常务委员会组成人员")
STAFF_SUBJECTS: Final = (
    "机关干部", "政协机关干部", "机关干部职工", "干部职工", "机关职工", "机关工作人员", "机关在职干部",
)  # fmt: skip
SECTOR_SUBJECTS: Final = ("界别", "政协界别", "委员界别")
COMMITTEE_SUBJECTS: Final = ("专委会", "专门委员会", "政协专委会", "政协专门委员会")
GROUP_SUBJECTS: Final = ("联络组", "委员联络组", "活动组", "委员活动组", "委员工作组", "委员小组", "委员活动小组")

STUDY_SUBJECTS: Final = ("学习组", "学习小组", "委员学习组", "委员学习小组", "读书小组")

# How the whole body is spoken of: divided, gathered, made up of.
WHOLE_ACTIONS: Final = (
    "划分",
    "划分到",
    "划入",
    "编入",
    "编组",
    "分到",
    "分配",
    "分为",
    "归口",
    "组成",
    "共有",
    "现有",
    "设有",
    "拥有",
    "有",
    "为",
)
TAKEN_IN: Final = ("纳入", "编入", "划入", "归入", "覆盖", "共有", "现有", "有")
SET_UP: Final = (
    "设", "成立", "组建", "建立", "设立", "设置", "下设", "划分", "划分到", "划分为", "分为", "组成", "共有",
    "现有", "有",
)  # fmt: skip
# Some of them, chosen or taking part: never the size of the body.
SOME: Final = (
    "遴选",
    "选派",
    "选聘",
    "推荐",
    "推选",
    "抽调",
    "抽选",
    "邀请",
    "组织",
    "动员",
    "聘请",
    "聘任",
    "参加",
    "参与",
    "出席",
    "列席",
    "发言",
    "作交流",
    "走访",
    "下沉",
    "报到",
    "视察",
    "调研",
    "提交",
    "提出",
    "捐",
    "培训",
    "表彰",
    "述职",
    "智库",
    "代表",
    "增补",
    "企业",
    "履职",
    "界别委员",
)
NOT_ALL_MEMBERS: Final = (*SOME, "党员", "常务", "常委")
NOT_THE_ORGANS: Final = ("党支部", "党组织", "开展", "提交", "座谈", "会议", "牵头", "调研", "协商", "参加", "参与")

PEOPLE_UNITS: Final = ("名", "人", "位")
ORGAN_UNITS: Final = ("个",)
CUTS: Final[dict[str, str]] = {
    "sector": "界别",
    "special_committee": "专委会",
    "liaison_group": "联络组",
    "affiliation": "政治面貌",
    "gender": "性别",
    "post": "政协职务",
    "rank": "职级",
    "level": "职级层次",
    "office": "机关部门",
}
GENDER_WORDS: Final[dict[str, tuple[str, ...]]] = {"male": ("男委员", "男性"), "female": ("女委员", "女性")}
COLUMNS: Final[dict[str, str]] = {
    "name": "姓名",
    "number": "委员编号",
    "sector": "界别",
    "special_committee": "专委会",
    "work": "单位及职务",
    "posts": "政协职务",
    "starts": "起",
    "ends": "止",
    "committee": "政协组织",
    "organ": "部门",
    "title": "职务",
    "rank": "职级",
    "organ_name": "名称",
    "organ_kind": "类别",
    "parent": "上级机构",
}
JOINER: Final = "、"
LONG_COMMITTEE: Final = ("委员会", "委")
ORGAN_OF: Final = "{committee}·{organ}"

LED_KINDS: Final = ("sector", "liaison_group", "study_group", "leading_group")
# key without the room: name, unit, meaning
COVERAGE: Final[dict[str, tuple[str, str, str]]] = {
    "in_sector": ("已编入界别的委员", "名", "时段最后一日（未到的，为今日）在任委员中在某一界别的。"),
    "no_sector": ("未编入界别的委员", "名", "时段最后一日（未到的，为今日）在任委员中不在任何界别的。"),
    "sector_coverage": ("委员编入界别率", "%", "已编入界别的委员占在任委员的比例。"),
    "in_committee": ("已编入专委会的委员", "名", "时段最后一日（未到的，为今日）在任委员中在某一专门委员会的。"),
    "no_committee": ("未编入专委会的委员", "名", "时段最后一日（未到的，为今日）在任委员中不在任何专门委员会的。"),
    "committee_coverage": ("委员编入专委会率", "%", "已编入专门委员会的委员占在任委员的比例。"),
    "in_group": ("已编入联络组的委员", "名", "时段最后一日（未到的，为今日）在任委员中在某一联络组（委员活动组）的。"),
    "no_group": (
        "未编入联络组的委员",
        "名",
        "时段最后一日（未到的，为今日）在任委员中不在任何联络组（委员活动组）的。",
    ),
    "group_coverage": ("委员编入联络组率", "%", "已编入联络组（委员活动组）的委员占在任委员的比例。"),
    "board_in_committee": (
        "已编入专委会的常委会组成人员",
        "名",
        "时段最后一日（未到的，为今日）常委会组成人员中在某一专门委员会的。",
    ),
    "board_no_committee": (
        "未编入专委会的常委会组成人员",
        "名",
        "时段最后一日（未到的，为今日）常委会组成人员中不在任何专门委员会的。",
    ),
    "board_coverage": ("常委会组成人员编入专委会率", "%", "已编入专门委员会的占常委会组成人员的比例。"),
    "committees_led": (
        "已配负责人的专委会",
        "个",
        "时段最后一日（未到的，为今日）设立的专门委员会中有负责人或副负责人的。",
    ),
    "committees_headless": (
        "没有负责人的专委会",
        "个",
        "时段最后一日（未到的，为今日）设立的专门委员会中既无负责人也无副负责人的。",
    ),
    "committees_led_rate": ("专委会配备负责人率", "%", "已配负责人的占设立的专门委员会的比例。"),
    "organs_standing": (
        "界别、小组和专班",
        "个",
        "时段最后一日（未到的，为今日）设立的界别、联络组、学习小组、领导小组（专班）数。",
    ),
    "organs_led": (
        "已配召集人的界别、小组和专班",
        "个",
        "时段最后一日（未到的，为今日）设立的界别、联络组、学习小组、领导小组（专班）中有召集人（负责人）的。",
    ),
    "organs_headless": (
        "没有召集人的界别、小组和专班",
        "个",
        "时段最后一日（未到的，为今日）设立的界别、联络组、学习小组、领导小组（专班）中没有召集人（负责人）的。",
    ),
    "organs_led_rate": (
        "界别、小组和专班配备召集人率",
        "%",
        "已配召集人的占设立的界别、联络组、学习小组、领导小组（专班）的比例。",
    ),
    "staff_placed": ("已编入部门的机关干部", "名", "时段最后一日（未到的，为今日）在职机关干部中登记了所在部门的。"),
    "staff_unplaced": (
        "未编入部门的机关干部",
        "名",
        "时段最后一日（未到的，为今日）在职机关干部中没有登记所在部门的。",
    ),
    "staff_coverage": ("机关干部编入部门率", "%", "已编入部门的占在职机关干部的比例。"),
}
