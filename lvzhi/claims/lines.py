"""Lines to paragraphs: page furniture set aside, hard line breaks undone, headings told from prose."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from typing import Final

from lvzhi.claims.cleaning import HARD_BREAK, Mapped
from lvzhi.claims.grid import Row, Table, cells, table
from lvzhi.claims.lexicon_page import ADVERTISING, DATE_HEAD, DATE_TAIL, FURNITURE, LIST_HEADS, LONG_FURNITURE

_ENDS = tuple("。！？；…：!?;:")
_CLOSERS = "”’」』）)】》\"'"
_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、．.]|（[一二三四五六七八九十\d]{1,3}）|第[一二三四五六七八九十]{1,3}(?:部分|章|节)|\d{1,2}[、．.](?!\d)|[■●◆▲★◎□※▌▶►§])"
)
_CUT_NUMBER = re.compile(r"^[\d.]{1,6}[%余多万亿，。；、）]|^%")
_SHORT: Final = 60
_HEADING_MAX: Final = 45
_BREAKS = re.compile(rf"([\n{HARD_BREAK}])")
_GAP = re.compile(r"[ \t\u3000]+")
_COMMA = re.compile(r"[，。；]")
# In a line without commas a space behind a count is one: 收到158件 立案139件.
_COUNT_BEFORE = re.compile(r"\d[余多]?[万亿]?(?:[\u4e00-\u9fff]{1,2}|%)$")
_OPENS_NUMBER = re.compile(r"^\d+(?:\.\d+)?(?!\d|[、.．）)年月]|-\d)")


@dataclass(slots=True)
class Paragraph:
    """A paragraph of cleaned prose with each character's offset in the original."""

    text: str
    origin: array[int]
    heading: bool = False
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A line set aside as furniture, with its place in the original."""

    start: int
    text: str


@dataclass(slots=True)
class _Line:
    text: str
    origin: array[int]
    indented: bool
    blank_before: bool = False
    hard: bool = False  # whatever stands before it has ended
    cells: Row = ()
    table: Table | None = None  # of which this line is the first

    @property
    def width(self) -> int:
        """How wide the line stood in the original, pinyin and all."""
        return self.origin[-1] - self.origin[0] + 1


def paragraphs(mapped: Mapped) -> tuple[list[Paragraph], list[Aside]]:
    """Paragraphs of prose in order, and the lines set aside that hold a digit."""
    lines, asides = _prose(_with_tables(_lines(mapped)))
    width = _wrap_width(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and groups[-1][-1].table is None and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups], asides


def _paragraph(group: list[_Line]) -> Paragraph:
    text = "".join(line.text for line in group)
    origin = array("I")
    for line in group:
        origin.extend(line.origin)
    table = group[0].table
    return Paragraph(text, origin, table is None and _is_heading(text), table)


def _lines(mapped: Mapped) -> list[_Line]:
    out: list[_Line] = []
    pos, blank, hard = 0, False, False
    for raw in _BREAKS.split(mapped.text):
        if _BREAKS.fullmatch(raw):
            pos, hard = pos + 1, hard or raw == HARD_BREAK
            continue
        start, pos = pos, pos + len(raw)
        left = len(raw) - len(raw.lstrip())
        body = raw.strip()
        if not body:
            blank = True
            continue
        begin = start + left
        text, origin = _tight(body, mapped.origin[begin : begin + len(body)])
        row = cells(raw, mapped.origin[start:pos])
        out.append(_Line(text, origin, left >= 2, blank, hard, row))
        blank = hard = False
    return out


def _with_tables(lines: list[_Line]) -> list[_Line]:
    """Rows that follow each other become one line that holds their table."""
    out: list[_Line] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].cells:
            end += 1
        found = table([line.cells for line in lines[at:end]]) if end - at > 1 else None
        if found is not None:
            first = lines[at]
            out.append(_Line(first.text, first.origin, indented=True, hard=True, table=found))
            at = end
        else:
            out.extend(lines[at : end + 1])
            at = end + 1
    return out


def _tight(text: str, origin: array[int]) -> tuple[str, array[int]]:
    """Without spaces beside Han, digits or Chinese marks; a wide gap between words stays one space."""
    if not _GAP.search(text):
        return text, origin
    spans: list[tuple[int, int, str]] = []
    listed = not _COMMA.search(text)
    for m in _GAP.finditer(text):
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        wide = (len(m[0]) > 1 or "\t" in m[0]) and _HAN.match(before) and _HAN.match(after)
        wide = wide or (listed and _HAN.match(after) and _COUNT_BEFORE.search(text, max(0, m.start() - 8), m.start()))
        spans.append((m.start(), m.end(), " " if latin or wide else ""))
    out = Mapped(text, origin).cut(spans)
    return out.text, out.origin


def _prose(lines: list[_Line]) -> tuple[list[_Line], list[Aside]]:
    kept: list[_Line] = []
    asides: list[Aside] = []
    in_list = False
    for line in lines:
        text = line.text
        if line.table is not None and not in_list:
            kept.append(line)
            continue
        if LIST_HEADS.match(text) and len(text) < _SHORT:
            in_list = True
        elif in_list and _is_prose(text):
            in_list = False
        if _completes(kept, text):
            kept.append(line)
            continue
        if in_list or _is_furniture(text):
            if any(c.isdigit() for c in text):
                asides.append(Aside(line.origin[0], text))
            continue
        kept.append(line)
    return kept, asides


def _completes(kept: list[_Line], text: str) -> bool:
    """The tail of a number that a line break cut in two (均为10 / 0%。)."""
    return bool(kept) and not kept[-1].text.endswith(_ENDS) and bool(_CUT_NUMBER.match(text))


def _is_prose(text: str) -> bool:
    return len(text) >= _SHORT and "。" in text and not LONG_FURNITURE.search(text)


def _is_furniture(text: str) -> bool:
    """Whether a line is no prose: markup left over, navigation, footer, advertising, a dated teaser."""
    han = len(_HAN.findall(text[:400]))
    if han == 0:
        return True
    if LONG_FURNITURE.search(text):
        return True
    if len(text) < _SHORT and "。" not in text[:-1] and (FURNITURE.search(text) or _teaser(text)):
        return True
    if len(text) < 2 * _SHORT and FURNITURE.match(text):
        return True
    if "。" not in text and len(text) < 2 * _SHORT and len(re.findall(r"[|｜>]", text)) >= 2:
        return True
    if "。" not in text and len({m[0] for m in ADVERTISING.finditer(text[:2000])}) >= 3:
        return True
    return han * 4 < len(text[:400]) and "。" not in text


def _teaser(text: str) -> bool:
    if DATE_TAIL.search(text) and "，" not in text:
        return True
    head = DATE_HEAD.match(text)
    return (
        bool(head) and (text.endswith(("...", "…")) or len(text) - head.end() < 3 or "..." in text) if head else False
    )


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which the text was cut into lines by hand or by a converter; 0 when it was not."""
    lengths = [line.width for line in lines if len(line.text) >= 10 and line.width >= 12 and line.table is None]
    if len(lengths) < 4:
        return 0
    counts = Counter(lengths)
    best, share = 0, 0
    for width in counts:
        near = sum(counts.get(width - k, 0) for k in range(4))
        if (near, width) > (share, best):
            best, share = width, near
    longer = sum(n for length, n in counts.items() if length > best + 2)
    if sum("。" in line.text for line in lines) * 6 < len(lengths):
        return 0  # a list: prose has a full stop in every few lines
    return best if share >= 4 and share * 10 >= len(lengths) * 4 and longer * 5 <= len(lengths) else 0


