"""Words of the overview of the ledger."""

from __future__ import annotations

from typing import Final

WHY: Final = "why"
SPLIT: Final = ("theme", "source", "organ")
TITLES: Final = {"theme": "按方面", "source": "按来源", "organ": "按登记机构", WHY: "未销号的原因"}
HEADS: Final = {"theme": "方面", "source": "来源", "organ": "登记机构", WHY: "原因"}
BLANKS: Final = {"theme": "未写方面", "organ": "办公室"}
WHOLE: Final = "合计"
COLUMNS: Final = {
    "ledger.problems": "发现问题",
    "ledger.measures": "整改措施",
    "ledger.problems_found_solved": "已销号",
    "ledger.solved_rate": "整改率",
    "ledger.problems_open": "未销号",
    "ledger.problems_long_term": "长期坚持",
}
TITLE: Final = "整改进度"
FILE: Final = "整改进度{day}"
LEAD: Final = "{place}，{period}"
AS_OF: Final = "截至{moment}。发现问题和整改措施是时段内的，未销号和长期坚持是时段末的。"
RATE: Final = "{value}%（{part}÷{whole}）"
NO_RATE: Final = "—"
