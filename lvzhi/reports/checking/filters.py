"""Which value of which dimension a claim narrows its figure to, found by the values' own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lvzhi.claims import Claim
from lvzhi.committee.scope import Scope
from lvzhi.metrics.compute import cuts_of
from lvzhi.metrics.declare import Cut, Figure
from lvzhi.metrics.periods import Period
from lvzhi.reports.checking import lexicon

SHORTEST = 2  # a word of one character stands in too many others


@dataclass(frozen=True, slots=True)
class Filter:
    """One value of a dimension and the word of the subject that named it ("" where the clause did)."""

    cut: Cut
    value: str
    label: str
    word: str = ""

    def as_json(self) -> dict[str, str]:
        """The stable form in ``lvzhi check --json``."""
        return {"cut": self.cut.key, "name": self.cut.name, "value": self.value, "label": self.label}


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    value: str
    label: str
    word: str


@dataclass
class Filters:
    """The values of all dimensions, each list read once for a text."""

    _choices: dict[tuple[Any, ...], Sequence[tuple[str, str, tuple[str, ...]]]] = field(default_factory=dict)

    def of(self, claim: Claim, figure: Figure, scope: Scope, period: Period) -> Filter | None:
        """The one value the claim's words name; None where they name none, or several of them (an enumeration)."""
        groups = [match.group(0) for match in lexicon.GROUP.finditer(claim.clause)]
        for cut in cuts_of(figure):
            choices = self._of(cut, scope, period)
            found = _hits(claim.subject, choices)
            if found:
                values = {hit.value for hit in found}
                if len(values) == 1:
                    return Filter(cut, found[0].value, found[0].label, found[0].word)
                continue
            for group in groups:
                inside = _hits(group, choices)
                values = {hit.value for hit in inside}
                if len(values) == 1 and not _goes_on(group, inside[-1].end):
                    return Filter(cut, inside[0].value, inside[0].label)
        return None

    def _of(self, cut: Cut, scope: Scope, period: Period) -> Sequence[tuple[str, str, tuple[str, ...]]]:
        organ = scope.organ.pk if scope.organ else None
        key = (cut.key, cut.choices, scope.committee.pk, scope.below, organ, period.key)
        if key not in self._choices:
            self._choices[key] = list(cut.choices(scope, period))
        return self._choices[key]


def _goes_on(group: str, end: int) -> bool:
    """Whether the list of things ends in "and so on": then it names more than the one value found."""
    return lexicon.ET_CETERA in group[end:]


def _hits(text: str, choices: Sequence[tuple[str, str, tuple[str, ...]]]) -> list[_Hit]:
    """Every value whose label or word stands in the text; a word inside a longer one of another value counts not."""
    found: list[_Hit] = []
    for value, label, words in choices:
        for word in {label, *words}:
            start = text.find(word) if len(word) >= SHORTEST else -1
            if start >= 0:
                found.append(_Hit(start, start + len(word), str(value), label, word))
    found.sort(key=lambda hit: hit.start - hit.end)
    kept: list[_Hit] = []
    for hit in found:
        if all(hit.end <= other.start or other.end <= hit.start or hit.value == other.value for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
