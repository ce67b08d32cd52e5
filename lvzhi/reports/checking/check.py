"""From claims to verdicts: read, place, match by meaning, count all at once, compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lvzhi.claims import Claim, Contradiction, Reading, contradictions, read
from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, registry
from lvzhi.metrics.compute import Ask, Result, cuts_of
from lvzhi.metrics.declare import Figure, Share
from lvzhi.metrics.periods import Period
from lvzhi.norms.memo import remembering
from lvzhi.reports import vocabulary
from lvzhi.reports.checking import hedges, lexicon, matching, senses, windows
from lvzhi.reports.checking.filters import Filters
from lvzhi.reports.checking.hedges import Measures
from lvzhi.reports.checking.matching import Fit, Found, Spoken
from lvzhi.reports.checking.narrowing import Filter, Said
from lvzhi.reports.checking.places import Placed, Places
from lvzhi.reports.checking.senses import Sense
from lvzhi.reports.checking.spans import Span, Spans
from lvzhi.reports.vocabulary import Reason, Verdict

ORGAN_CUTS = frozenset({"organ", "office", "agency"})
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Held:
    """A claim held against the records.

    Args:
        figure: None where no figure, or more than one, is meant.
        result: the recorded value; None without a figure.
        rivals: the figures that fit alike, where that is the verdict.
        sense: the correction of the committee by which it was found.
    """

    claim: Claim
    verdict: str
    reason: str
    scope: Scope
    period: Period
    figure: Figure | None = None
    filter: Filter | None = None
    result: Result | None = None
    rivals: tuple[Figure, ...] = ()
    sense: Sense | None = None

    @property
    def is_finding(self) -> bool:
        """Whether the verdict makes the command exit with 1."""
        return self.verdict in vocabulary.FINDINGS

    @property
    def recorded(self) -> int | float | None:
        """The recorded value as JSON has it."""
        return compute.plain(self.result.value) if self.result else None

    def as_json(self) -> dict[str, object]:
        """The stable form of ``lvzhi check --json``."""
        scope = self.scope
        body = self.claim.as_json() | {
            "verdict": str(self.verdict),
            "figure": self.figure.key if self.figure else None,
            "filter": self.filter.as_json() if self.filter else None,
            "scope": {
                "committee": scope.committee.name,
                "below": scope.below,
                "organ": scope.organ.name if scope.organ else None,
                "from": self.period.start.isoformat(),
                "to": self.period.end.isoformat(),
            },
            "recorded": self.recorded,
            "reason": self.reason,
        }
        if self.result is not None and self.result.denominator is not None:
            body |= {"numerator": self.result.numerator, "denominator": self.result.denominator}
        if self.rivals:
            body["rivals"] = [one.key for one in self.rivals]
        if self.sense is not None:
            on = self.sense.on
            body["corrected"] = {"who": self.sense.who, "on": on.isoformat() if on else None}
        return body

    def as_line(self) -> dict[str, str]:
        """The words of one line on the terminal."""
        return {
            "verdict": str(Verdict(self.verdict).label),
            "figure": self.figure.key if self.figure else "",
            "claimed": vocabulary.number(self.claim.value, self.claim.unit),
            "recorded": vocabulary.recorded(self.result),
            "text": self.claim.text.replace("\n", ""),
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """A text held against the records."""

    text: str
    scope: Scope
    period: Period
    reading: Reading
    claims: tuple[Held, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def has_finding(self) -> bool:
        """Whether any claim differs, is hedged untruly, or has no record."""
        return any(one.is_finding for one in self.claims)

    @property
    def counts(self) -> dict[str, int]:
        """How many claims have each verdict, in the order of the verdicts."""
        found = Counter(one.verdict for one in self.claims)
        return {verdict: found[verdict] for verdict in Verdict.values if found[verdict]}

    def as_json(self) -> dict[str, object]:
        """The stable form of ``lvzhi check --json``."""
        return {
            "committee": self.scope.committee.name,
            "period": self.period.text,
            "claims": [one.as_json() for one in self.claims],
            "contradictions": [one.as_json() for one in self.contradictions],
        }


@dataclass(frozen=True, slots=True)
class _Meant:
    """A claim with everything that its words say, before any record is counted."""

    claim: Claim
    placed: Placed
    span: Span
    found: Found
    sense: Sense | None = None

    def ask(self) -> Ask | None:
        fit = self.found.fit
        if fit is None or self.placed.unknown or self.span.unknown or _only_a_change(self.claim):
            return None
        return Ask(fit.figure, self.placed.scope, self.span.period, fit.filter.cuts if fit.filter else ())

    @property
    def said(self) -> Said:
        """As a claim behind it sees it."""
        fit = self.found.fit
        return Said(windows.plain(self.claim), fit.figure if fit else None, fit.filter if fit else None)


@dataclass
class _Reader:
    """Places and matches the claims of one text."""

    places: Places
    spans: Spans
    figures: Sequence[Spoken]
    senses: Sequence[Sense] = ()
    filters: Filters = field(default_factory=Filters)

    def meant(self, claims: Sequence[Claim]) -> list[_Meant]:
        """What each claim means; a claim that could mean several things leans on those before it."""
        done: list[_Meant] = []
        by_number: dict[int, str] = {}
        for claim in claims:
            placed = self.places.of(claim)
            span = self.spans.of(claim, placed.scope.committee)
            before = [one.said for one in done if windows.same_part(claim, one.claim)]
            context = _context(claim, done, by_number)
            plain = placed.without(windows.plain(claim))
            filter_of = self._filter_of(placed, span, before)
            sense, found = self._corrected(plain, filter_of)
            if found is None:
                found = matching.find(plain, self.figures, filter_of, context, before)
            elif sense is not None:
                placed = self._reached(placed, sense)
            if found.fit is not None:
                by_number[claim.number_start] = found.fit.figure.key
                if placed.agency and any(cut.key in ORGAN_CUTS for cut in cuts_of(found.fit.figure)):
                    placed = Placed(self.places.agency(placed.scope), agency=True, unknown=placed.unknown)
            done.append(_Meant(claim, placed, span, found, sense))
        return done

    def _corrected(self, claim: Claim, filter_of: matching.FilterOf) -> tuple[Sense | None, Found | None]:
        """What the committee's corrections make of a claim; nothing where none is about it."""
        sense = senses.meant(claim, self.senses)
        if sense is None:
            return None, None
        if not sense.figure:
            return sense, Found()
        figure = next((one.figure for one in self.figures if one.figure.key == sense.figure), None)
        try:
            chosen = senses.narrowed(sense, figure) if figure is not None else None
        except LookupError:  # a dimension that is no more
            figure = None
        if figure is None:
            return None, None
        if not sense.cuts and not sense.whole:
            chosen = filter_of(claim, figure)
        return sense, Found((Fit(figure, chosen, 0),))

    def _reached(self, placed: Placed, sense: Sense) -> Placed:
        committee = placed.scope.committee
        if sense.reach == senses.AGENCY:
            return Placed(self.places.agency(Scope(committee)), unknown=placed.unknown)
        if sense.reach == senses.TEXT:
            return placed
        return Placed(Scope(committee, below=sense.reach == senses.BELOW), unknown=placed.unknown)

    def _filter_of(self, placed: Placed, span: Span, said: Sequence[Said]) -> matching.FilterOf:
        return lambda claim, figure: self.filters.of(claim, figure, placed.scope, span.period, said)


