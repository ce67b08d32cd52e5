"""Local numbers of the room."""

from __future__ import annotations

from lvzhi.norms import declare

declare(
    "messages.title_length", "通知标题字数上限", kind="int", unit="字", default=60, rule="R12.2l", least=10, most=120
)
declare(
    "messages.text_length",
    "通知内容字数上限",
    kind="int",
    unit="字",
    default=2000,
    rule="R12.2l",
    least=100,
    most=20000,
)
QUIET_FROM, QUIET_UNTIL, REST_DAYS = "messages.quiet_from", "messages.quiet_until", "messages.rest_days"
SENTENCES_OUT, TRIES, PAUSE = "messages.sentences_out", "messages.tries", "messages.pause"
declare(QUIET_FROM, "站外消息夜间停发起", kind="int", unit="时", default=20, rule="R1.70", least=12, most=23)
declare(QUIET_UNTIL, "站外消息夜间停发止", kind="int", unit="时", default=8, rule="R1.70", least=5, most=12)
declare(
    REST_DAYS,
    "休息日也发站外消息",
    kind="bool",
    default=False,
    rule="R1.70",
    help="关闭时，休息日只发急件（如会议改期、取消），其余等到下一个工作日。",
)
declare(
    SENTENCES_OUT,
    "站外消息写明事项",
    kind="bool",
    default=False,
    rule="R12.12",
    help="关闭时，短信和邮件只说有几条什么消息，不出现案由和姓名；打开前请先确认所用渠道可以传这些内容。",
)
declare(TRIES, "站外消息最多尝试", kind="int", unit="次", default=5, rule="R1.70", least=1, most=20)
declare(PAUSE, "站外消息再试间隔", kind="int", unit="分钟", default=30, rule="R1.70", least=1, most=1440)
