"""From templates to sentences: all figures of a report in one statement, empty pieces left out and named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from lvzhi import norms
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics import compute, others, registry
from lvzhi.metrics.compute import Ask, CutValue, Result, cuts_of
from lvzhi.metrics.declare import Figure, Share
from lvzhi.metrics.periods import Period
from lvzhi.norms.memo import remembering
from lvzhi.reports import vocabulary
from lvzhi.reports.composing.wording import Wording
from lvzhi.reports.sections import CHAPTERS, Chapter, Part, Pattern, Split

_SLOT = re.compile(r"\{([a-z_]+\.[a-z_]+)(?:\?([a-z_]+)=(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number and the figure it is.

    Args:
        place: its line in the evidence appendix, from 1; equal figures share a line.
    """

    text: str
    figure: Figure
    cut_label: str
    result: Result
    place: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as words and numbers in turn."""

    key: str
    pieces: tuple[str | Number, ...]

    @property
    def text(self) -> str:
        """As plain text."""
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Written:
    """A chapter as written: paragraphs of sentences, and what was left out for want of records."""

    chapter: Chapter
    paragraphs: tuple[tuple[Sentence, ...], ...]
    gaps: tuple[str, ...]


@dataclass
class Report:
    """A report of a scope and period."""

    scope: Scope
    period: Period
    as_of: datetime
    chapters: tuple[Written, ...] = ()
    numbers: list[Number] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What the report is called, in one line."""
        return vocabulary.TITLE.format(place=self.scope.title, period=vocabulary.period_title(self.period))

    @property
    def title_lines(self) -> list[str]:
        """The title as it stands over a page: whose, then what."""
        return vocabulary.DOCUMENT_TITLE.format(
            place=self.scope.title, period=vocabulary.period_title(self.period)
        ).splitlines()


def compose(scope: Scope, period: Period, chapters: Sequence[Chapter] = CHAPTERS) -> Report:
    """Write the chapters out of the records: one statement for all figures, one for the values of dimensions."""
    with remembering():
        report = Report(scope, period, clock.now())
        composer = _Composer(report, _asked(chapters, scope, period))
        report.chapters = tuple(composer.chapter(one) for one in chapters)
    return report


Key = tuple[str, str, str]


def _asked(chapters: Sequence[Chapter], scope: Scope, period: Period) -> dict[Key, tuple[Result, str]]:
    """Every figure the chapters mention, with the label of its cut's value."""
    asks: dict[Key, tuple[Ask, str]] = {}
    for part in (part for one in chapters for line in one.paragraphs for pattern in line for part in pattern.parts):
        if isinstance(part, Split):
            figure = registry.figure(part.figure)
            cut = next(one for one in cuts_of(figure) if one.key == part.cut)
            asks[part.figure, "", ""] = (Ask(figure, scope, period), "")
            listed = [(str(value), label) for value, label, _ in cut.choices(scope, period)]
            rest = others.others(value for value, _ in listed)
            for value, label in [*listed, (rest, others.label(cut, rest, scope, period))]:
                asks[part.figure, part.cut, value] = (Ask(figure, scope, period, ((cut, value),)), label)
            continue
        for key, cut_key, value in _SLOT.findall(part.text):
            figure = registry.figure(key)
            chosen = next(((cut, value) for cut in cuts_of(figure) if cut.key == cut_key), None)
            label = "" if chosen is None else _label(chosen, scope, period)
            asks[key, cut_key, value] = (Ask(figure, scope, period, () if chosen is None else (chosen,)), label)
    results = compute.answers([ask for ask, _ in asks.values()])
    return {key: (result, label) for (key, (_, label)), result in zip(asks.items(), results, strict=True)}


def _label(cut: CutValue, scope: Scope, period: Period) -> str:
    return next((label for value, label, _ in cut[0].choices(scope, period) if str(value) == cut[1]), cut[1])


