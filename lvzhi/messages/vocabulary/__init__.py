"""Every Chinese word of the room."""

from __future__ import annotations

from typing import Final

from lvzhi.messages.vocabulary import outside

__all__ = ["outside"]

MESSAGES: Final[dict[str, str]] = {
    "messages.notice": "通知：{title}",
    "messages.job_ready": "后台作业“{title}”已完成，请查看结果",
    "messages.job_failed": "后台作业“{title}”没有做成：{said}",
}

EVENTS: Final[dict[str, str]] = {"messages.notice": "发出通知《{title}》，收件{count}人"}

SENTENCES: Final[dict[str, str]] = {
    "messages.title_missing": "请填写通知标题。",
    "messages.title_long": "通知标题最多{limit}个字，请缩短。",
    "messages.text_missing": "请填写通知内容。",
    "messages.text_long": "通知内容最多{limit}个字，请缩短；较长的材料请作为附件。",
    "messages.nobody": "所选范围内没有可接收通知的人，请重新选择。",
    "messages.list_changed": "预览之后收件名单有变动，现为{count}人，通知没有发出。请核对新名单后再发。",
    "messages.no_message": "没有找到这条消息，可能已经清理。",
    "messages.no_notice": "没有找到这份通知，或您无权查看。",
}

LABELS: Final[dict[str, str]] = {
    "committee": "范围",
    "roles": "收件人",
    "title": "标题",
    "text": "内容",
}
HELPS: Final[dict[str, str]] = {"roles": "按当前职务选择，可与下面的机构、界别同时选；同一人只收一份。"}
TODO: Final = "待办"
NEWS: Final = "动态"
SENT: Final = "通知已交付发送，共{count}人。"
DUE: Final = "到期"
MORE: Final = "另有{count}条同类消息"
ALL_READ: Final = "已全部标为已读。"
NOTICES_EMPTY: Final = "还没有发出过通知"
COLUMNS: Final[dict[str, str]] = {
    "title": "标题",
    "sent_at": "发出时间",
    "author": "发出人",
    "read": "已读",
    "count": "收件",
}
