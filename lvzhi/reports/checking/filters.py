"""Which values of which dimensions a claim narrows its figure to, found by the values' own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lvzhi.claims import Claim
from lvzhi.committee.scope import Scope
from lvzhi.metrics.compute import cuts_of
from lvzhi.metrics.declare import Cut, Figure
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Reach
from lvzhi.reports.checking import lexicon, topics
from lvzhi.reports.checking.narrowing import Filter, Piece, Said
from lvzhi.reports.checking.windows import Windows

SHORTEST = 2  # a word of one character stands in too many others
Choices = Sequence[tuple[str, str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    cut: Cut
    value: str
    label: str
    word: str


@dataclass
class Filters:
    """The values of all dimensions, each list read once for a text."""

    _choices: dict[tuple[Any, ...], Choices] = field(default_factory=dict)

    def of(
        self, claim: Claim, figure: Figure, scope: Scope, period: Period, said: Sequence[Said] = ()
    ) -> Filter | None:
        """What the claim's words narrow the figure to; None where they name nothing.

        Args:
            said: what the sentence counted before it, for a figure that tells what came of an act.
        """
        windows = Windows.of(claim, said).without({word for says in figure.says for word in says.broad})
        cuts = cuts_of(figure)
        read = _Reading(windows, {cut.key: self._of(cut, scope, period) for cut in cuts}, cuts)
        pieces = [piece for cut in cuts if cut.reach != Reach.SENTENCE for piece in read.near(cut)]
        act = read.act([cut for cut in cuts if cut.reach == Reach.SENTENCE], scope, period)
        if any(says.trailing for says in figure.says):
            act = _taken_over(act, _of_acts(said, figure), cuts, scope, period)
        pieces += act
        order = {cut.key: place for place, cut in enumerate(cuts)}
        pieces.sort(key=lambda piece: order[piece.cut.key])
        return Filter(tuple(pieces)) if pieces else None

    def _of(self, cut: Cut, scope: Scope, period: Period) -> Choices:
        organ = scope.organ.pk if scope.organ else None
        key = (cut.key, cut.choices, scope.committee.pk, scope.below, organ, period.key)
        if key not in self._choices:
            self._choices[key] = [(str(value), label, words) for value, label, words in cut.choices(scope, period)]
        return self._choices[key]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The windows of one claim read for the values of one figure's dimensions."""

    windows: Windows
    choices: Mapping[str, Choices]
    cuts: Sequence[Cut]

    def near(self, cut: Cut) -> Iterable[Piece]:
        """Values named by the subject, by a list of fields before it, or anywhere in the clause."""
        found = [hit for hit in self._hits(self.cuts, self.windows.subject) if hit.cut is cut]
        if found:
            return _pieces(found, of_subject=True)
        if cut.reach == Reach.CLAUSE:
            return _pieces(self._hits([cut], self.windows.clause.text))
        for group in lexicon.GROUP.findall(self.windows.claim.clause):
            inside = self._hits([cut], group)
            if inside and lexicon.ET_CETERA not in group[inside[-1].end :]:  # "and so on": more than what is named
                return _pieces(inside)
        return ()

    def act(self, cuts: Sequence[Cut], scope: Scope, period: Period) -> list[Piece]:
        """Values that tell the act: its kind from the nearest words that name one, its topics from all of them."""
        closed = [cut for cut in cuts if not cut.free]
        pieces: list[Piece] = []
        for together in _families(closed):
            of = {cut.key: cut.under[1](scope, period) for cut in together if cut.under is not None}
            pieces += _nested(self._nearest(together, of), together, self.choices, of)
        label = self.windows.claim.label
        if label and label in {piece.word for piece in pieces}:  # the row names a kind, so no topic
            return pieces
        return pieces + [piece for cut in cuts if cut.free for piece in self._topics(cut, closed)]

    def _nearest(self, cuts: Sequence[Cut], of: Mapping[str, Mapping[str, str]]) -> list[Piece]:
        found = self._general(self._hits(cuts, self.windows.subject), cuts, of)
        if found:
            return _pieces(found, of_subject=True)
        for about in (self.windows.clause, self.windows.gap):
            stretches = [self._hits(cuts, about.text), *(self._at_end(cuts, item) for item in about.named)]
            found = [hit for each in stretches for hit in self._general(each, cuts, of)]
            if found:
                return _pieces(found)
        return []

    def _general(self, found: list[_Hit], cuts: Sequence[Cut], of: Mapping[str, Mapping[str, str]]) -> list[_Hit]:
        """A word for a value and the broader one means the broader (调研); so does a value in a compound (调研协商)."""
        broader = {one.key: one for cut in cuts if cut.under is not None for one in cuts if one.key == cut.under[0]}
        spans = {(hit.start, hit.end) for hit in found if hit.cut.key in broader}
        places = {place for span in spans for place in span}
        kept: list[_Hit] = []
        for hit in found:
            under = hit.cut.under
            if under is None or ((hit.start, hit.end) not in spans and not {hit.start, hit.end} & places):
                kept.append(hit)
            elif (hit.start, hit.end) not in spans:
                value = of[hit.cut.key].get(hit.value, "")
                label = next((label for one, label, _ in self.choices[under[0]] if one == value), value)
                kept.append(_Hit(hit.start, hit.end, broader[under[0]], value, label, hit.word))
        return kept

    def _topics(self, cut: Cut, closed: Sequence[Cut]) -> list[Piece]:
        """The recorded topics that are meant; where the text lists some and none is recorded, those as it says them."""
        clause, gap = self.windows.clause, self.windows.gap
        own = bool(self._hits(closed, self.windows.subject) or self._hits(closed, clause.text))
        listed = [*clause.topics, *clause.open, *gap.open]  # with an act of its own, an act told before is another one
        listed += [item for item in clause.named if not self._at_end(closed, item)]
        if not own:
            listed += [*gap.topics, *(item for item in gap.named if not self._at_end(closed, item))]
        known = [(value, label) for value, label, _ in self.choices[cut.key]]
        found = topics.said(listed, self.windows.claim.clause if own else self.windows.whole, known)
        if found:
            return [Piece(cut, value, label) for value, label in found]
        return [Piece(cut, item, item) for item in dict.fromkeys(listed)]

    def _at_end(self, cuts: Sequence[Cut], item: str) -> list[_Hit]:
        return [hit for hit in self._hits(cuts, item) if hit.end == len(item)]

    def _hits(self, cuts: Sequence[Cut], text: str) -> list[_Hit]:
        """Every value whose label or word stands in the text; not a word inside a longer one of another value."""
        found: list[_Hit] = []
        for cut in cuts:
            for value, label, words in self.choices[cut.key]:
                for word in {label, *words}:
                    start = text.find(word) if len(word) >= SHORTEST else -1
                    while start >= 0:
                        found.append(_Hit(start, start + len(word), cut, value, label, word))
                        start = text.find(word, start + len(word))
        found.sort(key=lambda hit: hit.start - hit.end)
        kept: list[_Hit] = []
        for hit in found:
            if all(hit.end <= one.start or one.end <= hit.start or _alike(hit, one) for one in kept):
                kept.append(hit)
        return sorted((hit for hit in kept if not self._other(hit, kept)), key=lambda hit: hit.start)

    def _other(self, hit: _Hit, found: Sequence[_Hit]) -> bool:
        """Whether a word for the value is another's whole name, and what the longer name adds is not spoken of.

        主席会议 is short for 主席会议协商 only where consultation is the matter.
        """
        rest = hit.label.replace(hit.word, "", 1)
        if hit.word == hit.label or rest == hit.label or rest in self.windows.claim.sentence:
            return False
        place = hit.cut.key, hit.start, hit.end
        return any(one.word == one.label and (one.cut.key, one.start, one.end) == place for one in found)


