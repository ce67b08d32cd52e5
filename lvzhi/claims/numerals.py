"""Numbers as official Chinese prose writes them: Arabic, Chinese, mixed, with hedges, magnitudes and measure words.

Works on cleaned text (Simplified, half-width digits). Every pattern is a plain run without nested repetition, so the
scan is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from lvzhi.claims import lexicon

DIGITS: Final[dict[str, int]] = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "廿": 20,
    "卅": 30,
}
SMALL: Final[dict[str, int]] = {"十": 10, "百": 100, "千": 1000}
BIG: Final[dict[str, int]] = {"万": 10_000, "亿": 100_000_000}
POWERS: Final[dict[str, int]] = SMALL | BIG
_CN = "零〇一二三四五六七八九十百千万亿两廿卅"
# Longer runs of digits are codes, not numbers; the bound keeps Decimal arithmetic cheap.
MAX_DIGITS: Final = 15
_CORE = re.compile(
    rf"(?P<part>[{_CN}]+|\d+)分之(?P<whole>[{_CN}]+(?:点[{_CN}]+)?|\d+(?:\.\d+)?)"
    r"|(?P<ar>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|(?P<cn>[{_CN}]+(?:点[{_CN}]+)?)"
    r"|(?P<half>半数|过半数|过半)"
)
_ADD = re.compile(r"(\d{1,8}(?:\.\d{1,8})?)(亿|万|千|百)(?![瓦米克伏])")
_ABOUT_VERB = re.compile(r"约(?:占|达|合|计|需|在)$")
_NOT_THOUSAND = frozenset("瓦米克卡赫伏帕焦方")
_MEASURES_BY_HEAD: Final[dict[str, tuple[str, ...]]] = {}
for _measure in sorted(lexicon.MEASURES, key=len, reverse=True):
    _MEASURES_BY_HEAD[_measure[0]] = (*_MEASURES_BY_HEAD.get(_measure[0], ()), _measure)


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in cleaned text; offsets into that text. `unit_end` is the end of unit and trailing hedge."""

    start: int
    end: int
    value: Decimal
    chinese: bool
    raw: str
    hedge: str | None = None
    qualifier: str = "exact"
    unit: str | None = None
    unit_start: int = 0
    unit_end: int = 0
    lead: int = 0  # start of the hedge before the number, else `start`
    vague: bool = False
    magnitude: Decimal = Decimal(1)
    quiet: bool = False  # no claim, but what it counts goes on: 每季度召开1次分析会，今年已召开4次


def chinese_value(run: str) -> Decimal | None:
    """Value of a run of Chinese numerals (二百五十, 一万二, 二〇二三); None where it is no one number (三五)."""
    head, _, tail = run.partition("点")
    if tail:
        whole = chinese_value(head)
        if whole is None or any(c not in DIGITS or DIGITS[c] > 9 for c in tail) or len(tail) > MAX_DIGITS:
            return None
        return whole + Decimal("0." + "".join(str(DIGITS[c]) for c in tail))
    if not head or len(head) > 2 * MAX_DIGITS:
        return None
    if all(c in DIGITS and DIGITS[c] < 10 for c in head):
        if len(head) == 1:
            return Decimal(DIGITS[head])
        if len(head) == 2 and "〇" not in head and "零" not in head:
            return None
        return Decimal("".join(str(DIGITS[c]) for c in head)) if len(head) <= MAX_DIGITS else None
    return _positional(head)


