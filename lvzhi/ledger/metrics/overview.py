"""How far the ledger has come: found, struck off, kept up, not yet and why, by theme, source and organ (R9.3–R9.5)."""

from __future__ import annotations

from dataclasses import dataclass

from lvzhi.committee.scope import Scope
from lvzhi.ledger.metrics import problems
from lvzhi.ledger.vocabulary import overview as words
from lvzhi.metrics import compute
from lvzhi.metrics.compute import Ask, CutValue, Result
from lvzhi.metrics.declare import Cut, Figure
from lvzhi.metrics.look import address
from lvzhi.metrics.periods import Period

FIGURES: tuple[Figure, ...] = (
    problems.PROBLEMS,
    problems.MEASURES,
    problems.FOUND_SOLVED,
    problems.SOLVED_RATE,
    problems.OPEN,
    problems.LONG_TERM,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, and the page of its rows."""

    result: Result
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: what its numbers are narrowed to."""

    label: str
    cuts: tuple[CutValue, ...]
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: what it is split by, its figures, its lines; the last line is the whole."""

    key: str
    figures: tuple[Figure, ...]
    lines: tuple[Line, ...]

    @property
    def title(self) -> str:
        """What stands over it."""
        return words.TITLES[self.key]

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands over the labels and over each number."""
        return (words.HEADS[self.key], *(words.COLUMNS.get(one.key, one.name) for one in self.figures))


def sheets(scope: Scope, period: Period) -> list[Sheet]:
    """Every table of the overview, all numbers out of one reckoning; a line without any number is left out.

    Args:
        scope: whose ledger. period: in which problems were found; what is open or kept up is so at its end.
    """
    plans = [Sheet(key, FIGURES, _lines(key, problems.PROBLEMS, scope, period)) for key in words.SPLIT]
    plans.append(Sheet(words.WHY, (problems.OPEN,), _lines(words.WHY, problems.OPEN, scope, period)))
    asks = [Ask(one, scope, period, line.cuts) for plan in plans for line in plan.lines for one in plan.figures]
    found = iter(compute.answers(asks))
    made = []
    for plan in plans:
        lines = []
        for line in plan.lines:
            cells = tuple(Cell(next(found), address(one.key, scope, period, line.cuts)) for one in plan.figures)
            if not line.cuts or any(cell.result.value for cell in cells):
                lines.append(Line(line.label, line.cuts, cells))
        made.append(Sheet(plan.key, plan.figures, tuple(lines)))
    return made


def _lines(key: str, figure: Figure, scope: Scope, period: Period) -> tuple[Line, ...]:
    dimension: Cut = next(cut for cut in compute.cuts_of(figure) if cut.key == key)
    values = [(label, value) for value, label, _ in dimension.choices(scope, period)]
    if key in words.BLANKS:
        values.append((words.BLANKS[key], ""))
    return (*(Line(label, ((dimension, value),)) for label, value in values), Line(words.WHOLE, ()))
