"""Words of handling: contacts, points of a reply, promises, extensions, reminders, refusals of units."""

from __future__ import annotations

from django.db import models


class ContactStage(models.TextChoices):
    """When a unit spoke with the proposer (R1.75)."""

    BEFORE = "before", "办前"
    DURING = "during", "办中"
    AFTER = "after", "办后"


class PromiseState(models.TextChoices):
    """What became of a promise (R1.101, R1.102)."""

    OPEN = "open", "履行中"
    KEPT = "kept", "已兑现"
    BROKEN = "broken", "未兑现"
    RESCHEDULED = "rescheduled", "已改期"


class ExtensionState(models.TextChoices):
    """What became of a request for more time (R1.74)."""

    ASKED = "asked", "待批准"
    GRANTED = "granted", "已批准"
    REFUSED = "refused", "未批准"


class ReturnDecision(models.TextChoices):
    """How a unit's refusal was settled (R1.56–R1.64)."""

    WAITING = "waiting", "待处理"
    KEPT = "kept", "不同意退回"
    REPLACED = "replaced", "同意退回并改办"


CONTACT_MODES = (
    ("phone", "电话", "R1.78", False),
    ("visit", "上门", "R1.78", True),
    ("meeting", "座谈", "R1.78", True),
    ("onsite", "现场", "R1.78", True),
    ("video", "视频", "R1.78", False),
    ("letter", "信函", "R1.78", False),
)
FACE_LABEL = "计为面商"
REPLY_CHECKS = (
    ("signer", "没有签发人", "R1.79"),
    ("contact_date", "办前、办中沟通晚于答复", "R1.75"),
    ("points", "有建议没有逐条回应", "R1.102"),
    ("contact", "没有与提案者沟通", "R1.77"),
    ("duplicate", "与另一件答复文字相同", "R1.81"),
    ("promise", "尚未解决而没有带日期的承诺", "R1.102"),
)
PROMISE_TONES = {
    PromiseState.OPEN: "info",
    PromiseState.KEPT: "good",
    PromiseState.BROKEN: "bad",
    PromiseState.RESCHEDULED: "warn",
}
EXTENSION_TONES = {ExtensionState.ASKED: "warn", ExtensionState.GRANTED: "good", ExtensionState.REFUSED: "neutral"}
DECISION_TONES = {ReturnDecision.WAITING: "warn", ReturnDecision.KEPT: "neutral", ReturnDecision.REPLACED: "info"}
PROMISE_HOLDERS = {PromiseState.OPEN: "承办单位", PromiseState.RESCHEDULED: "承办单位"}
EXTENSION_HOLDERS = {ExtensionState.ASKED: "提案委员会"}
PROMISE_OF = "{unit}对{proposal}的承诺"
EXTENSION_OF = "{unit}对{proposal}的延期申请"
POINT_LABELS = {
    "class": "建议{number}：办理结果",
    "text": "建议{number}：回应",
    "promise": "建议{number}：承诺事项",
    "due": "建议{number}：兑现日期",
}
NOT_SAID = "不单列"
PROMISE_DUE_MISSING = "请写明兑现日期。"
PROMISE_TEXT_MISSING = "请写明承诺事项，或去掉兑现日期。"
PROMISE_PAST = "兑现日期应晚于答复之日。"
CLASS_NOTES = {
    "base": "{base}件有办理结果的提案",
    "unsorted": "{missing}件的办理结果不在{year}年的类别表中，各类合计{total}件，与基数{base}件不符，不计算比例。",
    "none": "时段内没有已答复的提案。",
}
RETURNS_EMPTY = "没有单位申请退回"

