"""Tables of the wizard and its reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from lvzhi.committee.vocabulary import OrganKind
from lvzhi.exchange import Column as SheetColumn
from lvzhi.exchange.sheets import Table as Sheet
from lvzhi.people.vocabulary import PostKind
from lvzhi.turnover.actions import Verified
from lvzhi.turnover.models import Change, Entrant
from lvzhi.turnover.queries import change_address
from lvzhi.turnover.vocabulary import FIELDS, JOINER, MARK_TONES, SHEETS, STANDING_TONES, TONES, WORDS, Mark, Way
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table


def state_tag(change: Change) -> Tag:
    """Where a change of term is."""
    return Tag(change.get_state_display(), TONES[change.state])  # type: ignore[arg-type]  # reason: the table holds tones


def mark_tag(row: Entrant) -> Tag:
    """Whether somebody stays, comes or goes; what is still asked comes first."""
    if row.asks:
        return Tag(WORDS["to_ask"], "bad", "warn")
    return Tag(str(Mark(row.mark).label), MARK_TONES[row.mark])  # type: ignore[arg-type]  # reason: as above


def changes(rows: Iterable[Change]) -> Table:
    """The committee's changes of term."""
    return Table(
        (
            Column("title", WORDS["title"], value=str, url=change_address, head=True),
            Column("starts", FIELDS["starts"], "date"),
            Column("state", FIELDS["state"], "tag", value=state_tag),
        ),
        rows=rows,
    )


def organs_text(row: Entrant, kind: str) -> str:
    """Names of the organs of one kind."""
    return JOINER.join(row.organs(kind))


def offices_text(row: Entrant) -> str:
    """Posts in words."""
    return JOINER.join(str(PostKind(one).label) for one in row.offices)


def work_text(row: Entrant) -> str:
    """Employer and job: of the roster, else as recorded."""
    given = f"{row.facts.get('employer', '')}{row.facts.get('job', '')}"
    return given or (row.person.work if row.person is not None else "")


def row_text(row: Entrant) -> str:
    """Where in the roster somebody stands."""
    return WORDS["row_of_file"].format(row=row.row) if row.row else WORDS["row_present"]


ENTRANT_COLUMNS: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("sector", FIELDS["sector"], lambda row: organs_text(row, OrganKind.SECTOR)),
    ("special", FIELDS["special"], lambda row: organs_text(row, OrganKind.SPECIAL_COMMITTEE)),
    ("liaison", FIELDS["liaison"], lambda row: organs_text(row, OrganKind.LIAISON_GROUP)),
    ("offices", FIELDS["offices"], offices_text),
    ("work", FIELDS["work"], work_text),
    ("row", FIELDS["row"], row_text),
)


def entrants(page: Any, params: Mapping[str, Any]) -> Table:
    """The persons of the plan."""
    return Table(
        (
            Column("name", FIELDS["name"], url=lambda row: reverse("turnover:entrant", args=[row.uid]), head=True),
            Column("mark", FIELDS["mark"], "tag", value=mark_tag),
            *(Column(key, label, value=read, wide=key == "work") for key, label, read in ENTRANT_COLUMNS),
        ),
        page=page,
        params=params,
    )


def findings(said: Sequence[tuple[int, bool, str]]) -> Table:
    """What is wrong or worth a look in a roster, row by row."""
    return Table(
        (
            Column("row", FIELDS["row"], value=lambda one: WORDS["row_of_file"].format(row=one[0])),
            Column("level", FIELDS["level"], "tag", value=lambda one: _level(one[1])),
            Column("what", FIELDS["what"], value=lambda one: one[2], wide=True),
        ),
        rows=said,
    )


def _level(bad: bool) -> Tag:
    return Tag(WORDS["stop"], "bad") if bad else Tag(WORDS["look"], "warn")


