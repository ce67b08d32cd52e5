"""Words of publication 公开: states, forms, what may never be published, sentences."""

from __future__ import annotations

from django.db import models


class PublicState(models.TextChoices):
    """Where the decision to publish a proposal is (R1.103)."""

    DUE = "due", "待提出公开意见"
    REVIEWING = "reviewing", "待审定"
    PUBLISHED = "published", "已公开"
    KEPT_BACK = "kept_back", "不公开"
    WITHDRAWN = "withdrawn", "已撤回公开"
    REPLACED = "replaced", "已由新的公开代替"
    ENDED = "ended", "已终止"


class PublicForm(models.TextChoices):
    """How much of it is published (R1.103)."""

    FULL = "full", "全文"
    SUMMARY = "summary", "摘要"
    NOT = "not", "不公开"


class PublicOccasion(models.TextChoices):
    """After what a decision is due by itself (R1.103)."""

    FILING = "filing", "立案后"
    ANSWER = "answer", "答复后"


PUBLIC_TONES = {
    PublicState.DUE: "warn",
    PublicState.REVIEWING: "info",
    PublicState.PUBLISHED: "good",
    PublicState.KEPT_BACK: "neutral",
    PublicState.WITHDRAWN: "neutral",
    PublicState.REPLACED: "neutral",
    PublicState.ENDED: "neutral",
}
PUBLIC_HOLDERS = {PublicState.DUE: "提案委员会经办人", PublicState.REVIEWING: "提案委员会负责人"}
PUBLICATION_OF = "{proposal}的公开"
REDACTED = "〔略〕"
PUBLIC_PARTS = {
    "title": "案由",
    "background": "背景情况",
    "analysis": "问题分析",
    "survey": "调研过程",
    "recommendations": "具体建议",
    "summary": "摘要",
    "reply": "{unit}的答复（{day}，{result}）",
    "promise": "{unit}的承诺（{day}前兑现）",
}
RESULT = "{code}类 {name}"
NUMBERED = "{number}．{text}"

# What is never published (R1.103d): looked for in text without blanks and dashes between digits.
PERSONAL = (
    ("identity", r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)"),
    ("phone", r"(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)"),
    ("phone", r"(?<!\d)0\d{2,3}[2-9]\d{6,7}(?!\d)"),
    ("phone", r"(?:电话|手机|座机|联系方式)[^\d，。；\n]{0,6}\d{7,}"),
    ("account", r"(?<!\d)\d{15,19}(?!\d)"),
    ("address", r"[\d一二三四五六七八九十]+(?:号楼|栋|幢|座)[^，。；\n]{0,8}?[\d一二三四五六七八九十]+(?:室|户|号房)"),
    ("address", r"(?:家庭)?(?:住址|住所|通信地址)[:：]"),
)
PERSONAL_NAMES = {"identity": "身份证号码", "phone": "电话号码", "account": "证件或账户号码", "address": "住址"}
MASK = "＊"

PUBLIC_REFUSALS = {
    "proposals.public_unwilling": "提案者不同意公开（{ground}）。请先征得提案者同意，或选择“不公开”。",
    "proposals.public_reason": "不公开的，请写明理由。",
    "proposals.public_summary": "以摘要公开的，请填写摘要。",
    "proposals.public_redaction": "要略去的文字“{text}”在提案和答复中没有找到，请从原文中照抄。",
    "proposals.public_personal": "“{part}”中有{kind}“{shown}”，不能公开。请在“略去的文字”中列出，或改用摘要、不公开。",
    "proposals.public_same": "公开意见由{who}提出，请由另一人审定。",
    "proposals.public_open": "本件的公开意见正在办理，不需要再提出。",
    "proposals.public_not_now": "提案现为“{state}”，还不能办理公开。",
    "proposals.public_unknown": "没有找到这件提案的公开文本，或尚未公开。",
}
NO_GROUND = "没有写明理由"
PUBLIC_SENTENCES = {
    "begin": "{number}开始办理公开",
    "bring_in": "历史导入：{number}已公开",
    "propose": "提出公开意见：{form}，略去{count}处",
    "give_consent": "提案者改为同意公开",
    "approve": "审定：{form}",
    "send_back": "退回公开意见",
    "take_down": "撤回公开",
    "renew": "第{round}轮答复后重新提出公开意见",
    "replace": "由第{round}轮答复后的公开代替",
    "end": "公开终止",
}
PUBLISH_SENTENCE = "{number}开始办理公开"
PUBLIC_MESSAGES = {
    "proposals.public_review": "{number}《{title}》的公开意见（{form}）请审定。",
    "proposals.public_sent_back": "{number}《{title}》的公开意见退回：{opinion}",
    "proposals.published": "您的提案《{title}》已以{form}公开。",
    "proposals.kept_back": "您的提案《{title}》不公开：{reason}",
    "proposals.taken_down": "《{title}》已撤回公开。",
}
PUBLIC_EMPTY = "还没有公开的提案"
PUBLIC_NONE_WAITING = "没有等待办理的公开意见"
