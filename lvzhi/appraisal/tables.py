"""Lists of rounds, the ledger of one round and of a year: by department and name, never by merit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lvzhi.appraisal import queries
from lvzhi.appraisal.models import QUARTERS, StaffLine, StaffRound
from lvzhi.appraisal.queries import line_address, round_address
from lvzhi.appraisal.vocabulary import (
    COLUMNS,
    DEPARTED,
    LINE_TONES,
    NO_LINE,
    NO_ROUND,
    TONES,
    UNGRADED,
    VOIDED,
    LineState,
    State,
)
from lvzhi.exchange import Column as Field
from lvzhi.ui import formats
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table


def round_tag(appraisal: StaffRound) -> Tag:
    """Where a round is; a voided one says so first."""
    if appraisal.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(appraisal.get_state_display(), TONES[State(appraisal.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def line_tag(line: StaffLine) -> Tag:
    """Where a line is."""
    return Tag(line.get_state_display(), LINE_TONES[LineState(line.state)])  # type: ignore[arg-type]  # reason: as above


ROUNDS = (
    Column("title", COLUMNS["title"], value=str, url=round_address, wide=True, head=True),
    Column("count", COLUMNS["count"], kind="number"),
    Column("written", COLUMNS["written"], kind="number"),
    Column("commented", COLUMNS["commented"], kind="number"),
    Column("met_on", COLUMNS["met_on"], kind="date", short=True),
    Column("state", COLUMNS["state"], kind="tag", value=round_tag),
)
OWN = (
    Column("title", COLUMNS["title"], value=lambda row: str(row.round), url=line_address, wide=True, head=True),
    Column("leader", COLUMNS["leader"], value=lambda row: row.leader.name if row.leader else ""),
    Column("told_on", COLUMNS["told"], kind="date", short=True),
    Column("state", COLUMNS["state"], kind="tag", value=line_tag),
)
COMMENTING = (
    Column("name", COLUMNS["name"], url=line_address, head=True),
    Column("title", COLUMNS["title"], value=lambda row: str(row.round), wide=True),
    Column("state", COLUMNS["state"], kind="tag", value=line_tag),
)


def rounds_table(page: Any, params: Any) -> Table:
    """Rounds of a committee."""
    return Table(ROUNDS, page=page, params=params, empty=NO_ROUND)


def own_table(rows: Sequence[Any]) -> Table:
    """One's own."""
    return Table(OWN, rows=rows, empty=NO_LINE)


def commenting_table(rows: Sequence[Any]) -> Table:
    """Those whom the reader comments on."""
    return Table(COMMENTING, rows=rows, empty=NO_LINE)


def _attendance(line: StaffLine) -> str:
    return "" if line.due_days is None else queries.away_words(line)


def result_words(line: StaffLine) -> str:
    """The grade, or why there is none."""
    if line.state == LineState.EXEMPT:
        return queries.exclusion_name(line)
    return queries.grade_name(line.round, line.grade) if line.grade else ""


def grade_words(line: StaffLine) -> str:
    """The grade, or why there is none; before it is proposed, what the leader suggested."""
    words = result_words(line)
    if words or not line.suggested:
        return words
    return COLUMNS["suggested"].format(grade=queries.grade_name(line.round, line.suggested))


def lines_table(
    appraisal: StaffRound, lines: Sequence[StaffLine], voted: Mapping[str, queries.Vote], own: StaffLine | None
) -> Table:
    """The ledger of one round. The reader's own suggestion and grade stand on the own page alone."""

    def others(read: Any) -> Any:
        return lambda row: "" if own is not None and row.pk == own.pk else read(row)

    columns = [Column("called", COLUMNS["name"], url=line_address, head=True)]
    if len({line.department for line in lines}) > 1:
        columns.append(Column("department", COLUMNS["department"], hide_on_phone=True))
    columns.append(Column("leader", COLUMNS["leader"], value=lambda row: row.leader.name if row.leader else UNGRADED))
    if any(line.due_days is not None for line in lines):
        columns.append(Column("attendance", COLUMNS["attendance"], value=_attendance))
    if voted:
        columns.append(Column("votes", COLUMNS["votes"], value=others(lambda row: _points(voted.get(row.called)))))
    if any(line.score is not None for line in lines):
        columns.append(Column("score", COLUMNS["score"], value=others(_score), short=True))
    columns += [
        Column("grade", COLUMNS["grade"], value=others(grade_words), short=True),
        Column("state", COLUMNS["state"], kind="tag", value=line_tag),
    ]
    return Table(tuple(columns), rows=lines, empty=NO_LINE)


def _score(line: StaffLine) -> str:
    return "" if line.score is None else formats.number(line.score)


def _points(vote: queries.Vote | None) -> str:
    return "" if vote is None else formats.number(vote.points)


Person = dict[str, Any]


def persons(rounds: Sequence[StaffRound], lines: Mapping[int, Sequence[StaffLine]]) -> list[Person]:
    """Everybody who stands in a round of the year, with the result of each quarter and of the year (R8.6)."""
    found: dict[int, Person] = {}
    for one in rounds:
        for line in lines.get(one.pk, ()):
            row = found.setdefault(line.person_id, {"results": {}})
            row |= {"name": line.called, "department": line.department, "post": line.post, "line": line}
            row["results"][one.quarter] = line
    return sorted(found.values(), key=lambda row: (row["department"], row["line"].person.pinyin, row["line"].pk))


def _result(quarter: int) -> Any:
    def value(row: Person) -> str:
        line = row["results"].get(quarter)
        if line is None:
            return ""
        decided = line.round.state in (State.DECIDED, State.ARCHIVED)
        return (result_words(line) or UNGRADED) if decided else str(line.get_state_display())

    return value


LEDGER = (
    *((key, COLUMNS[key], lambda row, key=key: row[key]) for key in ("name", "department", "post")),
    *((f"q{number}", DEPARTED.format(number=number), _result(number)) for number in QUARTERS),
    ("year", COLUMNS["year"], _result(0)),
)
EXPORTED: tuple[tuple[Field, Any], ...] = tuple((Field(key, label), value) for key, label, value in LEDGER)


def ledger_table(rows: Sequence[Person]) -> Table:
    """The ledger of a year."""
    columns = tuple(Column(key, label, value=value, head=key == "name") for key, label, value in LEDGER)
    return Table(columns, rows=rows, empty=NO_LINE)
