"""Parameters of proposals brought in from earlier years."""

from __future__ import annotations

from lvzhi.norms import declare
from lvzhi.proposals.norms.entry import EDITORS

declare(
    "proposals.past_serial",
    "历史提案收件号格式",
    kind="text",
    default="历{year}-{seq:04d}",
    rule="R1.52",
    most=60,
    editors=EDITORS,
    help="历史提案没有收件号时用它编号。可用 {seq} 顺序号、{year} 收件年份、{term} 届、{session} 次。",
)
declare(
    "proposals.past_most",
    "一次历史导入的提案上限",
    kind="int",
    unit="件",
    default=5000,
    rule="R1.101",
    least=10,
    most=50000,
    editors=EDITORS,
)
declare(
    "proposals.past_megabytes",
    "历史导入文件大小上限",
    kind="int",
    unit="MB",
    default=100,
    rule="R1.101",
    least=1,
    most=500,
    editors=EDITORS,
)