def _context(claim: Claim, done: Sequence[_Meant], by_number: dict[int, str]) -> list[str]:
    """Figures that decide between equals: that of the total split here, then those of the sentence, latest first."""
    found = [by_number[claim.part_of]] if claim.part_of in by_number else []
    near = claim.sentence
    if done and claim.sentence.startswith(lexicon.AMONG_THEM):  # 共立案9件。其中，委员提案7件: the sentence before
        near = done[-1].claim.sentence
    for one in reversed(done):
        if one.claim.sentence not in (claim.sentence, near):
            break
        if one.found.fit is not None:
            found.append(one.found.fit.figure.key)
    return found


def _only_a_change(claim: Claim) -> bool:
    return claim.change is not None and claim.change.kind == "by"


def check_text(text: str, scope: Scope, period: Period, among: Sequence[Figure] | None = None) -> Checked:
    """Hold every quantified claim of a text against the records.

    Args:
        scope, period: the defaults; what the text says of itself wins.
        among: the figures that a claim may mean; all registered ones where not given.

    The claimed value takes no part in choosing figure, filter, scope or period. All counts are one statement.
    """
    with remembering():
        return _check(text, scope, period, registry.figures() if among is None else among)


def _check(text: str, scope: Scope, period: Period, among: Sequence[Figure]) -> Checked:
    reading = read(text)
    spoken = "".join(sentence.text for sentence in reading.sentences)
    places = Places(scope, reading.title or "", spoken)
    reader = _Reader(places, Spans(period), matching.speaking(among), senses.known(scope.committee))
    meant = reader.meant(reading.claims)
    asks = [(place, ask) for place, one in enumerate(meant) if (ask := one.ask()) is not None]
    results = compute.answers([ask for _, ask in asks])
    found = {place: result for (place, _), result in zip(asks, results, strict=True)}
    measures = Measures.of(scope.committee, min(period.end, vocabulary.today()))
    claims = tuple(_held(one, found.get(place), text, measures) for place, one in enumerate(meant))
    return Checked(text, scope, period, reading, claims, tuple(contradictions(reading)))


