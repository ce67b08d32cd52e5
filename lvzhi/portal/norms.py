"""Whether a committee has a public site, and what stands on it (R1.103)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from lvzhi import norms
from lvzhi.committee.models import Committee
from lvzhi.norms import declare
from lvzhi.portal.vocabulary import LICENCES, PARTS, Part

if TYPE_CHECKING:
    from lvzhi.portal.kinds import Place

EDITORS: Final = ("system_admin", "office", "secretary_general")
OPEN, SHOWN, NAMES, LICENCE = "portal.open", "portal.parts", "portal.names", "portal.licence"
RATE: Final = "portal.rate"
FOLLOW, HOURS, PAUSE = "portal.follow", "portal.follow_hours", "portal.follow_pause"
MOST, FOLLOW_RATE = "portal.follow_most", "portal.follow_rate"

declare(OPEN, "开放公开网站", kind="bool", default=False, rule="R1.103", editors=EDITORS,
        help="打开后，已公开的提案、制度、报告不用登录就能看到。只管本级：上级打开，下级不随之打开。")  # fmt: skip
declare(SHOWN, "公开网站的栏目", kind="list", default=[one.value for one in Part], rule="R1.103", editors=EDITORS,
        choices=tuple(PARTS.items()),
        help="公开委员栏目列出委员姓名、界别、专委会和政协职务，没有电话、单位和其他个人信息。")  # fmt: skip
declare(NAMES, "公开提案者姓名", kind="bool", default=True, rule="R1.103", editors=EDITORS,
        help="关闭后，个人提案只写“委员提案”，集体提案仍写单位。不同意公开的提案，无论如何不公开。")  # fmt: skip
declare(LICENCE, "开放数据的许可", kind="choice", default="cc-by-4.0", rule="R1.103", editors=EDITORS,
        choices=tuple((key, name) for key, (name, _) in LICENCES.items()))  # fmt: skip

declare(RATE, "公开网站每个网络地址每分钟查找和下载次数", kind="int", unit="次", default=60, rule="R12.2b", least=5,
        most=10000, editors=("security_admin", "system_admin"),
        help="查找、按文字筛选、下载开放数据合并计数；同一单位的人常共用一个网络地址。")  # fmt: skip

declare(FOLLOW, "市民可用邮件关注提案", kind="bool", default=False, rule="R1.103", editors=EDITORS,
        help="打开后，公开的提案页可以留邮箱，公开内容有变化时去信。只管本级；关闭后，已登记的邮箱删除。")  # fmt: skip
declare(HOURS, "邮件关注的确认期限", kind="int", unit="小时", default=48, rule="R1.103", least=12, most=720,
        editors=EDITORS, help="期限内没有点确认链接的，邮箱删除。")  # fmt: skip
declare(PAUSE, "同一邮箱两封关注邮件最少间隔", kind="int", unit="小时", default=20, rule="R1.103", least=1, most=720,
        editors=EDITORS, help="间隔内的变化合成一封。")  # fmt: skip
declare(MOST, "同一邮箱最多关注的提案", kind="int", unit="件", default=10, rule="R1.103", least=1, most=200,
        editors=EDITORS, help="包括等待确认的；超过的不再登记，页面上不说明，以免透露邮箱是否已登记。")  # fmt: skip
declare(FOLLOW_RATE, "每个网络地址十分钟内登记邮件关注次数", kind="int", unit="次", default=5, rule="R12.2b", least=1,
        most=1000, editors=("security_admin", "system_admin"), help="")  # fmt: skip


def is_open(committee: Committee, day: dt.date) -> bool:
    """Whether the committee has opened its own site; one above speaks for itself alone."""
    found = norms.effective(OPEN, committee, day)
    return bool(found.value) and found.committee_id == committee.pk


def lets_follow(committee: Committee, day: dt.date) -> bool:
    """Whether the committee itself lets visitors follow by e-mail."""
    found = norms.effective(FOLLOW, committee, day)
    return bool(found.value) and found.committee_id == committee.pk


def number(key: str, place: Place) -> int:
    """A number in force on the site's day."""
    return int(norms.value(key, place.committee, place.day))


def parts(committee: Committee, day: dt.date) -> list[Part]:
    """What stands on it."""
    chosen = set(norms.value(SHOWN, committee, day))
    return [one for one in Part if one in chosen]


def tells_names(committee: Committee, day: dt.date) -> bool:
    """Whether proposers who are members are named."""
    return bool(norms.value(NAMES, committee, day))


def licence(committee: Committee, day: dt.date) -> tuple[str, str]:
    """Name and address of the licence."""
    return LICENCES[norms.value(LICENCE, committee, day)]
