"""Words of the report's pages and of what stands in its text."""

from __future__ import annotations

import re
from typing import Final

TITLED: Final = "《{title}》"
REVISION: Final = "{heading}（第{number}稿）"
REMARK_ON: Final = "{who}的批注"
OPEN, CLOSE, DOT, IS = "{", "}", "·", "="
OPENS, CLOSES = "{｛", "}｝"
DOTS = "·・•"
EQUALS = "=＝"
PERIOD_WORD: Final = "时段"
YEAR: Final = "年"
LAST_YEAR: Final = "上年"
SHARE_WORD: Final = "占比"
EXACT_WORD: Final = "确数"
EXCEPT: Final = re.compile("除(.+)以外")
AND: Final = re.compile("[、，,和]")
MANY_WORDS: Final = {"万": 10_000, "亿": 100_000_000}
TEN_THOUSAND, MANY_WORD = "万", "亿"
MANY_UNITS: Final = frozenset({"元", "字"})
FLAGS: Final = (SHARE_WORD, EXACT_WORD, *MANY_WORDS)
PERIOD_WORDS: Final = {"自上次全会以来": "since-plenary", "上次全会以来": "since-plenary", "本届以来": "term"}
NEITHER: Final = "{low}至{high}"
MARK: Final = "⟦{}⟧"


class Fault:
    """What is wrong with a token, or to be minded about it, in one sentence."""

    UNKNOWN = "“{said}”不是指标名称{near}。"
    AMBIGUOUS = "“{said}”可以指{names}，请写指标的全名。"
    NO_CUT = "“{figure}”不能按“{cut}”细分{near}。"
    NO_VALUE = "“{figure}”的“{cut}”里没有“{said}”{near}。"
    NO_FLAG = "“{said}”看不懂：在指标名称后面写“·类别=经济建设”这样的细分，或“·占比”“·确数”“·万”“·亿”“·时段=2021”。"
    BAD_PERIOD = "“{said}”里的时段看不懂，请写成 2022、2022-01-01..2022-12-31、上年、自上次全会以来或本届以来。"
    NO_PERIOD = "“{said}”：{sentence}"
    NO_SHARE = "“{said}”没有细分，无从算占比，请写上“·类别=…”这样的细分。"
    NOT_SHARED = "“{figure}”本身不是可以算占比的数，请去掉“·占比”。"
    NEAR = "，相近的有{names}"
    EMPTY = "“{name}”在{period}没有记录，文中印出“{text}”，请核对这句话是否要写。"
    NOTHING = "“{name}”在{period}没有可算的数，印不出来，请删去这句话或换一个数据。"
    PERIOD = "“{name}”的时段是{period}，与报告的时段不同，请确认文字已经写明。"
    NO_SOURCE = "“{said}”没有来源。"
    OFFER = "“{said}”没有来源，记录中“{name}”是{recorded}，可以换成数据。"
    OFFER_OTHER = "“{said}”没有来源；记录中“{name}”是{recorded}，与文中不同，请核对。"


LACKING: Final = {
    "blank": "“{heading}”一节没有文字",
    "empty": "“{heading}”一节的“{said}”没有记录",
    "bare": "“{heading}”一节的“{said}”没有来源",
    "more": "；另有{count}处",
}
WHOLE_LINE: Final = "合计"
NO_NUMBER: Final = "（没有数据）"
DRAFT_NAME: Final = "报告的一节"
UNTITLED: Final = "未命名"
NONE: Final = "还没有报告"
VOIDED: Final = "误录作废"
ROW_WORDS: Final = {"added": "新增", "removed": "不再计入", "voided": "误录作废", "changed": "改动"}
ROW_TONES: Final = {"added": "good", "removed": "bad", "voided": "bad", "changed": "warn"}
ROW_HIDDEN: Final = "（计入数字，内容无权查看或已不存在）"
SINCE: Final = {
    "figure": ("数据变化", "warn"), "text": ("文字改动", "info"), "new": ("新写", "good"), "gone": ("删去", "bad"),
}  # fmt: skip
SIDES: Final = {"": "明细", "part": "分子", "whole": "分母"}
SENTENCE: Final = "[^。！？!?\n]*[。！？!?]*[”’）]?\n?"
CLAUSES: Final = "[^。！？；\n]*[。！？；\n]?"
SUBHEADING: Final = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
COPY_OF: Final = "{title}（{who}取用）"
ATTACHED: Final = "附件："
NUMBERED: Final = re.compile("^[一二三四五六七八九十]+、")
Back: Final = {
    "same": "“{token}”仍是{printed}。",
    "changed": "“{token}”发出时是{printed}，文稿改成了{said}：采用时仍用数据，要改数请先改记录。",
    "moved": "“{token}”（{printed}）移到了另一节。",
    "gone": "“{token}”（{printed}）已从文稿中删去。",
}
WORD_FILE: Final = "{title}.docx"
PDF_FILE: Final = "{title}.pdf"
RUNNING: Final = {"compose": "排版", "convert": "转换为 PDF"}
PDF_LEAD: Final = "正在生成 PDF"
SECONDS: Final = "秒"
