"""Words of reports and of the check: verdicts, reasons, headings, refusals."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from django.db import models

from lvzhi.deadlines import clock
from lvzhi.reports.vocabulary.senses import EVENTS as SENSE_EVENTS
from lvzhi.reports.vocabulary.senses import REFUSALS as SENSE_REFUSALS
from lvzhi.reports.vocabulary.sentences import EVENTS as RECORD_EVENTS
from lvzhi.reports.vocabulary.sentences import REFUSALS as RECORD_REFUSALS
from lvzhi.ui import formats

if TYPE_CHECKING:
    from lvzhi.claims import Claim
    from lvzhi.metrics.compute import Result
    from lvzhi.reports.checking.hedges import Measures


class Verdict(models.TextChoices):
    """What the records say of a claim; the keys are part of the stable command line."""

    DIFFERS = "differs", "不一致"
    HEDGE = "hedge", "用词不当"
    NO_RECORD = "no_record", "无记录"
    UNCLEAR = "unclear", "不明确"
    HOLDS = "holds", "一致"
    NO_FIGURE = "no_figure", "无此指标"


FINDINGS = frozenset({Verdict.DIFFERS.value, Verdict.HEDGE.value, Verdict.NO_RECORD.value})
TONES = {
    Verdict.DIFFERS: "bad",
    Verdict.HEDGE: "warn",
    Verdict.NO_RECORD: "bad",
    Verdict.UNCLEAR: "info",
    Verdict.HOLDS: "good",
    Verdict.NO_FIGURE: "neutral",
}
GLYPHS = {
    Verdict.DIFFERS: "≠", Verdict.HEDGE: "≈", Verdict.NO_RECORD: "∅", Verdict.UNCLEAR: "？", Verdict.HOLDS: "✓",
    Verdict.NO_FIGURE: "–",
}  # fmt: skip
"""Verdicts as signs beside the number of a claim, for paper and for who does not tell colours."""
SIGNS = {Verdict.NO_RECORD: "file-search", Verdict.UNCLEAR: "question", Verdict.NO_FIGURE: "later"}


class Reason:
    """Why a verdict, in one sentence."""

    HOLDS = "“{name}”记录为{recorded}，与文中一致。"
    HOLDS_HEDGED = "“{name}”记录为{recorded}，文中写“{said}”成立。"
    MORE = "“{name}”记录为{recorded}，文中写{said}，多{gap}。"
    LESS = "“{name}”记录为{recorded}，文中写{said}，少{gap}。"
    NOT_EACH = "“{name}”记录为{recorded}，并非每次都是{said}。"
    HEDGE = "“{name}”记录为{recorded}，与文中“{said}”相近，但{rule}。"
    NO_RECORD = "文中写{said}，“{name}”在所指时段没有记录。"
    NO_BODY = "文中所说的“{name}”不在系统中，无法核对。"
    NO_SPAN = "系统没有登记“{text}”所指的届次，无法确定时段。"
    NO_FIGURE = "系统还没有统计“{subject}”的指标。"
    NARROWER = "“{subject}”比最接近的指标“{name}”范围窄，系统没有这样细分的数字。"
    CHANGE = "文中说的是“{name}”的变化幅度，请分别核对前后两期的数字。"
    LEFT_ALONE = "这样的数字不与记录核对。"
    CORRECTED = "按本单位更正（{who}，{day}）：{reason}"
    UNCLEAR = "{names}都符合这句话，请写明是哪一项。"


HEDGE_RULES = {
    "over": "“余”“多”要求大于{claimed}、小于{most}",
    "near": "“近”要求不小于{least}、小于{claimed}",
    "about": "“约”“左右”要求相差不超过{about}%",
    "beyond": "“超过”要求大于{claimed}",
    "least": "“以上”要求不小于{claimed}",
}
HEDGED = {
    "over": "{number}余{unit}",
    "near": "近{number}{unit}",
    "about": "约{number}{unit}",
    "beyond": "超过{number}{unit}",
    "least": "{number}{unit}以上",
}
NAME_JOINER = "”“"
SHARE = "{value}（{part}÷{whole}）"
EACH = "{low}至{high}{unit}"
NOTHING = "无"

REFUSALS = (
    RECORD_REFUSALS
    | SENSE_REFUSALS
    | {
        "reports.no_text": "请粘贴要核对的文字，或选择一个文件。",
        "reports.both": "粘贴的文字和选择的文件只能核对其中一样，请去掉一样。",
        "reports.text_long": "文字共{length}字，超过{limit}字的上限，请分段核对。",
        "reports.no_committee": "请选择一个您有权查看的政协组织。",
    }
)
EVENTS = RECORD_EVENTS | SENSE_EVENTS | {"reports.written": "生成《{title}》（{period}）"}


def today() -> dt.date:
    """Today, as the words of a report need it."""
    return clock.today()


def number(value: Decimal | None, unit: str | None = "") -> str:
    """A number with its unit, 万 and 亿 left folded in."""
    return formats.number(value) + (unit or "")


def claimed(claim: Claim) -> str:
    """The claim's number as it speaks: 100余件."""
    from lvzhi.reports.checking.hedges import kind_of

    shape = HEDGED.get(kind_of(claim), "{number}{unit}")
    return shape.format(number=formats.number(claim.value), unit=claim.unit or "")