def _held(one: _Meant, result: Result | None, text: str, measures: Measures) -> Held:
    fit = one.found.fit
    verdict, reason = _verdict(one, result, text, measures)
    if one.sense is not None:
        reason = vocabulary.corrected(reason, one.sense.who, one.sense.on)
    return Held(
        one.claim, verdict, reason, one.placed.scope, one.span.period,
        figure=fit.figure if fit else None, filter=fit.filter if fit else None, result=result,
        rivals=tuple(other.figure for other in one.found.best) if len(one.found.best) > 1 else (), sense=one.sense,
    )  # fmt: skip


def _verdict(one: _Meant, result: Result | None, text: str, measures: Measures) -> tuple[str, str]:
    claim, found = one.claim, one.found
    if len(found.best) > 1:
        names = vocabulary.names(fit.figure.name for fit in found.best)
        return Verdict.UNCLEAR, Reason.UNCLEAR.format(names=names)
    if one.sense is not None and not one.sense.figure:
        return Verdict.NO_FIGURE, str(Reason.LEFT_ALONE)
    if found.fit is None:
        if found.nearest is None:
            return Verdict.NO_FIGURE, Reason.NO_FIGURE.format(subject=claim.subject or claim.text)
        said = claim.label + claim.subject
        return Verdict.NO_FIGURE, Reason.NARROWER.format(subject=said, name=found.nearest.figure.name)
    if _only_a_change(claim):
        return Verdict.NO_FIGURE, Reason.CHANGE.format(name=found.fit.figure.name)
    if one.placed.unknown:
        return Verdict.NO_RECORD, Reason.NO_BODY.format(name=one.placed.unknown)
    if one.span.unknown or result is None:
        return Verdict.NO_RECORD, Reason.NO_SPAN.format(text=one.span.unknown)
    return _compared(claim, found.fit.filter, result, text, measures)


def _compared(claim: Claim, filter_: Filter | None, result: Result, text: str, measures: Measures) -> tuple[str, str]:
    name = result.figure.name
    if filter_ is not None:
        name = vocabulary.CUT_NAME.format(name=name, label=filter_.label)
    facts = {"said": vocabulary.claimed(claim), "name": name, "recorded": vocabulary.recorded(result)}
    value = _exactly(result)
    if value is None or (not (result.high or value) and claim.value != 0 and not isinstance(result.figure, Share)):
        return Verdict.NO_RECORD, Reason.NO_RECORD.format(**facts)
    kind, grain = hedges.kind_of(claim), hedges.grain_of(claim, text)
    ends = (value, result.high or value)  # of a figure per event the smallest and the largest: it is said of each
    true = all(hedges.holds(kind, end, claim.value, measures, grain) for end in ends)
    if isinstance(result.figure, Share) and claim.value == HUNDRED and kind == "exact":
        true = result.numerator == result.denominator  # nothing less than all is rounded up to all of it
    if true:
        return Verdict.HOLDS, (Reason.HOLDS_HEDGED if kind != "exact" else Reason.HOLDS).format(**facts)
    if all(hedges.almost(kind, end, claim.value, measures) for end in ends):
        return Verdict.HEDGE, Reason.HEDGE.format(**facts, rule=vocabulary.hedge_rule(kind, claim, measures))
    low, high = ends
    if low <= claim.value <= high and low != high:
        return Verdict.DIFFERS, Reason.NOT_EACH.format(**facts)
    more, end = (Reason.MORE, high) if claim.value > high else (Reason.LESS, low)
    shown = end if result.high is not None else result.value or end
    gap = vocabulary.number(abs(claim.value - shown), result.figure.unit)
    return Verdict.DIFFERS, more.format(**facts, gap=gap)


def _exactly(result: Result) -> Decimal | None:
    """The recorded value unrounded, so that it can be rounded to what the text shows."""
    if result.denominator:
        return Decimal(result.numerator or 0) * HUNDRED / Decimal(result.denominator)
    return result.value
