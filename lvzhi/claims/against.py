"""What a text says against itself: one thing told twice, parts that miss their whole, rates that miss their counts.

Only what must agree is compared: totals told once a period, brackets that split a number, rates whose two counts stand
beside them. Hedges open a range (180余 agrees with 186), rounding too; where the ranges meet there is no contradiction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from lvzhi.claims import lexicon_totals as totals
from lvzhi.claims.models import Claim, Reading
from lvzhi.claims.vocabulary import contradiction

Kind = Literal["restated", "parts", "over", "rate"]
Range = tuple[Decimal, Decimal]
HUNDRED: Final = Decimal(100)
_ENDLESS: Final = Decimal("1e30")
_NEAR: Final = 600  # how far back the counts of a rate may stand
_WIDE: Final = Decimal(15)  # a share further off than this many points is taken of a whole that is not told here


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims of one text that cannot all be true.

    Args:
        kind: restated (one thing with two numbers), parts (they do not come to their whole), over (a part is larger
            than its whole), rate (it does not follow from its counts).
        claims: the claims concerned, in text order; the whole or the rate is the first of its kind.
        arithmetic: what was reckoned, as digits and signs.
    """

    kind: Kind
    claims: tuple[Claim, ...]
    arithmetic: str

    @property
    def reason(self) -> str:
        """The contradiction as a Chinese sentence."""
        return contradiction(self.kind, subject=self.claims[0].subject, arithmetic=self.arithmetic)

    def as_json(self) -> dict[str, object]:
        """Kind, sentence, arithmetic and both places."""
        places = [{"start": c.start, "text": c.text} | _number(c) for c in self.claims]
        return {"kind": self.kind, "reason": self.reason, "arithmetic": self.arithmetic, "places": places}


def _number(claim: Claim) -> dict[str, object]:
    line = claim.as_json()
    return {"value": line["value"], "unit": line["unit"]}


def contradictions(reading: Reading) -> list[Contradiction]:
    """The contradictions inside one text, in the order of its places; none is better than a doubtful one."""
    claims = [c for c in reading.claims if c.change is None]
    found = [*_restated(claims, reading), *_parts(claims), *_rates(claims)]
    return sorted(found, key=lambda one: (one.claims[0].start, one.claims[-1].start))


def span_of(claim: Claim) -> Range:
    """The least and the greatest value that the number as written may stand for."""
    value, hedge = claim.value, claim.hedge or ""
    if hedge in totals.MORE:
        return value, value + _last_digit(value)
    if hedge in totals.AT_LEAST or claim.qualifier == "over":
        return value, _ENDLESS
    if hedge in totals.NEARLY:
        return value * Decimal("0.8"), value
    if claim.qualifier == "about":
        return value * Decimal("0.9"), value * Decimal("1.1")
    if value >= 10_000 and re.search(r"[万亿萬億]", claim.text):
        half = _last_digit(value) / 2
        return value - half, value + half
    return value, value


