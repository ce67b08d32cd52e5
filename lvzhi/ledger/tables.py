"""Lists of problems and advice: the columns of a page, of a sheet and of an export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from lvzhi.exchange import Column as Field
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.ledger.vocabulary.marks import advice_tag, problem_tag, voided_tag
from lvzhi.ledger.vocabulary.pages import EMPTY, HEADINGS
from lvzhi.ledger.vocabulary.sheet import KEPT_OUT, NOTE
from lvzhi.ledger.vocabulary.states import (
    ADVICE_HOLDERS,
    ADVICE_NEXT,
    PROBLEM_HOLDERS,
    PROBLEM_NEXT,
    Adoption,
    AdviceState,
    ProblemState,
)
from lvzhi.ledger.vocabulary.words import ADVICE, NOBODY, PROBLEM
from lvzhi.norms import codes
from lvzhi.ui.formats import day
from lvzhi.ui.marks import Tag, tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table
from lvzhi.workflow.clocks import left

H = HEADINGS


def theme(row: Any) -> str:
    """What the theme is called."""
    return codes.name_of(tables.THEMES, row.committee_id, row.theme) if row.theme else ""


def source(row: Any) -> str:
    """Where it comes from: the activity, the proposal, the project, the meeting, or what the table calls it."""
    if row.activity is not None:
        return str(row.activity.title)
    if row.proposal is not None:
        return str(row.proposal.called or row.proposal.title)
    if row.project is not None:
        return str(row.project.title)
    if row.meeting is not None:
        return str(row.meeting.title)
    return codes.name_of(tables.SOURCES, row.committee_id, row.source)


def state_tag(row: Problem | Advice) -> Tag:
    """Where it is; a voided one says so first."""
    if row.voided_at is not None:
        return voided_tag()
    return problem_tag(row.state) if isinstance(row, Problem) else advice_tag(row.state, row.outcome)


def holder(row: Problem | Advice) -> str:
    """Who has it now, by name where it is known."""
    if isinstance(row, Problem):
        keeps = row.organ.name if row.organ is not None else PROBLEM_HOLDERS[ProblemState.DONE]
        owner = row.owner or NOBODY
        named = {ProblemState.OPEN: owner, ProblemState.LONG_TERM: owner, ProblemState.DONE: keeps}
        return named.get(ProblemState(row.state), "")
    keeps = row.organ.name if row.organ is not None else ADVICE_HOLDERS[AdviceState.RECORDED]
    unit = row.unit.name if row.unit is not None else NOBODY
    of_advice = {AdviceState.RECORDED: keeps, AdviceState.SUBMITTED: unit, AdviceState.ANSWERED: keeps}
    return of_advice.get(AdviceState(row.state), "")


def next_step(row: Problem | Advice) -> str:
    """What comes next, in words."""
    return PROBLEM_NEXT[ProblemState(row.state)] if isinstance(row, Problem) else ADVICE_NEXT[AdviceState(row.state)]


def due_tag(row: Any) -> Any:
    """The day it is due on, and under it what is left."""
    told = left(row.due_on, row.committee_id)
    if told is None or row.voided_at is not None:
        return None
    spent = tag(told.words, told.tone, "clock")
    return format_html('<time datetime="{}">{}</time><br>{}', f"{row.due_on}", day(row.due_on), spent)


def _page_of(name: str) -> Any:
    return lambda row: reverse(name, args=[row.uid])


PROBLEM_COLUMNS = (
    Column("title_for_people", H["problem"], url=_page_of("ledger:problem"), wide=True, head=True),
    Column("holder", H["holder"], value=holder),
    Column("source", H["source"], value=source, hide_on_phone=True),
    Column("found_on", H["found_on"], kind="date", short=True),
    Column("due", H["due"], value=due_tag, short=True),
    Column("state", H["state"], kind="tag", value=state_tag, short=True),
)
ADVICE_COLUMNS = (
    Column("title_for_people", H["advice"], url=_page_of("ledger:advice"), wide=True, head=True),
    Column("theme", H["theme"], value=theme, short=True),
    Column("holder", H["holder"], value=holder),
    Column("source", H["source"], value=source, hide_on_phone=True),
    Column("proposed_on", H["proposed_on"], kind="date", short=True),
    Column("due", H["due"], value=due_tag, short=True),
    Column("state", H["state"], kind="tag", value=state_tag, short=True),
)
COLUMNS = {PROBLEM: PROBLEM_COLUMNS, ADVICE: ADVICE_COLUMNS}


def listing(kind: str, page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the ledger; a card each on a phone."""
    return Table(COLUMNS[kind], page=page, params=params, empty=EMPTY[kind])


def findings(rows: Any) -> Table:
    """What is wrong with the rows of a sheet."""
    columns = (
        Column("row", H["row"], kind="number", head=True, short=True),
        Column("sentence", H["finding"], wide=True),
        Column(
            "effect",
            H["effect"],
            kind="tag",
            short=True,
            value=lambda one: Tag(KEPT_OUT, "bad") if one.keeps_out else Tag(NOTE, "info"),
        ),
    )
    return Table(columns, rows=rows)


Read = Any
PROBLEM_FIELDS: tuple[tuple[Field, Read], ...] = (
    (Field("number", H["number"]), lambda row: row.number),
    (Field("text", H["problem"], width=50), lambda row: row.text),
    (Field("theme", H["theme"]), theme),
    (Field("source", H["source"]), source),
    (Field("found_on", H["found_on"], kind="date"), lambda row: row.found_on),
    (Field("owner", H["owner"]), lambda row: row.owner),
    (Field("helper", H["helper"]), lambda row: row.helper),
    (Field("leader", H["leader"]), lambda row: row.leader),
    (Field("measures", H["measures"], width=50), lambda row: "\n".join(one.text for one in row.measures.all())),
    (Field("standard", H["standard"], width=30), lambda row: row.standard),
    (Field("finish_by", H["finish_by"], kind="date"), lambda row: row.finish_by),
    (Field("state", H["state"]), lambda row: str(state_tag(row))),
    (Field("done_on", H["done_on"], kind="date"), lambda row: row.done_on),
    (Field("result", H["result"], width=40), lambda row: row.result),
)
ADVICE_FIELDS: tuple[tuple[Field, Read], ...] = (
    (Field("text", H["advice"], width=60), lambda row: row.text),
    (Field("theme", H["theme"]), theme),
    (Field("source", H["source"]), source),
    (Field("authors", H["authors"]), lambda row: row.authors_said),
    (Field("proposed_on", H["proposed_on"], kind="date"), lambda row: row.proposed_on),
    (Field("paper", H["paper"]), lambda row: (row.paper.called or row.paper.title) if row.paper else ""),
    (Field("submitted_on", H["submitted_on"], kind="date"), lambda row: row.submitted_on),
    (Field("unit", H["unit"]), lambda row: row.unit.name if row.unit else ""),
    (Field("answered_on", H["answered_on"], kind="date"), lambda row: row.answered_on),
    (Field("adoption", H["adoption"]), lambda row: str(Adoption(row.outcome).label) if row.outcome else ""),
    (Field("ground", H["ground"], width=30), lambda row: row.ground),
    (Field("answer", H["answer"], width=50), lambda row: row.answer),
    (Field("result", H["result_of_advice"], width=40), lambda row: row.result),
    (Field("state", H["state"]), lambda row: str(state_tag(row))),
)
FIELDS = {PROBLEM: PROBLEM_FIELDS, ADVICE: ADVICE_FIELDS}
