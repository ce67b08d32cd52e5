"""Figures of merging and withdrawal (R1.46, R1.49)."""

from __future__ import annotations

from lvzhi.metrics.declare import Column, Metric, Says
from lvzhi.proposals import rules
from lvzhi.proposals.metrics.usual import COLUMNS, KIND, USUAL
from lvzhi.proposals.queries import board

MERGED = Metric(
    key="proposals.merged",
    name="并案提案",
    unit="件",
    rows=board.merged,
    columns=COLUMNS,
    cuts=USUAL,
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R1.46",
    meaning="在时段内并入另一件主件、现仍并案的提案；主件本身不计。各件仍计入收到和立案。",
    aliases=("并案办理",),
    says=(Says(subjects=("提案",), actions=("并案", "并案办理"), units=("件",), needs=("并案",)),),
)
WITHDRAWN = Metric(
    key="proposals.withdrawn",
    name="撤案提案",
    unit="件",
    rows=board.withdrawn,
    columns=COLUMNS,
    cuts=USUAL,
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R1.49",
    meaning="在时段内撤回或撤案的、已收件的提案；立案后撤案的案号不再使用。",
    aliases=("撤回提案",),
    says=(Says(subjects=("提案",), actions=("撤案", "撤回"), units=("件",), needs=("撤",)),),
)
COSIGNATURES = Metric(
    key="proposals.cosignatures",
    name="附议提案",
    unit="人次",
    rows=board.cosignatures,
    rule="R1.29",
    visible=rules.hanging_rows,
    columns=(
        Column("member__person__name", "附议人"),
        Column("proposal__title", "案由"),
        Column("proposal__proposer", "提案者"),
        Column("proposal__received_on", "收件日期", kind="date"),
        Column("decided_on", "确认日期", kind="date"),
    ),
    meaning="收件日期在时段内、未作误录作废的提案上已确认的联名，一人联名一件计一人次；第一提案人不计。",
    aliases=("联名人次", "附议人次"),
)
ENTRY_FIGURES = (COSIGNATURES, MERGED, WITHDRAWN)
