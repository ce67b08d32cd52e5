"""Default rows of the code tables: kinds of contact with who stands on either side, and modes (R6.16, R6.17)."""

from __future__ import annotations

from typing import Final

SCHEMES: Final = "contacts.schemes"
MODES: Final = "contacts.modes"
SCHEMES_NAME: Final = "联系制度"
MODES_NAME: Final = "联系方式"
NAMES: Final = "、"

# words of either side: posts are alternatives, cpc and outside narrow them
ANY, PLAIN, CPC_ONLY, OUTSIDE, PROJECT = "member", "plain", "cpc", "outside", "project"
_SIDE: Final = (
    "chairman 主席、vice_chairman 副主席、secretary_general 秘书长、standing 常委、"
    "plain 不担任上述职务的委员、member 全体委员，再加 cpc 只限中共党员、outside 只限党外"
)
LABELS: Final = {
    "near": f"由谁联系（{_SIDE}）",
    "far": f"联系谁（{_SIDE}；或 sector 界别、special_committee 专委会、liaison_group 联络组，"
    "或 enterprise 企业、community 村（社区），或 project 项目）",
    "times": "每年至少联系几次",
    "least": "每人至少联系几个",
    "most": "每人最多联系几个（0为不限）",
}
_LEADERS: Final = "chairman、vice_chairman、secretary_general"
# code, name, rule, near, far, times, least, most
SCHEME_ROWS: Final = (
    ("group_party", "党组成员联系党员委员", "R6.16", f"{_LEADERS}、cpc", "member、cpc", "2", "1", "0"),
    ("party_outside", "党员委员联系党外委员", "R6.16", "member、cpc", "member、outside", "2", "1", "2"),
    ("chairmen_standing", "主席、副主席联系常委", "R6.16", "chairman、vice_chairman", "standing", "2", "1", "0"),
    ("standing_member", "常委联系委员", "R6.16", "standing", "plain", "2", "1", "0"),
    ("chairmen_sector", "主席班子成员联系界别", "R6.16", _LEADERS, "sector", "2", "1", "0"),
    ("leader_project", "领导联系项目", "R6.17", _LEADERS, "project", "2", "0", "0"),
    ("leader_firm", "领导联系企业", "R6.17", _LEADERS, "enterprise", "2", "0", "0"),
    ("member_community", "委员联系村（社区）", "R6.17", "member", "community", "2", "0", "0"),
)
# code, name, rule, sign
MODE_ROWS: Final = (
    ("phone", "电话", "R6.18", "phone"),
    ("visit", "走访", "R6.18", "place"),
    ("talk", "座谈", "R6.18", "group"),
    ("wechat", "微信", "R6.18", "messages"),
    ("meeting", "会议活动", "R6.18", "calendar"),
    ("letter", "书信", "R6.18", "mail"),
)
SIGN_LABEL: Final = "图标"
SIGN: Final = "opinion"
