"""Words of the three administrators (三员分立)."""

from __future__ import annotations

from typing import Final

EVENTS: Final[dict[str, str]] = {
    "accounts.expel": "结束账号{username}的全部登录",
}
SENTENCES: Final[dict[str, str]] = {
    "accounts.keepers_apart": "{name}在{starts}至{ends}任{role}，三员不能由一人同时担任，请另选人或改填日期。",
    "accounts.appoint_yourself": "不能任命自己，请由另一位有权的管理员办理。",
    "accounts.keeper_elsewhere": "{name}是{role}，其密码、验证方式和停用须在服务器上用 lvzhi keeper 办理。",
    "accounts.last_keeper": "{committee}须至少保留一位{role}，请先任命接替的人。",
}
SEEN_BY: Final = "系统管理员、安全管理员、审计管理员、审计员"
TITLE: Final = "三员分立"
APART: Final = "三员已经分立：每一员只做自己的一份，由不同的人担任。"
NOT_APART: Final = (
    "尚未任命安全管理员，安全管理员的工作暂由系统管理员兼办。"
    "任命第一位安全管理员之后，系统管理员不再有这些权限，且不能恢复。"
)
DEEDS: Final[dict[str, str]] = {
    "manage": "建立、停用、恢复账号",
    "committee": "建立下级政协",
    "settings": "设定系统参数",
    "appoint": "任命和免去职务",
    "guard": "解除锁定，重置密码和第二步验证，结束登录",
    "security": "设定安全参数（密码、锁定、验证、会话）",
    "journal": "查阅操作日志",
}
DONE: Final[dict[str, str]] = {"expelled": "已结束这个账号的全部登录。"}