def _families(cuts: Sequence[Cut]) -> list[list[Cut]]:
    """Dimensions that name one thing more and less narrowly, together; every other one alone."""
    broader = {cut.under[0] for cut in cuts if cut.under is not None}
    nested = [cut for cut in cuts if cut.under is not None or cut.key in broader]
    alone = [[cut] for cut in cuts if cut not in nested]
    return [nested, *alone] if nested else alone


def _alike(hit: _Hit, other: _Hit) -> bool:
    """Whether both name one value, or one word names both."""
    return (hit.cut.key, hit.value) == (other.cut.key, other.value) or hit.word == other.word


def _pieces(found: Sequence[_Hit], *, of_subject: bool = False) -> list[Piece]:
    """One piece a value; of several words for it the longest."""
    longest: dict[tuple[str, str], _Hit] = {}
    for hit in found:
        known = longest.get((hit.cut.key, hit.value))
        if known is None or len(hit.word) > len(known.word):
            longest[hit.cut.key, hit.value] = hit
    return [Piece(hit.cut, hit.value, hit.label, hit.word if of_subject else "") for hit in longest.values()]


def _nested(
    pieces: list[Piece], cuts: Sequence[Cut], choices: Mapping[str, Choices], of: Mapping[str, Mapping[str, str]]
) -> list[Piece]:
    """Where values and broader ones are named together (常委会议、主席会议协商; 专题协商和视察), what both come to."""
    for cut in cuts:
        named = {piece.value: piece for piece in pieces if piece.cut.key == cut.key}
        if cut.under is None or not named:
            continue
        key, family = cut.under[0], of[cut.key]
        broad = {piece.value: piece for piece in pieces if piece.cut.key == key}
        if not broad:
            continue
        within = [piece for value, piece in named.items() if family.get(value) in broad]
        others = [piece for piece in pieces if piece.cut.key not in {cut.key, key}]
        if {family.get(piece.value) for piece in within} == set(broad):
            pieces = others + within
        else:
            free = set(broad) - {family.get(value) for value in named}
            more = [Piece(cut, value, label) for value, label, _ in choices[cut.key] if family.get(value) in free]
            pieces = others + list(named.values()) + more
    return pieces