def figures(report: Mapping[str, Any]) -> Table:
    """The numbers of both terms beside each other, and what is done."""
    return Table(
        (
            Column("name", FIELDS["figure"], value=lambda one: one[1], head=True),
            Column("before", FIELDS["before"], "number", value=lambda one: one[2]),
            Column("after", FIELDS["after"], "number", value=lambda one: one[3]),
            Column("unit", FIELDS["unit"], value=lambda one: one[4]),
        ),
        rows=report.get("figures", ()),
    )


def problems(report: Mapping[str, Any]) -> Table:
    """What stands in the way, then what to look at."""
    rows = [(True, said) for said in report.get("stops", ())] + [(False, said) for said in report.get("looks", ())]
    return Table(
        (
            Column("level", FIELDS["level"], "tag", value=lambda one: _level(one[0])),
            Column("what", FIELDS["what"], value=lambda one: one[1], wide=True, head=True),
        ),
        rows=rows,
        empty=WORDS["problems_none"],
    )


def items(change: Change, rows: Iterable[Any], kind: str) -> Table:
    """Loose ends of one kind: (record, title, state, way, decision)."""
    editable = change.state == "preparing"
    return Table(
        (
            Column("title", FIELDS["title"], value=lambda one: one[1], wide=True, head=True,
                   url=lambda one: reverse("turnover:item", args=[change.uid, kind, one[0].uid]) if editable else None),
            Column("state", FIELDS["state"], value=lambda one: one[2]),
            Column("way", FIELDS["way"], "tag", value=lambda one: way_tag(one[3])),
            Column("ground", FIELDS["ground"], value=lambda one: _why(one[4])),
        ),
        rows=rows,
    )  # fmt: skip


def way_tag(way: str) -> Tag:
    """What becomes of a loose end."""
    return Tag(str(Way(way).label), "neutral" if way == Way.ENDED else "info")


def _why(decision: Any) -> str:
    return "" if decision is None else decision.ground or decision.left_to_name or WORDS["chosen"]


def _standing(one: Any) -> Tag:
    return Tag(str(one.standing.label), STANDING_TONES[one.standing])  # type: ignore[arg-type]  # reason: as above


def archive(found: Verified) -> Table:
    """A sealed list held against the records, kind by kind."""
    return Table(
        (
            Column("name", FIELDS["kind"], value=lambda one: f"{one.part.room}：{one.part.name}", head=True),
            Column("count", FIELDS["count"], "number", value=lambda one: one.part.count),
            Column("same", WORDS["default_same"], "number", value=lambda one: one.same),
            Column("later", WORDS["default_later"], "number", value=lambda one: one.later),
            Column("bad", WORDS["default_bad"], "number", value=lambda one: len(one.changed) + len(one.gone)),
            Column("standing", FIELDS["standing"], "tag",
                   value=_standing),
        ),
        rows=found.parts,
    )  # fmt: skip


def _columns(*keys: str) -> tuple[SheetColumn, ...]:
    return tuple(SheetColumn(key, FIELDS[key]) for key in keys)


def report_sheets(change: Change, head: Sequence[str], persons: Iterable[Entrant], ends: Iterable[Any]) -> list[Sheet]:
    """The report as a workbook: numbers, problems, persons, loose ends."""
    report = change.report
    level = [(WORDS["stop"], said) for said in report.get("stops", ())]
    level += [(WORDS["look"], said) for said in report.get("looks", ())]
    people = [
        [row.name, str(Mark(row.mark).label), *(read(row) for _, _, read in ENTRANT_COLUMNS), row.number]
        for row in persons
    ]
    return [
        Sheet(SHEETS["figures"], _columns("figure", "before", "after", "unit"),
              [[one[1], one[2], one[3], one[4]] for one in report.get("figures", ())], head),
        Sheet(SHEETS["problems"], _columns("level", "what"), level, head),
        Sheet(SHEETS["entrants"],
              _columns("name", "mark", "sector", "special", "liaison", "offices", "work", "row", "member_number"),
              people, head),
        Sheet(SHEETS["items"], _columns("kind", "title", "state", "way", "ground"), ends, head),
    ]  # fmt: skip