def _positional(run: str) -> Decimal | None:
    total = section = 0
    digit: int | None = None
    last = 1
    for i, c in enumerate(run):
        if c in "零〇":
            last = 1
        elif c in DIGITS:
            if digit is not None:
                return None
            digit = DIGITS[c]
            if digit > 9:
                section, digit, last = section + digit, None, 1
        elif c in SMALL:
            if digit is None and i and run[i - 1] in POWERS and c != "十":
                return None
            section += (1 if digit is None else digit) * SMALL[c]
            digit, last = None, SMALL[c]
        elif c not in BIG:
            return None
        else:
            section += digit or 0
            total = (total + section) * BIG[c] if c == "亿" else total + (section or 1) * BIG[c]
            if c == "亿" and total == 0:
                total = BIG[c]
            section, digit, last = 0, None, BIG[c]
    if digit is not None:
        # 一万二 is 12000, 一千五 1500; after 零 the digit stands for itself.
        section += digit * (last // 10 if last > 10 else 1)
    return Decimal(total + section)


def unit_at(text: str, pos: int) -> str | None:
    """The measure word that starts at `pos`, longest first; None when the characters there belong to another word."""
    for unit in _MEASURES_BY_HEAD.get(text[pos : pos + 1], ()):
        if not text.startswith(unit, pos):
            continue
        after = pos + len(unit)
        if len(unit) == 1 and any(text.startswith(w, after) for w in lexicon.NOT_A_MEASURE.get(unit, ())):
            continue
        if unit in lexicon.WITH_TIMES and text.startswith("次", after) and not text.startswith(("次序", "次数"), after):
            return unit + "次"
        return unit
    return next((t for t in lexicon.TERRITORIES if text.startswith(t, pos)), None)


def scan(text: str) -> Iterator[Number]:
    """Every number of a cleaned text, left to right, not overlapping."""
    pos = 0
    while (m := _CORE.search(text, pos)) is not None:
        number = _read(text, m)
        if number is None:
            pos = m.end()
            continue
        yield number
        pos = max(number.end, m.end())


def _read(text: str, m: re.Match[str]) -> Number | None:
    if m["part"]:
        return _fraction(text, m)
    if m["half"]:
        over = m["half"] != "半数"
        base = Number(
            m.start(), m.end(), Decimal(50), chinese=True, raw=m[0], unit="%", unit_start=m.end(), unit_end=m.end()
        )
        return _after(
            text, _before(text, replace(base, hedge="过" if over else None, qualifier="over" if over else "exact"))
        )
    raw = m["ar"] or m["cn"]
    if m["ar"]:
        digits = raw.replace(",", "")
        too_long = len(digits) > MAX_DIGITS
        value = Decimal(0) if too_long else Decimal(digits)
        number = Number(m.start(), m.end(), value, chinese=False, raw=raw, vague=too_long)
    else:
        return _chinese(text, m.start(), raw)
    return _finish(text, number)


def _chinese(text: str, start: int, raw: str) -> Number | None:
    before = text[start - 1 : start]
    vague = before in "数几" if before else False
    parsed = chinese_value(raw)
    after = text[start + len(raw) : start + len(raw) + 1]
    # 百, 千, 万, 亿 alone are numbers only with a hedge beside them: 百余, 近千, 上万.
    if raw[0] in "百千万亿":
        hedged = after in "余多" if after else False
        hedged = (
            hedged or before in tuple("近上逾超过约") or text[max(0, start - 2) : start] in ("将近", "超过", "突破")
        )
        if not hedged:
            return None
    if parsed is None:
        parsed, vague = Decimal(0), True
    return _finish(text, Number(start, start + len(raw), parsed, chinese=True, raw=raw, vague=vague))


def _fraction(text: str, m: re.Match[str]) -> Number | None:
    part = Decimal(m["part"]) if m["part"].isdigit() and len(m["part"]) < 9 else chinese_value(m["part"])
    whole_raw = m["whole"]
    numeric = whole_raw.replace(".", "", 1).isdigit() and len(whole_raw) < 12
    whole = Decimal(whole_raw) if numeric else chinese_value(whole_raw)
    if part is None or whole is None or part == 0:
        return None
    unit, value = ("‰", whole) if part == 1000 else ("%", whole)
    if part not in (100, 1000):
        value = (whole * 100 / part).quantize(Decimal("0.01")).normalize()
        value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    number = Number(m.start(), m.end(), value, chinese=True, raw=m[0], unit=unit, unit_start=m.end(), unit_end=m.end())
    return _after(text, _before(text, number))


def _finish(text: str, number: Number) -> Number:
    number = _before(text, number)
    pos = number.end
    hedge = _mid_hedge(text, pos, number)
    if hedge:
        pos += len(hedge)
    value, magnitude, pos = _magnitude(text, pos, number)
    if value.adjusted() > MAX_DIGITS:
        value, number = Decimal(0), replace(number, vague=True)
    if not hedge:
        hedge = _mid_hedge(text, pos, number)
        pos += len(hedge)
    if text.startswith("+", pos) and not text[pos + 1 : pos + 2].isalnum():
        hedge, pos = "+", pos + 1
    if hedge:
        number = replace(number, hedge=hedge, qualifier="about" if hedge in ("来", "许") else "over")
    number = replace(number, value=value, magnitude=magnitude, end=pos, unit_start=pos, unit_end=pos)
    return _after(text, _unit(text, number))


def _mid_hedge(text: str, pos: int, number: Number) -> str:
    two = text[pos : pos + 2]
    if two == "有余":
        return two
    c = two[:1]
    if c == "余" and two != "余额":
        return c
    if c == "多":
        return c
    if c in ("几", "来", "许") and text[pos - 1] in "十百千万" and two not in ("来自", "来到", "来源", "许多", "来访"):
        return c
    return ""


def _magnitude(text: str, pos: int, number: Number) -> tuple[Decimal, Decimal, int]:
    allowed = "万亿" if number.chinese else "十百千万亿"
    factor = Decimal(1)
    start = pos
    while pos < len(text) and text[pos] in allowed and pos - start < 3:
        if text[pos] == "千" and text[pos + 1 : pos + 2] in _NOT_THOUSAND:
            break
        if text[pos] == "百" and text.startswith("百分", pos):
            break
        factor *= POWERS[text[pos]]
        pos += 1
    value = number.value * factor
    smallest = factor
    while factor > 1 and (add := _ADD.match(text, pos)) and POWERS[add[2]] < smallest:
        smallest = Decimal(POWERS[add[2]])
        value += Decimal(add[1]) * smallest
        pos = add.end()
    return plain(value), factor, pos


def plain(value: Decimal) -> Decimal:
    """Without trailing zeros or exponent."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _unit(text: str, number: Number) -> Number:
    pos = number.end
    c = text[pos : pos + 1]
    if c in ("%", "‰"):
        return replace(number, unit=c, unit_end=pos + 1)
    if c == "成" and _tenths(text, pos, number):
        return _in_tenths(text, pos, number)
    if text.startswith(("个半月", "年半", "天半"), pos):
        unit = "个月" if c == "个" else c
        return replace(number, value=number.value + Decimal("0.5"), unit=unit, unit_end=pos + 2 + (c == "个"))
    for many in ("多", "余"):
        if text.startswith("个" + many, pos) and text.startswith(("月", "小时", "星期", "季度"), pos + 2):
            unit = "个" + ("月" if text.startswith("月", pos + 2) else text[pos + 2 : pos + 4])
            return replace(
                number, unit=unit, unit_end=pos + 2 + len(unit) - 1, hedge=number.hedge or many, qualifier="over"
            )
    unit_or_none = unit_at(text, pos)
    if unit_or_none is None:
        return number
    end = pos + len(unit_or_none)
    if text.startswith("（次）", end):
        return replace(number, unit=unit_or_none + "次", unit_end=end + 3)
    if text.startswith("（", end) and text.startswith("）", end + 2) and text[end + 1] in _MEASURES_BY_HEAD:
        end += 3  # 122项（条）: the first measure word stands for both
    return replace(number, unit=unit_or_none, unit_end=end)


def _tenths(text: str, pos: int, number: Number) -> bool:
    if not 0 < number.value <= 10 or number.magnitude != 1:
        return False
    after = text[pos + 1 : pos + 2]
    return (
        after not in tuple("员立功果效为长绩都年熟本交就品不套型")
        and text[max(0, number.start - 1) : number.start] != "第"
    )


def _in_tenths(text: str, pos: int, number: Number) -> Number:
    """九成 is 90 %, 九成八 98 %."""
    value, end = number.value * 10, pos + 1
    if text.startswith("半", end):
        return replace(number, value=plain(value + 5), unit="%", end=end + 1, unit_start=end + 1, unit_end=end + 1)
    digit = DIGITS.get(text[end : end + 1], 0)
    if (
        number.chinese
        and 0 < digit < 10
        and not text[end + 1 : end + 2].strip("，。；、的以左提委")
        and number.value < 10
    ):
        value, end = value + digit, end + 1
    return replace(number, value=plain(value), unit="%", end=end, unit_start=end, unit_end=end)


def _before(text: str, number: Number) -> Number:
    head = text[max(0, number.start - 4) : number.start]
    if _ABOUT_VERB.search(head):
        return replace(number, hedge="约", qualifier="about", lead=number.start)
    for word, qualifier, blocked in lexicon.BEFORE:
        if not head.endswith(word):
            continue
        before = head[: -len(word)][-1:]
        if before and before in blocked:
            return replace(number, lead=number.start)
        return replace(number, hedge=word, qualifier=qualifier, lead=number.start - len(word))
    if number.chinese and number.raw[0] in "百千万亿" and head[-1:] in ("上", "过"):
        return replace(number, hedge=head[-1], qualifier="about" if head[-1] == "上" else "over", lead=number.start - 1)
    return replace(number, lead=number.start)


def _after(text: str, number: Number) -> Number:
    pos = number.unit_end
    for word, qualifier in lexicon.AFTER:
        if text.startswith(word, pos):
            return replace(number, hedge=number.hedge or word, unit_end=pos + len(word), qualifier=qualifier)
    if number.unit == "%" and number.chinese and text[pos : pos + 1] in ("强", "弱"):
        qualifier = "over" if text[pos] == "强" else "about"
        if text[pos + 1 : pos + 2] in tuple("的，。；、") or pos + 1 == len(text):
            return replace(number, hedge=text[pos], qualifier=qualifier, unit_end=pos + 1)
    if number.unit in lexicon.TIME_UNITS | {"倍", "里", "米", "公里", "亩"} and text[pos : pos + 1] in ("多", "余"):
        return replace(number, hedge=text[pos], qualifier="over", unit_end=pos + 1)
    return number
