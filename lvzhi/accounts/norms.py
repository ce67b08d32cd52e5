"""Local numbers of the room (R12.2 a–b, R12.4)."""

from __future__ import annotations

from functools import partial
from typing import Final, cast

from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.norms import declare, value

EDITORS: Final = (Role.SECURITY_ADMIN, Role.SYSTEM_ADMIN)
"""Who sets them; the system administrator only where there was never a security administrator."""
_number = partial(declare, kind="int", editors=EDITORS)

DEFAULTS: Final[dict[str, int]] = {
    "accounts.idle_minutes": 30,
    "accounts.lock_failures": 5,
    "accounts.lock_minutes": 15,
    "accounts.password_length": 10,
    "accounts.password_classes": 3,
    "accounts.password_history": 3,
    "accounts.password_days": 0,
    "accounts.delegation_days": 90,
    "accounts.reset_days": 3,
    "accounts.code_drift": 1,
    "accounts.second_minutes": 10,
    "accounts.browser_days": 0,
    "accounts.passkeys_most": 5,
    "accounts.rate_sign_in": 300,
    "accounts.rate_second": 20,
    "accounts.rate_export": 30,
    "accounts.rate_search": 120,
    "accounts.rate_upload": 60,
    "accounts.session_hours": 12,
    "accounts.sessions_most": 10,
}

_number(
    "accounts.idle_minutes", "无操作自动退出时间", unit="分钟", default=DEFAULTS["accounts.idle_minutes"],
    rule="R12.2b", least=5, most=480, help="修改后自下次登录起生效；退出不影响已暂存的内容。",
)  # fmt: skip
_number(
    "accounts.lock_failures", "连续登录失败锁定次数", unit="次", default=DEFAULTS["accounts.lock_failures"],
    rule="R12.4", least=3, most=10, help="登录之前不知道账号所属，按最上级政协的取值执行。",
)  # fmt: skip
_number(
    "accounts.lock_minutes", "登录锁定时长", unit="分钟", default=DEFAULTS["accounts.lock_minutes"],
    rule="R12.4", least=5, most=1440, help="登录之前不知道账号所属，按最上级政协的取值执行。",
)  # fmt: skip
_number(
    "accounts.password_length", "密码最短长度", unit="个字符", default=DEFAULTS["accounts.password_length"],
    rule="R12.2a", least=8, most=64, help="",
)  # fmt: skip
_number(
    "accounts.password_classes", "密码须含字符种类", unit="种", default=DEFAULTS["accounts.password_classes"],
    rule="R12.2a", least=1, most=4, help="种类指大写字母、小写字母、数字、符号。",
)  # fmt: skip
_number(
    "accounts.password_history", "不得重复最近用过的密码", unit="次", default=DEFAULTS["accounts.password_history"],
    rule="R12.2a", least=0, most=10, help="",
)  # fmt: skip
_number(
    "accounts.password_days", "密码最长使用天数", unit="天", default=DEFAULTS["accounts.password_days"],
    rule="R12.2a", least=0, most=730, help="0 表示不强制定期更换；等级保护三级要求定期更换时请填写天数。",
)  # fmt: skip
_number(
    "accounts.delegation_days", "一次委托最长天数", unit="天", default=DEFAULTS["accounts.delegation_days"],
    rule="R12.2e", least=1, most=366, help="",
)  # fmt: skip
_number(
    "accounts.reset_days", "重置密码的申请多久不核准即失效", unit="天", default=DEFAULTS["accounts.reset_days"],
    rule="R12.2g", least=1, most=30, help="失效后须重新申请。",
)  # fmt: skip
_number(
    "accounts.code_drift", "动态验证码允许的时间误差", unit="个时段", default=DEFAULTS["accounts.code_drift"],
    rule="R12.2d", least=0, most=4, help="每个时段30秒；1表示前后各差30秒以内都接受。",
)  # fmt: skip
_number(
    "accounts.second_minutes", "第二步验证的等待时间", unit="分钟", default=DEFAULTS["accounts.second_minutes"],
    rule="R12.2b", least=2, most=60, help="输入密码后超过这个时间未完成第二步，须重新输入密码。",
)  # fmt: skip
_number(
    "accounts.browser_days", "同一浏览器免第二步验证的天数", unit="天", default=DEFAULTS["accounts.browser_days"],
    rule="R12.2d", least=0, most=30, help="0 表示每次登录都验证；等级保护三级应为 0。",
)  # fmt: skip
_number(
    "accounts.passkeys_most", "每人最多登记的通行密钥", unit="把", default=DEFAULTS["accounts.passkeys_most"],
    rule="R12.2d", least=1, most=20, help="",
)  # fmt: skip
_number(
    "accounts.rate_sign_in", "每个来源地址每分钟登录次数", unit="次", default=DEFAULTS["accounts.rate_sign_in"],
    rule="R12.2b", least=10, most=10000, help="大会报到时几百人从同一出口登录，不宜过小。",
)  # fmt: skip
_number(
    "accounts.rate_second", "每人每10分钟第二步验证和修改密码次数", unit="次", default=DEFAULTS["accounts.rate_second"],
    rule="R12.2b", least=5, most=1000, help="",
)  # fmt: skip
_number(
    "accounts.rate_export", "每人每分钟导出次数", unit="次", default=DEFAULTS["accounts.rate_export"],
    rule="R12.11", least=1, most=1000, help="",
)  # fmt: skip
_number(
    "accounts.rate_search", "每人每分钟搜索次数", unit="次", default=DEFAULTS["accounts.rate_search"],
    rule="R12.2b", least=10, most=10000, help="边输入边搜索时，每停顿一下算一次。",
)  # fmt: skip
_number(
    "accounts.rate_upload", "每人每分钟上传次数", unit="次", default=DEFAULTS["accounts.rate_upload"],
    rule="R12.2b", least=1, most=1000, help="",
)  # fmt: skip
_number(
    "accounts.session_hours", "一次登录最长时间", unit="小时", default=DEFAULTS["accounts.session_hours"],
    rule="R12.2b", least=1, most=72, help="不论是否在用，到时须重新登录；正在填写的内容会保留。",
)  # fmt: skip
_number(
    "accounts.sessions_most", "同时登录的设备", unit="台", default=DEFAULTS["accounts.sessions_most"],
    rule="R12.2b", least=1, most=50, help="超过时，最久未用的一台自动退出。",
)  # fmt: skip
declare(
    "accounts.second_roles", "必须启用第二步验证的职务", kind="list", default=[], choices=Role.choices,
    editors=EDITORS,
    rule="R12.2d", help="自填写的生效日期起，担任这些职务而未启用的人，登录后须先启用才能使用其他功能。",
)  # fmt: skip


def second_roles(committee: Committee | int) -> frozenset[str]:
    """Roles whose holders in the committee must have a second factor today."""
    return frozenset(cast("list[str]", value("accounts.second_roles", committee)))


def number(key: str, committee: Committee | int | None = None) -> int:
    """The norm's value on the present day for `committee`.

    Before login the committee is not known: the first root of the tree decides; in an installation
    without any committee yet, the declared default does.
    """
    place = committee or Committee.objects.filter(parent=None).order_by("path").first()
    if place is None:
        return DEFAULTS[key]
    return cast("int", value(key, place))
