"""What the book shows: which figures, in what order, with last year's values and how they moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lvzhi.metrics import compute, finding, keeping, moves, registry
from lvzhi.metrics.compute import Ask, CutValue, Result
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.look import Look
from lvzhi.metrics.periods import Period, come
from lvzhi.metrics.tables import Row
from lvzhi.metrics.vocabulary import WORDS

YEARS = 5  # of a trend
TRENDS = 80  # so many figures at most are shown with their trend: more would be slow, and nobody would read them
JUMPED, KEPT = "jumped", "kept"

Trend = list[tuple[str, Period, "Result | None"]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks of the book: a room, words to find, or only those that jumped or are kept."""

    room: str = ""
    typed: str = ""
    only: str = ""

    @classmethod
    def of(cls, params: Mapping[str, str]) -> Wanted:
        """Read off the address; a room that has no figures is none."""
        room, only = params.get("room", ""), params.get("only", "")
        known = room if registry.figures(room) else ""
        return cls(known, params.get("q", "").strip()[:40], only if only in (JUMPED, KEPT) else "")

    def figures(self, kept: Sequence[str]) -> list[Figure]:
        """The figures asked for; those kept stand in the reader's own order."""
        figures = registry.figures(self.room or None)
        if self.only == KEPT:
            known = {one.key: one for one in figures}
            figures = tuple(known[key] for key in kept if key in known)
        return finding.found(figures, self.typed)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The lines of the book.

    Args:
        before: the days that last year's values are of.
        years: of how many years the trend is shown; 0 where there are too many figures.
    """

    rows: list[Row]
    before: Period
    years: int

    @property
    def rooms(self) -> list[tuple[str, str, list[Row]]]:
        """The lines by room: key, name, lines."""
        groups = groupby(self.rows, key=lambda row: row.figure.room)
        return [(room, registry.room_name(room), list(group)) for room, group in groups]


def shelf(seen: Look, wanted: Wanted) -> Shelf:
    """All figures asked for, of this period and of the same days of earlier years, counted together."""
    kept = keeping.kept(seen.actor)
    figures = wanted.figures(kept)
    years = YEARS if 0 < len(figures) <= TRENDS and wanted.only != JUMPED else 0
    earlier = come(seen.period).before().years(max(years - 1, 1))
    known = {period: moves.recorded(seen.scope, period) for period in earlier}
    results = iter(compute.answers([Ask(one, seen.scope, when) for when in (*earlier, seen.period) for one in figures]))
    columns: list[list[Result | None]] = []
    for period in earlier:
        row = [next(results) for _ in figures]
        columns.append([one if one.value or known[period] else None for one in row])
    now = list(results)
    limits = moves.Limits.of(seen.scope.committee)
    rows = []
    for place, one in enumerate(now):
        past = [column[place] for column in columns]
        trend = [(period.short, result) for period, result in zip(earlier, past, strict=True)]
        rows.append(
            Row(
                one, past[-1], (*trend, (seen.period.short, one)) if years else (),
                moves.jumped(one, past[-1], limits), one.figure.key in kept,
            )
        )  # fmt: skip
    if wanted.only == JUMPED:
        rows = [row for row in rows if row.jumped]
    return Shelf(rows, earlier[-1], years)


def tabs(seen: Look, wanted: Wanted) -> list[dict[str, Any]]:
    """All rooms to choose from, after what the reader keeps and what jumped."""
    found = [{"label": WORDS["all_rooms"], "url": seen.query(room="", only="", q=""),
              "active": not (wanted.room or wanted.only)}]  # fmt: skip
    if keeping.keeper_for(seen.actor) is not None:
        found.append({"label": WORDS["kept"], "url": seen.query(room="", only=KEPT, q=""),
                      "active": wanted.only == KEPT})  # fmt: skip
    found.append({"label": WORDS["only_jumped"], "url": seen.query(room="", only=JUMPED, q=""),
                  "active": wanted.only == JUMPED})  # fmt: skip
    rooms = dict.fromkeys(one.room for one in registry.figures())
    return found + [
        {"label": registry.room_name(room), "url": seen.query(room=room, only="", q=""), "active": wanted.room == room}
        for room in rooms
    ]


def trend(figure: Figure, seen: Look, cuts: Sequence[CutValue]) -> Trend:
    """One figure over some years, this period last: label, days, value."""
    periods = [*come(seen.period).before().years(YEARS - 1), seen.period]
    results = compute.answers([Ask(figure, seen.scope, period, tuple(cuts)) for period in periods])
    return [
        (period.short, period, result if result.value or period is seen.period or moves.recorded(seen.scope, period)
         else None)
        for period, result in zip(periods, results, strict=True)
    ]  # fmt: skip
