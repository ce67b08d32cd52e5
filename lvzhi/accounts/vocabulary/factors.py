"""Words of the second factor: authenticator codes, passkeys, recovery codes, known browsers."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class FactorKind(TextChoices):
    """What proves, beside the password, that it is the person."""

    TOTP = "totp", "动态验证码"
    PASSKEY = "passkey", "通行密钥"


ISSUER: Final = "履职台"
TOTP_LABEL: Final = "身份验证器"
PASSKEY_LABEL: Final = "{device}的通行密钥"

EVENTS: Final[dict[str, str]] = {
    "accounts.first_step": "密码正确，等待第二步验证",
    "accounts.second_failed": "第二步验证未通过",
    "accounts.totp_added": "启用动态验证码",
    "accounts.passkey_added": "登记通行密钥“{label}”",
    "accounts.passkey_renamed": "通行密钥改名为“{label}”",
    "accounts.factor_removed": "停用{kind}“{label}”",
    "accounts.recovery_made": "生成恢复码{count}个，此前的恢复码作废",
    "accounts.recovery_used": "使用一个恢复码，还剩{left}个",
    "accounts.factors_reset": "重置账号{username}的第二步验证，依据：{ground}",
    "accounts.browsers_forgotten": "取消全部免验证的浏览器",
}

SENTENCES: Final[dict[str, str]] = {
    "accounts.code_wrong": "验证码不正确或已过期，请输入手机上最新的6位数字。连续{limit}次不正确将锁定{minutes}分钟。",
    "accounts.code_used": "这个验证码已经用过，请等手机上显示下一个后再输入。",
    "accounts.code_mismatch": "验证码不正确。请确认手机时间准确，再输入手机上显示的最新6位数字。",
    "accounts.recovery_wrong": "恢复码不正确或已经用过，请核对后重新输入。连续{limit}次不正确将锁定{minutes}分钟。",
    "accounts.second_over": "登录等待时间过长，请重新输入登录名和密码。",
    "accounts.enrolment_over": "这次启用已经过期，请重新扫描新的二维码。",
    "accounts.no_factor": "没有找到这项验证方式，可能已经停用。",
    "accounts.factor_needed": "您的职务须保留一种第二步验证，请先启用另一种，再停用这一种。",
    "accounts.password_needed": "密码不正确，请重新输入。",
    "accounts.ground_needed": "请写明依据，例如本人书面申请。",
    "accounts.reset_yourself": "不能重置自己的第二步验证，请由另一位管理员办理。",
    "accounts.nothing_to_reset": "这个账号没有启用第二步验证。",
    "accounts.passkey_refused": "通行密钥未通过验证，请重试，或改用其他方式登录。",
    "accounts.passkey_unknown": "这把通行密钥未在本系统登记，请用登录名和密码登录。",
    "accounts.passkey_twice": "这把通行密钥已经登记过。",
    "accounts.label_missing": "请填写名称，便于以后辨认。",
    "accounts.label_long": "名称最多{limit}个字，请缩短。",
    "accounts.label_taken": "已有同名的通行密钥，请换一个名称。",
    "accounts.too_many_passkeys": "最多登记{limit}把通行密钥，请先停用不再使用的。",
}

TOLD: Final[dict[str, str]] = {
    "accounts.told_reset": "{who}已重置您的第二步验证，依据：{ground}。如非您本人要求，请立即联系本级政协机关。",
    "accounts.told_added": "您的账号新增了第二步验证：{kind}。如非本人操作，请立即修改密码并联系本级政协机关。",
    "accounts.told_removed": "您的账号停用了第二步验证：{kind}。如非本人操作，请立即修改密码并联系本级政协机关。",
    "accounts.told_recovery": "您的账号刚刚用恢复码登录，还剩{left}个。用完之前请重新生成。",
}
"""Messages to the person whose sign-in changed."""

LABELS: Final[dict[str, str]] = {
    "code": "6位验证码",
    "recovery": "恢复码",
    "proof": "6位验证码或恢复码",
    "browser": "{days}天内在这个浏览器上不再要求验证码（仅限本人使用的设备）",
    "label": "名称",
    "password": "登录密码",
    "ground": "依据",
}
HELPS: Final[dict[str, str]] = {
    "recovery": "启用时保存的10个恢复码之一，每个只能用一次。不分大小写，短横线可省略。",
    "ground": "例如：本人更换手机，书面申请已存档。将记入操作日志，并通知本人。",
    "label": "例如：办公室电脑、我的手机。",
}
DONE: Final[dict[str, str]] = {
    "totp": "已启用动态验证码。请保存下面的恢复码。",
    "passkey": "通行密钥已登记。",
    "renamed": "名称已修改。",
    "removed": "已停用。",
    "reset": "已重置，并已通知本人。本人下次登录只需密码。",
    "forgotten": "已取消。下次登录时各浏览器都会要求第二步验证。",
}
HOW: Final[dict[str, str]] = {
    "password": "密码",
    "totp": "密码和动态验证码",
    "recovery": "密码和恢复码",
    "browser": "密码（免验证的浏览器）",
    "passkey_second": "密码和通行密钥",
    "passkey": "通行密钥",
    "sso": "统一身份认证",
    "sso_second": "统一身份认证和第二步验证",
}
"""How a session was entered, as the journal keeps it."""
