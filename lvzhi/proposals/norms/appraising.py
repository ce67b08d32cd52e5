"""Parameters of two-way appraisal: whether units appraise proposals, how, until when (R1.92)."""

from __future__ import annotations

from lvzhi.norms import declare
from lvzhi.proposals.norms.entry import EDITORS
from lvzhi.proposals.vocabulary.appraising import BEST, WORST, Quality, Scale

declare(
    "proposals.appraisals",
    "双向评议：承办单位评议提案质量",
    kind="bool",
    default=False,
    rule="R1.92",
    editors=EDITORS,
    help="开启后，主办、分办单位答复之日起评议提案质量，与提案者的评价背靠背进行；只对开启之后的答复适用。",
)
declare(
    "proposals.appraisal_scale",
    "提案质量的评议方式",
    kind="choice",
    default=Scale.SCORE,
    rule="R1.92",
    choices=Scale.choices,
    editors=EDITORS,
)
for _grade, _least in ((Quality.EXCELLENT, 90), (Quality.GOOD, 75), (Quality.FAIR, 60)):
    declare(
        f"proposals.appraisal_{_grade}",
        f"提案质量“{_grade.label}”的最低分",
        kind="int",
        unit="分",
        default=_least,
        rule="R1.92",
        least=WORST,
        most=BEST,
        editors=EDITORS,
        help="低于“一般”最低分的为“待完善”，可请提案者完善。" if _grade == Quality.FAIR else "",
    )
declare(
    "proposals.appraisal_due",
    "评议提案质量的期限（自答复之日）",
    kind="term",
    default={"amount": 15, "unit": "working_day"},
    rule="R1.92",
    editors=EDITORS,
    help="到期没有评议的计为未评，不算任何等次。",
)
declare(
    "proposals.improve_due",
    "提案者回应完善意见的期限",
    kind="term",
    default={"amount": 30, "unit": "calendar_day"},
    rule="R1.92",
    editors=EDITORS,
    help="只作提醒；不回应没有后果。",
)