def recorded(result: Result | None) -> str:
    """The recorded value with its parts where it has any."""
    if result is None or result.value is None:
        return NOTHING
    if result.denominator is not None:
        value = number(result.value, result.figure.unit)
        return SHARE.format(value=value, part=number_of(result.numerator), whole=number_of(result.denominator))
    if result.low is not None and result.high is not None and result.low != result.high:
        return EACH.format(low=number(result.low), high=number(result.high), unit=result.figure.unit)
    return number(result.value, result.figure.unit)


def corrected(reason: str, who: str, on: dt.date | None) -> str:
    """The reason, with whose correction led to it, and of which day."""
    return Reason.CORRECTED.format(who=who, day=formats.day(on) if on else "", reason=reason)


def number_of(value: int | None) -> str:
    """A whole number."""
    return formats.number(value)


def names(found: Iterable[str]) -> str:
    """Names in quotation marks, one after another."""
    return f"“{NAME_JOINER.join(found)}”"


def hedge_rule(kind: str, claim: Claim, measures: Measures) -> str:
    """What the hedge would have asked for."""
    from lvzhi.reports.checking.hedges import unit_of

    facts: dict[str, Any] = {
        "claimed": formats.number(claim.value),
        "most": formats.number(claim.value + unit_of(claim.value) * measures.over),
        "least": formats.number(claim.value * measures.near),
        "about": formats.number(measures.about * 100),
    }
    return HEDGE_RULES[kind].format(**facts)


TITLE = "{place}{period}工作情况报告"
DOCUMENT_TITLE = "{place}\n{period}工作情况报告"
CHAPTER = "{number}、{title}"
SUBHEADING = "（{number}）{title}"
NUMERALS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")
STOP, PAUSE, LIST, SEMICOLON, BRACKETS = "。", "，", "、", "；", "（{}）"
BLANK = "…"
OVER = "{}余"
GAP = "“{name}”没有记录，略去“{text}”一句。"
CUT_NAME = "{name}（{label}）"
NOTHING_TO_REPORT = "本时段没有可以报告的记录。"
FONTS_MISSING = "本机没有安装公文所用字体：{fonts}。文件已写明字体，请在装有这些字体的电脑上打开和打印。"
APPENDIX = "数据依据"
APPENDIX_LINE = "统计范围：{place}；统计时段：{period}；截至{as_of}。百分比按四舍五入计算。"
APPENDIX_COLUMNS = ("序号", "指标", "数值", "口径")
RECKONED = "{value}\n{part}÷{whole}"
SAME_MEANING = "同第{place}项。"
EXCEEDS = "一条记录可以属于几项，各项之和大于合计。"
DASH = "—"
SPANS = {"year": "全年", "plenary": "自上次全会以来", "term": "本届以来", "range": "报告期内"}
UNTIL = "截至{day}"
PERIOD_TITLES = {"year": "{start.year}年度", "plenary": "自上次全会以来", "term": "本届以来"}
RANGE_TITLE = "{start.year}年{start.month}月至{end.year}年{end.month}月"
PERCENT = "{}%"


