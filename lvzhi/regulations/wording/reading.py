"""The text of a rule read by articles 第…条, under chapters; without articles by items 一、, else by paragraphs.

Nothing of the text is lost: the pieces one after another are the text, white space apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import cn2an

from lvzhi.regulations.vocabulary import signs

HEAD, CHAPTER, ARTICLE = "head", "chapter", "article"
_SPACES: Final = " \t\u3000\u00a0\ufeff"
_HEADING_MOST: Final = 40  # signs of a heading


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text that stands by itself.

    Args:
        kind: ``head`` what stands before the first heading, ``chapter``, ``article``.
        label: its number as the text writes it (第五条, 第一章, 三、); "" where it has none.
        key: names it within the text for good: a5, a5-1, c2.
        text: its words behind the label, paragraphs on lines.
    """

    kind: str
    label: str
    key: str
    text: str

    @property
    def whole(self) -> str:
        """Label and words."""
        return f"{self.label}\u3000{self.text}" if self.label and self.text else self.label or self.text

    @property
    def paragraphs(self) -> list[str]:
        """Its words by paragraph."""
        return self.text.split("\n") if self.text else []


@dataclass(frozen=True, slots=True)
class Fault:
    """Something odd in the numbering: ``gap`` after a label, ``twice``, ``back`` (a smaller number follows)."""

    code: str
    label: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text by its pieces.

    Args:
        numbered: ``articles`` 第…条, ``items`` 一、, ``paragraphs``.
    """

    pieces: tuple[Piece, ...]
    numbered: str
    faults: tuple[Fault, ...] = ()

    @property
    def articles(self) -> list[Piece]:
        """The articles alone."""
        return [one for one in self.pieces if one.kind == ARTICLE]


def number(text: str) -> int | None:
    """A numeral in Chinese or Arabic figures (二十三, 二〇, 两百, 23); None where it is none."""
    plain = text.translate(signs.ZEROS)
    if plain.isdecimal():
        return int(plain)
    if signs.ROW.fullmatch(plain):  # 二〇: figures in a row
        return int("".join(str(signs.FIGURES[one]) for one in plain))
    try:
        return int(cn2an.cn2an(plain, "smart"))
    except ValueError:
        return None


@dataclass
class _Reader:
    """Lines in, pieces out."""

    found: list[Piece] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    last: tuple[int, int] = (0, 0)
    contents: set[str] | None = None

    def begin(self, kind: str, label: str, key: str, text: str) -> None:
        """Another piece; a number that stands twice gets a key of its own."""
        times = self.keys[key] = self.keys.get(key, 0) + 1
        if times > 1 and kind == ARTICLE:
            self.faults.append(Fault("twice", label))
        self.found.append(Piece(kind, label, key if times == 1 else f"{key}x{times}", text))

    def go_on(self, line: str) -> None:
        """One more paragraph of the piece being read; before any heading, of the head."""
        if not self.found or (self.found[-1].kind == CHAPTER):
            self.begin(HEAD, "", "h", line)
        else:
            known = self.found[-1]
            self.found[-1] = replace(known, text=f"{known.text}\n{line}" if known.text else line)

    def article(self, label: str, place: tuple[int, int], text: str) -> None:
        """An article; what is odd in its number is noted."""
        whole, part = place
        before = self.found[-1].label if self.found else ""
        if whole > self.last[0] + 1 or (whole > self.last[0] and part) or (part > self.last[1] + 1):
            self.faults.append(Fault("gap", label, before))
        elif place < self.last:
            self.faults.append(Fault("back", label, before))
        self.last = place
        self.contents = None
        self.begin(ARTICLE, label, f"a{whole}" + (f"-{part}" if part else ""), text)

    def follows(self, place: tuple[int, int]) -> bool:
        """Whether that is the number to come next."""
        whole, part = self.last
        return place in ((whole + 1, 0), (whole, part + 1))


def read(text: str) -> Reading:
    """Read a text by its articles.

    Args:
        text: as typed, pasted or taken out of a file; lines are paragraphs.
    """
    lines = [line for raw in re.split(r"\r\n?|\n|\x0b|\f|\u2028|\u2029|\x85", text) if (line := raw.strip(_SPACES))]
    for numbered, take in (("articles", _by_articles), ("items", _by_items)):
        reader = take(lines)
        if reader is not None:
            return Reading(tuple(reader.found), numbered, tuple(reader.faults))
    pieces = tuple(Piece(ARTICLE, "", f"p{place}", line) for place, line in enumerate(lines, 1))
    return Reading(pieces, "paragraphs")


def _by_articles(lines: Sequence[str]) -> _Reader | None:
    reader = _Reader()
    for line in lines:
        for part in _split(line, reader):
            _take(part, reader)
    return reader if any(one.kind == ARTICLE for one in reader.found) else None


def _split(line: str, reader: _Reader) -> Iterator[str]:
    """Articles that a paste has run together into one line, one by one."""
    start = 0
    for cut in signs.PARTS.finditer(line):
        match = signs.ARTICLE.match(line, cut.start())
        behind = line[match.end() : match.end() + 1] if match else ""
        if match is None or not behind or behind not in _SPACES:
            continue
        # what stands before is read first, so that the number which comes next is known
        if cut.start() > start and line[start : cut.start()].strip(_SPACES):
            place = _place(match)
            ahead = _Reader(last=reader.last)
            head = signs.ARTICLE.match(line, start)
            if head is not None and (known := _place(head)) is not None:
                ahead.last = known
            if place is not None and ahead.follows(place):
                yield line[start : cut.start()].strip(_SPACES)
                start = cut.start()
    yield line[start:].strip(_SPACES)


def _take(line: str, reader: _Reader) -> None:
    match = signs.ARTICLE.match(line)
    place = _place(match) if match else None
    if match is not None and place is not None and _begins(line[match.end() :], place, reader):
        reader.article(_bare(match[0]), place, line[match.end() :].strip(_SPACES))
        return
    chapter = signs.CHAPTER.match(line)
    if signs.CONTENTS.fullmatch(line):
        reader.contents = set()
        reader.go_on(line)
    elif chapter is not None and len(line) <= _HEADING_MOST and line[-1] not in signs.SENTENCE_END:
        _chapter(line, chapter, reader)
    else:
        reader.go_on(line)


def _chapter(line: str, match: re.Match[str], reader: _Reader) -> None:
    label, value = _bare(match[0]), number(match[1])
    if reader.contents is not None and label not in reader.contents:
        reader.contents.add(label)  # a line of the table of contents
        reader.go_on(line)
        return
    reader.contents = None
    reader.begin(CHAPTER, label, f"{signs.HEADINGS[match[2]]}{value}", line[match.end() :].strip(_SPACES))


def _begins(rest: str, place: tuple[int, int], reader: _Reader) -> bool:
    """Whether a line that opens with 第…条 is that article, and not a sentence that speaks of one."""
    if not rest or rest[0] in _SPACES:
        return True
    return signs.GOES_ON.match(rest) is None and (reader.follows(place) or rest[0] in signs.OPENING)


def _place(match: re.Match[str]) -> tuple[int, int] | None:
    whole, part = number(match[1]), number(match[2]) if match[2] else 0
    return None if whole is None or part is None else (whole, part)


def _bare(label: str) -> str:
    return re.sub(r"\s", "", label)


def _by_items(lines: Sequence[str]) -> _Reader | None:
    reader = _Reader()
    for line in lines:
        match = signs.ITEM.match(line)
        value = number(match[1]) if match else None
        if match is not None and value == reader.last[0] + 1:
            reader.last = (value, 0)
            reader.begin(ARTICLE, _bare(match[0]), f"a{value}", line[match.end() :].strip(_SPACES))
        else:
            reader.go_on(line)
    return reader if reader.last[0] > 1 else None
