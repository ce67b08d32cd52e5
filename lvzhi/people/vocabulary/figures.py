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
STAFF_SUBJECTS: Final = ("机关干部", "政协机关干部", "机关干部职工", "机关工作人员", "机关在职干部")
SECTOR_SUBJECTS: Final = ("界别", "政协界别", "委员界别")
COMMITTEE_SUBJECTS: Final = ("专委会", "专门委员会", "政协专委会", "政协专门委员会")
GROUP_SUBJECTS: Final = ("联络组", "委员联络组", "活动组", "委员活动组", "委员工作组", "委员小组")

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
