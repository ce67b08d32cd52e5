"""What a line comes to: points of its parts under the weights, explained; how many may have a limited grade (R8.7).

A score is a help for whoever proposes grades. It orders nothing and decides nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.appraisal import norms as keys
from lvzhi.appraisal.models import StaffLine, StaffRound
from lvzhi.appraisal.queries.reading import grades, quarters_of
from lvzhi.appraisal.vocabulary import (
    NAMES,
    PARTS,
    ROUNDINGS,
    SUM,
    VOTE,
    VOTE_POINTS,
    WEIGHTS,
    LineState,
)
from lvzhi.ballots import queries as ballots
from lvzhi.ballots.vocabulary import State as BallotState
from lvzhi.norms import codes
from lvzhi.ui import formats

WHOLE = Decimal(100)
CENT = Decimal("0.01")
OWN = ("account", "leader", "vote", "attendance")
MODES = {"down": ROUND_DOWN, "half_up": ROUND_HALF_UP, "up": ROUND_CEILING}


@dataclass(frozen=True, slots=True)
class Vote:
    """What a ballot came to for one person: points, and slips by grade in words."""

    points: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Score:
    """Points of one line, with the arithmetic in one sentence."""

    points: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of those appraised may have a limited grade: at most ``most``, which is ``exact`` rounded."""

    base: int
    share: Decimal
    exact: Decimal
    most: int
    rounding: str


def _number(key: str, appraisal: StaffRound) -> Decimal:
    return Decimal(str(norms.value(key, appraisal.committee_id, appraisal.ends_on)))


def quota(appraisal: StaffRound, base: int, *, approved: bool = False) -> Quota:
    """How many may be 好 or 优秀 (R8.2, R8.3); the way of rounding is stated."""
    key = keys.QUARTER_MOST if appraisal.quarterly else keys.APPROVED_MOST if approved else keys.YEAR_MOST
    share = _number(key, appraisal)
    exact = base * share / WHOLE
    way = str(norms.value(keys.ROUNDING, appraisal.committee_id, appraisal.ends_on))
    most = int(exact.to_integral_value(MODES[way]))
    return Quota(base, share, exact, most, dict(ROUNDINGS)[way])


def weights_of(appraisal: StaffRound) -> dict[str, Decimal]:
    """Weights of the parts; without a ballot its weight goes to the others in proportion.

    Raises:
        Refusal: they do not come to a hundred.
    """
    given = {part: _number(keys.WEIGHT.format(part=part), appraisal) for part in OWN}
    total = sum(given.values())
    if total != WHOLE:
        names = NAMES.join(PARTS[part] for part in OWN)
        raise Refusal("appraisal.weights_sum", sum=formats.number(total), names=names)
    if appraisal.by_ballot:
        return given
    rest = WHOLE - given.pop("vote")
    return {part: (weight / rest * WHOLE) if rest else Decimal(0) for part, weight in given.items()}


def votes(appraisal: StaffRound) -> dict[str, Vote]:
    """By what a person is called on the ballot; nothing before it is announced. Aspects count by their weights."""
    ballot = appraisal.ballot
    if ballot is None or ballot.state != BallotState.ANNOUNCED:
        return {}
    worth = {
        one.code: Decimal(str(one.extra.get("points") or 0))
        for one in codes.entries(VOTE_POINTS, appraisal.committee_id, appraisal.ends_on)
    }
    weights = {
        one.name: Decimal(str(one.extra.get("weight") or 0))
        for one in codes.codes(WEIGHTS, appraisal.committee_id, appraisal.ends_on)
    }
    rows = ballots.result(ballot, ballots.lines(ballot))
    by_item: dict[str, list[ballots.Row]] = defaultdict(list)
    for row in rows:
        by_item[row.item.text].append(row)
    return {name: _vote(asked, weights, worth) for name, asked in by_item.items()}


def _vote(asked: Sequence[ballots.Row], weights: dict[str, Decimal], worth: dict[str, Decimal]) -> Vote:
    weighed = [(row, weights[row.question.text]) for row in asked if row.question.text in weights]
    used = weighed or [(row, Decimal(1)) for row in asked]
    points = whole = Decimal(0)
    for row, weight in used:
        cast = sum(count for _, count in row.votes)
        if cast:
            points += weight * sum(worth.get(grade.code, Decimal(0)) * count for grade, count in row.votes) / cast
            whole += weight
    last = asked[-1]
    words = NAMES.join(VOTE.format(grade=grade.text, votes=count) for grade, count in last.votes if count)
    return Vote((points / whole).quantize(CENT, ROUND_HALF_UP) if whole else Decimal(0), words)


def scores(appraisal: StaffRound, lines: Sequence[StaffLine]) -> dict[int, Score]:
    """Of every line that gets a grade, by its key. A yearly one builds on the decided quarters (R8.3, R8.5).

    Raises:
        Refusal: the weights do not come to a hundred.
    """
    weights = weights_of(appraisal)
    voted = votes(appraisal)
    worth = {one.code: Decimal(str(one.extra.get("points") or 0)) for one in grades(appraisal)}
    quarters = {} if appraisal.quarterly else quarters_of(appraisal.committee_id, appraisal.year)
    found = {}
    for line in lines:
        if line.state == LineState.EXEMPT:
            continue
        past = [one for _, one in sorted(quarters.get(line.person_id, {}).items())]
        parts = {
            "account": _account(line, appraisal),
            "leader": worth.get(line.suggested, Decimal(0)),
            "vote": voted[line.called].points if line.called in voted else Decimal(0),
            "attendance": _attendance([line] if appraisal.quarterly else past, appraisal),
        }
        own = sum(parts[part] * weight for part, weight in weights.items()) / WHOLE
        found[line.pk] = _score(appraisal, parts, weights, own, past)
    return found


def _account(line: StaffLine, appraisal: StaffRound) -> Decimal:
    in_time = line.written_on is not None and line.written_on <= appraisal.account_by and not line.by_other
    return WHOLE if in_time else _number(keys.LATE_POINTS, appraisal)


def _attendance(lines: Sequence[StaffLine], appraisal: StaffRound) -> Decimal:
    absent = sum((one.absent_days for one in lines), Decimal(0))
    late = sum(one.late_times for one in lines)
    off = absent * _number(keys.ABSENT_OFF, appraisal) + late * _number(keys.LATE_OFF, appraisal)
    return max(Decimal(0), WHOLE - off)


def _score(
    appraisal: StaffRound, parts: dict[str, Decimal], weights: dict[str, Decimal], own: Decimal,
    past: Sequence[StaffLine],
) -> Score:  # fmt: skip
    said = SUM["joiner"].join(
        SUM["part"].format(
            name=PARTS[part], points=formats.number(parts[part]), weight=formats.number(weight.quantize(CENT))
        )
        for part, weight in weights.items()
    )
    before = [one.score for one in past if one.score is not None]
    if appraisal.quarterly or not before:
        points = own.quantize(CENT, ROUND_HALF_UP)
        return Score(points, SUM["whole"].format(parts=said, sum=formats.number(points)))
    everyday = (sum(before, Decimal(0)) / len(before)).quantize(CENT, ROUND_HALF_UP)
    share = _number(keys.EVERYDAY, appraisal)
    rest = WHOLE - share
    points = ((everyday * share + own * rest) / WHOLE).quantize(CENT, ROUND_HALF_UP)
    facts = {
        "everyday": everyday, "share": share, "own": own.quantize(CENT, ROUND_HALF_UP), "rest": rest, "sum": points,
    }  # fmt: skip
    return Score(points, SUM["year"].format(parts=said, **{key: formats.number(one) for key, one in facts.items()}))
