"""From templates to sentences: all figures of a report in one statement, empty pieces left out and named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from lvzhi import norms
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics import compute, others, registry
from lvzhi.metrics.compute import Ask, CutValue, Result, cuts_of
from lvzhi.metrics.declare import Cut, Figure, Share
from lvzhi.metrics.periods import Period
from lvzhi.norms.memo import remembering
from lvzhi.reports import vocabulary
from lvzhi.reports.composing.wording import Wording
from lvzhi.reports.sections import SUMMARY, Chapter, Part, Pattern, Split
from lvzhi.reports.vocabulary.words import MANY_UNITS, SHARE_WORD

_SLOT = re.compile(r"\{([a-z_]+\.[a-z_]+)(?:\?([a-z_]+)=(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number and the figure it is.

    Args:
        place: its line in the evidence appendix, from 1; equal figures share a line.
        flags: how it is written, as a token says it.
    """

    text: str
    figure: Figure
    cut_label: str
    result: Result
    place: int
    flags: tuple[str, ...] = ()


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


def compose(scope: Scope, period: Period, chapters: Sequence[Chapter] = SUMMARY.chapters) -> Report:
    """Write the chapters out of the records: one statement for all figures, one for what lists leave out."""
    with remembering():
        report = Report(scope, period, clock.now())
        known = _asked(chapters, scope, period)
        composer = _Composer(report, known | _left(chapters, known, scope, period))
        report.chapters = tuple(composer.chapter(one) for one in chapters)
    return report


Key = tuple[str, str, str]
Known = dict[Key, tuple[Result, str]]


def slots(text: str) -> list[Key]:
    """The figures that a template mentions."""
    return _SLOT.findall(text)


def there(key: str) -> bool:
    """Whether the figure is declared; of a room that declares none its sentences wait.

    Raises:
        Refusal: ``metrics.unknown``, where the room has figures, but none of that key.
    """
    return bool(registry.figures(key.split(".", 1)[0])) and bool(registry.figure(key))


def _parts(chapters: Sequence[Chapter]) -> Iterator[Part | Split]:
    return (part for one in chapters for line in one.paragraphs for pattern in line for part in pattern.parts)


def _asked(chapters: Sequence[Chapter], scope: Scope, period: Period) -> Known:
    """Every figure the chapters mention, with the label of its cut's value."""
    asks: dict[Key, tuple[Ask, str]] = {}
    for part in _parts(chapters):
        if isinstance(part, Split):
            figure, cut = _cut(part)
            asks[part.figure, "", ""] = (Ask(figure, scope, period), "")
            listed = [(str(value), label) for value, label, _ in cut.choices(scope, period)]
            rest = others.others(value for value, _ in listed)
            for value, label in [*listed, (rest, others.label(cut, rest, scope, period))]:
                asks[part.figure, part.cut, value] = (Ask(figure, scope, period, ((cut, value),)), label)
            continue
        for key, cut_key, value in slots(part.text):
            if not there(key):
                continue
            figure = registry.figure(key)
            chosen = next(((cut, value) for cut in cuts_of(figure) if cut.key == cut_key), None)
            label = "" if chosen is None else _label(chosen, scope, period)
            asks[key, cut_key, value] = (Ask(figure, scope, period, () if chosen is None else (chosen,)), label)
    return _answered(asks)


def _answered(asks: Mapping[Key, tuple[Ask, str]]) -> Known:
    results = compute.answers([ask for ask, _ in asks.values()])
    return {key: (result, label) for (key, (_, label)), result in zip(asks.items(), results, strict=True)}


def _cut(split: Split) -> tuple[Figure, Cut]:
    figure = registry.figure(split.figure)
    return figure, next(one for one in cuts_of(figure) if one.key == split.cut)


def _named(split: Split, known: Known) -> list[Key]:
    """The values that a list names: all that are not empty, or the largest of them."""
    keys = [
        key for key, (result, _) in known.items()
        if key[:2] == (split.figure, split.cut) and result.value and others.taken(key[2]) is None
    ]  # fmt: skip
    if split.most and len(keys) > split.most + 1:
        keys = sorted(keys, key=lambda key: -(known[key][0].value or 0))[: split.most]
    return keys


def _left(chapters: Sequence[Chapter], known: Known, scope: Scope, period: Period) -> Known:
    """What the lists that name only the largest values leave out."""
    asks: dict[Key, tuple[Ask, str]] = {}
    for part in _parts(chapters):
        if isinstance(part, Split) and part.most:
            figure, cut = _cut(part)
            value = others.others(key[2] for key in _named(part, known))
            label = others.label(cut, value, scope, period)
            asks[part.figure, part.cut, value] = (Ask(figure, scope, period, ((cut, value),)), label)
    return _answered(asks)


def _label(cut: CutValue, scope: Scope, period: Period) -> str:
    return others.label(cut[0], cut[1], scope, period) or cut[1]


