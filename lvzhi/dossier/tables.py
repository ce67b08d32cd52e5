"""Tables of the room's pages and files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.dossier.kinds import LineKind
from lvzhi.dossier.models import Amendment
from lvzhi.dossier.queries.lines import Line
from lvzhi.dossier.queries.sums import Balance
from lvzhi.dossier.vocabulary.amending import TONES as AMEND_TONES
from lvzhi.dossier.vocabulary.amending import WORDS as AMEND
from lvzhi.dossier.vocabulary.amending import AmendState
from lvzhi.dossier.vocabulary.words import FIELDS, GROUPS, HIDDEN, LATE, QUALITY, WORDS
from lvzhi.exchange import Column as Field
from lvzhi.links.kinds import kind_of
from lvzhi.metrics.compute import Result
from lvzhi.metrics.moves import Jump
from lvzhi.people.queries import called
from lvzhi.people.vocabulary import FIELDS as PEOPLE
from lvzhi.ui import formats
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table

NOTES = {"activities.giving": "givings", "activities.studyplan": "study-plans"}  # these have a list, no page each


def source(line: Line) -> str | None:
    """The address of the record a line was drawn from."""
    if not line.seen:
        return None
    if line.kind.source in NOTES:
        return reverse("activities:notes", args=[NOTES[line.kind.source]])
    known = kind_of(line.kind.source)
    return known.url(line.uid) if known is not None else None


def proof(line: Line) -> Tag:
    """What stands behind a line."""
    text, tone = line.behind
    return Tag(text, tone)  # type: ignore[arg-type]  # reason: the table holds tones


def _about(line: Line) -> str:
    if not line.seen:
        return ""
    return formats.money(line.amount) if line.amount is not None and not line.about else line.about


def _late_tag(most: int) -> Callable[[Line], Tag | None]:
    def read(line: Line) -> Tag | None:
        days = line.late(most)
        return Tag(LATE.format(days=days), "warn") if days else None

    return read


def _names(called: Mapping[int, str]) -> Column:
    return Column(
        "name", FIELDS["name"], value=lambda line: called.get(line.person, line.who) or WORDS["nobody"], short=True
    )


def page_of(rows: Sequence[Any], number: int, size: int, total: int) -> Page[Any]:
    """A numbered page."""
    more = str(number + 1) if number * size < total else None
    return Page(rows, more, str(number - 1) if number > 1 else None, total)


def lines(
    page: Page[Line],
    most: int,
    params: Mapping[str, Any],
    called: Mapping[int, str] | None = None,
    *,
    remedy: str = "",
) -> Table:
    """Lines of a file; with a column of names where they are several people's, and of what to do where asked."""
    columns = [
        Column("day", FIELDS["day"], kind="date", short=True),
        *([] if called is None else [_names(called)]),
        Column("said", FIELDS["title"], url=source, head=True, wide=True),
        Column("kind", FIELDS["kind"], value=lambda line: line.kind.name),
        Column("about", FIELDS["about"], value=_about, hide_on_phone=True),
        Column("part", FIELDS["role"], hide_on_phone=True),
        Column("standing", FIELDS["result"], hide_on_phone=True),
        Column("proof", FIELDS["proof"], kind="tag", value=proof),
        Column("late", FIELDS["entered"], kind="tag", value=_late_tag(most), hide_on_phone=True),
        *([Column("go", QUALITY["remedy"], value=lambda line: remedy, url=source, short=True)] if remedy else []),
    ]
    return Table(
        columns, page=page, params=params, cursor_name="page", empty=WORDS["none_lines"],
        empty_hint=WORDS["none_lines_hint"],
    )  # fmt: skip


def balances(rows: Sequence[Balance], address: Callable[[str], str], figure: Callable[[LineKind], str]) -> Table:
    """Every kind of line with the sums of both sides."""
    columns = (
        Column("kind.name", FIELDS["kind"], url=lambda row: address(row.kind.key), head=True),
        Column("lines", FIELDS["lines"], value=lambda row: both(row, "lines"), short=True),
        Column("records", FIELDS["records"], value=lambda row: both(row, "records") if row.kind.shared else "—"),
        Column("rest", FIELDS["rest"], value=lambda row: both(row, "rest"), short=True),
        Column("figure", FIELDS["figure"], value=lambda row: both(row, "figure"), url=lambda row: figure(row.kind)),
        Column("metric", FIELDS["figure_name"], value=lambda row: row.kind.metric.name, hide_on_phone=True),
        Column("agrees", FIELDS["agrees"], kind="tag", value=verdict),
    )
    return Table(columns, rows, empty=WORDS["none_counts"])


