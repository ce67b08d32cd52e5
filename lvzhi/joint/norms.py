"""Declared parameters: how soon an invitation is answered, and a piece of work done where no day is named."""

from __future__ import annotations

from lvzhi.joint.vocabulary import NORMS
from lvzhi.norms import declare

EDITORS = ("system_admin", "office", "secretary_general")
ANSWER, PIECE = "joint.answer_days", "joint.piece_days"
declare(
    ANSWER, NORMS["answer"][0], kind="term", default={"amount": 5, "unit": "working_day"}, rule="house",
    editors=EDITORS, help=NORMS["answer"][1],
)  # fmt: skip
declare(
    PIECE, NORMS["piece"][0], kind="term", default={"amount": 30, "unit": "calendar_day"}, rule="house",
    editors=EDITORS, help=NORMS["piece"][1],
)  # fmt: skip