class _Composer:
    """Writes sentences, numbering every figure it prints."""

    def __init__(self, report: Report, known: Known) -> None:
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
            opening = pattern.opening.format(**self.words)
            for place, part in enumerate(pattern.parts):
                count = len(self.report.numbers)
                said = self._split(part) if isinstance(part, Split) else self._part(part)
                if said and self._repeats(part, said, pieces):
                    del self.report.numbers[count:]
                elif said:
                    joint = vocabulary.PAUSE if isinstance(part, Split) else part.joint
                    pieces += [joint if pieces else opening, *said]
                elif place == 0 and not pattern.loose:
                    break
            if pieces:
                yield Sentence(pattern.key, (*(piece for piece in pieces if piece), vocabulary.STOP))

    def _repeats(self, part: Part | Split, said: Sequence[str | Number], before: Sequence[str | Number]) -> bool:
        """Whether a part of something is all of it."""
        if isinstance(part, Split) or not part.apart:
            return False
        first = next((one for one in before if isinstance(one, Number)), None)
        own = next((one for one in said if isinstance(one, Number)), None)
        return first is not None and own is not None and first.result.value == own.result.value

    def _part(self, part: Part) -> list[str | Number]:
        if part.norm is not None and norms.value(part.norm[0], self.report.scope.committee) != part.norm[1]:
            return []
        for key in slots(part.text):
            if key not in self.known:
                return []
            if not self.known[key][0].value:
                left = _SLOT.sub(vocabulary.BLANK, part.text).format(**self.words)
                self.gaps += [] if part.quiet else [vocabulary.GAP.format(name=self._name(key), text=left)]
                return []
        pieces: list[str | Number] = []
        last = 0
        for match in _SLOT.finditer(part.text):
            pieces.append(part.text[last : match.start()].format(**self.words))
            number = self._number((match[1], match[2] or "", match[3] or ""))
            pieces += [number, *number.flags]
            last = match.end()
        pieces.append(part.text[last:].format(**self.words))
        return [piece for piece in pieces if piece]

    def _split(self, split: Split) -> list[str | Number]:
        whole = int(self.known[split.figure, "", ""][0].value or 0)
        keys = _named(split, self.known)
        if not whole or not keys:
            name = registry.figure(split.figure).name
            gap = vocabulary.GAP.format(name=name, text=split.lead + vocabulary.BLANK)
            self.gaps += [] if split.quiet else [gap]
            return []
        total = 0
        said: list[str | Number] = [split.lead]
        for place, key in enumerate(keys):
            total += int(self.known[key][0].value or 0)
            said += [split.joint] if place else []
            said += self._each(split.each.replace("{label}", self.known[key][1]), key, whole)
        return [piece for piece in (*said, *self._rest(split, keys, whole - total)) if piece]

    def _each(self, template: str, key: Key, whole: int) -> Iterator[str | Number]:
        """A value of a list: its number, and its share where the list tells shares."""
        for piece in re.split(r"(\{count\}|\{share\})", template):
            if piece == "{count}":
                yield self._number(key, exact=True)
            elif piece == "{share}":
                share = self.wording.share(int(self.known[key][0].value or 0), whole)
                yield self._number(key, words=share, flags=(SHARE_WORD,))
            else:
                yield piece

    def _rest(self, split: Split, named: Sequence[Key], gap: int) -> Iterator[str | Number]:
        """What bears none of the values told, as a figure of its own, and that some bear several."""
        listed = others.others(key[2] for key in named)
        shortened = split.most and (split.figure, split.cut, listed) in self.known
        every = [key[2] for key in self.known if key[:2] == (split.figure, split.cut) and others.taken(key[2]) is None]
        left = (split.figure, split.cut, listed if shortened else others.others(every))
        count = int(self.known[left][0].value or 0)
        opens, closes = vocabulary.BRACKETS.split("{}")
        if count and shortened:
            yield split.joint
            yield from self._each(split.others, left, 1)
        elif count:
            yield opens
            yield from self._each(split.rest, left, 1)
        if count > gap:
            yield (vocabulary.SEMICOLON if count and not shortened else opens) + split.over
        if count > gap or (count and not shortened):
            yield closes

    def _name(self, key: Key) -> str:
        label = self.known[key][1]
        name = registry.figure(key[0]).name
        return vocabulary.CUT_NAME.format(name=name, label=label) if label else name

    def _number(self, key: Key, words: str = "", *, exact: bool = False, flags: tuple[str, ...] = ()) -> Number:
        result, label = self.known[key]
        figure = registry.figure(key[0])
        same = next((one for one in self.report.numbers if one.figure == figure and one.result is result), None)
        place = same.place if same else len(self.report.numbers) + 1
        if not words and figure.unit in MANY_UNITS:
            flags = self.wording.many(result.value or Decimal(0))
        text = words or self._text(result, flags, exact=exact)
        number = Number(text, figure, label, result, place, flags)
        if same is None:
            self.report.numbers.append(number)
        return number

    def _text(self, result: Result, flags: tuple[str, ...], *, exact: bool) -> str:
        if isinstance(result.figure, Share):
            return self.wording.share(result.numerator or 0, result.denominator or 1)
        if flags:
            return self.wording.flagged(result.value or Decimal(0), flags)
        return self.wording.number(result.value or Decimal(0), exact=exact)
