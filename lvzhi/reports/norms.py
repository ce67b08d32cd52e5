"""Declared parameters of reports: what a hedge allows, how numbers are worded, how long a text may be."""

from __future__ import annotations

from lvzhi.norms import declare

EDITORS = ("system_admin", "secretary_general")

OVER_UNITS = "reports.over_units"
NEAR_LEAST = "reports.near_least"
ABOUT_MOST = "reports.about_most"
HEDGE_NEAR = "reports.hedge_near"
TEXT_MOST = "reports.text_most"
FILE_MOST = "reports.file_most"
WORDING = "reports.wording"

declare(
    OVER_UNITS,
    "“余”“多”的幅度",
    kind="decimal",
    unit="个单位",
    default="1",
    least="0.1",
    most="10",
    rule="R13.16",
    editors=EDITORS,
    help="“100余”指大于100、小于100加上末位非零数字的这么多个单位。",
)
declare(
    NEAR_LEAST,
    "“近”的下限",
    kind="int",
    unit="%",
    default=90,
    least=50,
    most=99,
    rule="R13.16",
    editors=EDITORS,
    help="“近200”指不小于200的这个比例、且小于200。",
)
declare(
    ABOUT_MOST,
    "“约”“左右”的幅度",
    kind="decimal",
    unit="%",
    default="5",
    least="0.1",
    most="50",
    rule="R13.16",
    editors=EDITORS,
)
declare(
    HEDGE_NEAR,
    "用词不当的幅度",
    kind="int",
    unit="%",
    default=5,
    least=0,
    most=50,
    rule="R13.16",
    editors=EDITORS,
    help="带“余”“近”“超过”的数字不成立，但与记录相差不超过这个比例的判为用词不当，否则为不一致。",
)
declare(
    TEXT_MOST,
    "核对文字的字数上限",
    kind="int",
    unit="字",
    default=200000,
    least=1000,
    most=2000000,
    rule="R13.16",
    editors=EDITORS,
)
declare(
    FILE_MOST, "核对文件的大小上限", kind="int", unit="MB", default=20, least=1, most=50, rule="R13.16", editors=EDITORS
)
declare(
    WORDING,
    "报告中数字的写法",
    kind="choice",
    default="exact",
    rule="R13.16",
    choices=(("exact", "写确数"), ("over", "百以上的写“余”（确实大于时）")),
    editors=EDITORS,
)
STRICT_FONTS = "reports.strict_fonts"
SECTION_MOST = "reports.section_most"
ROWS_MOST = "reports.rows_most"
declare(
    SECTION_MOST, "报告一节的字数上限", kind="int", unit="字", default=20000, least=500, most=200000, rule="R13.1",
    editors=EDITORS,
)  # fmt: skip
declare(
    ROWS_MOST, "固定数据时保留的明细上限", kind="int", unit="条", default=20000, least=100, most=500000, rule="R13.16",
    editors=EDITORS, help="一项数据的明细超过这个条数时，只保留数值、口径和摘要，不逐条比较。",
)  # fmt: skip
declare(
    STRICT_FONTS, "缺少公文字体时不生成报告", kind="bool", default=False, rule="R12.14", editors=EDITORS,
    help="本机缺少方正小标宋、黑体、楷体、仿宋时：否，照常生成并说明缺哪些；是，不生成。",
)  # fmt: skip
