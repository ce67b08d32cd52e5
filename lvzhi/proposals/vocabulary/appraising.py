"""Words of two-way appraisal 双向评议: what the handling unit says of the proposal's quality (R1.92)."""

from __future__ import annotations

from django.db import models


class AppraisalState(models.TextChoices):
    """Where a unit's appraisal of a proposal is."""

    WAITING = "waiting", "待评议"
    GIVEN = "given", "已评议"
    LOW = "low", "已评议，分数偏低"
    ASKED = "asked", "已请提案者完善"
    ANSWERED = "answered", "提案者已回应"
    UNRATED = "unrated", "未评"


class Quality(models.TextChoices):
    """The grades of a proposal's quality, the best first."""

    EXCELLENT = "excellent", "优秀"
    GOOD = "good", "良好"
    FAIR = "fair", "一般"
    POOR = "poor", "待完善"


class Scale(models.TextChoices):
    """How a unit says it."""

    SCORE = "score", "打分（0至100分），由分数得出等次"
    GRADE = "grade", "只选等次"


WORST, BEST = 0, 100
QUALITY_TONES = {Quality.EXCELLENT: "good", Quality.GOOD: "good", Quality.FAIR: "neutral", Quality.POOR: "warn"}
APPRAISAL_TONES = {
    AppraisalState.WAITING: "later",
    AppraisalState.GIVEN: "neutral",
    AppraisalState.LOW: "warn",
    AppraisalState.ASKED: "warn",
    AppraisalState.ANSWERED: "info",
    AppraisalState.UNRATED: "neutral",
}
APPRAISAL_HOLDERS = {
    AppraisalState.WAITING: "承办单位",
    AppraisalState.LOW: "提案委员会",
    AppraisalState.ASKED: "提案者",
}
APPRAISAL_OF = "{unit}对{proposal}的评议"
BORDER = "{least}分及以上为{grade}"
BELOW = "，以下为{grade}。"
LAPSING = "提案质量评议到期未评"

APPRAISAL_REFUSALS = {
    "proposals.appraisal_comment": "评为“{grade}”的，请写明哪些地方需要完善。",
    "proposals.appraisal_late": "评议期限{due}已过，本件计为未评。",
}
APPRAISAL_SENTENCES = {
    "begin": "请{unit}评议提案质量",
    "appraise": "{unit}评议提案质量",
    "pass_by": "{unit}不作评议，计为未评",
    "lapse": "{unit}没有评议，计为未评",
    "ask_improve": "请提案者完善提案",
    "leave": "不请提案者完善：分数偏低一事不再办理",
    "respond": "提案者回应完善意见",
}
APPRAISAL_MESSAGES = {
    "proposals.appraise": "{number}《{title}》已答复，请{unit}在{due}前评议提案质量；本轮评价结束前，双方互不可见。",
    "proposals.appraised_low": "{unit}对{number}《{title}》的质量评议分数偏低，请决定是否请提案者完善。",
    "proposals.improve": "请完善提案{number}《{title}》：{words}",
    "proposals.improved": "提案者已回应对{number}《{title}》的完善意见。",
}
APPRAISAL_HEADS = {
    "grade": "等次",
    "count": "份数",
    "share": "占比",
    "average": "平均分",
    "score": "{value}（合计{total} ÷ {count}）",
    "silent": "另有{count}份到期或声明不评，计为未评，不在基数内。",
}
