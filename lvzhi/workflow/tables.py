"""A procedure as tables: its steps, its clocks, and who may do what — all read off the value."""

from __future__ import annotations

from typing import Any

from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table
from lvzhi.workflow.declare import Clock, Step, Workflow
from lvzhi.workflow.vocabulary import AUTOMATIC, WORDS

Numbered = tuple[int, Step]


def steps(workflow: Workflow) -> Table:
    """Every step: from, to, who may, what is asked, within what time, by which rule."""

    def joined(states: Any) -> str:
        return WORDS["joiner"].join(workflow.label(state) for state in workflow.states.values if state in states)

    def clocks(row: Numbered) -> str:
        names = [clock.name for clock in workflow.clocks if clock.states & row[1].frm]
        return WORDS["joiner"].join(dict.fromkeys(names))

    columns = (
        Column("name", WORDS["name"], value=named, head=True),
        Column("frm", WORDS["from"], value=lambda row: joined(row[1].frm)),
        Column("to", WORDS["to"], value=lambda row: joined(row[1].to) if row[1].to else WORDS["stays"]),
        Column("may", WORDS["may"], value=lambda row: AUTOMATIC if row[1].automatic else row[1].may.label, wide=True),
        Column("asks", WORDS["asks"], value=lambda row: asked(row[1])),
        Column("clock", WORDS["clock"], value=clocks),
        Column("undo", WORDS["undo"], kind="tag", value=lambda row: Tag(WORDS["may_undo"]) if row[1].undo else None),
        Column("rule", WORDS["rule"], value=lambda row: row[1].rule, hide_on_phone=True),
    )
    return Table(columns, list(enumerate(workflow.steps, 1)))


def named(row: Numbered) -> str:
    """A step with its number in the diagram."""
    return WORDS["step"].format(number=row[0], name=row[1].name)


def asked(step: Step) -> str:
    """The labels of the fields that a step's form declares."""
    if step.asks is None:
        return ""
    fields = step.asks.base_fields.items()
    return WORDS["joiner"].join(str(field.label or name) for name, field in fields)


def clocks(workflow: Workflow) -> Table:
    """The time limits that run, in which states, by which norm."""

    def states(clock: Clock) -> str:
        return WORDS["joiner"].join(workflow.label(state) for state in workflow.states.values if state in clock.states)

    columns = (
        Column("name", WORDS["clock"], head=True),
        Column("states", WORDS["runs_in"], value=states),
        Column("norm", WORDS["norm"]),
        Column("rule", WORDS["rule"]),
    )
    return Table(columns, workflow.clocks, empty=WORDS["no_clock"])


def rights(workflow: Workflow) -> Table:
    """Who may do what: each right with its steps."""
    found: dict[str, list[str]] = {}
    for step in workflow.steps:
        who = AUTOMATIC if step.automatic else step.may.label
        found.setdefault(who, []).append(step.name)
    rows = [(workflow.visible.label, [WORDS["see"]]), *found.items()]
    columns = (
        Column("who", WORDS["may"], value=lambda row: row[0], head=True, wide=True),
        Column("steps", WORDS["does"], value=lambda row: WORDS["joiner"].join(row[1]), wide=True),
    )
    return Table(columns, rows)


def states(workflow: Workflow) -> Table:
    """The states: who has it there, and whether it ends there."""

    def ending(state: str) -> Tag | None:
        return Tag(WORDS["ends"], "good") if state in workflow.final else None

    columns = (
        Column("label", WORDS["state"], value=workflow.label, head=True),
        Column("holder", WORDS["holder"], value=workflow.holders.get),
        Column("end", WORDS["end"], kind="tag", value=ending),
    )
    return Table(columns, list(workflow.states.values))
