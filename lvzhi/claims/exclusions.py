"""Which numbers are no claims, and why: the code of a reason in `vocabulary`, or None for a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lvzhi.claims import lexicon
from lvzhi.claims import lexicon_cues as cues
from lvzhi.claims import lexicon_verbs as verbs
from lvzhi.claims.numerals import Number
from lvzhi.claims.phrases import verb_at
from lvzhi.claims.segments import Layout, Span

_PHONE = re.compile(r"(?<!\d)\d{3,4}-\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)")
_NEWSPAPER = re.compile(r"(?:日|报|[A-D]|》|[（(])\s*$")
_ARTICLE_OF_LAW = re.compile(r"第[一二三四五六七八九十百零\d]{1,5}条(?![、，。])")
_CARRIED_NORM = re.compile(
    r"每[^，。；]{1,14}(?:至少|不少于|不低于)|(?:应当|必须|须)[^。；]{0,24}(?:至少|不少于|不低于)"
)
_NOT_DONE = re.compile(r"(?:未(?!来|成年)|没有|从未|无一|零)[^，。；、]{0,6}$")
_LETTER = re.compile(r"[A-Za-z]")
_STATES = re.compile(r"(?:达|达到|为|共|共计|总数|人数|突破|是|有|至|到|增至|收到|立案|办复|超|过|：|“)$")
_BARE_LEAD = re.compile(
    r"(?:赴|到|深入|覆盖|走进|走访|前往|等|在全?[省市区县]?|会同|联合|协同|组织|邀请|涉及|遍及|走遍|与|和|对|在|向|惠及|指导|、|省|市|县|州|共)$"
)
_STANDS_ALONE = re.compile(r"^(?:$|[，。；！？）”、…]|和|以上|左右)")
# Measure words that behind a small Chinese numeral are mostly part of a set phrase (两手抓, 三句话).
_RARE_MEASURES = frozenset("门股面口头线对双片节间回句字步站段道页起")
_COUNTED = re.compile(r"(?:了|过|共|计|出|赠送|收到|获赠|送|编|写|讲)$")
_ARTICLE_END = re.compile(r"^(?:$|[，。；！）、])")
_IN_WORD = re.compile(r"[\u3400-\u9fff》”]$")
_NEAR: Final = 200  # how far back a cue may stand
_JOIN = re.compile(r"^(?:[、和及至到~—－-]|以及|或)$")


@dataclass(frozen=True, slots=True)
class Place:
    """A number with what surrounds it in its paragraph."""

    layout: Layout
    number: Number
    masked: str  # the paragraph with titles and short quotations blanked, so that no cue is read inside a name
    dates: list[Span]
    plan_section: bool = False
    year: int | None = None

    @property
    def before(self) -> str:
        """Up to twenty characters before the number and its hedge."""
        return self.layout.text[max(0, self.number.lead - 20) : self.number.lead]

    @property
    def after(self) -> str:
        """Up to twenty-four characters after the unit."""
        return self.layout.text[self.number.unit_end : self.number.unit_end + 24]


def reason(place: Place) -> str | None:
    """Why the number is no claim; None when it is one. Checks run from the surest to the most doubtful."""
    for check in (_shape, _name, _ordinal, _time, _scored, _chinese_word, _unitless, _intent, _other):
        why = check(place)
        if why is not None:
            return why
    return None


def _shape(place: Place) -> str | None:
    text, n = place.layout.text, place.number
    prev, nxt = text[max(0, n.start - 1) : n.start], text[n.end : n.end + 1]
    if not n.chinese and (prev in ("*", "×", "X", "x") or nxt in ("*", "×") or text[n.end : n.end + 2] in ("XX", "xx")):
        return "masked"
    if place.layout.within(place.dates, n.start):
        return "date"
    if prev == "+" or (nxt == "+"):
        return "slogan"
    if _code(text, n, prev, nxt):
        return "code"
    if n.unit == "版" and not n.chinese and _NEWSPAPER.search(place.before):
        return "ordinal"
    if n.unit == "位" and place.after.startswith("小数"):
        return "norm"
    if n.chinese and not n.raw.strip("〇零"):
        return "masked"
    if n.vague:
        return "vague"
    return None


def _code(text: str, n: Number, prev: str, nxt: str) -> bool:
    """A number that is part of a code: 5G, 〔2022〕3号, 010-12345678, 16:30."""
    if ":" in (prev, nxt) and n.unit is None:
        return True
    if n.chinese:
        return False
    if _LETTER.match(prev) or _LETTER.match(nxt) or prev in ("〔", "#", "№") or nxt in ("〕", "号", "#"):
        return True
    if n.unit is None and (nxt in ("/", "@", "_") or prev in ("/", "@", "_", "=", "&")):
        return True
    if prev == "-" and _LETTER.match(text[max(0, n.start - 2) : n.start - 1]):
        return True
    if n.unit is None and len(n.raw.replace(",", "").split(".")[0]) >= 7:
        return True
    return bool(_PHONE.search(text, max(0, n.start - 5), n.end + 10))


def _name(place: Place) -> str | None:
    n, layout = place.number, place.layout
    if layout.within(layout.titles, n.start):
        return "title"
    quote = layout.within(layout.quotes, n.start)
    if quote and n.unit_end <= quote[1]:
        return "quoted_name"
    return None


def _ordinal(place: Place) -> str | None:
    text, n = place.layout.text, place.number
    before, after = place.before, place.after
    if cues.ORDINAL_BEFORE.search(before):
        return "ordinal"
    rest = text[n.end : n.end + 12]
    if n.unit == "届" or rest.startswith(("届", "中全会")):
        return None if re.search(r"(?:连续|举办|成功)了?$", before) and not n.chinese else "ordinal"
    if n.unit == "次" and before.endswith("届"):
        return "ordinal"  # 四届二十一次
    if n.unit == "次" and cues.SESSION.match(after):
        numbered = n.chinese or before[-1:] in ("协", "会") or re.search(r"届[^，。；]{0,14}$", before)
        if numbered and not cues.HELD.search(before):
            return "ordinal"
    if n.unit is None and rest.startswith(
        ("号", "楼", "级", "等奖", "线", "环", "强", "大", "院", "路", "版", "档", "星")
    ):
        return "code" if rest[0] in "号路楼" else "slogan" if rest[0] in "强大" else "ordinal"
    if n.unit in ("期", "批", "版") and re.match(r"工程|项目|建设|改造|地块|厂房|园区", after):
        return "ordinal"
    if n.chinese and n.unit in ("期", "批", "轮") and _phase(place):
        return "ordinal"
    if (
        n.unit is None
        and not n.chinese
        and (n.start == 0 or text[n.start - 1] in "。；：（ ")
        and rest[:1] in tuple("、.．）")
        and len(n.raw) < 3
    ):
        return None if rest[:1] == "、" and text[n.end + 1 : n.end + 2].isdigit() else "ordinal"
    if n.chinese and n.unit is None and rest[:1] in tuple("、是要则来") and n.value < 20:
        return "ordinal"
    return None


def _phase(place: Place) -> bool:
    """Whether a Chinese numeral names a phase: 二期建立议事室36个. Of two phases one says 两期."""
    n, text = place.number, place.layout.text
    left, _ = place.layout.clause(n.lead, n.unit_end)
    opens = n.lead == left or text[: n.lead].endswith(("项目", "工程"))
    return opens and n.value < 10 and n.raw != "两" and n.hedge is None and verb_at(place.after + " ", 0) is not None


def _time(place: Place) -> str | None:
    n, before, after = place.number, place.before, place.after
    if n.unit is None and not n.chinese and re.match(r"周年", place.layout.text[n.end : n.end + 2]):
        return "date"
    if n.unit not in lexicon.TIME_UNITS:
        return None
    if n.unit == "岁":
        return None if "平均年龄" in before else "age"
    if n.unit in ("工作日", "个工作日"):
        return None if re.search(r"(?:缩短|提前|压缩|用时|平均|节省)[^，。]{0,10}$", before) else "norm"
    if n.unit == "年":
        return _years(n, before, after)
    if cues.SINCE.match(after):
        return "period"
    if cues.DEADLINE.match(after) or (n.hedge == "以内"):
        return "norm"
    if n.unit in ("周", "季度", "个季度", "秒"):
        return None if cues.DURATION.search(before) else "period"
    if n.unit in ("个月", "分钟") and not (cues.DURATION.search(before) or after[:1] in ("的", "")):
        return "period"
    if (
        n.unit in ("小时", "个小时")
        and n.value in (24, 8, 12, 48, 72)
        and not re.search(r"(?:累计|培训|时长|共)[^，。]{0,6}$", before)
    ):
        return "slogan"
    return None


def _years(n: Number, before: str, after: str) -> str | None:
    if 1900 <= n.value <= 2099 and n.value == n.value.to_integral_value() and n.hedge is None:
        return "date"
    if re.search(r"(?:第|过去|近|这|今后|未来|每|前|后|上|下)$", before + (n.hedge or "")[:1]) and n.hedge != "近":
        return "period"
    if not cues.YEARS_DURATION.search(before) or cues.YEARS_PERIOD.match(after):
        return "period"
    return None


def _scored(place: Place) -> str | None:
    n = place.number
    if n.unit == "分":
        scored = n.value >= 10 or "." in n.raw or re.search(r"得|平均|测评|评分|满意|考核", place.before)
        return "slogan" if n.chinese else None if scored else "ordinal"
    if n.unit in lexicon.TERRITORIES:
        counted = _BARE_LEAD.search(place.before) and n.value < 10_000 and n.magnitude == 1
        one_word = re.match(r"长|级|委|政|域|别|场|内|外|里|中|人|民|党", place.after)
        return None if counted and not one_word and (not n.chinese or n.value > 2) else "no_unit"
    if n.unit in ("元", "块钱") and n.chinese and n.value <= 2:
        return "article"
    return None


def _chinese_word(place: Place) -> str | None:
    text, n = place.layout.text, place.number
    after = place.after
    if not n.chinese:
        if n.unit in ("个", "大", "点", "项", "种", None) and re.match(r"^(?:方面|层面|维度|环节|角度|关键词)", after):
            return "enumeration"
        return None
    if n.unit == "%":
        return None
    if _idiom(text, n.start):
        return "slogan"
    if n.raw == "一" or (n.value == 1 and n.magnitude == 1):
        return _article(place)
    if n.unit is None:
        return None
    if n.unit in ("个", "项", "大", "点", "条", "种", "张", "支", "套", "类", "重", "道", "件"):
        if cues.ENUMERATION.match(after):
            return "enumeration"
        if (
            n.value <= 20
            and n.hedge is None
            and n.unit in ("个", "项", "大", "重", "道", "张")
            and cues.ABSTRACT.match(after)
        ):
            return "slogan"
    if n.unit in _RARE_MEASURES and n.value < 10 and not _COUNTED.search(place.before):
        return "slogan"
    return None


def _idiom(text: str, at: int) -> bool:
    return any(m.start() <= at < m.end() for m in cues.IDIOMS.finditer(text, max(0, at - 4), at + 12))


def _article(place: Place) -> str | None:
    """一 counts only where it stands behind its noun and closes the clause: 编印专辑一期."""
    text, n = place.layout.text, place.number
    if n.unit in lexicon.TIME_UNITS and cues.YEARS_DURATION.search(place.before):
        return None
    if n.unit is None or n.unit in lexicon.TIME_UNITS or n.unit in ("番", "倍", "批", "系列"):
        return "article" if n.unit not in ("番", "倍") else None
    noun_before = _IN_WORD.search(text[max(0, n.start - 1) : n.start])
    if (
        noun_before
        and _ARTICLE_END.match(place.after)
        and text[n.start - 1] not in "每第这那上下同另某任进之万逐唯专统再又有是为了到一"
    ):
        return None
    return "article"


def _unitless(place: Place) -> str | None:
    text, n = place.layout.text, place.number
    if n.unit is not None:
        return None
    rest = text[n.unit_end :][:8]
    if n.hedge is None and not n.chinese and n.magnitude == 1 and 1900 <= n.value <= 2099:
        return "date"
    if n.magnitude >= 100_000_000 and re.match(r"(?:中国|各族|全国)?人民", rest):
        return "other_work"
    bare = any(rest.startswith(w) for w in lexicon.BARE_NOUNS)
    if bare and (not n.chinese or n.value > 2) and n.magnitude == 1 and _BARE_LEAD.search(place.before):
        return None
    if n.hedge in ("余", "多") and rest.startswith((*verbs.PEOPLE_HEADS, *lexicon.BARE_NOUNS)):
        return None  # 120余贫困户
    if n.chinese and n.value < 10 and n.hedge is None:
        return "slogan"
    if _STANDS_ALONE.match(rest) and (n.hedge is not None or _STATES.search(place.before) or n.magnitude >= 10_000):
        return None
    return "no_unit"


def _intent(place: Place) -> str | None:
    """Plans, targets, norms and standing practice, by words in the same sentence before the number or beside it."""
    text, n = place.masked, place.number
    start, _ = place.layout.sentence(n.start)
    left, _ = place.layout.clause(n.lead, n.unit_end)
    if place.plan_section:
        return "plan"
    if _ARTICLE_OF_LAW.match(text) or _CARRIED_NORM.search(text, max(start, n.lead - 2 * _NEAR), n.lead):
        return "norm"
    if n.value == 1 and _NOT_DONE.search(text, max(left, n.lead - 12), n.lead):
        return "article"
    said = text[max(start, n.lead - 2 * _NEAR) : n.lead]
    if cues.PLAN.search(said) or cues.URGING.search(said):
        return "plan"
    until = cues.PLAN_YEAR.search(said)
    if until and place.year is not None and int(until[1]) > place.year:
        return "plan"
    clause = text[max(left, n.lead - _NEAR) : n.lead]
    if cues.NORM.search(clause) or clause.endswith("不"):
        return "norm"
    if cues.PER.search(clause):
        if cues.PRACTICE.search(clause):
            return "practice"
        return None if n.unit in lexicon.MONEY_UNITS else "norm"
    if re.search(r"(?:以内|以下)$", n.hedge or "") and "控制" in clause:
        return "norm"
    return None


def _other(place: Place) -> str | None:
    n = place.number
    left, _ = place.layout.clause(n.lead, n.unit_end)
    head = place.masked[max(left, n.lead - _NEAR) : n.lead]
    if n.unit in ("%", "个百分点", "倍", "番") and cues.GROWTH.fullmatch(head):
        start, _ = place.layout.sentence(n.start)  # what grew was told in the clause before
        head = "，".join(place.masked[max(start, n.lead - _NEAR) : n.lead].split("，")[-2:])
    if cues.OTHER_WORK.search(head) or (n.unit in lexicon.TIME_UNITS and re.search(r"建[党国军社][^，。]{0,2}$", head)):
        return "other_work"
    return None
