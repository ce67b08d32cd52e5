"""Figures of publication (R13.10)."""

from __future__ import annotations

from lvzhi.metrics.declare import Metric, Says, Share
from lvzhi.proposals import rules
from lvzhi.proposals.metrics.usual import ANSWERED, COLUMNS, KIND, USUAL
from lvzhi.proposals.queries import publishing

PUBLISHED = Metric(
    key="proposals.published",
    name="公开提案",
    unit="件",
    rows=publishing.published_in,
    columns=COLUMNS,
    cuts=USUAL,
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R1.103",
    meaning="在时段内首次以全文或摘要公开、现仍公开的提案；立案后和答复后都公开的只计一次，已撤回公开的不计。",
    aliases=("公开的提案",),
    says=(Says(subjects=("提案",), actions=("公开", "公布"), units=("件",), needs=("公开|公布",)),),
)
ANSWERED_PUBLISHED = Metric(
    key="proposals.answered_published",
    name="办复提案中已公开",
    unit="件",
    rows=publishing.answered_published,
    columns=COLUMNS,
    cuts=USUAL,
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R1.103",
    meaning="办复提案中，现以全文或摘要公开的，不论何时公开。",
)
PUBLISHED_RATE = Share(
    key="proposals.published_rate",
    name="公开率",
    part=ANSWERED_PUBLISHED,
    whole=ANSWERED,
    rule="R1.103",
    meaning="办复提案中已公开的 ÷ 办复提案。",
    aliases=("提案公开率",),
    says=(Says(subjects=("公开率", "提案公开率", "答复公开率"), units=("%",)),),
)
PUBLIC_FIGURES = (PUBLISHED, ANSWERED_PUBLISHED, PUBLISHED_RATE)
