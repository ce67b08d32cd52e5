"""Words of the calendar feed 日历订阅."""

from __future__ import annotations

from typing import Final

FEED_OF: Final = "{account}的日历订阅"
CALENDAR_NAME: Final = "履职日历"
PRODUCT: Final = "-//履职台//履职日历//ZH"
SITTING_OF: Final = "{title}（{sitting}）"
DUE_OF: Final = "{workflow}：{clock}到期"
CANCELLED: Final = "已取消：{title}"

FEED_REFUSALS: Final = {
    "activities.feed_unknown": "订阅地址无效或已停用，请登录履职台后在“日历订阅”里重新取一个。",
}
FEED_EVENTS: Final = {
    "activities.feed_made": "开通日历订阅",
    "activities.feed_ended": "停用日历订阅",
}
FEED_SAID: Final = {
    "title": "日历订阅",
    "made": "已生成订阅地址，请现在就复制到手机或电脑的日历中；离开本页后不再显示。",
    "ended": "已停用，原来的订阅地址不能再用。",
}
