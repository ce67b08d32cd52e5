"""The statistics of proposals as tables: every number is a figure with its cuts, so that each opens to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from lvzhi import norms
from lvzhi.committee.models import Committee, Session
from lvzhi.committee.scope import Scope
from lvzhi.metrics import periods
from lvzhi.metrics.compute import Ask, CutValue, Result, answers
from lvzhi.metrics.declare import Cut, Figure, Metric
from lvzhi.metrics.look import address
from lvzhi.metrics.parts import Parts
from lvzhi.metrics.periods import Period
from lvzhi.proposals.metrics import appraising, entry, handling, units, usual
from lvzhi.proposals.queries.appraising import by_grade
from lvzhi.proposals.queries.statistics import by_unit
from lvzhi.proposals.vocabulary.appraising import APPRAISAL_HEADS as HEADS
from lvzhi.proposals.vocabulary.appraising import Quality
from lvzhi.proposals.vocabulary.statistics import HEADINGS, NOTES, WORDS


@dataclass(frozen=True)
class Frame:
    """What a column or a whole page of statistics speaks of: a session, or a span of days."""

    label: str
    scope: Scope
    period: Period
    cuts: tuple[CutValue, ...] = ()

    def ask(self, figure: Figure, *cuts: CutValue) -> Ask:
        """A figure within the frame."""
        return Ask(figure, self.scope, self.period, (*self.cuts, *cuts))

    def url(self, figure: Figure, *cuts: CutValue) -> str:
        """The rows behind it."""
        return address(figure.key, self.scope, self.period, (*self.cuts, *cuts))


def of_session(place: Committee, session: Session, today: date) -> Frame:
    """The proposals of one session, whenever what became of them happened, up to today."""
    first = min(session.window_from, session.term.starts)
    label = WORDS["session_from"].format(session=session.name, day=f"{today:%Y-%m-%d}")
    return Frame(label, Scope(place), periods.between(first, today), ((usual.SESSION, str(session.pk)),))


def of_period(place: Committee, period: Period) -> Frame:
    """What happened within a span of days, of whatever session."""
    return Frame(period.label, Scope(place), period)


@dataclass(frozen=True)
class Cell:
    """One number of a table, as people read it and as a sheet holds it, with the address of its rows."""

    text: str
    value: int | Decimal | None = None
    url: str = ""


@dataclass(frozen=True)
class Line:
    """A line of a table."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A table of the statistics.

    Args:
        heads: what stands over the labels and over each cell.
        notes: bases and rounding, printed below it.
        refusal: why the shares are missing, where the parts do not come to their base (R1.121).
    """

    key: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    refusal: str = ""
    title: str = field(default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", self.title or HEADINGS[self.key])


@dataclass(frozen=True)
class Manner:
    """How a committee prints its shares: places and rounding, both norms (R1.122)."""

    decimals: int
    rounding: str
    satisfaction: str

    @classmethod
    def of(cls, place: Committee, day: date) -> Manner:
        """As in force on that day."""
        return cls(
            int(norms.value("proposals.rate_decimals", place, day)),
            str(norms.value("proposals.rounding", place, day)),
            str(norms.value("proposals.satisfaction", place, day)),
        )

    def parts(self, counts: Sequence[int], base: int, note: str = "") -> Parts:
        """Counts with their base, to be printed in this manner."""
        return Parts(tuple(counts), base, note, self.decimals, self.rounding)

    def rate(self, part: int, whole: int) -> Decimal | None:
        """Per cent, plainly rounded; None over an empty base."""
        if whole == 0:
            return None
        return (Decimal(part) * 100 / whole).quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)


def overview(frames: Sequence[Frame], manner: Manner) -> Sheet:
    """The main figures, one column for each frame."""
    shown = _shown(manner)
    results = answers([frame.ask(figure) for figure in shown for frame in frames])
    lines = []
    for place, figure in enumerate(shown):
        own = results[place * len(frames) : (place + 1) * len(frames)]
        cells = tuple(_cell(result, frame.url(figure), manner) for result, frame in zip(own, frames, strict=True))
        lines.append(Line(figure.name, cells))
    return Sheet("overview", (WORDS["figure"], *(frame.label for frame in frames)), tuple(lines))


def _shown(manner: Manner) -> tuple[Figure, ...]:
    pleased = {"A": (usual.RATED_RATE,), "B": (usual.SATISFACTION_B, usual.BASICALLY_RATE)}[manner.satisfaction]
    return (
        usual.RECEIVED, usual.FILED, usual.FILING_RATE, usual.NOT_FILED, usual.ADVICE, entry.MERGED, entry.WITHDRAWN,
        usual.KEY, usual.LED_BY_TOP, usual.ASSIGNED, units.UNITS, units.LEAD_UNITS, usual.ANSWERED_RATE,
        usual.IN_TIME_RATE, handling.FACE_RATE, handling.SOLVED_RATE, *pleased, usual.ATTITUDE_RATE,
    )  # fmt: skip


def _cell(result: Result, url: str, manner: Manner) -> Cell:
    if result.denominator is not None:
        return _rate(result.numerator or 0, result.denominator, manner, url)
    return Cell(f"{int(result.value or 0)}{result.figure.unit}", int(result.value or 0), url)


def _rate(part: int, whole: int, manner: Manner, url: str = "") -> Cell:
    value = manner.rate(part, whole)
    if value is None:
        return Cell(WORDS["none"])
    return Cell(WORDS["rate"].format(value=value, part=part, whole=whole), value, url)


def divided(key: str, head: str, frame: Frame, figure: Metric, cut: Cut, manner: Manner, note: str = "") -> Sheet:
    """One figure by the values of a dimension, with its base and the shares where the parts come to it (R1.121).

    Args:
        note: says of a dimension whose parts may overlap what its shares mean; given ``base`` and ``total``.
    """
    choices = list(cut.choices(frame.scope, frame.period))
    asked = [frame.ask(figure), *(frame.ask(figure, (cut, value)) for value, _, _ in choices)]
    base, *counts = (int(result.value or 0) for result in answers(asked))
    parts = manner.parts(counts, base, note.format(base=base, total=sum(counts)))
    lines = [
        Line(label, (_count(count, frame.url(figure, (cut, value))), _share(share)))
        for (value, label, _), count, share in zip(choices, counts, parts.shares, strict=True)
        if count
    ]
    whole = frame.url(figure) if parts.total == base else ""  # parts that overlap come to no list of rows
    lines.append(Line(WORDS["total"], (_count(parts.total, whole), Cell(""))))
    said = parts.note or NOTES["base"].format(name=figure.name, base=base, rounding=parts.said)
    return Sheet(
        key, (head, WORDS["count"], WORDS["share"]), tuple(lines), () if parts.refusal else (said,), parts.refusal
    )


def _count(count: int, url: str) -> Cell:
    return Cell(str(count), count, url if count else "")


def _share(share: Decimal | None) -> Cell:
    return Cell(WORDS["none"]) if share is None else Cell(WORDS["percent"].format(value=share), share)


def categories(frame: Frame, manner: Manner) -> Sheet:
    """Filed proposals by category and proposer type (R1.123); columns of types that occur, then both sides."""
    rows = list(usual.CATEGORY.choices(frame.scope, frame.period))
    types = list(usual.TYPE.choices(frame.scope, frame.period))
    chosen = usual.PROPOSER.choices(frame.scope, frame.period)
    sides = [(value, WORDS["of_both"].format(label=label)) for value, label, _ in chosen]
    figure = usual.FILED
    cuts: list[list[CutValue]] = [[(usual.TYPE, value)] for value, _, _ in types]
    cuts += [[(usual.PROPOSER, value)] for value, _ in sides] + [[]]
    lines: list[list[CutValue]] = [[(usual.CATEGORY, value)] for value, _, _ in rows] + [[]]
    asked = [frame.ask(figure, *line, *column) for line in lines for column in cuts]
    counts = [int(result.value or 0) for result in answers(asked)]
    width = len(cuts)
    table = [counts[place * width : (place + 1) * width] for place in range(len(lines))]
    bottom = table[-1]
    kept = [place for place in range(width) if bottom[place] or place >= len(types)]
    parts = manner.parts([row[-1] for row in table[:-1]], bottom[-1])
    labels = [label for _, label, _ in rows] + [WORDS["total"]]
    shares = [*parts.shares, None]
    made = []
    for place, label in enumerate(labels):
        cells = [_count(table[place][one], frame.url(figure, *lines[place], *cuts[one])) for one in kept]
        last = Cell("") if place == len(rows) else _share(shares[place])
        if table[place][-1]:
            made.append(Line(label, (*cells, last)))
    heads = [label for _, label, _ in types] + [label for _, label in sides] + [WORDS["total"]]
    notes = (NOTES["base"].format(name=figure.name, base=bottom[-1], rounding=parts.said),)
    return Sheet(
        "categories", (WORDS["category"], *(heads[one] for one in kept), WORDS["share"]), tuple(made),
        () if parts.refusal else notes, parts.refusal,
    )  # fmt: skip


def compared(frames: Sequence[Frame], manner: Manner) -> Sheet:
    """Filed proposals by category, session beside session, each with its share of its own session."""
    choices = list(usual.CATEGORY.choices(frames[0].scope, frames[0].period))
    asked = [frame.ask(usual.FILED, (usual.CATEGORY, value)) for frame in frames for value, _, _ in choices]
    asked += [frame.ask(usual.FILED) for frame in frames]
    counts = [int(result.value or 0) for result in answers(asked)]
    width = len(choices)
    own = [counts[place * width : (place + 1) * width] for place in range(len(frames))]
    parts = [manner.parts(one, base) for one, base in zip(own, counts[len(frames) * width :], strict=True)]
    lines = []
    for row, (value, label, _) in enumerate(choices):
        cells: list[Cell] = []
        for frame, one in zip(frames, parts, strict=True):
            cells += [_count(one.counts[row], frame.url(usual.FILED, (usual.CATEGORY, value))), _share(one.shares[row])]
        if any(cell.value for cell in cells):
            lines.append(Line(label, tuple(cells)))
    totals: list[Cell] = []
    for frame, one in zip(frames, parts, strict=True):
        totals += [_count(one.total, frame.url(usual.FILED)), Cell("")]
    heads = [text for frame in frames for text in (frame.label, WORDS["share"])]
    refusal = next((one.refusal for one in parts if one.refusal), "")
    notes = (NOTES["compared"].format(rounding=parts[0].said),)
    return Sheet(
        "compared", (WORDS["category"], *heads), (*lines, Line(WORDS["total"], tuple(totals))),
        () if refusal else notes, refusal,
    )  # fmt: skip


def per_unit(frame: Frame, manner: Manner) -> Sheet:
    """Every unit with what it held, answered, answered in time, wished to return, and how it was rated (R1.123).

    In the order of the units' names: a table of work, not of places.
    """
    lines = []
    session = next((value for cut, value in frame.cuts if cut.key == usual.SESSION.key), "")
    for row in by_unit(frame.scope, frame.period, session):
        unit: CutValue = (usual.UNIT, str(row.pk))
        held = [
            _count(count, frame.url(units.HAND_OVERS, (units.OWN_UNIT, str(row.pk)), (units.ROLE, role)))
            for role, count in row.held.items()
        ]
        rates = [
            _rate(row.answered, row.assigned, manner, frame.url(usual.ANSWERED_RATE, unit)),
            _rate(row.in_time, row.due, manner, frame.url(usual.IN_TIME_RATE, unit)),
            _count(row.returns, frame.url(handling.RETURNS, (handling.RETURN_UNIT, str(row.pk)))),
            _rate(row.pleased, row.rated, manner, frame.url(usual.RATED_RATE, unit)),
        ]
        lines.append(Line(row.name, (*held, *rates)))
    heads = ("unit", "lead", "co", "separate", "answered", "in_time", "returns", "rated")
    return Sheet("units", tuple(WORDS[one] for one in heads), tuple(lines), (NOTES["units"],))


def appraised(frame: Frame, manner: Manner) -> Sheet:
    """What units said of the quality of proposals, by grade, with the average of the scores; no unit apart (R1.92)."""
    rows = frame.ask(appraising.APPRAISED).rows(appraising.APPRAISED)
    heads = tuple(HEADS[one] for one in ("grade", "count", "share", "average"))
    if not rows.exists():  # nobody appraises there
        return Sheet("appraisals", heads, ())
    sheet = divided("appraisals", HEADS["grade"], frame, appraising.APPRAISED, appraising.QUALITY, manner)
    sums = by_grade(rows)
    grades = {str(grade.label): grade.value for grade in Quality}
    lines = tuple(
        Line(line.label, (*line.cells, _average(sums.get(grades.get(line.label, "")), manner))) for line in sheet.lines
    )
    silent = frame.ask(appraising.UNAPPRAISED).rows(appraising.UNAPPRAISED).count()
    notes = (*sheet.notes, HEADS["silent"].format(count=silent)) if silent else sheet.notes
    return Sheet(sheet.key, heads, lines, notes, sheet.refusal)


def _average(sums: tuple[int, int] | None, manner: Manner) -> Cell:
    """The mean of scores with their sum and number; units that only chose a grade have none."""
    if sums is None or not sums[0]:
        return Cell(WORDS["none"])
    count, total = sums
    value = (Decimal(total) / count).quantize(Decimal(1).scaleb(-manner.decimals), ROUND_HALF_UP)
    return Cell(HEADS["score"].format(value=value, total=total, count=count), value)


def sheets(frames: Sequence[Frame], manner: Manner) -> list[Sheet]:
    """All tables: of one frame in full, of several beside each other."""
    if len(frames) > 1:
        return [overview(frames, manner), compared(frames, manner)]
    frame = frames[0]
    tables: list[Any] = [
        overview(frames, manner),
        divided("types", WORDS["type"], frame, usual.FILED, usual.TYPE, manner),
        categories(frame, manner),
        divided("tracks", WORDS["track"], frame, usual.FILED, usual.TRACK, manner),
        divided("classes", WORDS["class"], frame, handling.CLASSED, usual.CLASS, manner),
        divided("grounds", WORDS["ground"], frame, usual.NOT_FILED, usual.GROUND, manner, NOTES["grounds"]),
        per_unit(frame, manner),
        appraised(frame, manner),
    ]
    return [table for table in tables if table.lines]
