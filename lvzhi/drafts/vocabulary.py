"""The words of the room."""

from __future__ import annotations

from typing import Final

REFUSALS: Final = {
    "drafts.too_large": "暂存内容超过{limit}KB，没有保存；请删减文字，或改用附件。",
    "drafts.unreadable": "暂存内容的格式不对，没有保存；请刷新页面后重试。",
    "drafts.bad_key": "暂存的名称不对，没有保存；请刷新页面后重试。",
    "drafts.none": "没有找到这份暂存内容，可能已经提交或删除。",
}

UNTITLED: Final = "未命名"
TITLE: Final = "暂存内容"
EMPTY: Final = "没有暂存内容"
COLUMNS: Final = {"title": "标题", "kind": "类别", "saved_at": "保存时间"}
