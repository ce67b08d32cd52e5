"""What governs a claim from further away: period, acting body, scope, and the year of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from lvzhi.claims.lexicon import CHANGE_BY, CHANGE_TO
from lvzhi.claims.models import Change
from lvzhi.claims.numerals import Number
from lvzhi.claims.phrases import find_verbs

_N = "一二三四五六七八九十两"
# (pattern, does it hold for the rest of the paragraph?)
_SINCE_ANCHOR = re.compile("以来")
_DURING_ANCHOR = re.compile("期间")
_LEAD = re.compile(r"[^，。；：、“”《》（）\s]{2,24}$")
_SINCE = re.compile(r"[一二两三四五十\d]{1,2}(?:多|个多)?[年月]来|近[一二两三四五\d]年来?|过去[一二三四五\d]?年")
_UNTIL = re.compile(
    rf"(?:截至|截止|截止到|截至到)(?:目前|今年|当前|去年|(?:20\d\d年)?(?:[\d{_N}]{{1,3}}月)?(?:[\d{_N}]{{1,3}}日)?)(?:底|初|末|上旬|中旬|下旬)?|(?:今年|去年)?[\d{_N}]{{1,2}}至[\d{_N}]{{1,2}}月(?:份)?"
)
_YEAR = re.compile(
    r"(?:19|20)\d\d年(?:度|以来|底|初|上半年|下半年)?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:至(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日)?)?(?=[^\d]))?|全年|今年(?:以来|上半年|下半年)?|去年|上半年|下半年|本年度|年内|[前第]?[一二三四]季度"
)
_DAY = re.compile(
    r"\d{1,2}月(?:\d{1,2}日)?(?:[至到—-](?:\d{1,2}月\d{1,2}日|\d{1,2}月|\d{1,2}日))?(?:底|初|末|上旬|中旬|下旬|份)?"
)
_KINDS: Final = ((_SINCE, True), (_UNTIL, True), (_YEAR, False), (_DAY, False))
_BODY = re.compile(
    r"(?:(?:[\u4e00-\u9fff]{1,5}?(?:自治区|自治州|自治县|省|市|区|县|州|盟|旗))|自治区|全国|各级|[省市区县州盟旗])?政协"
    r"(?:机关党组|机关党支部|机关|党组|常委会|主席会议|办公厅|办公室|领导班子|组织)?"
    r"|(?:[\u4e00-\u9fff]{2,8}?(?:专门委员会|专委会|联络组|委员工作室)|各?民主党派|工商联)"
    r"|(?:全国|[省市区县州])人大(?:常委会)?|(?:[省市区县州]|各级)政府|[省市区县州]委(?![员会]|[\u4e00-\u9fff]{0,2}党校)"
)
_BODY_LEAD = re.compile(
    r".*(?:[在与和向对以被经从由把将、的]|通过|落实|配合|开展|组织(?!$)|协助|加强|推动|支持|参加|促进|引导|代表|鼓励|指导)(?=.{2,})"
)
_SCOPE = re.compile(
    r"全[国省市区县州](?:各级)?(?:政协(?:系统|组织)?|各级)|各级政协(?:组织)?|(?:省市县|市县乡?|市区|区乡|省市|县乡)(?:三级|两级|四级)(?:政协)?|(?:三|四|两)级政协|上下联动|各县[（(]?市?[、]?区?[）)]?政协|全[省市区县州]各级"
)
_FROM = re.compile(r"(?:由|从)[^，。；\d]{0,12}(?:的)?$")


_REACHED = re.compile(r"(?:被|(?<![面方倾趋动])向|报送(?:给|至|到)?|上报(?:给|至)?|呈报)$")
_USED = re.compile(r"(?:单篇|综合)?(?:采用|采编|录用|刊用|选用|转报)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A time expression, an organ or a scope word in a paragraph."""

    start: int
    end: int
    text: str
    lasting: bool = False


