"""Where a number stands: sentence, clause, quotation, book title, brackets. All on one cleaned paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

Span = tuple[int, int]

_SENTENCE_END = re.compile(r"[。！？]+[”’」』）)]*|……|\n")
_CLAUSE_MARK = re.compile(r"[，；：。！？…]|——| |（|）|\[|\]")
# A bracket without a number inside a phrase, which does not end a clause: 镇（街道）政协联络室.
_GLOSS = re.compile(r"（[^（）\d，。；一二三四五六七八九十百千两]{1,10}）")
_TITLE_MAX: Final = 120
_QUOTE_MAX: Final = 28


@dataclass(frozen=True, slots=True)
class Layout:
    """The marks of one paragraph: sentence and clause bounds, titles, short quotations, brackets."""

    text: str
    sentence_ends: list[int]
    clause_marks: list[Span]
    titles: list[Span]
    quotes: list[Span]
    brackets: list[Span] = field(default_factory=list)

    def sentence(self, pos: int) -> Span:
        """Bounds of the sentence around `pos`."""
        i = bisect_right(self.sentence_ends, pos)
        start = self.sentence_ends[i - 1] if i else 0
        end = self.sentence_ends[i] if i < len(self.sentence_ends) else len(self.text)
        return start, end

    def clause(self, start: int, end: int) -> Span:
        """Bounds of the comma clause around the span, without its marks."""
        i = bisect_right(self.clause_marks, (start, start))
        left = self.clause_marks[i - 1][1] if i else 0
        j = bisect_right(self.clause_marks, (max(start, end - 1), len(self.text) + 1))
        right = self.clause_marks[j][0] if j < len(self.clause_marks) else len(self.text)
        return min(left, start), max(right, end)

    def within(self, spans: list[Span], pos: int) -> Span | None:
        """The span that holds `pos`, if any."""
        i = bisect_right(spans, (pos, len(self.text) + 1)) - 1
        return spans[i] if i >= 0 and spans[i][0] <= pos < spans[i][1] else None


def layout(text: str) -> Layout:
    """The marks of a cleaned paragraph, found in one pass each."""
    titles = _titles(text)
    quotes = _quotes(text)
    protected = sorted(titles + quotes)
    result = Layout(text, [], [], titles, quotes, _brackets(text))
    for m in _SENTENCE_END.finditer(text):
        if result.within(protected, m.start()) is None:
            result.sentence_ends.append(m.end())
    asides = [(m.start(), m.end()) for m in _GLOSS.finditer(text)]
    for m in _CLAUSE_MARK.finditer(text):
        if result.within(protected, m.start()) is None and result.within(asides, m.start()) is None:
            result.clause_marks.append((m.start(), m.end()))
    return result


def _titles(text: str) -> list[Span]:
    """《…》 with nesting; a title that does not close within reach is let go."""
    out: list[Span] = []
    depth = start = 0
    for m in re.finditer(r"[《》]", text):
        if m[0] == "《":
            if depth and m.start() - start > _TITLE_MAX:
                depth = 0
            if depth == 0:
                start = m.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and m.end() - start <= 2 * _TITLE_MAX:
                out.append((start, m.end()))
    return out


def _quotes(text: str) -> list[Span]:
    """Short quotations without a sentence inside: names, slogans. Longer ones are speech, that is, prose."""
    out: list[Span] = []
    for opening, closing in (("“", "”"), ("‘", "’"), ('"', '"')):
        opened = -1
        for m in re.finditer(f"[{opening}{closing}]", text):
            if m[0] == closing and opened >= 0:
                _keep(text, opened, m.end(), out)
                opened = -1
            elif m[0] == opening:
                opened = m.start()
    return _outermost(out)


def _outermost(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _keep(text: str, start: int, end: int, out: list[Span]) -> None:
    inside = text[start + 1 : end - 1]
    if 0 < len(inside) <= _QUOTE_MAX and not ("，" in inside and re.search(r"\d", inside)) and "。" not in inside:
        out.append((start, end))


def _brackets(text: str) -> list[Span]:
    out: list[Span] = []
    start = -1
    for m in re.finditer(r"[（）]", text):
        if m[0] == "（":
            start = m.start()
        elif start >= 0:
            out.append((start, m.end()))
            start = -1
    return out
