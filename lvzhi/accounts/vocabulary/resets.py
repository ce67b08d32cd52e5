"""Words of a password reset that takes two persons."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Verdict(TextChoices):
    """What became of a reset that was asked for."""

    OPEN = "", "等待核准"
    APPROVED = "approved", "已核准"
    DECLINED = "declined", "未核准"
    WITHDRAWN = "withdrawn", "已撤回"


TITLE: Final = "重置密码"
ASKERS: Final = "本级政协的办公室、秘书长、提案经办，或管理员"
APPROVERS: Final = "安全管理员，且不是提出的人"
EVENTS: Final[dict[str, str]] = {
    "accounts.reset_asked": "申请重置账号{username}的密码，依据：{ground}",
    "accounts.reset_approved": "核准重置账号{username}的密码，由{asker}提出，依据：{ground}",
    "accounts.reset_declined": "不核准重置账号{username}的密码，由{asker}提出：{reason}",
    "accounts.reset_withdrawn": "撤回重置账号{username}密码的申请",
}
SENTENCES: Final[dict[str, str]] = {
    "accounts.reset_unknown": "没有找到这项重置申请，或您无权查看。",
    "accounts.reset_twice": "{name}的密码已有人申请重置，正在等待核准。",
    "accounts.reset_same": "这项重置由您提出，须由另一个人核准。",
    "accounts.reset_own": "不能核准重置自己的密码，请由另一位管理员办理。",
    "accounts.reset_behalf": "代他人办理时不能核准重置密码，请先恢复本人名义。",
    "accounts.reset_over": "这项申请已经{verdict}，没有再改动。",
    "accounts.reset_late": "这项申请提出于{day}，已超过{days}天，请重新申请。",
    "accounts.reset_disabled": "{name}的账号已停用，请先由系统管理员恢复。",
    "accounts.reset_no_name": "本级政协没有登录名或姓名为“{text}”的账号，请核对；同名的请填登录名。",
    "accounts.reset_reason": "请写明不核准的理由。",
}
TOLD: Final[dict[str, str]] = {
    "accounts.told_reset_asked": "{who}申请重置{name}的密码，请核准或退回。",
    "accounts.told_password_reset": (
        "您的密码已重置：{asker}提出，{who}核准，依据：{ground}。如非您本人要求，请立即联系本级政协机关。"
    ),
    "accounts.told_reset_declined": "您申请重置{name}的密码没有核准：{reason}",
}
LABELS: Final = {"who": "登录名或姓名", "ground": "依据", "reason": "不核准的理由"}
HELPS: Final = {"ground": "例如：本人书面申请，已当面核对身份。将记入操作日志，并通知本人。"}
DONE: Final = {"asked": "已提出，等待另一个人核准。", "declined": "已退回，并通知提出的人。", "withdrawn": "已撤回。"}
