"""Declared parameters of procedures."""

from __future__ import annotations

from lvzhi.norms import declare

SOON = "workflow.soon_days"
TAKE_BACK = "workflow.take_back"
REMIND_BEFORE, REMIND_EVERY, REMIND_MOST = "workflow.remind_before", "workflow.remind_every", "workflow.remind_most"
REMIND_FROM, REMIND_UNTIL, REMIND_REST = "workflow.remind_from", "workflow.remind_until", "workflow.remind_rest_days"

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
declare(
    REMIND_BEFORE,
    "到期前提醒（提前）",
    kind="int",
    unit="天",
    default=3,
    rule="R1.74",
    least=0,
    most=60,
    help="期限前多少天起自动提醒一次；0 只在到期当天提醒。",
)
declare(
    REMIND_EVERY,
    "超期后每隔多久提醒",
    kind="int",
    unit="天",
    default=7,
    rule="R1.70",
    least=0,
    most=90,
    help="期限过后第一天提醒，以后每隔这些天再提醒；0 表示超期后不自动提醒。",
)
declare(
    REMIND_MOST,
    "超期后最多自动提醒",
    kind="int",
    unit="次",
    default=4,
    rule="R1.70",
    least=0,
    most=50,
    help="之后由经办人催办。",
)
declare(REMIND_FROM, "提醒和催办时段起", kind="int", unit="时", default=8, rule="R1.70", least=0, most=23)
declare(REMIND_UNTIL, "提醒和催办时段止", kind="int", unit="时", default=20, rule="R1.70", least=1, most=24)
declare(REMIND_REST, "休息日也自动提醒", kind="bool", default=False, rule="R1.70")
