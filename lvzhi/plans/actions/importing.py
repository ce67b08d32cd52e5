"""A task table out of Excel or CSV: every row read, findings with row and column, all or nothing written (R9.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.directory.queries import units_on
from lvzhi.exchange import Column, sheets
from lvzhi.exchange.sheets import Row
from lvzhi.journal.lines import line
from lvzhi.metrics import registry
from lvzhi.norms import codes
from lvzhi.plans import rules
from lvzhi.plans.actions.tasks import OWN, add_task, keep
from lvzhi.plans.models import Plan, Task
from lvzhi.plans.vocabulary import ALIASES, BLOCKS, FINDINGS, LABELS, NAMES, SHAPING, SOURCES

TEXTS = ("leader", "person", "mark", "form", "proposed_by")
COLUMNS = (
    Column("number", LABELS["number"], aliases=ALIASES["number"], kind="int", unique=True, example="1"),
    Column("topic", LABELS["topic"], aliases=ALIASES["topic"], required=True, width=40),
    Column("block", LABELS["block"], aliases=ALIASES["block"]),
    Column("form", LABELS["form"], aliases=ALIASES["form"]),
    Column("leader", LABELS["leader"], aliases=ALIASES["leader"]),
    Column("organ", LABELS["organ"], aliases=ALIASES["organ"], width=24),
    Column("helpers", LABELS["helpers"], aliases=ALIASES["helpers"], kind="list", width=30),
    Column("person", LABELS["person"], aliases=ALIASES["person"]),
    Column("starts", LABELS["starts"], aliases=ALIASES["starts"], kind="date"),
    Column("due", LABELS["due"], aliases=ALIASES["due"], required=True, kind="date"),
    Column("mark", LABELS["mark"], aliases=ALIASES["mark"], width=30),
    Column("wanted", LABELS["wanted"], kind="int"),
    Column("aim_figure", LABELS["aim_figure"]),
    Column("aim_number", LABELS["aim_number"], kind="decimal"),
    Column("source", LABELS["source"], aliases=ALIASES["source"]),
    Column("proposed_by", LABELS["proposed_by"], aliases=ALIASES["proposed_by"]),
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a sheet.

    Args:
        found: tasks that it holds. written: how many were written; 0 in a dry run and where anything is wrong.
        findings: one sentence each.
    """

    found: int
    written: int
    findings: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the cells may name."""

    organs: dict[str, Organ]
    units: dict[str, Unit]
    blocks: dict[str, str]
    sources: dict[str, str]
    figures: dict[str, str]

    @classmethod
    def of(cls, committee: Committee, day: dt.date) -> _Known:
        units = units_on(committee, day)
        return cls(
            organs={one.name: one for one in organs_on(committee, day)},
            units={one.name: one for one in units} | {one.short_name: one for one in units if one.short_name},
            blocks={name: code for code, name in codes.choices(BLOCKS, committee, day)},
            sources={name: code for code, name in codes.choices(SOURCES, committee, day)},
            figures={one.name: one.key for one in registry.figures() if one.room != OWN},
        )


def import_tasks(plan: Plan, actor: Actor, data: bytes, name: str, *, dry_run: bool) -> Imported:
    """Read a task table into a plan that is being shaped.

    Raises:
        BadFile: nothing of the file can be used.
        NotAllowed: the actor does not shape this plan.
        Refusal: it is past shaping.
    """
    rules.author.check(actor, plan)
    if plan.state not in SHAPING or plan.voided_at is not None:
        raise Refusal("plans.not_shaping", state=plan.get_state_display())
    sheet = sheets.read(data, name, COLUMNS)
    known = _Known.of(plan.committee, clock.as_day(actor.at))
    findings = [finding.sentence for finding in sheet.findings]
    taken = set(Task.objects.live().filter(plan=plan).values_list("number", flat=True))
    rows = []
    for row in sheet.good:
        values, said = _values(row, known, taken)
        said = said or _refused(plan, actor, row.number, values)
        findings += said
        rows.append(values)
    wrong = bool(sheet.errors) or len(findings) > len(sheet.findings)
    if dry_run or wrong:
        return Imported(len(sheet.rows), 0, findings)
    with line(actor, "plans.imported", subject=plan, count=len(rows)):
        for values in rows:
            add_task(plan, actor, values)
    return Imported(len(sheet.rows), len(rows), findings)


def _refused(plan: Plan, actor: Actor, number: int, values: dict[str, Any]) -> list[str]:
    """What a task's own rules say of a row; nothing is written."""
    task = Task(plan=plan, committee=plan.committee, number=values["number"] or 0, created_at=actor.at)
    try:
        keep(task, values)
    except Refusal as refusal:
        return [FINDINGS["rule"].format(row=number, sentence=refusal.sentence)]
    return []


def _values(row: Row, known: _Known, taken: set[int]) -> tuple[dict[str, Any], list[str]]:
    """The cells as `add_task` takes them, and what is wrong with them."""
    said: list[str] = []
    values: dict[str, Any] = {name: row.get(name, "") for name in TEXTS}
    values |= {"topic": row["topic"], "due": row["due"], "starts": row.get("starts"), "wanted": row.get("wanted", 1)}
    number = row.get("number")
    if number in taken:
        said.append(FINDINGS["number_double"].format(row=row.number, value=number))
    values["number"] = number
    for name, table in (("block", known.blocks), ("source", known.sources)):
        values[name] = _code(row, name, table, said)
    organ = row.get("organ", "")
    values["organ"] = known.organs.get(organ)
    if organ and values["organ"] is None:
        said.append(FINDINGS["organ"].format(row=row.number, value=organ))
    values["helpers"] = _helpers(row, known, said)
    figure = row.get("aim_figure", "")
    values["aim_figure"], values["aim_number"] = known.figures.get(figure, ""), row.get("aim_number")
    if figure and figure not in known.figures:
        said.append(FINDINGS["figure"].format(row=row.number, value=figure))
    return values, said


def _code(row: Row, name: str, table: dict[str, str], said: list[str]) -> str:
    given = row.get(name, "")
    if given and given not in table:
        said.append(FINDINGS[name].format(row=row.number, value=given, known=NAMES.join(table)))
    return table.get(given, "")


def _helpers(row: Row, known: _Known, said: list[str]) -> list[Organ | Unit]:
    found: list[Organ | Unit] = []
    for name in row.get("helpers", ()):
        who = known.organs.get(name) or known.units.get(name)
        if who is None:
            said.append(FINDINGS["helper"].format(row=row.number, value=name))
        else:
            found.append(who)
    return found