def _of_acts(said: Sequence[Said], figure: Figure) -> list[Piece]:
    """What the acts told just before were narrowed to: the last one, or all of one run (视察3次、调研5次，提出…)."""
    if not said or said[-1].figure is None:
        return []
    last = said[-1].figure
    found: list[Piece] = []
    for one in reversed(said):
        if one.figure is not last or (found and last is figure):
            break
        pieces = one.filter.of_act if one.filter else ()
        if not pieces:
            return []
        found = [*pieces, *found]
    return list({(piece.cut.key, piece.value): replace(piece, word="", own=False) for piece in found}.values())


def _taken_over(own: list[Piece], acts: list[Piece], cuts: Sequence[Cut], scope: Scope, period: Period) -> list[Piece]:
    """The claim's own words, else those of the act before: what act it was, and apart from that every dimension."""
    known = {cut.key: cut for cut in cuts}
    acts = [replace(piece, cut=known[piece.cut.key]) for piece in acts if piece.cut.key in known]
    told = {cut.key for cut in cuts if cut.free or cut.under is not None}
    told |= {cut.under[0] for cut in cuts if cut.under is not None}
    ours = [piece for piece in own if piece.cut.key in told]
    theirs = [piece for piece in acts if piece.cut.key in told]
    found = theirs if not ours or _names_only(ours, theirs, cuts, scope, period) else ours
    for cut in cuts:
        if cut.key not in told:
            here = [piece for piece in own if piece.cut.key == cut.key]
            found = [*found, *(here or [piece for piece in acts if piece.cut.key == cut.key])]
    return found


def _names_only(ours: list[Piece], theirs: list[Piece], cuts: Sequence[Cut], scope: Scope, period: Period) -> bool:
    """Whether the claim's own words only say in general what act that before was (参加学习, of 中心组学习)."""
    for cut in cuts:
        if cut.under is None:
            continue
        of = cut.under[1](scope, period)
        narrower = {of.get(piece.value) for piece in theirs if piece.cut.key == cut.key}
        broader = {piece.value for piece in ours if piece.cut.key == cut.under[0]}
        if narrower and len(broader) == len(ours) and narrower <= broader:
            return True
    return False
