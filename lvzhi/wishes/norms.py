"""Local numbers of the room."""

from __future__ import annotations

from lvzhi.norms import declare

ANSWER, LENGTH = "wishes.answer_due", "wishes.length"
EDITORS = ("system_admin", "office", "secretary_general")
declare(
    ANSWER, "答复对本系统意见的期限", kind="term", default={"amount": 10, "unit": "working_day"}, rule="house",
    editors=EDITORS,
)  # fmt: skip
declare(LENGTH, "对本系统意见的字数上限", kind="int", unit="字", default=1000, rule="house", least=100, most=5000)
