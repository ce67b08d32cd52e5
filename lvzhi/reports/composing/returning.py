"""A report's document that comes back edited: its numbers known again, its text set against what was given out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lvzhi.exchange.letters import Mark, Marked
from lvzhi.reports.composing.differing import Marked as Difference
from lvzhi.reports.composing.differing import differences
from lvzhi.reports.vocabulary.words import ATTACHED, NUMBERED, Back

COPY, SECTION, NUMBER = "lvzhi_", "lzs_", "lzn_"
_NUMBER = re.compile(rf"{NUMBER}(\d+)_(\d+)")


@dataclass(frozen=True, slots=True)
class Given:
    """A section as it was given out.

    Args:
        uid: of the section. revision: number of its version. heading, text: of that version, tokens and all.
        tokens: each token of the text, as it stands there and as it was printed.
    """

    uid: str
    revision: int
    heading: str
    text: str
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """What became of a number.

    Args:
        what: same, changed, moved, gone. printed: as given out. said: as it stands now.
    """

    what: str
    token: str
    printed: str
    said: str = ""

    @property
    def sentence(self) -> str:
        """What is to be said of it."""
        return Back[self.what].format(token=self.token, printed=self.printed, said=self.said)


@dataclass
class Returned:
    """A section as it came back.

    Args:
        heading, text: with tokens again in the places of the numbers that were given out.
        marks: from the text given out to this one. figures: what became of each number.
    """

    given: Given
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    found: bool = False

    @property
    def text(self) -> str:
        """The text with tokens."""
        return "\n".join(self.lines).strip()

    @property
    def marks(self) -> list[Difference]:
        """From the text given out to this one."""
        return differences(self.given.text, self.text)

    @property
    def edited(self) -> bool:
        """Whether anything is different."""
        return (self.heading, self.text) != (self.given.heading, self.given.text)

    @property
    def flagged(self) -> list[Figure]:
        """Numbers that did not come back as they were."""
        return [one for one in self.figures if one.what != "same"]


def copy_of(paragraphs: Sequence[Marked]) -> str | None:
    """The key of the copy that the document was given out as; None for any other document."""
    names = (mark.name for one in paragraphs for mark in one.marks)
    return next((name.removeprefix(COPY) for name in names if name.startswith(COPY)), None)


def read_back(paragraphs: Sequence[Marked], given: Sequence[Given]) -> list[Returned]:
    """The sections of a document that came back, in the order in which they were given out."""
    sections = [Returned(one) for one in given]
    seen: set[tuple[int, int]] = set()
    here: Returned | None = None
    for one in paragraphs:
        if one.table:
            continue
        place = _section(one)
        if place is not None and place < len(sections):
            here = sections[place]
            here.heading, here.found = _plain(one.text), True
        elif one.text.startswith(ATTACHED):
            break
        elif here is not None and one.text.strip():
            here.lines.append(_line(one, sections, here, seen))
    for place, section in enumerate(sections):
        section.figures += [
            Figure("gone", token, printed)
            for number, (token, printed) in enumerate(section.given.tokens) if (place, number) not in seen
        ]  # fmt: skip
        if not section.found:
            section.heading = section.given.heading
    return sections


def _section(one: Marked) -> int | None:
    for mark in one.marks:
        if mark.name.startswith(SECTION) and mark.name[len(SECTION) :].isdigit():
            return int(mark.name[len(SECTION) :])
    return None


def _plain(heading: str) -> str:
    """A heading without its number, which the document puts before it."""
    return NUMBERED.sub("", heading.strip())


def _line(one: Marked, sections: Sequence[Returned], here: Returned, seen: set[tuple[int, int]]) -> str:
    """A paragraph with its tokens again."""
    text, last = "", 0
    marks = list(_numbers(one))
    for mark, place, number in marks:
        if place >= len(sections) or number >= len(sections[place].given.tokens) or mark.start < last:
            continue
        start, end = _widened(one.text, mark, [other for other, _, _ in marks])
        token, printed = sections[place].given.tokens[number]
        said = one.text[max(start, last) : end].strip()
        if not said:
            continue
        seen.add((place, number))
        moved = sections[place] is not here
        what = "changed" if said != printed else "moved" if moved else "same"
        here.figures.append(Figure(what, token, printed, said))
        text += one.text[last : max(start, last)] + token
        last = end
    return text + one.text[last:]


def _numbers(one: Marked) -> Iterator[tuple[Mark, int, int]]:
    for mark in sorted(one.marks, key=lambda mark: (mark.start, mark.end)):
        match = _NUMBER.fullmatch(mark.name)
        if match:
            yield mark, int(match[1]), int(match[2])


def _widened(text: str, mark: Mark, marks: Sequence[Mark]) -> tuple[int, int]:
    """The mark with digits typed at its edges, which some programs put outside; never into another mark."""
    start, end = mark.start, mark.end
    if start == end:
        return start, end
    least = max((one.end for one in marks if one.end <= start and one is not mark), default=0)
    most = min((one.start for one in marks if one.start >= end and one is not mark), default=len(text))
    while start > least and text[start - 1].isdigit():
        start -= 1
    while end < most and text[end].isdigit():
        end += 1
    return start, end
