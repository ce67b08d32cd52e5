"""Parameters of entry, examination, letters and similar texts."""

from __future__ import annotations

from lvzhi.norms import declare

EDITORS = ("system_admin", "proposal_head")

declare(
    "proposals.readings",
    "审查次数",
    kind="int",
    unit="次",
    default=1,
    rule="R1.33",
    least=1,
    most=2,
    editors=EDITORS,
    help="按收件之日的设置执行。1：经办人直接决定；2：经办人初审提出意见，负责人复审决定。",
)
declare(
    "proposals.readers_differ",
    "初审和复审须为两人",
    kind="bool",
    default=True,
    rule="R1.33",
    editors=EDITORS,
)
declare(
    "proposals.second_reading_due",
    "复审期限（自初审之日）",
    kind="term",
    default={"amount": 5, "unit": "working_day"},
    rule="R1.33",
    editors=EDITORS,
)
declare(
    "proposals.scan_needed",
    "代录须有原件扫描件",
    kind="bool",
    default=True,
    rule="R1.3",
    editors=EDITORS,
)
declare(
    "proposals.letter_number",
    "函件文号格式",
    kind="text",
    default="提案函〔{year}〕{seq}号",
    rule="R1.50",
    most=60,
    editors=EDITORS,
    help="可用 {seq} 顺序号、{year} 年、{term} 届、{session} 次。",
)
declare(
    "proposals.letter_issuer",
    "函件署名",
    kind="text",
    default="{committee}提案委员会",
    rule="R1.2",
    most=60,
    editors=EDITORS,
    help="可用 {committee} 政协名称。",
)
declare(
    "proposals.similar_least",
    "相近文字的最低重合度",
    kind="int",
    unit="%",
    default=25,
    rule="R1.14",
    least=5,
    most=100,
    editors=EDITORS,
)
declare(
    "proposals.similar_most",
    "最多列出的相近提案",
    kind="int",
    unit="件",
    default=5,
    rule="R1.14",
    least=1,
    most=50,
    editors=EDITORS,
)
declare(
    "proposals.similar_compared",
    "逐字比较的最相近提案数",
    kind="int",
    unit="件",
    default=60,
    rule="R1.14",
    least=20,
    most=500,
    editors=EDITORS,
)
