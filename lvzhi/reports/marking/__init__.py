"""A checked text as the page shows it: claims marked in place, each mark leading to its verdict and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from lvzhi.metrics.look import address
from lvzhi.reports import vocabulary
from lvzhi.reports.checking import Checked, Held, lexicon
from lvzhi.reports.checking.senses import without_numbers
from lvzhi.reports.composing import tokens
from lvzhi.reports.vocabulary import Verdict
from lvzhi.ui import formats
from lvzhi.ui.marks import Tag, Tone

WORST = (Verdict.DIFFERS, Verdict.NO_RECORD, Verdict.HEDGE, Verdict.UNCLEAR, Verdict.HOLDS, Verdict.NO_FIGURE)


def tag_of(word: str) -> Tag:
    """A verdict as a tag with a sign of its own."""
    verdict = Verdict(word)
    tone = cast("Tone", vocabulary.TONES[verdict])
    return Tag(str(verdict.label), tone, vocabulary.SIGNS.get(verdict, ""))


SAID_MOST = 120
MASKED = "masked"


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in the list beside the text.

    Args:
        correct: address at which its match may be corrected; "" for who may not.
    """

    number: int
    held: Held
    correct: str = ""

    @property
    def tag(self) -> Tag:
        """The verdict, with a sign of its own."""
        return tag_of(self.held.verdict)

    @property
    def glyph(self) -> str:
        """The verdict as one sign."""
        return vocabulary.GLYPHS[Verdict(self.held.verdict)]

    @property
    def counted(self) -> bool:
        """Whether the records have anything to say of it."""
        return self.held.verdict != Verdict.NO_FIGURE

    @property
    def said(self) -> str:
        """The number as the text has it."""
        return vocabulary.claimed(self.held.claim)

    @property
    def recorded(self) -> str:
        """The number as recorded, "" without a figure."""
        return vocabulary.recorded(self.held.result) if self.held.result else ""

    @property
    def where(self) -> str:
        """Whose records and which days were asked."""
        return f"{self.held.scope.title} · {self.held.period.label}"

    @property
    def url(self) -> str:
        """The rows behind the recorded number."""
        held = self.held
        if held.figure is None or held.result is None:
            return ""
        return address(held.figure.key, held.scope, held.period, held.filter.cuts if held.filter else ())


@dataclass(frozen=True, slots=True)
class Clash:
    """A contradiction inside the text, with the lines of its claims."""

    reason: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text; without lines it is plain."""

    text: str
    lines: tuple[Line, ...] = ()
    clashing: bool = False

    @property
    def verdict(self) -> str:
        """The gravest verdict of the claims here."""
        here = {line.held.verdict for line in self.lines}
        return str(next((one.value for one in WORST if one in here), ""))

    @property
    def label(self) -> str:
        """The verdict for who does not see the mark."""
        return str(Verdict(self.verdict).label)


def lines(checked: Checked, correct: str = "") -> list[Line]:
    """The claims, numbered in the order of the text.

    Args:
        correct: address of the page that notes corrections for this committee; "" for who may not.
    """
    return [Line(number, held, _correct(held, checked, correct)) for number, held in enumerate(checked.claims, 1)]


def _correct(held: Held, checked: Checked, page: str) -> str:
    """The page of corrections with the words of this claim filled in: its meaning, never its number."""
    if not page:
        return ""
    claim, cuts = held.claim, held.filter.pieces if held.filter else ()
    target = tokens.written(held.figure, [(one.cut, one.label) for one in cuts]) if held.figure else ""
    given = {
        "of": checked.scope.committee.uid, "period": checked.period.text, "subject": without_numbers(claim.subject),
        "action": claim.action or lexicon.NO_VERB, "unit": claim.unit or "",
        "said": claim.text.replace("\n", "")[:SAID_MOST],
        "target": target.strip("{}"),
    }  # fmt: skip
    return page + "?" + urlencode(given)


def clashes(checked: Checked, listed: Sequence[Line]) -> list[Clash]:
    """The contradictions inside the text, each leading to its places."""
    by_claim = {id(line.held.claim): line for line in listed}
    return [Clash(one.reason, tuple(by_claim[id(claim)] for claim in one.claims)) for one in checked.contradictions]


def marks(checked: Checked, listed: Sequence[Line]) -> Iterator[Mark]:
    """The text from its first line to its last, overlapping claims in one mark."""
    text, place = checked.text, 0
    against = {id(claim) for one in checked.contradictions for claim in one.claims}
    group: list[Line] = []
    start = end = 0
    for line in sorted(listed, key=lambda one: (one.held.claim.start, one.held.claim.end)):
        claim = line.held.claim
        if group and claim.start < end:
            group.append(line)
            end = max(end, claim.end)
            continue
        if group:
            yield Mark(text[start:end], tuple(group), any(id(one.held.claim) in against for one in group))
            place = end
        if claim.start > place:
            yield Mark(text[place : claim.start])
        group, start, end = [line], claim.start, claim.end
    if group:
        yield Mark(text[start:end], tuple(group), any(id(one.held.claim) in against for one in group))
        place = end
    if place < len(text):
        yield Mark(text[place:])


@dataclass(frozen=True, slots=True)
class Aside:
    """Numbers that were not held against anything for one reason.

    Args:
        sample: the first of them, as it stands in the text. hides: whether the text itself hides them.
    """

    reason: str
    count: int
    sample: str
    hides: bool = False


def asides(checked: Checked) -> list[Aside]:
    """Why numbers were left out, what the text hides first, then the most frequent reason."""
    counted = Counter(one.why for one in checked.reading.set_aside)
    first = {one.why: one for one in reversed(checked.reading.set_aside)}
    found = [
        Aside(first[why].reason, count, first[why].text.strip(), hides=why == MASKED)
        for why, count in counted.most_common()
    ]
    return sorted(found, key=lambda one: not one.hides)


def tally(checked: Checked) -> list[tuple[Tag, str, str, str]]:
    """How many claims have each verdict, and how its marks look in the text: its key and its sign."""
    return [
        (tag_of(one), formats.number(count), one, vocabulary.GLYPHS[Verdict(one)])
        for one, count in checked.counts.items()
    ]
