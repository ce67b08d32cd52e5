"""What a report still lacks before it is sent on: sections without a text, figures without a record, bare numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.reports import vocabulary
from lvzhi.reports.composing import sources
from lvzhi.reports.composing.filling import Book
from lvzhi.reports.composing.sources import Bare
from lvzhi.reports.vocabulary.words import LACKING

NAMED = 3


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing.

    Args:
        what: blank, empty or bare. part: which of the sections. heading: of that section.
        said: the number as it stands there, or the figure's name.
    """

    what: str
    part: int
    heading: str
    said: str = ""

    @property
    def sentence(self) -> str:
        """What is missing where, in words."""
        return LACKING[self.what].format(heading=self.heading, said=self.said)


def lacks(
    parts: Sequence[tuple[str, str]], filled: Book, scope: Scope, period: Period, bare: Sequence[Bare] | None = None
) -> list[Lack]:
    """Everything that is missing, section by section.

    Args:
        parts: heading and text of each section. bare: the numbers without a source, where they are known already.
    """
    found = [*_blank(parts), *_empty(parts, filled)]
    bare = sources.bare(parts, filled, scope, period) if bare is None else bare
    found += [Lack("bare", one.part, parts[one.part][0], one.claimed) for one in bare]
    return sorted(dict.fromkeys(found), key=lambda one: one.part)


def _blank(parts: Sequence[tuple[str, str]]) -> Iterator[Lack]:
    for place, (heading, text) in enumerate(parts):
        if not text.strip():
            yield Lack("blank", place, heading)


def _empty(parts: Sequence[tuple[str, str]], filled: Book) -> Iterator[Lack]:
    for place, (heading, text) in enumerate(parts):
        for piece in filled.fill(text):
            if piece.known is not None and piece.known.empty:
                yield Lack("empty", place, heading, piece.known.name)


def named(found: Sequence[Lack]) -> str:
    """The first few in one sentence, and how many more there are."""
    said = vocabulary.SEMICOLON.join(one.sentence for one in found[:NAMED])
    more = len(found) - NAMED
    return said + (LACKING["more"].format(count=more) if more > 0 else "")
