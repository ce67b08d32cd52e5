"""Words of figures: kinds, periods, refusals."""

from __future__ import annotations

from enum import StrEnum

from django.db import models


class Rounding(models.TextChoices):
    """How shares of a whole are rounded (R1.122)."""

    PLAIN = "plain", "逐项四舍五入，各项之和可能不是100%"
    LARGEST = "largest", "最大余额法，各项之和为100%"


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


class Reach(StrEnum):
    """How far from a number the words may stand that narrow it to a value of a dimension."""

    SUBJECT = "subject"  # in the thing counted (集体提案, 厅级干部), or in a list of fields before it (经济方面)
    CLAUSE = "clause"  # anywhere in the number's own clause (作交流发言, 配合省政协)
    SENTENCE = "sentence"  # also in the clauses before it that tell the act (围绕…开展专项监督，提出意见建议12条)


class PeriodKind(models.TextChoices):
    """The kinds of period a figure may be asked for (R13.16, R13.17)."""

    YEAR = "year", "自然年"
    RANGE = "range", "起止日期"
    PLENARY = "plenary", "自上次全会以来"
    TERM = "term", "本届以来"


YEAR_LABEL = "{year}年"
_DAYS = "{start.year}年{start.month}月{start.day}日至{end.year}年{end.month}月{end.day}日"
RANGE_LABEL = _DAYS
SAME_DAYS_LABEL = "{start}年同期"
YEARS_LABEL = "{start}—{end}年"
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
REFUSALS["metrics.bad_days"] = "起止日期“{starts}”至“{ends}”看不懂：请写两个确有的日期，如 2022-01-01 至 2022-12-31。"

NORMS = {
    "metrics.jump_percent": ("数字突变界限", "与上年同期相比增减达到这个比例的数字，列为突变，并列入数据质量页。", "%"),
    "metrics.jump_least": ("数字突变的最小基数", "上年同期不到这个数的，增减不算突变。", ""),
}
BOOK_READERS = "本级政协的委员和工作人员（承办单位除外）"
EACH = "{low}—{high}{unit}"
OTHERS = "未归类"
COMMA, DOT = "；", " · "
PARTS = "{part} ÷ {whole}"
PARTS_MISFIT = "各项合计{total}，与基数{base}不符，不计算比例；请先核对数据。"
LABELS = {"committee": "政协组织", "starts": "起", "ends": "止", "below": "连同所属各级"}
WORDS = {
    "book": "数据与口径",
    "lead": "{place} · {period}。每个数字点开就是它的明细。",
    "counting": "正在统计：{name}",
    "rooms": "类",
    "year": "{year}年",
    "empty": "（空）",
    "figure": "指标",
    "value": "数值",
    "parts": "分子 ÷ 分母",
    "before": "上年同期",
    "compared": "对照期",
    "against_mean": "历年同期平均",
    "against_session": "上一会次同期",
    "mean_of": "{first}至{last}的平均",
    "room": "类别",
    "code": "代码",
    "numerator": "分子",
    "denominator": "分母",
    "time_kind": "时间口径",
    "also": "又称",
    "splits": "可按下列细分",
    "unit_word": "单位",
    "book_of": "数据与口径（{count}个指标）",
    "definitions": "口径",
    "all_figures": "全部指标",
    "found_by": "含“{typed}”",
    "change": "增减",
    "trend": "近{count}年",
    "meaning": "口径",
    "unit": "单位：{unit}",
    "aliases": "又称：{names}",
    "split_by": "可按{names}细分",
    "points": "{change}个百分点",
    "percent": "{change}（{percent}%）",
    "same": "持平",
    "jumped": "突变",
    "all_rooms": "全部",
    "kept": "收藏",
    "keep": "收藏“{name}”",
    "only_jumped": "突变的数字",
    "no_found": "没有符合条件的指标",
    "no_found_hint": "可换用指标的名称、又称、口径里的词或拼音首字母再查。",
    "no_jumps": "没有增减超过界限的数字",
    "no_kept": "还没有收藏指标，在任一指标的行末按“收藏”即可。",
    "told": "{when} {value}",
    "added": "新增",
    "gone": "减少",
    "moves": "增减明细",
    "year_word": "时段",
    "no_organ": "“{name}”不按机构统计，下面是{place}的数字。",
    "rule": "规则",
    "no_figures": "还没有指标",
    "cut_value": "分项",
    "share": "占比",
    "no_cut": "没有可分的项目",
    "no_rows": "时段内没有记录",
    "nothing": "无",
    "whole": "不细分",
    "blank": "未写明",
    "except": "除{names}以外",
    "cut": "{name}：{label}",
    "or": "、",
    "and": "；",
    "by": "按{name}",
    "no_split": "不细分",
    "sums": "各项合计{total}{unit}，与总数一致。",
    "misses": "各项合计{total}{unit}，比总数{base}{unit}少{gap}{unit}：有{gap}{unit}没有登记{name}，或所登记的已停用。",
    "exceeds": "各项合计{total}{unit}，比总数{base}{unit}多{gap}{unit}：同一条记录可以属于几项。",
    "shares_apart": "各项是各自的比率，不能相加。",
    "part": "分子",
    "base": "分母",
    "side": "{word}：{name}",
    "rows_are": "这个数字就是下面的{count}条记录。",
    "rows_of": "下面是“{name}”的{count}条记录。",
    "file": "{name}-{place}-{day}",
}
BOOK_HEAD = (
    "范围：{scope}；时段：{period}",
    "筛选：{filters}；共{count}个指标",
    "对照：{before}；截至：{as_of}",
)
HEAD = (
    "{name}：{value}",
    "口径：{meaning}",
    "范围：{scope}；时段：{period}；细分：{cut}",
    "明细：{side}，共{count}行；截至：{as_of}",
)
