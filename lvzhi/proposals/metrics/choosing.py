"""The figure of excellent proposals (R13.10)."""

from __future__ import annotations

from lvzhi.metrics.declare import Metric, Says
from lvzhi.proposals import rules
from lvzhi.proposals.metrics.usual import COLUMNS, KIND, USUAL
from lvzhi.proposals.queries import choosing

EXCELLENT = Metric(
    key="proposals.excellent",
    name="优秀提案",
    unit="件",
    rows=choosing.excellent,
    columns=COLUMNS,
    cuts=USUAL,
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R1.105",
    meaning="主席会议审定日期在时段内的优秀提案，按提案计，不论何时立案。",
    aliases=("好提案", "年度好提案"),
    says=(
        Says(
            subjects=("优秀提案", "好提案", "提案"),
            actions=("评选", "评出", "表彰", "表扬", "通报表扬", "推荐"),
            units=("件",),
            needs=("优秀提案|好提案",),
        ),
    ),
)
