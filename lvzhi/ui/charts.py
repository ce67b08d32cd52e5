"""A chart of boxes under headings, drawn as SVG on as many sheets of paper as it takes: readable in black and white.

Pure layout: texts and addresses in, markup out. Lengths are CSS pixels, of which A4 within its margins has 657 × 971
upright and 986 × 657 on its side; letters are 12 pixels, nine points on paper, so nothing has to be scaled to fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from lvzhi.ui.vocabulary import CLOSING

UPRIGHT, WIDE = (657, 950), (986, 640)
LEFT, BOX, GAP, PAD, LINE, HEAD = 34, 142, 10, 7, 16, 26
LETTERS = 10.5  # full-width letters of 12 pixels that fit into a box
DROP = 9


@dataclass(frozen=True, slots=True)
class Cell:
    """A box: its name, further lines, and where it leads."""

    name: str
    lines: Sequence[str] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Boxes under a heading; `again` is the heading on a further sheet."""

    name: str
    cells: Sequence[Cell]
    again: str = ""


@dataclass
class _Sheet:
    width: int
    parts: list[str] = field(default_factory=list)
    y: float = 0
    trunk: float = 0
    stem: float = 0


def draw(title: Cell, blocks: Sequence[Block], size: tuple[int, int] = UPRIGHT, *, spare: int = 0) -> list[SafeString]:
    """The sheets as SVG, the title's box on the first.

    Args:
        size: width and height of a sheet; a single box that is higher than a sheet makes that sheet longer.
        spare: what the first sheet leaves free for a printed head.
    """
    width, height = size
    across = max(1, (width - LEFT + GAP) // (BOX + GAP))
    sheets = [_Sheet(width)]
    _top(sheets[0], title)
    for block in blocks:
        rows = [block.cells[at : at + across] for at in range(0, len(block.cells), across)]
        for place, row in enumerate(rows):
            texts = [_wrapped(cell) for cell in row]
            high = max(len(name) + len(lines) for name, lines in texts) * LINE + 2 * PAD
            need = high + DROP + GAP + (0 if place else HEAD + GAP)
            sheet = sheets[-1]
            least = height - (spare if len(sheets) == 1 else 0)
            fresh = sheet.y + need > least and bool(sheet.parts)
            if fresh:
                sheet = _Sheet(width)
                sheets.append(sheet)
            if place == 0 or fresh:
                _heading(sheet, block.name if place == 0 else block.again or block.name)
            _row(sheet, row, texts, high)
    return [_finished(sheet) for sheet in sheets]


def _wide(text: str) -> float:
    """Width of a text in full-width letters."""
    return sum(1.0 if ord(letter) > 255 else 0.56 for letter in text)


def wrap(text: str, letters: float = LETTERS) -> list[str]:
    """A text in lines that fit a box; no line begins with a closing mark."""
    lines, line = [], ""
    for letter in text:
        if line and _wide(line + letter) > letters and letter not in CLOSING:
            lines.append(line)
            line = ""
        line += letter
    return [*lines, line] if line else lines


def _wrapped(cell: Cell) -> tuple[list[str], list[str]]:
    return wrap(cell.name), [part for line in cell.lines for part in wrap(line)]


def _text(x: float, y: float, words: str, *, bold: bool = False, middle: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text x="{x:g}" y="{y:g}"{weight}{anchor}>{escape(words)}</text>'


def _rect(x: float, y: float, width: float, high: float, stroke: float = 1) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{high:g}" rx="3" fill="#fff" stroke="#333"'
        f' stroke-width="{stroke:g}"/>'
    )


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<path d="M{x:g} {y:g}L{to_x:g} {to_y:g}" fill="none" stroke="#666" stroke-width="1"/>'


def _top(sheet: _Sheet, title: Cell) -> None:
    lines = [part for line in title.lines for part in wrap(line, (sheet.width - 4 * PAD) / 12)]
    high = LINE * (1 + len(lines)) + 2 * PAD + 2
    sheet.parts.append(_rect(1, 1, sheet.width - 2, high, 1.6))
    sheet.parts.append(_text(sheet.width / 2, PAD + 14, title.name, bold=True, middle=True))
    for place, line in enumerate(lines, start=1):
        sheet.parts.append(_text(sheet.width / 2, PAD + 14 + place * LINE, line, middle=True))
    sheet.y = high + GAP + 2
    sheet.trunk = high + 1


def _heading(sheet: _Sheet, words: str) -> None:
    middle = sheet.y + HEAD / 2
    width = _wide(words) * 12 + 2 * PAD
    sheet.parts.insert(0, _line(8, sheet.trunk, 8, middle))
    sheet.parts.insert(0, _line(8, middle, 18, middle))
    sheet.parts.append(_rect(18, sheet.y, width, HEAD, 1.6))
    sheet.parts.append(_text(18 + PAD, middle + 4.5, words, bold=True))
    sheet.trunk = middle
    sheet.y += HEAD
    sheet.stem = sheet.y


def _row(sheet: _Sheet, row: Sequence[Cell], texts: Sequence[tuple[list[str], list[str]]], high: float) -> None:
    bus = sheet.y + DROP / 2 + 1
    top = bus + DROP / 2
    last = LEFT + (len(row) - 1) * (BOX + GAP) + BOX / 2
    sheet.parts.insert(0, _line(26, sheet.stem, 26, bus))
    sheet.stem = bus
    sheet.parts.insert(0, _line(26, bus, last, bus))
    for place, (cell, (name, lines)) in enumerate(zip(row, texts, strict=True)):
        left = LEFT + place * (BOX + GAP)
        sheet.parts.insert(0, _line(left + BOX / 2, bus, left + BOX / 2, top))
        found = [_rect(left, top, BOX, high)]
        for at, words in enumerate((*name, *lines)):
            found.append(_text(left + PAD, top + PAD + 12 + at * LINE, words, bold=at < len(name)))
        inside = "".join(found)
        sheet.parts.append(f'<a href="{escape(cell.url)}">{inside}</a>' if cell.url else f"<g>{inside}</g>")
    sheet.y = top + high + GAP


def _finished(sheet: _Sheet) -> SafeString:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="lz-chart-sheet" viewBox="0 0 {sheet.width} {sheet.y:g}"'
        f' width="{sheet.width}" height="{sheet.y:g}" font-size="12" fill="#1a1a1a" focusable="false">'
    )
    return mark_safe(head + "".join(sheet.parts) + "</svg>")  # noqa: S308 every text and address is escaped
