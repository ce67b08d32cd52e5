"""Local numbers of the room (R1.12)."""

from __future__ import annotations

from lvzhi.norms import declare

declare(
    "search.file_size",
    "读取文字的附件大小上限",
    kind="int",
    unit="MB",
    default=32,
    rule="R1.12",
    least=1,
    most=512,
    help="更大的附件只按文件名检索。",
)
declare(
    "search.file_signs",
    "每个附件可检索的字数",
    kind="int",
    unit="字",
    default=50_000,
    rule="R1.12",
    least=1_000,
    most=500_000,
    help="只读取开头这么多字；改动后新附件照此，已有的在重建检索库时补齐。",
)
