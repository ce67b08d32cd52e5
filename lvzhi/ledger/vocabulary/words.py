"""Names, labels and headings."""

from __future__ import annotations

from typing import Final

NAMES: Final = "、"
SHORTENED: Final = "{text}…"
BY_WHOM: Final = "{name}（{body}）"
PROBLEM, ADVICE = "问题", "意见建议"
VOIDED: Final = "误录作废"
COUNTED_MEASURES: Final = "{count}条"
NOBODY: Final = "尚未明确"
FROM_PROPOSAL: Final = "{called}《{title}》"
NORMS: Final = {
    "ledger.text_most": ("每条问题或意见建议字数上限", "字"),
    "ledger.lines_most": ("一次登记条数上限", "条"),
    "ledger.problem_due": ("整改时限（未另定时）", ""),
    "ledger.advice_due": ("意见建议答复期限（自转交之日）", ""),
    "ledger.look_back_after": ("销号后多久回头看", ""),
    "ledger.five_needed": ("申请销号须“五定”齐全", ""),
    "ledger.import_rows": ("一次导入行数上限", "行"),
    "ledger.import_mb": ("导入文件大小上限", "MB"),
}
LIST_NUMBER: Final = r"^\s*(?:[（(]?\d{1,3}[)）.．、]|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[-–—•·●○■▪*])\s*"
"""What stands before an item of a pasted list: a number, a bullet."""