HANDLING_REFUSALS = {
    "proposals.contact_future": "沟通日期不能晚于今天。",
    "proposals.contact_early": "沟通日期不能早于交办之日{assigned}。",
    "proposals.contact_after_reply": "{stage}沟通的日期{held}晚于答复之日{answered}，"
    "请改为办后沟通或更正日期（规则{rule}）。",
    "proposals.reply_signer": "答复没有签发人，请补充（规则{rule}）。",
    "proposals.reply_points": "建议{numbers}没有逐条回应，请补充（规则{rule}）。",
    "proposals.reply_contact": "答复前没有登记与提案者的沟通，请先登记（规则{rule}）。",
    "proposals.reply_duplicate": "答复内容与{number}的答复完全相同，请针对本件重写（规则{rule}）。",
    "proposals.reply_promise": "结果为{letter}类，请至少写一项带日期的承诺（规则{rule}）。",
    "proposals.extension_late": "办理期限{due}已过，不能再申请延期。",
    "proposals.extension_grant_late": "办理期限{due}已过，延期须在期限之前批准；请不批准，并催促尽快答复。",
    "proposals.extension_order": "延期后的日期应晚于现在的期限{due}。",
    "proposals.extension_long": "延期后的日期最晚为{most}。",
    "proposals.extension_waiting": "已有一项延期申请待批准。",
    "proposals.remind_night": "催办只在{first}时至{last}时发出，请在此时段再办理。",
    "proposals.remind_again": "{day}已催办过，请过{gap}天再催。",
    "proposals.remind_nobody": "各承办单位都已办复，不需要催办。",
    "proposals.promise_date": "新的兑现日期应晚于今天。",
    "proposals.promise_date_missing": "改期时请填写新的兑现日期。",
    "proposals.ratings_sealed": "没有找到这件提案的评价，或您无权查看。",
}
HANDLING_SENTENCES = {
    "remind": "催办{number}：{units}",
    "ask_extension": "{unit}申请延期至{until}",
    "extend": "批准延期，{number}办理期限改为{until}",
    "approved": "{unit}负责人审签，答复{number}，结果{result_class}类，第{round}轮",
}
HANDLING_ASSIGN_SENTENCES = {
    "contact": "{unit}登记{stage}沟通（{mode}）",
    "submit_reply": "{unit}答复稿送单位负责人审签",
    "approve_reply": "{unit}负责人同意答复",
    "return_reply": "{unit}负责人退回答复稿",
    "reopen": "{unit}重新办理",
}
PROMISE_SENTENCES = {
    "begin": "{unit}承诺于{until}前兑现",
    "progress": "{unit}报告承诺进展",
    "look_back": "回头看：{verdict}",
    "resume": "未兑现的承诺改期至{until}",
}
EXTENSION_SENTENCES = {
    "begin": "{unit}申请延期至{until}",
    "grant": "同意延期",
    "refuse": "不同意延期",
}
HANDLING_MESSAGES = {
    "proposals.extension_asked": "{unit}申请将{number}《{title}》的办理期限延至{until}，请处理。",
    "proposals.extension_granted": "{number}《{title}》的办理期限延至{until}。",
    "proposals.extension_refused": "{number}《{title}》的延期申请未批准：{opinion}",
    "proposals.reminded": "催办：{number}《{title}》办理期限{due}，请抓紧办理。{words}",
    "proposals.approve_reply": "{number}《{title}》的答复稿请审签。",
    "proposals.taken_back": "{number}《{title}》的“{step}”已撤销，现为“{state}”：{ground}",
    "proposals.hand_over_taken_back": "{number}《{title}》不再交{unit}承办，请停止办理：{ground}",
    "proposals.reply_returned": "{number}《{title}》的答复稿退回修改：{opinion}",
}
HANDLED_SHEET = {
    "title": "提案办理情况",
    "unit": "承办单位",
    "number": "案号",
    "proposal": "案由",
    "role": "承办方式",
    "assigned_on": "交办日期",
    "due": "办理期限",
    "state": "状态",
    "replied_on": "答复日期",
    "result": "办理结果",
    "rated": "委员评价",
    "reminded": "催办次数",
}
