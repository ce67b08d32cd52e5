"""Words of the government sign-on."""

from __future__ import annotations

from typing import Final

EVENTS: Final[dict[str, str]] = {
    "accounts.bound": "为账号{username}绑定统一身份认证",
    "accounts.unbound": "解除账号{username}的统一身份认证绑定",
    "accounts.sso_refused": "统一身份认证登录未成功：{reason}",
}
SENTENCES: Final[dict[str, str]] = {
    "accounts.sso_off": "本系统没有接入统一身份认证，请用登录名和密码登录。",
    "accounts.sso_unreachable": "统一身份认证暂时没有回应，请稍后再试，或用登录名和密码登录。",
    "accounts.sso_unfit": "统一身份认证的设置与本系统不符，请联系管理员；可先用登录名和密码登录。",
    "accounts.sso_over": "这次统一身份认证登录已经过期或不是从本页开始的，请重新登录。",
    "accounts.sso_denied": "统一身份认证没有同意这次登录，请重试或用登录名和密码登录。",
    "accounts.sso_bad": "统一身份认证的应答未通过校验，没有登录。请重试；再次出现请联系管理员。",
    "accounts.sso_unknown": "您在统一身份认证的身份还没有绑定本系统的账号，请联系本级政协机关的管理员。",
    "accounts.subject_long": "身份编号最多{limit}个字符，请核对。",
    "accounts.subject_taken": "这个身份编号已绑定另一个账号，请核对。",
    "accounts.bind_yourself": "不能为自己绑定，请由另一位管理员办理。",
}
LABELS: Final[dict[str, str]] = {"subject": "统一身份认证的身份编号"}
HELPS: Final[dict[str, str]] = {"subject": "由统一身份认证的管理方提供；留空表示解除绑定。"}
DONE: Final[dict[str, str]] = {"bound": "绑定已保存。"}
NAME: Final = "统一身份认证"
