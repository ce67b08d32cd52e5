"""The words of the room."""

from __future__ import annotations

from typing import Final

EVENTS: Final = {
    "links.tie": "建立关联：{forward}“{other}”",
    "links.untie": "解除关联：{forward}“{other}”",
}
REFUSALS: Final = {
    "links.self": "不能把一条记录与它自己关联，请另选一条。",
    "links.double": "“{a}”与“{b}”之间已有这一关联，不必重复建立。",
    "links.not_open": "这一关联已于{day}解除。",
    "links.kind_not_allowed": "“{title}”不属于这种关联可用的记录，请另选一条。",
    "links.dates": "解除日期不能早于建立日期{day}。",
}
NONE: Final = "无关联记录"
GONE: Final = "（记录已不存在）"
HIDDEN: Final = "（无权查看）"
