"""Parameters of the selection of excellent proposals (R1.104–R1.106)."""

from __future__ import annotations

from lvzhi.norms import declare
from lvzhi.proposals.norms.entry import EDITORS

declare(
    "proposals.excellent_percent",
    "优秀提案名额（占立案件数）",
    kind="int",
    unit="%",
    default=5,
    rule="R1.105",
    least=1,
    most=20,
    editors=EDITORS,
    help="名额按立案件数计算，舍去小数，至少1件。",
)
declare(
    "proposals.excellent_collective",
    "优秀提案中集体提案的最低比例",
    kind="int",
    unit="%",
    default=20,
    rule="R1.104",
    least=0,
    most=100,
    editors=EDITORS,
    help="候选中集体提案不足时，以候选中的件数为限。",
)
declare(
    "proposals.excellent_shortlist",
    "初选件数不超过名额的倍数",
    kind="int",
    unit="倍",
    default=2,
    rule="R1.105",
    least=1,
    most=10,
    editors=EDITORS,
)
