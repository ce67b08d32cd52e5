"""Words of the comments in the margin of a checked document."""

from __future__ import annotations

from typing import Final

AUTHOR: Final = "履职台核对"
INITIALS: Final = "核"
FONT: Final = "宋体"
HEAD: Final = "【{verdict}】文中{said}，记录{recorded}。"
BARE: Final = "【{verdict}】文中{said}。"
WHERE: Final = "统计范围：{place}；时段：{period}。"
AGAINST: Final = "【前后不一致】{reason}"
FILE: Final = "{name}（核对批注）.docx"
PASTED: Final = "文字"
