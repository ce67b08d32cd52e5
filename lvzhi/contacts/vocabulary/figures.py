"""Names and definitions of the figures, their columns, how official prose speaks of them (R6.18)."""

from __future__ import annotations

from typing import Final

CUTS: Final = {"scheme": "联系制度", "mode": "联系方式"}
COLUMNS: Final = {
    "scheme": "联系制度",
    "near": "联系人",
    "far": "联系对象",
    "starts": "开始日期",
    "ends": "结束日期",
    "times": "要求次数",
    "count": "联系次数",
    "met_on": "联系日期",
    "mode": "联系方式",
    "topic": "内容",
    "state": "状态",
    "committee": "政协组织",
    "name": "名称",
}
_DAY: Final = "时段最后一日（未到的，为今日）"
# key → name, unit, meaning, further names
TOLD: Final[dict[str, tuple[str, str, str, tuple[str, ...]]]] = {
    "contacts.pairs": ("联系对子", "对", f"{_DAY}有效的联系对子，一人联系一个对象算一对。", ("结对联系",)),
    "contacts.contacts": (
        "联系次数", "次", "联系日期在时段内的联系，每次计一次；误录作废和撤销的不计。", ("联系记录",),
    ),
    "contacts.reached": ("联系到的对象", "个", "时段内至少联系过一次的对象，同一对象只计一次。", ()),
    "contacts.people_reached": ("联系到的委员", "名", "时段内至少被联系过一次的委员，同一委员只计一次。", ()),
    "contacts.with_members": ("联系委员的次数", "次", "联系日期在时段内、联系对象为委员的联系。", ()),
    "contacts.standing": ("时段内的联系对子", "对", "时段内任何一日有效的联系对子。", ()),
    "contacts.active": ("已联系的对子", "对", "时段内有效、时段内至少联系过一次的对子。", ()),
    "contacts.coverage": ("联系覆盖率", "%", "已联系的对子 ÷ 时段内的联系对子。", ("联系制度覆盖率",)),
    "contacts.behind": (
        "联系次数不足的对子", "对",
        f"{_DAY}有效的对子中，时段内的联系少于要求次数的；要求次数按对子在时段内已过的天数折算。", (),
    ),
    "contacts.quiet": ("还没有联系的对子", "对", "时段内有效、时段内一次也没有联系过的对子。", ()),
    "contacts.without_partner": (
        "没有联系人的委员", "名", f"{_DAY}在任、按本级实行的联系制度应有联系人而还没有的委员。", (),
    ),
    "contacts.without_pair": (
        "没有联系对象的委员", "名", f"{_DAY}在任、按本级实行的联系制度应联系他人而不足要求个数的委员。", (),
    ),
    "contacts.problems": ("联系中反映的问题", "次", "联系日期在时段内、记有对方反映的问题的联系。", ()),
}  # fmt: skip
# code of the scheme → words of its three figures
COVERED: Final = "{scheme}：有联系人的"
WHOLE: Final = "{scheme}：应有联系人的"
SHARE: Final = "{scheme}覆盖率"
COVERED_MEANING: Final = f"{_DAY}，按本级的“{{scheme}}”应有联系人的对象中，已确定联系人的。"
WHOLE_MEANING: Final = f"{_DAY}，按本级的“{{scheme}}”应有联系人的对象；没有实行这项制度的，为零。"
SHARE_MEANING: Final = "已确定联系人的 ÷ 应有联系人的。"
PAIR_SUBJECTS: Final = ("联系对子", "结对对子", "联系结对")
CONTACT_SUBJECTS: Final = ("联系委员", "联系党外委员", "联系常委", "联系界别", "委员联系")
MEMBER_SUBJECTS: Final = ("委员", "政协委员", "区政协委员", "县政协委员", "市政协委员", "州政协委员", "省政协委员")
KEEPS: Final = ("联系", "联络")
RATE_SUBJECTS: Final = ("联系覆盖率", "联系制度覆盖率", "结对联系覆盖率")
PAIR_UNITS, CONTACT_UNITS = ("对", "个", "组"), ("次", "人次")
ONE: Final = {True: "名", False: "个"}  # what members and organs are counted in