def both(row: Balance, side: str) -> str:
    """A number of an equation, with that of the denominator in brackets."""
    value = formats.number(getattr(row.sum, side))
    if row.whole is None:
        return value
    return WORDS["sum_of_expected"].format(value=value, whole=formats.number(getattr(row.whole, side)))


def verdict(row: Balance) -> Tag:
    """Whether both sides come out."""
    return Tag(WORDS["agrees"], "good") if row.agrees else Tag(WORDS["differs"], "bad")


def persons(
    rows: Sequence[tuple[Any, str, tuple[int, int | None]]], address: Callable[[Any], str], one: LineKind
) -> Table:
    """How many lines of one kind each member has."""
    columns = [
        Column("name", FIELDS["name"], value=lambda row: row[1], url=lambda row: address(row[0]), head=True),
        Column("count", one.name, kind="number", value=lambda row: row[2][0]),
    ]
    if one.whole:
        columns.append(Column("whole", FIELDS["whole"], kind="number", value=lambda row: row[2][1]))
    return Table(columns, rows, empty=WORDS["none_members"])


def files(page: Page[Any], totals: Mapping[int, Mapping[str, str]], query: str, params: Mapping[str, Any]) -> Table:
    """Members with the sums of the groups of their files, by name: no order by number, which would be a ranking."""
    columns = [
        Column("name", FIELDS["name"], value=lambda row: row[1], head=True,
               url=lambda row: reverse("dossier:file", args=[row[0].uid]) + query),
        *(
            Column(group, GROUPS[group], value=_total(totals, group), short=True)
            for group in GROUPS
        ),
    ]  # fmt: skip
    return Table(columns, page=page, params=params, cursor_name="page", empty=WORDS["none_members"])


def _total(totals: Mapping[int, Mapping[str, str]], group: str) -> Callable[[Any], str]:
    return lambda row: totals.get(row[0].person_id, {}).get(group, "")


def organs(rows: Sequence[Any], query: str) -> Table:
    """Organs that have a ledger."""
    columns = (
        Column("name", FIELDS["organ"], head=True, url=lambda row: reverse("dossier:organ", args=[row.uid]) + query),
        Column("kind", FIELDS["organ_kind"], value=lambda row: row.get_kind_display()),
    )
    return Table(columns, rows, empty=WORDS["none_organs"])


FIELDS_OF_LINE = (
    Field("day", FIELDS["day"], kind="date"),
    Field("name", FIELDS["name"]),
    Field("kind", FIELDS["kind"]),
    Field("title", FIELDS["title"]),
    Field("about", FIELDS["about"]),
    Field("role", FIELDS["role"]),
    Field("result", FIELDS["result"]),
    Field("amount", FIELDS["amount"], kind="decimal"),
    Field("proof", FIELDS["proof"]),
    Field("entered", FIELDS["entered_on"], kind="date"),
    Field("late", FIELDS["late"], kind="int"),
    Field("source", FIELDS["source"]),
)


def cells(line: Line, called: Mapping[int, str], most: int) -> list[Any]:
    """A line as a sheet has it, in the order of `FIELDS_OF_LINE`."""
    entered: dt.date | None = clock.as_day(line.entered) if line.entered is not None else None
    name = called.get(line.person, line.who) if line.person is not None else line.who
    return [
        line.day, name, line.kind.name, line.title if line.seen else HIDDEN, line.about if line.seen else "",
        line.part, line.standing, line.amount, line.behind[0], entered, line.late(most) or None,
        source(line) or "",
    ]  # fmt: skip


def share_words(part: int, whole: int) -> str:
    """Part, whole and per cent; nothing where there is no whole."""
    if not whole:
        return ""
    words = QUALITY["of_total"].format(part=formats.number(part), whole=formats.number(whole))
    return f"{formats.share(part / whole)}（{words}）"


PERSONS = (Field("name", FIELDS["name"]), Field("number", PEOPLE["number"]), Field("work", PEOPLE["work"], width=40))
MOVED = (
    Field("name", FIELDS["figure_name"], width=40),
    Field("now", QUALITY["now"], kind="decimal"),
    Field("before", QUALITY["before"], kind="decimal"),
    Field("change", QUALITY["change_percent"], kind="int"),
)


