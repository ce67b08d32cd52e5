"""From a scraped page to readable text, with every character's place in the original kept.

Steps: one-to-one character mapping (Simplified script, half-width digits, Chinese punctuation), then removal of what is
no prose inside a line (tags, scripts, injected pinyin, invisible characters). Lines and page furniture: `lines`.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

import opencc

Span = tuple[int, int]

# One-to-one variants that the converter leaves: Japanese shapes in scrapes, and 馀, which the converter prefers to 余.
_VARIANTS: Final = str.maketrans(
    "産衆囯黒両単馀啓価権歩隣処継続県駅広関鉄総編楽産呉", "产众国黑两单余启价权步邻处继续县驿广关铁总编乐产吴"
)
_FULLWIDTH: Final[dict[int, int | str]] = {
    **{0xFF10 + i: ord("0") + i for i in range(10)},
    **{0xFF21 + i: ord("A") + i for i in range(26)},
    **{0xFF41 + i: ord("a") + i for i in range(26)},
    ord("％"): "%", ord("．"): ".", ord("＋"): "+", ord("／"): "/", ord("－"): "-", ord("﹪"): "%", ord("＊"): "*",
    ord("\u00a0"): " ", ord("\u3000"): " ", ord("\u2002"): " ", ord("\u2003"): " ", ord("\u2009"): " ",
    ord("\u2028"): "\n", ord("\u2029"): "\n", ord("\r"): "\n", ord("\x0b"): "\n", ord("\x0c"): "\n", ord("\x85"): "\n",
    ord("｛"): "{", ord("｝"): "}", ord("＂"): '"', ord("〝"): "“", ord("〞"): "”", ord("「"): "“", ord("」"): "”",
    ord("『"): "‘", ord("』"): "’", ord("﹁"): "“", ord("﹂"): "”", ord("〈"): "《", ord("〉"): "》",
    ord("﹐"): "，", ord("､"): "、",
    ord("〇"): "〇", ord("○"): "〇", ord("︰"): "：", ord("∶"): "：", ord("﹕"): "：", ord("–"): "—",
    ord("―"): "—", ord("─"): "—",
    ord("～"): "~", ord("〜"): "~", ord("･"): "·", ord("•"): "·", ord("・"): "·", ord("‧"): "·", ord("．"): ".",
}  # fmt: skip
_HAN = "\u3400-\u9fff"
_SYLLABLE_LETTERS = "a-zA-ZāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɑɡĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛ\u0300\u0301\u0304\u030c\u0308"
_TONED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿɑ\u0300\u0301\u0304\u030c")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd\x00-\x08\x0e-\x1d\x1f\x7f\ufe00-\ufe0f\ue000-\uf8ff]+"
)
# Pinyin in brackets straight after a Han character: 区(qū), 协（xié）, 政协( zhèng xié ), 协(xie2).
_PINYIN = re.compile(
    rf"(?<=[{_HAN}])\s?[(（\[【〔]\s{{0,2}}"
    rf"([{_SYLLABLE_LETTERS}]{{1,7}}(?:[\s'’]{{0,2}}[{_SYLLABLE_LETTERS}]{{1,7}}){{0,3}}[1-5]?)\s{{0,2}}[)）\]】〕]"
)
# The same before its character, (qū)区: told from other letters by its tone.
_LEADING_PINYIN = re.compile(rf"[(（\[【〔]\s?([{_SYLLABLE_LETTERS}]{{1,7}}[1-5]?)\s?[)）\]】〕](?=[{_HAN}])")
_ZHUYIN = re.compile(
    r"[(（\[【〔]?[\u3105-\u312f\u31a0-\u31bf][\u3105-\u312f\u31a0-\u31bf\u02c7\u02c9-\u02cb\u02d9 ]{0,24}[)）\]】〕]?"
)
# The same after the encoding was damaged, the character and the opening bracket being lost: 燃?xì).
_BROKEN_PINYIN = re.compile(rf"[?？]([{_SYLLABLE_LETTERS}]{{1,7}})[)）]")
_BARE_PINYIN = re.compile(rf"(?<=[{_HAN}])\s?([{_SYLLABLE_LETTERS}]{{1,7}})\s?(?=[{_HAN}，。、；：！？”》）\d])")
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|er|[aoeiuvü]|üe|ng?)"
)
_PLAIN = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêɑɡ", "aaaaeeeeiiiioooouuuuüüüünnnmeag")
_TAG = re.compile(r"<(?:!--|/?[a-zA-Z!?])[^<>\n]{0,400}>")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_WIDE_THOUSANDS = re.compile(r"[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])")
# A mark between lines that no prose runs over: list items, rows, headings.
HARD_BREAK: Final = "\x1e"
_LINE_TAGS = frozenset(["p", "br", "div", "table", "ul", "ol", "section", "article"])
_HARD_TAGS = frozenset(["tr", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS: Final = (
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<!--", "-->"),
    ("<rt>", "</rt>"),
    ("<rp>", "</rp>"),
)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text and, for each of its characters, the offset in the original."""

    text: str
    origin: array[int]

    def cut(self, spans: Iterable[tuple[int, int, str]]) -> Mapped:
        """A copy without the sorted, non-overlapping spans; its third item, one character or none, replaces it."""
        parts: list[str] = []
        origin = array("I")
        pos = 0
        for start, end, instead in spans:
            if start < pos:
                continue
            parts.append(self.text[pos:start])
            origin.extend(self.origin[pos:start])
            if instead:
                parts.append(instead)
                origin.append(self.origin[start])
            pos = end
        parts.append(self.text[pos:])
        origin.extend(self.origin[pos:])
        return Mapped("".join(parts), origin)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _simplified(char: str) -> str:
    out: str = _converter().convert(char)
    return (out if len(out) == 1 else char).translate(_VARIANTS)