def period_title(period: Any) -> str:
    """The period in a title."""
    return PERIOD_TITLES.get(period.kind, RANGE_TITLE).format(start=period.start, end=period.end)


def span_words(period: Any) -> str:
    """The period at the beginning of a sentence."""
    return SPANS.get(period.kind, SPANS["range"])


def until_words(day: dt.date) -> str:
    """The day up to which is counted."""
    return UNTIL.format(day=formats.day(day))


def moment(at: dt.datetime) -> str:
    """A moment in words."""
    return formats.moment(at)


def plain(value: Decimal) -> str:
    """A number without separators, as documents print it."""
    return formats.number(value).replace(",", "")


def percent(value: Decimal, places: int, *, full: bool) -> str:
    """Per cent, halves up, without empty decimals; what is less than all never rounds up to 100 % (R1.122)."""
    shown = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if shown >= 100 and not full:
        shown = 100 - Decimal(1).scaleb(-places)
    return PERCENT.format(plain(shown))


SENT_LACKING = "{note}有缺漏照送（{lacking}），理由：{ground}"
READERS = "秘书长、办公室工作人员、提案委负责人、审计员"
OWN_OUTLINES = "本单位的提纲"
LABELS = {
    "text": "要核对的文字",
    "file": "或者选择文件",
    "committee": "政协组织",
    "period": "默认时段",
    "below": "默认连同所属各级",
    "outline": "提纲",
    "outline_name": "提纲名称",
    "with_texts": "连同正文",
    "tables": "附表",
    "title": "标题",
    "span": "时段",
    "with_below": "连同所属各级",
    "heading": "本节标题",
    "body": "正文",
    "new_heading": "新加一节的标题",
    "quote": "所引文字",
    "remark": "批注",
    "brought": "改好的 Word 文稿",
    "lacking_ground": "有缺漏仍要照送的理由",
}
HELP = {
    "file": "txt、html、docx 或能复制文字的 pdf。加密暂存一天，仅供您本人重新核对和下载批注稿。",
    "title": "不用写书名号。",
    "outline": "决定先起草哪些节、附哪些表，以后都可以改。旧报告的页面上可以“存为提纲”。",
    "with_texts": "正文里的数据会换成新报告时段的数字；不勾选只留各节标题。",
    "lacking_ground": "有的节没有文字、有的数据没有记录或没有来源时，写明理由才能送审。",
    "no_file": "请选择改好的 Word 文稿。",
    "brought": "从这份报告“下载”得到、在 Word、WPS 或 LibreOffice 里改过的 docx。",
    "span": "如 2022、2022-01-01..2022-12-31、since-plenary（自上次全会以来）、term（本届以来）。",
    "body": "数据写在花括号里，如 {收到提案}、{立案提案·类别=经济建设}；标题行写“（一）……”，每段一行。",
    "quote": "从正文中原样复制一句；对整节的意见可不填。",
    "period": "如 2022、2022-01-01..2022-12-31、since-plenary（自上次全会以来）、term（本届以来）。"
    "文中另有说明的以文中为准。",
}
WORDS = {"file": "{title}.docx"}


DAYS = "{start.year}年{start.month}月{start.day}日至{end.year}年{end.month}月{end.day}日"
WHOLE_YEAR = "{start.year}年"


def days(start: dt.date, end: dt.date) -> str:
    """A span of days in words, a whole year by its number."""
    whole = start.year == end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return (WHOLE_YEAR if whole else DAYS).format(start=start, end=end)


NUMERAL = re.compile(
    "(?:[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?|百分之[一二三四五六七八九十百点〇零两]+|[一二三四五六七八九十百千万亿两〇零]+)"
    "[百千万亿]*[余多]?[%％]?"
)
"""A number as a text has it, with 余 and the sign of per cent."""
