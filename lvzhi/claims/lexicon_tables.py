"""Language tables for tables: heads that name units, ranks, plans, and heads that name nothing."""

from __future__ import annotations

import re
from typing import Final

# Heads of columns whose numbers are no claims, with the reason.
RANK: Final = re.compile(r"^(?:序号?|编号|名次|排名|排序|位次|次序|No\.?|№)$", re.IGNORECASE)
NO_CLAIM: Final = (
    (RANK, "ordinal"),
    (re.compile(r"目标|计划|任务数|指标值|应完成|预算"), "plan"),
    (re.compile(r"标准分|满分|分值|权重|上限|下限|扣分|加分"), "norm"),
    (re.compile(r"日期|时间|年份|届次|年月|出生|会期"), "date"),
    (re.compile(r"电话|手机|邮编|编码|文号|身份证|账号|页码|邮箱|传真|房间|座号"), "code"),
    (re.compile(r"年龄"), "age"),
)
UNIT_HEAD: Final = re.compile(r"(?:计量)?单位")
# A head that only says that something is counted: the row says what.
GENERIC: Final = re.compile(
    r"(?:本|全)?(?:年|月|期|季度?)?(?:度|末|底)?(?:数量|数值|数据|数|件数|条数|篇数|次数|人数|人次|场次|个数|总数|合计|总计|小计|共计|累计|完成数|完成情况|完成|实绩|实际|结果|情况|金额|"
    r"占比|比例|比重|百分比|所占比例|去年|上年|今年|本年|同期|上年同期|增减|（[^（）]*）)?"
)
SHARE: Final = re.compile(r"占比|比例|比重|百分比")
SCORE: Final = re.compile(r"(?:得|积|总|评)分$")
RATE: Final = re.compile(r"(?:率|占比|比例|比重|百分比)$")
# 立案件数, 参加人次: the unit is part of the head.
COUNTED: Final = re.compile(r"(?:(人次|场次|家次|件次|批次)|([件条篇次人名场期份个项家户册本部])数|数|数量)$")
TAIL: Final = re.compile(r"(?:总)?(?:[件条篇次人名场期份个项家户册本部]数|数量|总数|数|合计|情况)$")
TOTAL: Final = re.compile(r"(?:合|总|共)\s?计|总数|全市合计|全区合计|全县合计")
PARTIAL: Final = re.compile(r"其中|小计|#")
PAPER: Final = re.compile(r"社情民意信息|社情民意|提案|信息|建议|稿件|议案|意见建议")
