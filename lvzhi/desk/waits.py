"""What waits for whom, as the inbox asks it: its lines, and which messages are over because no step waits any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import ForeignKey
from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.accounts.actors import actors_in
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.desk.vocabulary import BUNDLED, BUNDLED_LATE, EARLIEST, SEE_ALL
from lvzhi.messages.models import Message
from lvzhi.messages.waits import Line, Waits
from lvzhi.workflow.crowd import Crowd, crowds, waiting_for
from lvzhi.workflow.declare import Workflow
from lvzhi.workflow.registry import workflows
from lvzhi.workflow.todo import Kind, ToDo, kinds, todo

MOST = 100  # of each procedure, as on the desk
ONE_BY_ONE = 4
Matter = tuple[str, str]  # key of a procedure, uid of a record
Pair = tuple[str, str, int]  # kind, uid, account


def of(actor: Actor) -> Waits:
    """All that waits for the actor by kind, and what of it is due soon or overdue, the earliest first."""
    mine = todo(actor, limit=MOST)
    near = [one for one in mine if one.left is not None and (one.left.overdue or one.left.soon)]
    lines = [line for kind in kinds(mine) for line in _lines(kind)]
    due = [line for kind in kinds(near) for line in _lines(kind)]
    return Waits(lines, len(mine), due, len(near))


def _lines(kind: Kind) -> Iterator[Line]:
    if len(kind.rows) <= ONE_BY_ONE:
        yield from (_line(one) for one in kind.rows)
        return
    first = kind.rows[0]
    said = BUNDLED_LATE if kind.overdue else BUNDLED
    title = said.format(step=first.step.name, count=len(kind.rows), late=kind.overdue)
    url = f"{reverse('desk:waiting')}?{urlencode({'kind': kind.key})}"
    left = first.left
    yield Line(
        title, url, EARLIEST.format(name=first.workflow.name), first.due_on, left.words if left else "",
        left.tone if left else "neutral", SEE_ALL,
    )  # fmt: skip


def _line(one: ToDo) -> Line:
    left = one.left
    return Line(
        one.title, one.address, f"{one.workflow.name} · {one.kind}", one.due_on, left.words if left else "",
        left.tone if left else "neutral", one.action,
    )  # fmt: skip


def over(place: Committee, messages: Sequence[Message]) -> set[int]:
    """Which of these messages need nobody any more: no step waits for their reader on what they speak of.

    That is the record itself or one that hangs on it: a hand-over on its proposal. A reminder speaks of several
    (``matters`` of its facts) and is over with the last of them.
    """
    spoken = {one.pk: _matters(one) for one in messages}
    wanted = {one.account_id for one in messages}
    people = [person for person in actors_in(place, clock.now()) if person.account_id in wanted]
    still = _waiting(crowds(people), {matter for several in spoken.values() for matter in several})
    return {
        one.pk
        for one in messages
        if spoken[one.pk] and not any((*matter, one.account_id) in still for matter in spoken[one.pk])
    }


def _matters(message: Message) -> list[Matter]:
    """What a message speaks of; nothing where its subject takes no steps, so that nothing can be known."""
    told = message.facts.get("matters")
    if told:
        return [(key, uid) for key, _, uid in (one.partition("/") for one in told)]
    keys = [one.key for one in workflows() if one.model._meta.label_lower == message.subject_kind]
    return [(key, str(message.subject_uid)) for key in keys]


def _waiting(groups: Sequence[Crowd], matters: Iterable[Matter]) -> set[Pair]:
    by_kind: dict[str, set[str]] = defaultdict(set)
    for key, uid in matters:
        by_kind[key].add(uid)
    known = {one.key: one for one in workflows()}
    found: set[Pair] = set()
    for key, uids in by_kind.items():
        subject = known.get(key)
        if subject is None:
            continue
        for workflow, rows in _family(subject, uids):
            pairs = waiting_for(workflow, groups, list(rows))
            found |= {(key, str(rows[pk]), account) for pk, account in pairs}
    return found


def _family(subject: Workflow, uids: set[str]) -> Iterator[tuple[Workflow, dict[int, UUID]]]:
    """The procedure with its records, and each that hangs on these: key of the record → uid of the subject."""
    model: Any = subject.model
    yield subject, dict(model._default_manager.filter(uid__in=uids).values_list("pk", "uid"))
    for other in workflows():
        for field in other.model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is model and other is not subject:
                rows: Any = other.model._default_manager
                yield (
                    other,
                    dict(rows.filter(**{f"{field.name}__uid__in": uids}).values_list("pk", f"{field.name}__uid")),
                )