@dataclass(slots=True)
class Context:
    """Marks of one paragraph, with what the text before it left standing."""

    periods: list[Mark] = field(default_factory=list)
    bodies: list[Mark] = field(default_factory=list)
    scopes: list[Mark] = field(default_factory=list)

    def period(self, sentence_start: int, at: int) -> str | None:
        """The time expression that governs a number at `at`: the last in its sentence, else a lasting one before it."""
        found = _last(self.periods, at)
        while found is not None:
            mark = self.periods[found]
            if mark.start >= sentence_start or mark.lasting:
                return mark.text
            found = found - 1 if found else None
        return None

    def body(self, at: int) -> str | None:
        """The organ named last before `at` in the paragraph."""
        found = _last(self.bodies, at)
        return None if found is None else self.bodies[found].text

    def scope(self, start: int, end: int) -> tuple[str, ...]:
        """Scope words between the two places."""
        return tuple(m.text for m in self.scopes if start <= m.start < end)


def _trimmed(text: str) -> str:
    """Without the preposition or verb that a time expression was read with (自…以来, 梳理汇总…会议期间)."""
    text = re.sub(r"^(?:自(?!治)|从|在|的)", "", text)
    verb = next(iter(find_verbs(text)), None)
    return text[verb.end :] if verb and verb.start == 0 and len(text) - verb.end > 5 else text


def _last(marks: list[Mark], at: int) -> int | None:
    i = bisect_left(marks, at, key=lambda m: m.start) - 1
    return i if i >= 0 else None


def context(text: str, masked: str) -> Context:
    """Marks of one paragraph; `masked` is the same with titles and short quotations blanked, length kept."""
    periods: list[Mark] = []
    taken = bytearray(len(masked))

    def mark(start: int, end: int, text: str, lasting: bool) -> None:
        if not any(taken[start:end]):
            periods.append(Mark(start, end, text, lasting))
            taken[start:end] = b"\1" * (end - start)

    for anchor, lasting in ((_SINCE_ANCHOR, True), (_DURING_ANCHOR, False)):
        for m in anchor.finditer(masked):
            lead = _LEAD.search(masked, max(0, m.start() - 24), m.start())
            if lead:
                mark(lead.start(), m.end(), _trimmed(text[lead.start() : m.end()]), lasting)
    for pattern, lasting in _KINDS:
        for m in pattern.finditer(masked):
            mark(m.start(), m.end(), m[0], lasting)
    periods.sort(key=lambda one: one.start)
    found = ((m, _BODY_LEAD.sub("", m[0])) for m in _BODY.finditer(masked))
    bodies = [Mark(m.start(), m.end(), name) for m, name in found if not _is_other_side(masked, m.end(), name)]
    scopes = [Mark(m.start(), m.end(), m[0]) for m in _SCOPE.finditer(masked)]
    return Context(periods, bodies, scopes)


def _is_other_side(masked: str, end: int, name: str) -> bool:
    """Whether an organ is whom the act reached, or who used what was sent to it: 被省政协采用, 报送市政协."""
    return bool(_REACHED.search(masked, max(0, end - len(name) - 4), end - len(name)) or _USED.match(masked, end))


def year_of(title: str | None) -> int | None:
    """The year a title names (…2022年工作综述); None when it names none or several."""
    years = {int(y) for y in re.findall(r"(20\d\d)年", title or "")}
    return years.pop() if len(years) == 1 else None


def change_of(text: str, number: Number, before: Number | None, after: Number | None) -> Change | None:
    """Whether the number is an end of a change (由76%升至88%) or its amount (增长12%)."""
    head = text[max(0, number.lead - 16) : number.lead].rstrip("的了约近")
    for word in sorted(CHANGE_TO, key=len, reverse=True):
        if head.endswith(word):
            other = before.value if before is not None and _starts_change(text, before) else None
            return Change("to", word, other)
    if after is not None and _starts_change(text, number):
        return Change("from", text[max(0, number.lead - 1) : number.lead] or "由", after.value)
    for word in sorted(CHANGE_BY, key=len, reverse=True):
        if head.endswith(word) and (len(word) > 1 or re.search(r"[比较][^，。；]{0,8}.$", head)):
            return Change("by", word)
    return None


def _starts_change(text: str, number: Number) -> bool:
    if not _FROM.search(text[max(0, number.lead - 16) : number.lead]):
        return False
    behind = text[number.unit_end : number.unit_end + 16]
    return any(word in behind for word in CHANGE_TO)
