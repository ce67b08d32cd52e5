"""Declared parameters of procedures."""

from __future__ import annotations

from lvzhi.norms import declare

SOON = "workflow.soon_days"

declare(
    SOON,
    "临近到期提示（到期前）",
    kind="int",
    unit="天",
    default=7,
    rule="R1.74",
    least=0,
    most=60,
    help="期限前多少天起显示“临近到期”。只作提示，不影响期限。",
)
