"""The outlines and their sentences as text with tokens, to begin a report with or to insert into one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lvzhi.committee.scope import Scope
from lvzhi.metrics import others, registry
from lvzhi.metrics.compute import CutValue, cuts_of
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.periods import Period
from lvzhi.reports import vocabulary
from lvzhi.reports.composing import tokens
from lvzhi.reports.composing.outline import Number, Sentence, Written, compose, there
from lvzhi.reports.sections import CHAPTERS, Block, Chapter, Outline, Part, Pattern

_SLOT = re.compile(r"\{([a-z_]+\.[a-z_]+)(?:\?([a-z_]+)=(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Offered:
    """A sentence of the library.

    Args:
        key: its name in the pattern list. chapter: where it belongs.
        filled: as it reads now; "" where its figures are empty.
        text: with tokens.
    """

    key: str
    chapter: str
    filled: str
    text: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A section as an outline lays it out.

    Args:
        parts: its chapters that have any text, each with the heading it stands under; "" where it is the only one.
    """

    title: str
    parts: tuple[tuple[str, Written], ...]


def laid(blocks: Sequence[Block], written: Sequence[Written]) -> list[Laid]:
    """Chapters under the headings of an outline: a single one lends its own title, several are numbered (一)…

    Args:
        written: the outline's chapters in order.
    """
    rest = iter(written)
    found = []
    for block in blocks:
        full = [one for one in (next(rest) for _ in block.chapters) if one.paragraphs]
        several = len(full) > 1
        title = full[0].chapter.title if len(full) == 1 and len(block.chapters) > 1 else block.title
        heads = [
            vocabulary.SUBHEADING.format(number=vocabulary.NUMERALS[place], title=one.chapter.title) if several else ""
            for place, one in enumerate(full, 1)
        ]
        found.append(Laid(title, tuple(zip(heads, full, strict=True))))
    return found


def outline(chosen: Outline, scope: Scope, period: Period) -> list[tuple[str, str]]:
    """Headings and texts that a report begins with; a section without records has no text."""
    written = compose(scope, period, chosen.chapters).chapters if chosen.chapters else ()
    return [(one.title, "\n".join(_text(one))) for one in laid(chosen.blocks, written)]


def _text(section: Laid) -> Iterator[str]:
    for heading, written in section.parts:
        if heading:
            yield heading
        for paragraph in written.paragraphs:
            yield "".join(map(as_tokens, paragraph))


def as_tokens(sentence: Sentence) -> str:
    """A composed sentence with tokens in the places of its numbers."""
    return "".join(piece if isinstance(piece, str) else _token(piece) for piece in sentence.pieces)


def _token(number: Number) -> str:
    cuts = tuple((cut, number.cut_label) for cut, _ in number.result.cuts)
    return tokens.written(number.figure, cuts, number.flags)


def library(scope: Scope, period: Period, chapters: Sequence[Chapter] = CHAPTERS) -> list[Offered]:
    """All sentences with how they read now, those without records too, by their template."""
    found = []
    for written in compose(scope, period, chapters).chapters:
        said = {one.key: one for paragraph in written.paragraphs for one in paragraph}
        for pattern in (one for paragraph in written.chapter.paragraphs for one in paragraph):
            sentence = said.get(pattern.key)
            text = as_tokens(sentence) if sentence else _template(pattern, scope, period)
            if text:
                filled = sentence.text if sentence else ""
                found.append(Offered(pattern.key, written.chapter.title, filled, text))
    return found


def _template(pattern: Pattern, scope: Scope, period: Period) -> str:
    """A sentence whose figures are empty, with all its pieces that are no lists."""
    words = {
        "span": vocabulary.span_words(period),
        "until": vocabulary.until_words(min(period.end, vocabulary.today())),
    }
    pieces: list[str] = []
    for part in pattern.parts:
        if isinstance(part, Part) and part.norm is None and all(there(key) for key, _, _ in _SLOT.findall(part.text)):
            pieces += [part.joint if pieces else pattern.opening.format(**words), *_part(part, words, scope, period)]
    return "".join([*pieces, vocabulary.STOP]) if pieces else ""


def _part(part: Part, words: dict[str, str], scope: Scope, period: Period) -> Iterator[str]:
    last = 0
    for match in _SLOT.finditer(part.text):
        yield part.text[last : match.start()].format(**words)
        figure = registry.figure(match[1])
        chosen = [(cut, match[3]) for cut in cuts_of(figure) if match[2] and cut.key == match[2]]
        yield tokens.written(figure, _labelled(figure, chosen, scope, period))
        last = match.end()
    yield part.text[last:].format(**words)


def _labelled(figure: Figure, chosen: Sequence[CutValue], scope: Scope, period: Period) -> list[CutValue]:
    return [(cut, others.label(cut, wanted, scope, period) or wanted) for cut, wanted in chosen]


def pattern(key: str, scope: Scope, period: Period) -> Offered | None:
    """One sentence of the library."""
    return next((one for one in library(scope, period) if one.key == key), None)
