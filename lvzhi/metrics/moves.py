"""How a figure moved against last year: by how much, whether that is much, and which rows came and went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from lvzhi import norms
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import term_on
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics import registry
from lvzhi.metrics.compute import Ask, CutValue, Evidence, Result, answers, rows_of
from lvzhi.metrics.declare import Each, Figure, Metric, Share
from lvzhi.metrics.norms import JUMP_LEAST, JUMP_PERCENT
from lvzhi.metrics.periods import Period, come

WHOLE = 100
LEAST_YEARS = 2  # of a mean
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Limits:
    """From how many per cent on a move is a jump, and from which earlier value on it is looked at."""

    percent: int
    least: int

    @classmethod
    def of(cls, committee: Committee) -> Limits:
        """The committee's norms of today."""
        today = clock.today()
        return cls(int(norms.value(JUMP_PERCENT, committee, today)), int(norms.value(JUMP_LEAST, committee, today)))


@dataclass(frozen=True, slots=True)
class Jump:
    """A figure that moved: its value, last year's, and by how many per cent."""

    now: Result
    before: Result
    percent: int


def change(now: Result, before: Result | None) -> Decimal | None:
    """How much more it is; of a share in points. None where either had no value or it is a figure per event."""
    if before is None or now.value is None or before.value is None or isinstance(now.figure, Each):
        return None
    return now.value - before.value


def percent(now: Result, before: Result | None) -> int | None:
    """By how many per cent of the earlier value; None for shares, and over nothing."""
    moved = change(now, before)
    if moved is None or before is None or not before.value or isinstance(now.figure, Share):
        return None
    return int(moved * WHOLE / before.value)


def jumped(now: Result, before: Result | None, limits: Limits) -> bool:
    """Whether a count rose or fell by as much as the norm says."""
    moved = change(now, before)
    if moved is None or before is None or isinstance(now.figure, Share):
        return False
    base = before.value or Decimal(0)
    return base >= limits.least and abs(moved) * WHOLE >= limits.percent * base


def mean(results: Sequence[Result | None]) -> Result | None:
    """What a count came to on the average of some periods; None of shares and figures per event, and of less than two.

    Args:
        results: of one figure; None where nothing was recorded.
    """
    known = [one for one in results if one is not None and one.value is not None]
    if len(known) < LEAST_YEARS or isinstance(known[0].figure, Share | Each):
        return None
    total = sum((one.value or Decimal(0) for one in known), Decimal(0))
    return replace(known[-1], value=(total / len(known)).quantize(TENTH, ROUND_HALF_UP))


def recorded(scope: Scope, period: Period) -> bool:
    """Whether a term had begun by then: before, a zero is no number."""
    return term_on(scope.committee, period.end) is not None


def jumps(committee: Committee, period: Period) -> list[Jump]:
    """Counts that rose or fell against the same days of the year before by as much as the norm says.

    Three statements at most; none where no term had begun a year before.
    """
    now = come(period)
    earlier, scope = now.before(), Scope(committee)
    if not recorded(scope, earlier):
        return []
    limits = Limits.of(committee)
    figures = [one for one in registry.figures() if not isinstance(one, Share | Each)]
    results = answers([Ask(one, scope, when) for when in (now, earlier) for one in figures])
    pairs = zip(results[: len(figures)], results[len(figures) :], strict=True)
    return [Jump(new, old, percent(new, old) or 0) for new, old in pairs if jumped(new, old, limits)]


@dataclass(frozen=True, slots=True)
class Moves:
    """The rows of a metric that are there now and were not, that were and are not, and how many are in both."""

    metric: Metric
    side: str
    added: Evidence
    gone: Evidence


def moves(figure: Figure, scope: Scope, now: Period, before: Period, *cuts: CutValue) -> tuple[Moves, ...]:
    """Row by row what a figure's move consists of: earlier rows without those gone, with those added, are the rows now.

    Of a figure that is dated within its period these are all rows of either; of one that is true on a day those that
    came and went between.
    """
    found = []
    for side, metric in figure.sides:
        new, old = (rows_of(metric, scope, when, *cuts) for when in (now, before))
        kept_new, kept_old = (rows.order_by().values("pk") for rows in (new, old))
        added, gone = new.exclude(pk__in=kept_old), old.exclude(pk__in=kept_new)
        found.append(Moves(metric, side, Evidence(metric, "added", added), Evidence(metric, "gone", gone)))
    return tuple(found)
