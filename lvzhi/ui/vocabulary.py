"""Chinese words of the components: dates, figures, tables, forms."""

from __future__ import annotations

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
DAY = "{y}年{m}月{d}日"
MOMENT = "{y}年{m}月{d}日 {clock}"
NOTHING = "—"
YES, NO = "是", "否"
EMPTY_TABLE = "暂无记录"
TOTAL = "共 {n} 条"
TOTAL_CAPPED = "{n} 条以上"
SHOWN = "本页 {n} 条"
PREVIOUS, NEXT = "上一页", "下一页"
PAGING = "翻页"
SORT_BY = "排序："
SORTED_UP, SORTED_DOWN = "（升序）", "（降序）"
TABLE_SCROLL = "表格"
TYPE_NAME = "输入姓名查找"
NO_MATCH = "没有找到“{text}”，请核对后重新填写，或从下方名单中选择。"
MANY_MATCHES = "“{text}”对应多人（{names}），请在名单中选定一位。"
TOO_MANY_FILES = "最多可上传 {limit} 个文件，这次选了 {count} 个。"
BYTES = ("字节", "KB", "MB", "GB")
ACTIONS = "操作"
COMMA = "、"
EVERY_ONE = "全部"
WORD_ASKS = "：是什么意思"
PARTING = r"[、，,;；\s]+"
CLOSING = "，。、；：）”》"  # no line of a chart begins with one