class _Composer:
    """Writes sentences, numbering every figure it prints."""

    def __init__(self, report: Report, known: dict[Key, tuple[Result, str]]) -> None:
        self.report = report
        self.known = known
        self.gaps: list[str] = []
        day = min(report.period.end, clock.today())
        self.wording = Wording.of(report.scope, report.period)
        self.words = {"span": vocabulary.span_words(report.period), "until": vocabulary.until_words(day)}

    def chapter(self, chapter: Chapter) -> Written:
        self.gaps = []
        paragraphs = [tuple(self._sentences(patterns)) for patterns in chapter.paragraphs]
        return Written(chapter, tuple(one for one in paragraphs if one), tuple(self.gaps))

    def _sentences(self, patterns: Sequence[Pattern]) -> Iterator[Sentence]:
        for pattern in patterns:
            pieces: list[str | Number] = []
            for place, part in enumerate(pattern.parts):
                said = self._split(part) if isinstance(part, Split) else self._part(part)
                if said:
                    pieces += [*([part.joint] if pieces else []), *said]
                elif place == 0:
                    break
            if pieces:
                yield Sentence(pattern.key, (*pieces, vocabulary.STOP))

    def _part(self, part: Part) -> list[str | Number]:
        if part.norm is not None and norms.value(part.norm[0], self.report.scope.committee) != part.norm[1]:
            return []
        slots: list[Key] = _SLOT.findall(part.text)
        for key in slots:
            if not self.known[key][0].value:
                left = _SLOT.sub(vocabulary.BLANK, part.text).format(**self.words)
                self.gaps += [] if part.quiet else [vocabulary.GAP.format(name=self._name(key), text=left)]
                return []
        pieces: list[str | Number] = []
        last = 0
        for match in _SLOT.finditer(part.text):
            pieces.append(part.text[last : match.start()].format(**self.words))
            pieces.append(self._number((match[1], match[2] or "", match[3] or "")))
            last = match.end()
        pieces.append(part.text[last:].format(**self.words))
        return [piece for piece in pieces if piece]

    def _split(self, split: Split) -> list[str | Number]:
        whole = int(self.known[split.figure, "", ""][0].value or 0)
        of_cut = [key for key in self.known if key[:2] == (split.figure, split.cut)]
        keys = [key for key in of_cut if self.known[key][0].value and others.taken(key[2]) is None]
        left = next(key for key in of_cut if others.taken(key[2]) is not None)
        if not whole or not keys:
            name = registry.figure(split.figure).name
            self.gaps.append(vocabulary.GAP.format(name=name, text=split.lead + vocabulary.BLANK))
            return []
        total, pieces = 0, [split.lead]
        said: list[str | Number] = list(pieces)
        for place, key in enumerate(keys):
            result, label = self.known[key]
            count = int(result.value or 0)
            total += count
            share = self.wording.share(count, whole)
            before, middle, after = re.split(r"\{count\}|\{share\}", split.each.replace("{label}", label))
            said += [*([vocabulary.PAUSE] if place else []), before, self._number(key, exact=True), middle]
            said += [self._number(key, words=share), after]
        return [piece for piece in (*said, *self._rest(split, left, whole - total)) if piece]

    def _rest(self, split: Split, left: Key, gap: int) -> Iterator[str | Number]:
        """What bears none of the values, as a figure of its own, and that some bear several."""
        count = int(self.known[left][0].value or 0)
        opens, closes = vocabulary.BRACKETS.split("{}")
        if count:
            before, after = split.rest.split("{count}")
            yield from (opens + before, self._number(left, exact=True), after)
        if count > gap:
            yield (vocabulary.SEMICOLON if count else opens) + split.over
        if count or gap < 0:
            yield closes

    def _name(self, key: Key) -> str:
        label = self.known[key][1]
        name = registry.figure(key[0]).name
        return vocabulary.CUT_NAME.format(name=name, label=label) if label else name

    def _number(self, key: Key, words: str = "", *, exact: bool = False) -> Number:
        result, label = self.known[key]
        figure = registry.figure(key[0])
        same = next((one for one in self.report.numbers if one.figure == figure and one.result is result), None)
        place = same.place if same else len(self.report.numbers) + 1
        number = Number(words or self._text(result, exact=exact), figure, label, result, place)
        if same is None:
            self.report.numbers.append(number)
        return number

    def _text(self, result: Result, *, exact: bool) -> str:
        if isinstance(result.figure, Share):
            return self.wording.share(result.numerator or 0, result.denominator or 1)
        return self.wording.number(result.value or Decimal(0), exact=exact)
