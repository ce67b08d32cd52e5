"""Words of figures: kinds, periods, refusals."""

from __future__ import annotations

from django.db import models


class Kind(models.TextChoices):
    """How a figure relates to time (design: words used for figures)."""

    FLOW = "flow", "期内发生"
    STOCK = "stock", "期末时点"
    STANDING = "standing", "期内曾在"


class Shape(models.TextChoices):
    """How a figure is made from its rows; the keys are part of the stable command line."""

    COUNT = "count", "计数"
    SUM = "sum", "合计"
    DISTINCT = "distinct", "去重计数"
    EACH = "each", "每次（最少—最多）"
    SHARE = "share", "比率"


class PeriodKind(models.TextChoices):
    """The kinds of period a figure may be asked for (R13.16, R13.17)."""

    YEAR = "year", "自然年"
    RANGE = "range", "起止日期"
    PLENARY = "plenary", "自上次全会以来"
    TERM = "term", "本届以来"


YEAR_LABEL = "{year}年"
_DAYS = "{start.year}年{start.month}月{start.day}日至{end.year}年{end.month}月{end.day}日"
RANGE_LABEL = _DAYS
PLENARY_LABEL = "自{session}以来（" + _DAYS + "）"
TERM_LABEL = "{term}以来（" + _DAYS + "）"
HIDDEN_CELL = "（计入数字，内容无权查看）"
SCOPE_BELOW = "{name}及所属各级"

REFUSALS = {
    "metrics.unknown": "没有“{key}”这个指标，请用 lvzhi figures 查看全部指标。",
    "metrics.bad_period": "时段“{text}”看不懂：请写 2022、2022-01-01..2022-12-31、since-plenary 或 term。",
    "metrics.period_backwards": "时段“{text}”的起日晚于止日，请对调。",
    "metrics.no_session": "{committee}在 {day} 以前没有登记全体会议，无法按“自上次全会以来”统计，请先登记会次。",
    "metrics.no_term": "{committee}在 {day} 没有登记届期，请先登记。",
    "metrics.unknown_cut": "指标“{figure}”不能按“{cut}”细分。",
}
EVENTS = {
    "metrics.exported": "导出“{figure}”明细{count}行（{scope}，{period}）",
}
