"""Words of the room."""

from __future__ import annotations

from typing import Final

SHELVES: Final = (0, 1)  # one is read while the other is filled
ORDERS: Final = {"best": "最相关", "newest": "最新"}
FIELDS: Final = {"q": "关键词", "kind": "类别", "state": "状态", "year": "年份", "organ": "机构", "order": "排序"}
TOO_MANY: Final = "{count}条以上"
COUNT: Final = "{count}条"
NUMBER: Final = r"第?0*(\d{1,9})号?(?:提案)?"  # as people write a running number
YEAR: Final = "{year}年"
CUT: Final = "…"
ENDS: Final = r"[。！？；!?;\n]"  # of a sentence
REFUSALS: Final = {
    "search.filling_already": "检索库正在重建，请等它结束后再试；确认没有别的重建在进行时，可加 --force 重新开始。",
}
READABLE: Final = ("docx", "pdf", "txt", "xls", "xlsx")  # types of attachments that hold text
READING: Final = "读取附件文字"
READ: Final = "{count}个附件可按文字检索。"
UNREAD: Final = "{count}个附件可按文字检索；{unread}个读不出文字，只按文件名检索：{why}"
GIVEN_UP: Final = "文件“{name}”读了{tries}次都没有读完。"
