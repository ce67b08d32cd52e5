"""What the book shows: which figures, in what order, with last year's values and how they moved."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, finding, keeping, lasting, moves, registry
from lvzhi.metrics.compute import Ask, CutValue, Result
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.lasting import Lasting
from lvzhi.metrics.look import Look
from lvzhi.metrics.periods import Period, come, session_before
from lvzhi.metrics.tables import Row
from lvzhi.metrics.vocabulary import WORDS, PeriodKind
from lvzhi.norms.memo import remembering

YEARS = 5  # of a trend
TRENDS = 80  # so many figures are shown with their trend even where every value is counted anew
AT_ONCE = 400  # values counted within about a second, of one committee
PLACES = 100  # so many committees more make a value twice the work
JUMPED, KEPT = "jumped", "kept"
MEAN, SESSION = "mean", "session"

Trend = list[tuple[str, Period, "Result | None"]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks of the book: a room, words to find, or only those that jumped or are kept.

    Args:
        against: what the values are held against: the same days a year before, their mean over some years, or as many
            days since the plenary before the last.
    """

    room: str = ""
    typed: str = ""
    only: str = ""
    against: str = ""

    @classmethod
    def of(cls, params: Mapping[str, str]) -> Wanted:
        """Read off the address; a room that has no figures is none."""
        room, only, against = params.get("room", ""), params.get("only", ""), params.get("against", "")
        known = room if registry.figures(room) else ""
        return cls(known, params.get("q", "").strip()[:40], only if only in (JUMPED, KEPT) else "",
                   against if against in (MEAN, SESSION) else "")  # fmt: skip

    @property
    def against_words(self) -> str:
        """What the values are held against; "" for the year before."""
        return WORDS[f"against_{self.against}"] if self.against else ""

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
        before: the days that the values held against are of, in words.
        years: of how many years the trend is shown; 0 where there are too many figures.
    """

    rows: list[Row]
    before: str
    years: int

    @property
    def rooms(self) -> list[tuple[str, str, list[Row]]]:
        """The lines by room: key, name, lines."""
        groups = groupby(self.rows, key=lambda row: row.figure.room)
        return [(room, registry.room_name(room), list(group)) for room, group in groups]


Steps = Generator[tuple[str, int, int], None, Shelf]


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be counted for the book, before anything is.

    Args:
        periods: earlier ones, then the one looked at.
        years: of how many the trend is shown.
        known: what is kept of all its questions.
        slow: whether a reader would wait: then it is counted room by room, and told.
    """

    figures: tuple[Figure, ...]
    periods: tuple[Period, ...]
    years: int
    known: Lasting | None = None
    slow: bool = False

    def asks(self, figures: Sequence[Figure], scope: Scope) -> list[Ask]:
        """The questions of some of its figures, period by period."""
        return [Ask(one, scope, when) for when in self.periods for one in figures]


def plan(seen: Look, wanted: Wanted) -> Plan:
    """With the trend where figures are few, or where values are kept: then they are counted once and not again."""
    figures = tuple(wanted.figures(keeping.kept(seen.actor)))
    trend = bool(figures) and wanted.only != JUMPED and (len(figures) <= TRENDS or lasting.possible())
    before = come(seen.period).before()
    earlier = before.years(YEARS - 1 if trend or wanted.against == MEAN else 1)
    session = session_before(seen.scope.committee, come(seen.period)) if wanted.against == SESSION else None
    if session is not None:
        earlier, trend = [session], False
    found = Plan(figures, (*earlier, seen.period), YEARS if trend else 0)
    if not lasting.possible():
        return found
    asks = found.asks(figures, seen.scope)
    known = lasting.look_up(asks)
    to_count = (len(asks) - len(known.found)) * (1 + len(seen.scope.ids()) / PLACES)
    return replace(found, known=known, slow=to_count > AT_ONCE)


def shelf(seen: Look, wanted: Wanted, planned: Plan | None = None) -> Shelf:
    """All figures asked for, of this period and of the same days of earlier years, counted together."""
    found = planned or plan(seen, wanted)
    return _filled(seen, wanted, found, compute.answers(found.asks(found.figures, seen.scope), found.known))


def steps(seen: Look, wanted: Wanted, found: Plan) -> Steps:
    """The same room by room, telling which is being counted."""
    rooms = list(dict.fromkeys(one.room for one in found.figures))
    known: dict[tuple[str, str], Result] = {}
    for place, room in enumerate(rooms):
        yield room, place, len(rooms)
        asks = found.asks([one for one in found.figures if one.room == room], seen.scope)
        with remembering():
            results = compute.answers(asks)
        known |= {(ask.figure.key, ask.period.key): result for ask, result in zip(asks, results, strict=True)}
    yield rooms[-1], len(rooms), len(rooms)
    with remembering():
        asked = found.asks(found.figures, seen.scope)
        return _filled(seen, wanted, found, [known[ask.figure.key, ask.period.key] for ask in asked])


def _filled(seen: Look, wanted: Wanted, found: Plan, answers: Sequence[Result]) -> Shelf:
    kept = keeping.kept(seen.actor)
    *earlier, this = found.periods
    known = {period: moves.recorded(seen.scope, period) for period in earlier}
    results = iter(answers)
    columns: list[list[Result | None]] = []
    for period in earlier:
        row = [next(results) for _ in found.figures]
        columns.append([one if one.value or known[period] else None for one in row])
    now = list(results)
    limits = moves.Limits.of(seen.scope.committee)
    rows = []
    for place, one in enumerate(now):
        past = [column[place] for column in columns]
        trend = [(period.short, result) for period, result in zip(earlier, past, strict=True)]
        before = moves.mean(past) if wanted.against == MEAN else past[-1]
        rows.append(
            Row(
                one, before, (*trend, (this.short, one)) if found.years else (),
                moves.jumped(one, before, limits), one.figure.key in kept,
            )
        )  # fmt: skip
    if wanted.only == JUMPED:
        rows = [row for row in rows if row.jumped]
    label = WORDS["mean_of"].format(first=earlier[0].short, last=earlier[-1].short)
    return Shelf(rows, label if wanted.against == MEAN else earlier[-1].label, found.years)


def againsts(seen: Look, wanted: Wanted) -> list[dict[str, Any]]:
    """What the values may be held against."""
    keys = ["", MEAN, *([SESSION] if seen.period.kind == PeriodKind.PLENARY else [])]
    return [
        {"label": WORDS[f"against_{key}" if key else "before"], "url": seen.query(against=key),
         "active": wanted.against == key}
        for key in keys
    ]  # fmt: skip


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
