"""Declared parameters of procedures."""

from __future__ import annotations

from lvzhi.norms import declare

SOON = "workflow.soon_days"
TAKE_BACK = "workflow.take_back"

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
declare(
    TAKE_BACK,
    "撤销办错步骤的期限（自办理之日）",
    kind="term",
    default={"amount": 3, "unit": "working_day"},
    rule="R1.37",
    most={"amount": 30, "unit": "calendar_day"},
    help="只有标明可撤销的步骤、且其后没有别的办理时才能撤销；撤销后恢复原状，办理记录保留。",
)
