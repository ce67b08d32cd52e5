"""Loose ends 未了事项: every record of a procedure of a room below that is not in a final state.

Rooms register nothing for this: a procedure says by itself which of its states are final.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lvzhi import norms
from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.links.kinds import kind_of
from lvzhi.norms import codes
from lvzhi.proposals.models import CoSignature, Proposal
from lvzhi.proposals.rules import HIDDEN
from lvzhi.proposals.vocabulary import State
from lvzhi.turnover.models import Change, Decision
from lvzhi.turnover.vocabulary import LOOSE_ENDS, RATING, Way
from lvzhi.workflow.declare import Workflow
from lvzhi.workflow.registry import workflows

# How a record of a kind is ended: the step of its own procedure, and the field that takes the ground.
ENDINGS: Mapping[str, tuple[str, str]] = {
    "plans.task": ("drop", "ground"),
    "activities.activity": ("cancel", "ground"),
}
OWN = "turnover."


@dataclass(frozen=True)
class End:
    """One kind of loose end.

    Args:
        workflow: its procedure.
        name: what it is called on these pages.
        way: what becomes of it by rule.
        decision: what was chosen for the whole kind.
        count: how many there are.
    """

    workflow: Workflow
    name: str
    way: str
    decision: Decision | None
    count: int

    @property
    def key(self) -> str:
        """Key of the procedure."""
        return self.workflow.key

    @property
    def ways(self) -> list[tuple[str, str]]:
        """What may be chosen: a record is ended only where its room has a step for it."""
        return [(one.value, str(one.label)) for one in Way if one != Way.ENDED or self.key in ENDINGS]


def _rows(workflow: Workflow, committee: Committee) -> Any:
    """Open records of a procedure; a proposal not yet handed in is its author's alone."""
    model: Any = workflow.model
    over = {str(one) for one in workflow.final}
    if model is Proposal:
        over |= {str(one) for one in HIDDEN}
    return model.objects.live().filter(committee=committee).exclude(state__in=over)


def readable(end: End, actor: Actor, uids: Iterable[UUID]) -> set[UUID]:
    """Those of the records whose title the actor may read."""
    model: Any = end.workflow.model
    rows = model.objects.filter(end.workflow.visible.rows(actor), uid__in=list(uids))
    return set(rows.values_list("uid", flat=True))


def unsent(committee: Committee, persons: Iterable[int]) -> int:
    """How many proposals these persons began and did not hand in."""
    rows = Proposal.objects.live().filter(committee=committee, member__person__in=list(persons))
    return int(rows.filter(state__in=HIDDEN).count())


def kinds(committee: Committee, day: dt.date) -> list[tuple[Workflow, str, str]]:
    """Procedures whose open records are loose ends, as (procedure, name, way by rule).

    Those of the code table, and any other whose records have a page of their own; parts of a record go with it.
    """
    table = {row.code: row for row in codes.codes(LOOSE_ENDS, committee, day)}
    found = []
    for one in workflows():
        row = table.get(one.key)
        if one.key.startswith(OWN) or (row is None and kind_of(one.model._meta.label_lower) is None):
            continue
        way = str(row.extra.get("way", "")) if row is not None else ""
        name = row.name if row is not None else one.name
        found.append((one, name, way if way in Way.values else Way.CARRIED.value))
    return found


def loose_ends(change: Change) -> list[End]:
    """The kinds of loose end with how many there are; those without any are left out. One query a kind."""
    chosen = {row.kind: row for row in Decision.objects.filter(change=change, record_uid=None)}
    found = [
        End(one, name, way, chosen.get(one.key), _rows(one, change.committee).count())
        for one, name, way in kinds(change.committee, change.starts)
    ]
    return [one for one in found if one.count]


def ends_of(end: End, change: Change) -> Any:
    """The records of one kind, with what a line shows of them."""
    rows = _rows(end.workflow, change.committee).order_by("id")
    rows = rows.select_related(*end.workflow.related) if end.workflow.related else rows
    return rows.defer(*end.workflow.heavy) if end.workflow.heavy else rows


def title_of(record: Any) -> str:
    """What a record is called."""
    return str(record.title_for_people)


def way_of(end: End, uid: UUID, singles: Mapping[UUID, Decision]) -> tuple[str, Decision | None]:
    """What becomes of one record: what was chosen for it, for its kind, or by rule."""
    one = singles.get(uid) or end.decision
    return (one.way, one) if one is not None else (end.way, None)


def singles(change: Change) -> dict[tuple[str, UUID], Decision]:
    """Choices about single records."""
    rows = Decision.objects.filter(change=change).exclude(record_uid=None)
    return {(row.kind, row.record_uid): row for row in rows if row.record_uid is not None}


def rates_as_author(change: Change) -> bool:
    """Whether somebody gone keeps the login to rate the replies to the own proposals."""
    return bool(norms.value(RATING, change.committee_id, change.starts) == "author")


def awaiting(committee: Committee, persons: Iterable[int]) -> Any:
    """Open proposals of these persons that are still to be rated."""
    closed = (State.CLOSED, State.NOT_FILED, State.OFFLINE, State.WITHDRAWN, *HIDDEN)
    rows = Proposal.objects.live().filter(committee=committee, member__person__in=list(persons))
    return rows.exclude(state__in=closed)


def rated_by_nobody(change: Change, gone: Iterable[int], staying: Iterable[int]) -> list[Proposal]:
    """Open proposals of persons gone that no co-signer of the new term can rate. Two queries."""
    rows = list(awaiting(change.committee, gone))
    signed = CoSignature.objects.filter(
        proposal__in=[row.pk for row in rows], state="signed", voided_at=None, member__person__in=list(staying)
    ).values_list("proposal_id", flat=True)
    covered = set(signed)
    return [row for row in rows if row.pk not in covered]