def _continues(group: list[_Line], line: _Line, width: int) -> bool:
    text = group[-1].text
    if line.hard:
        return False
    if line.text[0] in "，。；、！？：）”》%’" or text[-1] in "，、（《“‘":
        return True
    if _NUMBERED.match(line.text) or text.rstrip(_CLOSERS).endswith(_ENDS):
        return False
    if _CUT_NUMBER.match(line.text) and (text[-1].isdigit() or not _HAN.search(line.text[:6])):
        return True
    if text.endswith(".") and text[-2:-1].isdigit() and line.text[0].isdigit() and "，" in text:
        return True
    if width and not line.indented and group[-1].width >= width - 3:
        return True
    if not line.indented and ("。" in text or ("，" in text and len(text) > _SHORT)):
        return True
    if line.blank_before or line.indented:
        return False
    if text[-1].isdigit() and (line.text[0].isdigit() or _HAN.match(line.text[0])):
        return "，" in text or len(text) < 12 or len(group) > 1
    opens = _OPENS_NUMBER.match(line.text) and len(text) > 6 and _HAN.match(text[-1])
    return bool(opens) and (len(group) > 1 or not _is_heading(text))


def _is_heading(text: str) -> bool:
    if len(text) > _HEADING_MAX or text.rstrip(_CLOSERS).endswith(("。", "！", "；", "，", "、", "…")):
        return False
    return bool(_HAN.search(text)) and "。" not in text
