"""Local numbers of the room."""

from __future__ import annotations

from lvzhi.norms import declare

MAX_SIZE = declare(
    "drafts.max_size",
    "暂存内容大小上限",
    kind="int",
    unit="KB",
    default=512,
    rule="R1.12",
    least=16,
    most=4096,
    help="每份暂存内容的上限，不含附件。",
)