def _last_digit(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


def _meet(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _shown(value: Decimal) -> str:
    return f"{value.normalize():f}"


# One thing told twice


def _restated(claims: Sequence[Claim], reading: Reading) -> Iterator[Contradiction]:
    told: dict[tuple[str, str, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = _total(claim)
        if key is not None:
            told[key].append(claim)
    default = f"{reading.year}年" if reading.year else None
    for alike in told.values():
        first = alike[0]
        for other in alike[1:]:
            if other.sentence == first.sentence or not _same_time(first, other, default):
                continue
            if not _meet(span_of(first), span_of(other)):
                reckoned = f"{_shown(first.value)} ≠ {_shown(other.value)}"
                yield Contradiction("restated", (first, other), reckoned)
                break


def _total(claim: Claim) -> tuple[str, str, str | None] | None:
    """The key of a number that a text can tell only once for a period; None for any other."""
    if claim.part_of is not None or not _bare(claim):
        return None
    if claim.unit == "%":
        return (claim.subject, "", claim.unit) if totals.RATE.search(claim.subject) else None
    for subjects, actions in totals.ONCE:
        if subjects.fullmatch(claim.subject):
            action = next((word for word in actions if word in (claim.action or "")), None)
            if action is not None:
                return claim.subject, totals.ALIKE.get(action, action), claim.unit
    if totals.STANDING.fullmatch(claim.subject) and totals.HAS.search(_clause_head(claim)):
        return claim.subject, "有", claim.unit
    return None


def _bare(claim: Claim) -> bool:
    """Whether nothing narrows what is counted: only organ, time, verb and the thing itself stand in the clause."""
    if claim.narrowed:
        return False
    rest = _clause_head(claim)
    for word in filter(None, (claim.period, claim.body, claim.subject, claim.action)):
        rest = rest.replace(word, "", 1)
    rest = totals.FILLERS.sub("", totals.SESSION.sub("", rest))
    return not rest.strip("、，：的了达为均率“”")


def _clause_head(claim: Claim) -> str:
    """What stands in the clause before this number."""
    number = _digits(claim)
    at = claim.clause.find(number) if number else -1
    return claim.clause[:at] if at >= 0 else claim.clause


def _digits(claim: Claim) -> str:
    shown = _shown(claim.value)
    if shown in claim.clause:
        return shown
    found = re.search(r"\d[\d.,]*|[零〇一二三四五六七八九十百千万亿两]+", claim.clause)
    return found[0] if found else ""


def _same_time(one: Claim, other: Claim, default: str | None) -> bool:
    """Whether two claims may speak of one span; a year that only the title gives speaks of any."""
    first, second = (_said(c, default) for c in (one, other))
    return first is None or second is None or first == second or {first, second} <= totals.THIS_YEAR | {default}


def _said(claim: Claim, default: str | None) -> str | None:
    """The period that the text gives beside the claim; None where only the title gives one."""
    by_title = claim.period is None or (claim.period == default and claim.period not in claim.sentence)
    return None if by_title else claim.period


# Parts and their whole


def _parts(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    by_start = {c.number_start: c for c in claims}
    for whole in claims:
        parts = [by_start[at] for at in whole.total_of if at in by_start]
        if not parts or whole.unit == "%":
            continue
        reach = span_of(whole)
        larger = next((part for part in parts if span_of(part)[0] > reach[1]), None)
        if larger is not None:
            yield Contradiction("over", (whole, larger), f"{_shown(larger.value)} > {_shown(whole.value)}")
            continue
        complete = _complete(parts)
        summed = parts if complete else _disjoint(parts)
        if len(summed) < 2:
            continue
        low, high = (sum((span_of(p)[end] for p in summed), Decimal(0)) for end in (0, 1))
        if whole.cell and whole.unit in totals.MEET_AGAIN and low >= reach[0]:
            continue  # who came to two kinds of meeting stands in two rows and once in the total
        if low > reach[1] or (complete and high < reach[0]):
            added = sum((p.value for p in summed), Decimal(0))
            reckoned = f"{' + '.join(_shown(p.value) for p in summed)} = {_shown(added)} ≠ {_shown(whole.value)}"
            yield Contradiction("parts", (whole, *summed), reckoned)


def _complete(parts: Sequence[Claim]) -> bool:
    """Whether the text gives the parts as all of the whole: in brackets behind it, with 分别, 包括, or in a column."""
    if all(part.cell for part in parts):
        return True
    lead = parts[0].before[-12:] + _clause_head(parts[0])
    if totals.ALL.search(lead):
        return True
    return not totals.SOME.search(lead) and parts[0].before.endswith("（")


def _disjoint(parts: Sequence[Claim]) -> list[Claim]:
    """Those parts of which no thing can be in two: members' and joint proposals, one field and another."""
    by_name = {p.subject: p for p in parts}
    if len(by_name) == len(parts) and all(totals.FIELD.search(name) for name in by_name):
        return list(parts)
    pair = next((pair for pair in totals.OPPOSITES if by_name.keys() >= set(pair)), ())
    return [p for p in parts if p.subject in pair]


# Rates and their counts


def _rates(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    for place, rate in enumerate(claims):
        if rate.unit != "%" or rate.qualifier != "exact":
            continue
        near = [c for c in claims[max(0, place - 30) : place] if rate.number_start - c.number_start <= _NEAR]
        found = _named(rate, near) if totals.RATE.search(rate.subject) else _share(rate, near, claims)
        if found is not None:
            yield found


def _named(rate: Claim, near: Sequence[Claim]) -> Contradiction | None:
    """A rate by its name (立案率 of 立案 and 收到); both counts stand in its sentence."""
    for name, parts, wholes in totals.RATES:
        if not rate.subject.endswith(name):
            continue
        here = [c for c in near if c.sentence == rate.sentence and c.part_of is None and c.unit != "%"]
        part = _last(here, parts)
        whole = _last([c for c in here if part is None or (c.unit == part.unit and c is not part)], wholes)
        if part is None or whole is None or not totals.SAME.search(rate.subject.removesuffix(name)):
            return None
        others = (c for c in here if c is not part and c.unit == part.unit and c.value >= part.value)
        return None if any(_follows(rate, part, c) for c in others) else _reckon(rate, part, whole)
    return None


def _last(claims: Sequence[Claim], actions: Sequence[str]) -> Claim | None:
    return next((c for c in reversed(claims) if any(word == (c.action or "") for word in actions)), None)


def _share(rate: Claim, near: Sequence[Claim], claims: Sequence[Claim]) -> Contradiction | None:
    """A share (78件，占41.3%) of one of the wholes told before; it must follow from none of them to be wrong."""
    if not rate.subject.endswith("占比") or not near or near[-1].sentence != rate.sentence or near[-1].unit == "%":
        return None
    part = near[-1]
    wholes = [c for c in near[:-1] if c.unit == part.unit and c.value >= part.value]
    if not wholes or not totals.SHARE.match(_clause_head(rate)):
        return None
    named = totals.OF_WHOLE.search(rate.clause)
    if named:
        wholes = [c for c in wholes if named[1] in (c.action or "") or named[1] in c.subject] or wholes
    if any(_follows(rate, part, whole) for whole in wholes):
        return None
    if _follows_sum(rate, part, claims):
        return None
    closest = min(wholes, key=lambda c: abs(part.value * HUNDRED / c.value - rate.value))
    off = abs(part.value * HUNDRED / closest.value - rate.value)
    return _reckon(rate, part, closest) if off <= _WIDE else None


def _follows_sum(rate: Claim, part: Claim, claims: Sequence[Claim]) -> bool:
    """Whether the share is of all the parts listed in the sentence, whose whole is told nowhere."""
    alike = [c for c in claims if c.unit == part.unit and c.sentence == part.sentence]
    added = sum((c.value for c in alike), Decimal(0))
    return bool(added) and abs(part.value * HUNDRED / added - rate.value) <= _grain(rate)


def _reckon(rate: Claim, part: Claim, whole: Claim) -> Contradiction | None:
    if whole.value == 0 or _follows(rate, part, whole):
        return None
    true = (part.value * HUNDRED / whole.value).quantize(_grain(rate) / 10)
    reckoned = f"{_shown(part.value)} ÷ {_shown(whole.value)} = {_shown(true)}% ≠ {_shown(rate.value)}%"
    ordered = sorted((part, whole), key=lambda c: c.number_start)
    return Contradiction("rate", (rate, *ordered), reckoned)


def _follows(rate: Claim, part: Claim, whole: Claim) -> bool:
    (low, high), (least, most) = span_of(part), span_of(whole)
    if least <= 0:
        return True
    step = _grain(rate) if rate.value != HUNDRED else Decimal(0)
    return low * HUNDRED / most - step < rate.value < high * HUNDRED / least + step or (
        step == 0 and low <= most and high >= least
    )


def _grain(rate: Claim) -> Decimal:
    """One unit of the last digit shown: 92.1 → 0.1."""
    return Decimal(1).scaleb(min(0, int(rate.value.as_tuple().exponent)))
