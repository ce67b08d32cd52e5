"""Words of what goes outside the inbox: channels, kinds of message, letters."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Sort(TextChoices):
    """What a message is to its reader; each may be chosen by channel."""

    TODO = "todo", "待办"
    DUE = "due", "到期提醒"
    NOTICE = "notice", "机关通知"
    NEWS = "news", "动态"


class Fate(TextChoices):
    """Where a delivery stands."""

    WAITING = "waiting", "等待发出"
    SENDING = "sending", "正在发出"
    SENT = "sent", "已发出"
    DROPPED = "dropped", "不必再发"
    FAILED = "failed", "没有发出"
    UNCLEAR = "unclear", "是否发出不明"


CHANNELS: Final[dict[str, tuple[str, str]]] = {
    "mail": ("电子邮件", "邮箱地址"),
    "sms": ("短信", "手机号"),
    "wecom": ("企业微信", "企业微信账号"),
    "ding": ("钉钉", "钉钉账号"),
    "zheding": ("浙政钉", "浙政钉账号"),
}
BAD_CHANNEL: Final = (
    "LVZHI_CHANNELS 中的“{key}={path}”用不了：渠道只能是 {known}，等号后面写后端类的完整路径。请改正后再启动。"
)
COUNTED: Final = "{name}{count}条"
JOINER: Final = "，"
SUBJECT: Final = "履职台：{counted}"
_END: Final = "夜间和休息日不发送；不想再收，可在“消息—接收方式”中关闭。\n"
TEXT: Final = "{name}，您好。\n\n您在履职台有{counted}：\n{lines}\n\n请登录履职台查看和办理。" + _END
BARE: Final = "{name}，您好。\n\n您在履职台有{counted}，请登录查看和办理。\n\n" + _END
LINE: Final = "· {sentence}"
REASONS: Final[dict[str, str]] = {
    "read": "已在履职台看过",
    "done": "事情已经办完",
    "unwanted": "本人不再接收",
    "closed": "账号已停用",
    "channel": "这个渠道已停用",
    "tries": "几次都没有发出",
    "broken": "发送中断，不再重发，以免重复",
}
JOB: Final = "发出站外消息"
JOB_SAID: Final = "发出{sent}条，不必再发{dropped}条，没有发出{failed}条"
NOTICE_KIND: Final = "发出通知"
NOTICE_JOB: Final = "发出通知《{title}》"
NOTICE_SAID: Final = "已送达{count}人的消息"
DUTY: Final = "发出站外消息"
OVER: Final = "办完的事不再提醒"
WAYS: Final[dict[str, str]] = {
    "title": "接收方式",
    "saved": "接收方式已保存。",
    "ended": "已停用{name}，地址已删除。",
    "kinds": "通过它接收",
    "keep": "已登记；不改就不用填。",
    "none": "本单位没有启用站外渠道，消息都在履职台里看。",
}
WAY_EVENTS: Final[dict[str, str]] = {
    "messages.way_set": "设置{channel}接收消息",
    "messages.way_ended": "停用{channel}接收消息",
}
WAY_SENTENCES: Final[dict[str, str]] = {
    "messages.no_channel": "没有“{key}”这个渠道，或已经停用，请回到“接收方式”重新选择。",
    "messages.address_missing": "请填写{what}。",
    "messages.mail_address": "“{text}”不是邮箱地址，请写成 name@example.com 这样。",
    "messages.phone_address": "“{text}”不是手机号，请填写11位数字。",
}
