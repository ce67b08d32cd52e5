"""How changes, cases, selections and nominees are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from lvzhi.exchange import Column as Field
from lvzhi.tenure.models import Change, Nominee, Selecting
from lvzhi.tenure.queries.addresses import case_address, change_address, selection_address
from lvzhi.tenure.queries.shown import case_tag, change_tag, selection_tag, standing_tag, what
from lvzhi.tenure.vocabulary import words
from lvzhi.tenure.vocabulary.states import (
    BAR,
    SELECTION_PHASES,
    ChangeState,
)
from lvzhi.tenure.vocabulary.words import COLUMNS
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table

Step = dict[str, Any]


def _step(label: str, state: str, day: Any = None, note: str = "") -> Step:
    return {"label": label, "state": state, "date": day, "note": note}


def change_steps(change: Change) -> list[Step]:
    """The step bar of a change: proposed, heard where it has to be, decided, in force."""
    ended = change.state in (ChangeState.REFUSED, ChangeState.WITHDRAWN)
    rest = "skipped" if ended else "next"
    proposed = change.state in (ChangeState.HANDED, ChangeState.PROPOSED)
    found = [_step(BAR["proposed"], "current" if proposed else "done", change.proposed_on)]
    if change.hears:
        heard = "done" if change.heard_on else rest
        found.append(_step(BAR["heard"], "current" if change.state == ChangeState.HEARD else heard, change.heard_on))
    decided = change.in_force_on is not None
    found.append(_step(BAR["decided"], "done" if decided else rest, change.decided_on if decided else None))
    force = "current" if change.waits else "done" if decided else rest
    if change.state == ChangeState.OVERTURNED:
        force = "skipped"
    found.append(_step(BAR["force"], force, change.in_force_on))
    return found


def selection_steps(selection: Selecting) -> list[Step]:
    """The step bar of a selection."""
    here = next((at for at, (_, held) in enumerate(SELECTION_PHASES) if selection.state in held), None)
    last = len(SELECTION_PHASES) - 1
    found = []
    for at, (label, _) in enumerate(SELECTION_PHASES):
        if here is None:
            state = "skipped"
        elif at < here or here == last:
            state = "done"
        else:
            state = "current" if at == here else "next"
        found.append(_step(label, state))
    return found


CHANGES = (
    Column("name", COLUMNS["name"], url=change_address, head=True),
    Column("kind", COLUMNS["kind"], value=lambda row: row.get_kind_display(), short=True),
    Column("organ", COLUMNS["organ"], value=what, wide=True),
    Column("meeting", COLUMNS["meeting"]),
    Column("decided_on", COLUMNS["decided_on"], kind="date", short=True),
    Column("in_force_on", COLUMNS["in_force_on"], kind="date", short=True),
    Column("state", COLUMNS["state"], value=change_tag, kind="tag"),
)
CASES = (
    Column("name", COLUMNS["name"], value=lambda row: row.member.person.name, url=case_address, head=True),
    Column("threshold", COLUMNS["threshold"], value=lambda row: row.get_threshold_display(), wide=True),
    Column("count", COLUMNS["count"], kind="number", short=True),
    Column("opened_on", COLUMNS["opened_on"], kind="date", short=True),
    Column("state", COLUMNS["state"], value=case_tag, kind="tag"),
)
SELECTIONS = (
    Column("title", COLUMNS["title"], url=selection_address, wide=True, head=True),
    Column("organ.name", COLUMNS["organ"]),
    Column("places", COLUMNS["places"], kind="number", short=True),
    Column("named", COLUMNS["named"], kind="number", short=True),
    Column("until", COLUMNS["until"], kind="date", short=True),
    Column("state", COLUMNS["state"], value=selection_tag, kind="tag"),
)
NOMINEES = (
    Column("name", COLUMNS["name"], head=True),
    Column("work", COLUMNS["work"], value=lambda row: row.member.person.work, wide=True),
    Column("by", COLUMNS["by"], value=lambda row: row.organ.name if row.organ else row.get_by_display()),
    Column("standing", COLUMNS["state"], value=standing_tag, kind="tag"),
)
SITTINGS = (
    Column(
        "activity", COLUMNS["sitting"], value=lambda row: str(row.activity), head=True, wide=True,
        url=lambda row: reverse("activities:detail", args=[row.activity.uid]),
    ),
    Column("activity.held_on", "日期", kind="date", short=True),
    Column("verdict", "出席结论", value=lambda row: row.get_verdict_display(), short=True),
)  # fmt: skip
EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("name", COLUMNS["name"]), lambda row: row.name),
    (Field("kind", COLUMNS["kind"]), lambda row: str(row.get_kind_display())),
    (Field("organ", COLUMNS["organ"], width=30), what),
    (Field("proposed_on", COLUMNS["proposed_on"], kind="date"), lambda row: row.proposed_on),
    (Field("meeting", COLUMNS["meeting"], width=36), lambda row: row.meeting),
    (Field("decided_on", COLUMNS["decided_on"], kind="date"), lambda row: row.decided_on),
    (Field("in_force_on", COLUMNS["in_force_on"], kind="date"), lambda row: row.in_force_on),
    (Field("state", COLUMNS["state"]), lambda row: change_tag(row).text),
)


def changes_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of changes."""
    return Table(CHANGES, page=page, params=params, empty=words.NO_CHANGE)


def cases_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of cases."""
    return Table(CASES, page=page, params=params, empty=words.NO_CASE)


def selections_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of selections."""
    return Table(SELECTIONS, page=page, params=params, empty=words.NO_SELECTION)


def nominees_table(rows: Sequence[Nominee], actions: Any = None) -> Table:
    """Who is nominated."""
    return Table(NOMINEES, rows=rows, empty=words.NO_NOMINEE, actions=actions)


def sittings_table(rows: Sequence[Any]) -> Table:
    """The absences behind a case."""
    return Table(SITTINGS, rows=rows, empty=words.NO_ROWS)


def own_table(rows: Sequence[Change]) -> Table:
    """A member's own changes."""
    head = Column("kind", COLUMNS["kind"], value=lambda row: row.get_kind_display(), url=change_address, head=True)
    return Table((head, *CHANGES[3:]), rows=rows, empty=words.NO_CHANGE)