def simplify(text: str) -> str:
    """Simplified script, half-width digits and letters, one character for one character."""
    table: dict[int, str | int] = {}
    text = _WIDE_THOUSANDS.sub(lambda m: m[0].replace("，", ","), text)
    text = text.replace("\r\n", " \n")
    for char in set(text):
        code = ord(char)
        if code in _FULLWIDTH:
            table[code] = _FULLWIDTH[code]
        elif 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF:
            new = _simplified(char)
            if new != char:
                table[code] = new
    return text.translate(table) if table else text


def clean(text: str) -> Mapped:
    """The text without markup, pinyin and invisible characters; lines are kept as lines."""
    mapped = Mapped(simplify(text), array("I", range(len(text))))
    if "<" in mapped.text:
        mapped = mapped.cut(_blocks(mapped.text))
        mapped = mapped.cut((m.start(), m.end(), _tag_instead(m[0])) for m in _TAG.finditer(mapped.text))
    if "&" in mapped.text:
        mapped = mapped.cut((m.start(), m.end(), _entity(m[0])) for m in _ENTITY.finditer(mapped.text))
    mapped = mapped.cut((m.start(), m.end(), "") for m in _INVISIBLE.finditer(mapped.text))
    mapped = _without_pinyin(mapped)
    return Mapped(_punctuation(mapped.text), mapped.origin)


def _blocks(text: str) -> list[tuple[int, int, str]]:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters change length in lower case
        lowered = text
    spans: list[tuple[int, int, str]] = []
    for opening, closing in _BLOCKS:
        pos = 0
        while (start := lowered.find(opening, pos)) >= 0:
            end = lowered.find(closing, start)
            if end < 0:
                break
            pos = end + len(closing)
            spans.append((start, pos, ""))
    return sorted(spans)


def _tag_instead(tag: str) -> str:
    name = tag.strip("</>! ").split(" ", 1)[0].rstrip("/").lower()
    if name in _HARD_TAGS:
        return HARD_BREAK
    if name in ("td", "th"):
        return "\t" if tag.startswith("</") else ""
    return "\n" if name in _LINE_TAGS else ""


def _entity(entity: str) -> str:
    body = entity[1:-1]
    if body.startswith("#"):
        number = int("0" + body[1:], base=16) if body[1] in "xX" else int(body[1:])
        char = simplify(chr(number)) if 32 <= number < 0xD800 or 0xE000 <= number < 0x10FFFF else ""
        return " " if char.isspace() else char
    known = {"nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "lt": "<", "gt": ">", "amp": "&",
             "quot": '"',
             "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
             "middot": "·", "mdash": "—", "hellip": "…"}  # fmt: skip
    return known.get(body, "")


def _without_pinyin(mapped: Mapped) -> Mapped:
    text = mapped.text
    spans = [(m.start(), m.end(), "") for m in _PINYIN.finditer(text) if _is_pinyin(m[1])]
    spans += [(m.start(), m.end(), "") for m in _LEADING_PINYIN.finditer(text) if not _TONED.isdisjoint(m[1].lower())]
    spans = sorted(spans + [(m.start(), m.end(), "") for m in _ZHUYIN.finditer(text)])
    if spans:
        mapped = mapped.cut(spans)
        text = mapped.text
    broken = [(m.start(), m.end(), "") for m in _BROKEN_PINYIN.finditer(text) if not _TONED.isdisjoint(m[1])]
    if broken:
        mapped = mapped.cut(broken)
        text = mapped.text
    bare = [(m.start(), m.end(), "") for m in _BARE_PINYIN.finditer(text) if not _TONED.isdisjoint(m[1])]
    return mapped.cut(bare) if bare else mapped


def _is_pinyin(inside: str) -> bool:
    inside = inside.lower() if inside.isupper() or inside.istitle() else inside
    if not _TONED.isdisjoint(inside):
        return True
    plain = inside.strip("12345 ").translate(_PLAIN)
    return plain.islower() and not plain.isdigit() and all(_SYLLABLE.fullmatch(s) for s in re.split(r"[\s'’]+", plain))


_ASCII_MARKS: Final = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_THREE = re.compile(r"\d{3}(?!\d)")
_ASCII = re.compile(r"[,;:!?()]")


def _punctuation(text: str) -> str:
    """ASCII marks become Chinese ones, except a comma or colon inside a number or clock time."""

    def instead(m: re.Match[str]) -> str:
        mark, at = m[0], m.start()
        between = text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
        thousands = bool(_THREE.match(text, at + 1))
        if between and (mark == ":" or (mark == "," and thousands)):
            return mark
        return _ASCII_MARKS[mark]

    return _ASCII.sub(instead, text)
