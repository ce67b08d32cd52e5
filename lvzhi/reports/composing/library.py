"""The outline and its sentences as text with tokens, to begin a report with or to insert into one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lvzhi.committee.scope import Scope
from lvzhi.metrics import registry
from lvzhi.metrics.compute import CutValue, cuts_of
from lvzhi.metrics.declare import Figure, Share
from lvzhi.metrics.periods import Period
from lvzhi.reports import vocabulary
from lvzhi.reports.composing import tokens
from lvzhi.reports.composing.outline import Number, Sentence, Written, compose
from lvzhi.reports.sections import CHAPTERS, Chapter, Part, Pattern
from lvzhi.reports.vocabulary.outlines import AFTER, BEFORE, EVERY
from lvzhi.reports.vocabulary.outlines import CHAPTERS as OF_KIND
from lvzhi.reports.vocabulary.states import ReportKind
from lvzhi.reports.vocabulary.words import SHARE_WORD

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


def outline(kind: str, scope: Scope, period: Period) -> list[tuple[str, str]]:
    """Headings and texts that a report of a kind begins with; a chapter without records has no text."""
    named = OF_KIND[ReportKind(kind)]
    chapters = [one for one in CHAPTERS if named in (EVERY, one.key)]
    written = compose(scope, period, chapters).chapters if chapters else ()
    made = [(one.chapter.title, _text(one)) for one in written]
    before = [(heading, "") for heading in BEFORE[ReportKind(kind)]]
    return [*before, *made, *((heading, "") for heading in AFTER[ReportKind(kind)])]


def _text(written: Written) -> str:
    return "\n".join("".join(map(as_tokens, paragraph)) for paragraph in written.paragraphs)


def as_tokens(sentence: Sentence) -> str:
    """A composed sentence with tokens in the places of its numbers."""
    return "".join(piece if isinstance(piece, str) else _token(piece) for piece in sentence.pieces)


def _token(number: Number) -> str:
    figure = number.figure
    flags = (SHARE_WORD,) if not isinstance(figure, Share) and number.text.endswith("%") else ()
    cuts = tuple((cut, number.cut_label) for cut, _ in number.result.cuts)
    return tokens.written(figure, cuts, flags)


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
        if isinstance(part, Part) and part.norm is None:
            pieces += [*([part.joint] if pieces else []), *_part(part, words, scope, period)]
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
    return [
        (cut, next((label for value, label, _ in cut.choices(scope, period) if str(value) == wanted), wanted))
        for cut, wanted in chosen
    ]


def pattern(key: str, scope: Scope, period: Period) -> Offered | None:
    """One sentence of the library."""
    return next((one for one in library(scope, period) if one.key == key), None)
