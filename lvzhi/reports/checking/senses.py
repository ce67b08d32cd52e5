"""What words mean at one committee, as its people corrected a match once: by meaning, never by a number or a sentence.

The records lie above this room's check; whoever keeps them says so with `provide`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from lvzhi.claims import Claim
from lvzhi.committee.models import Committee
from lvzhi.metrics.compute import cuts_of
from lvzhi.metrics.declare import Figure
from lvzhi.reports.checking import lexicon, windows
from lvzhi.reports.checking.narrowing import Filter, Piece

TEXT, OWN, BELOW, AGENCY = "", "own", "below", "agency"


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words by which a claim is known again.

    Args:
        subject: the thing counted. action, unit: "" for any; `lexicon.NO_VERB` where none may stand.
        near: words that must all stand in the same part of the sentence. heading: a word of the heading above.
    """

    subject: str
    action: str = ""
    unit: str = ""
    near: str = ""
    heading: str = ""

    @property
    def asks(self) -> frozenset[tuple[str, str]]:
        """What it asks besides the thing counted: the more, the narrower."""
        found = {("near", word) for word in lexicon.BETWEEN.split(self.near) if word}
        plain = (("action", self.action), ("unit", self.unit), ("heading", self.heading))
        return frozenset(found | {(name, word) for name, word in plain if word})

    def fits(self, claim: Claim) -> bool:
        """Whether a claim says this; its number is not looked at."""
        if thing(self.subject) != thing(claim.subject):
            return False
        place = windows.part_of(claim) + claim.clause
        here = {"action": claim.action or "", "unit": claim.unit or ""}
        for name, word in self.asks:
            if name == "near" and word not in place:
                return False
            if name == "heading" and word not in (claim.heading or ""):
                return False
            if name in here and here[name] != (word if word != lexicon.NO_VERB else ""):
                return False
        return True

    def clashes(self, other: Pattern) -> bool:
        """Whether some claim could be meant by both and neither is the narrower one."""
        if thing(self.subject) != thing(other.subject):
            return False
        ours, theirs = self.asks, other.asks
        for name in ("action", "unit"):
            words = {word for key, word in ours | theirs if key == name}
            if len(words) > 1:
                return False
        return not (ours < theirs or theirs < ours)


@dataclass(frozen=True, slots=True)
class Sense:
    """A correction: what a pattern means at a committee.

    Args:
        figure: key; "" where such a claim is not to be held against any record.
        cuts: (dimension, value, label) it is narrowed to. whole: not narrowed by the text's own words either.
        reach: whose rows: as the text says, the committee's own, with those below, the agency's.
    """

    pattern: Pattern
    figure: str
    cuts: tuple[tuple[str, str, str], ...] = ()
    whole: bool = False
    reach: str = TEXT
    who: str = ""
    on: date | None = None


Provider = Callable[[Committee], Sequence[Sense]]
_providers: list[Provider] = []


def provide(provider: Provider) -> None:
    """Say who keeps the corrections of a committee."""
    if provider not in _providers:
        _providers.append(provider)


def known(committee: Committee) -> list[Sense]:
    """The corrections of a committee. Those of committees above do not count: they are about their own texts."""
    return [sense for provider in _providers for sense in provider(committee)]


def meant(claim: Claim, senses: Sequence[Sense]) -> Sense | None:
    """The correction that a claim falls under: of several the narrowest."""
    fit = [sense for sense in senses if sense.pattern.fits(claim)]
    return max(fit, key=lambda sense: len(sense.pattern.asks), default=None)


def narrowed(sense: Sense, figure: Figure) -> Filter | None:
    """What a correction narrows its figure to; None for the whole.

    Raises:
        LookupError: the figure is not split that way any more.
    """
    known_cuts = {cut.key: cut for cut in cuts_of(figure)}
    pieces = tuple(Piece(known_cuts[key], value, label) for key, value, label in sense.cuts)
    return Filter(pieces) if pieces else None


def thing(subject: str) -> str:
    """The thing counted without numbers and without what may stand before any thing."""
    core = lexicon.DIGITS.sub("", lexicon.TAILS.sub("", subject))
    return lexicon.GENERIC.sub("", core) or core


def without_numbers(text: str) -> str:
    """Words to be remembered."""
    return lexicon.DIGITS.sub("", text).strip()


def has_number(text: str) -> bool:
    """Whether digits stand in it, which no pattern may hold."""
    return bool(lexicon.DIGITS.search(text))
