"""Figures of merging and withdrawal (R1.46, R1.49)."""

from __future__ import annotations

from lvzhi.metrics.declare import Metric, Says
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
ENTRY_FIGURES = (MERGED, WITHDRAWN)