def checks(rows: Sequence[tuple[str, str, str, Any]], url: Callable[[str], str]) -> Table:
    """Every check with what it finds."""
    columns = (
        Column("name", QUALITY["check"], value=lambda row: row[1], url=lambda row: url(row[0]), head=True, short=True),
        Column("count", QUALITY["count"], value=lambda row: row[3] or QUALITY["none"], short=True),
        Column("why", QUALITY["why"], value=lambda row: row[2], wide=True),
        Column("go", QUALITY["open"], value=lambda row: QUALITY["open"], url=lambda row: url(row[0]), short=True),
    )
    return Table(columns, rows)


def mended(rows: Sequence[Any], url: Callable[[Any], str], words: str) -> Table:
    """Members something is missing of, each with where it is mended."""
    columns = (
        Column(
            "name", FIELDS["name"], value=called, head=True, url=lambda row: reverse("people:member", args=[row.uid])
        ),
        Column("number", PEOPLE["number"], hide_on_phone=True),
        Column("work", PEOPLE["work"], value=lambda row: row.person.work, wide=True),
        Column("go", QUALITY["remedy"], value=lambda row: words, url=url, short=True),
    )
    return Table(columns, rows, empty=QUALITY["none"])


def exceptions(labels: Sequence[str], rows: Sequence[tuple[Any, Sequence[object]]], remedy: Any) -> Table:
    """Who or what a check of coverage found, as the figure's own evidence has it, with a button to mend it."""

    def cell(at: int) -> Callable[[Any], object]:
        return lambda pair: pair[1][at]

    columns = [
        Column(f"c{at}", label, value=cell(at), head=at == 0, hide_on_phone=at > 2) for at, label in enumerate(labels)
    ]
    if remedy is not None:
        columns.append(
            Column(
                "go",
                QUALITY["remedy"],
                value=lambda pair: remedy(pair[0])[1] if pair[0] is not None else "",
                url=lambda pair: remedy(pair[0])[0] if pair[0] is not None else None,
                short=True,
            )
        )
    return Table(tuple(columns), rows)


def jumps(rows: Sequence[Jump], url: Callable[[str], str]) -> Table:
    """Figures that moved, with both values."""
    columns = (
        Column("name", FIELDS["figure_name"], value=lambda row: row.now.figure.name, head=True,
               url=lambda row: url(row.now.figure.key)),
        Column("now", QUALITY["now"], value=lambda row: result_shown(row.now), short=True),
        Column("before", QUALITY["before"], value=lambda row: result_shown(row.before), short=True),
        Column("change", QUALITY["change"], value=lambda row: f"{row.percent:+d}%", short=True),
        Column("go", QUALITY["remedy"], value=lambda row: QUALITY["to_rows"],
               url=lambda row: url(row.now.figure.key), short=True),
    )  # fmt: skip
    return Table(columns, rows, empty=QUALITY["none"])


def result_shown(result: Result) -> str:
    """A value with its unit."""
    return formats.number(result.value) + result.figure.unit


def shares(rows: Sequence[tuple[str, int, int]]) -> Table:
    """How many of each kind were entered in December."""
    columns = (
        Column("kind", QUALITY["kind"], value=lambda row: row[0], head=True),
        Column("part", QUALITY["count"], kind="number", value=lambda row: row[1]),
        Column("whole", QUALITY["total"], kind="number", value=lambda row: row[2]),
        Column("share", QUALITY["share"], kind="share", value=lambda row: row[1] / row[2]),
    )
    return Table(columns, rows)


def amend_tag(asked: Amendment) -> Tag:
    """Where a request is."""
    return Tag(asked.get_state_display(), AMEND_TONES[AmendState(asked.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def amendments(rows: Sequence[Amendment]) -> Table:
    """Requests that wait for the office."""
    columns = (
        Column("title_for_people", AMEND["list"], head=True,
               url=lambda row: reverse("dossier:amendment", args=[row.uid])),
        Column("asked_on", AMEND["asked_on"], kind="date"),
        Column("due_on", AMEND["due"], kind="date"),
        Column("committee.display", AMEND["place"], hide_on_phone=True),
    )  # fmt: skip
    return Table(columns, rows, empty=AMEND["none"])


def own_amendments(rows: Sequence[Amendment]) -> Table:
    """One's own requests."""
    columns = (
        Column("label", AMEND["field"], head=True, url=lambda row: reverse("dossier:amendment", args=[row.uid])),
        Column("asked_on", AMEND["asked_on"], kind="date"),
        Column("state", AMEND["state"], kind="tag", value=amend_tag),
        Column("opinion", AMEND["opinion"]),
    )
    return Table(columns, rows, empty=AMEND["none"])
