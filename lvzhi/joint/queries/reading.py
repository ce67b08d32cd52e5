"""One topic and what hangs on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.joint import kinds, rules
from lvzhi.joint.models import Mate, Partaking, Piece, Topic
from lvzhi.joint.queries.levels import shown_parts
from lvzhi.joint.vocabulary import STANDING, PartState, PieceState, Role
from lvzhi.plans.models import Task
from lvzhi.plans.vocabulary import IN_FORCE, TaskState
from lvzhi.workflow.declare import Workflow

Rows = QuerySet[Any]
PIECES_BESIDE = ("committee", "person", "part", "topic")


def one(actor: Actor, uid: Any) -> Topic:
    """The topic of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rows = Topic.objects.filter(rules.visible.rows(actor), uid=uid).select_related("committee", "organ")
    found: Topic | None = rows.first()
    if found is None:
        raise Missing("joint.unknown")
    return found


def step_record(actor: Actor, workflow: Workflow, uid: Any) -> Any:
    """The record of a step, with its topic. Raises `Missing`."""
    if workflow.model is Topic:
        return one(actor, uid)
    rule, model = (rules.part_visible, Partaking) if workflow.model is Partaking else (rules.piece_visible, Piece)
    rows: Rows = model.objects.filter(rule.rows(actor), uid=uid)
    beside = ("committee", "topic__committee", "organ") if model is Partaking else (*PIECES_BESIDE, "topic__committee")
    found = rows.select_related(*beside).first()
    if found is None:
        raise Missing("joint.unknown")
    return found


def of_subject(kind: str, uid: UUID) -> Topic | None:
    """The topic that stands over a record, or None."""
    found: Topic | None = Topic.objects.live().filter(kind=kind, subject=uid).first()
    return found


def part_of(topic: Topic, committee: int) -> Partaking | None:
    """A committee's standing part in a topic, or None."""
    rows = Partaking.objects.live().filter(topic=topic, committee_id=committee, state__in=STANDING)
    found: Partaking | None = rows.first()
    return found


def lead_part(topic: Topic) -> Partaking | None:
    """The leader's own part."""
    found: Partaking | None = (
        Partaking.objects.live().filter(topic=topic, role=Role.LEAD).select_related("topic").first()
    )
    return found


def own_task(part: Partaking, day: dt.date) -> Task | None:
    """The line of the committee's own plan that took on the leader's: what its part serves, where nobody says else."""
    kind = kinds.kind_of(part.topic.kind)
    record = kind.find(part.topic.subject) if kind is not None else None
    task = kind.known(record).task if kind is not None and record is not None else None
    if task is None:
        return None
    found: Task | None = tasks_of(part.committee_id, day).filter(upper_id=task).first()
    return found


def parts_of(topic: Topic) -> list[Partaking]:
    """The parts of a topic in the order of the tree, each with its mates as ``team``. Two queries."""
    mates = Mate.objects.live().filter(until=None).select_related("person").order_by("id")
    rows = shown_parts().filter(topic=topic)
    return list(rows.prefetch_related(Prefetch("mates", mates, to_attr="team")))


def live_mates(part: Partaking) -> Rows:
    """Who is in the team for a part now."""
    rows: Rows = Mate.objects.live().filter(part=part, until=None)
    return rows.select_related("person").order_by("id")


def breakdown(topic: Topic) -> list[Piece]:
    """The breakdown 任务分解表 in the order of the tree. One query."""
    rows = Piece.objects.live().filter(topic=topic, part__voided_at=None).exclude(part__state=PartState.WITHDRAWN)
    return list(rows.select_related(*PIECES_BESIDE).order_by("committee__path", "part_id", "number", "id"))


def open_pieces(part: Partaking) -> list[Piece]:
    """Pieces of a part that are not done."""
    return list(Piece.objects.live().filter(part=part, state=PieceState.OPEN).order_by("number", "id"))


def last_piece(topic: Topic) -> Piece | None:
    """The open piece that is due last."""
    rows = Piece.objects.live().filter(topic=topic, state=PieceState.OPEN).select_related("committee")
    found: Piece | None = rows.order_by("-until", "id").first()
    return found


def waiting_answers(topic: Topic) -> list[Partaking]:
    """Parts asked for that nobody has answered, and parts that go on with pieces open."""
    rows = Partaking.objects.live().filter(topic=topic, state__in=(PartState.ASKED, PartState.TAKING))
    return list(rows.select_related("committee").order_by("committee__path"))


def committees_near(committee: Committee) -> Rows:
    """Committees that may be asked: those above, all below, and those beside under the same parent."""
    chain = [pk for pk in committee.chain_ids() if pk != committee.pk]
    near = Q(pk__in=chain) | Q(path__startswith=committee.path)
    if committee.parent_id is not None:
        near |= Q(parent_id=committee.parent_id)
    rows: Rows = Committee.objects.filter(near).exclude(pk=committee.pk)
    return rows.order_by("path")


def tasks_of(committee: int, day: dt.date) -> Rows:
    """Open tasks of the committee's plans in force in that year: what a part may serve."""
    rows: Rows = Task.objects.live().filter(
        committee_id=committee, state=TaskState.OPEN, plan__year=day.year, plan__voided_at=None,
        plan__state__in=sorted(IN_FORCE),
    )  # fmt: skip
    return rows.select_related("plan").order_by("plan_id", "number")


def event_subjects(topic: Topic, parts: Sequence[Partaking], pieces: Sequence[Piece]) -> list[tuple[str, UUID]]:
    """Records whose history is the topic's."""
    return [(row._meta.label_lower, row.uid) for row in (topic, *parts, *pieces)]


def records(actor: Actor, kind: str, uid: UUID) -> list[Topic]:
    """The topic over a record, if the actor may see it, with the parts of every level."""
    rows = Topic.objects.live().filter(rules.visible.rows(actor), kind=kind, subject=uid)
    found = rows.select_related("committee").prefetch_related(Prefetch("parts", shown_parts(), to_attr="levels"))
    return list(found)


def next_number(part: Partaking) -> int:
    """The number of the next piece of a part."""
    last = Piece.objects.filter(part=part).order_by(F("number").desc()).values_list("number", flat=True).first()
    return int(last or 0) + 1
