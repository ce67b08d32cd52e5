"""Taking a mis-entered record out of every figure, and bringing it back (误录作废)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Record
from lvzhi.journal.lines import line
from lvzhi.workflow.registry import ensue

Rec = TypeVar("Rec", bound=Record)


def void(record: Rec, actor: Actor, ground: str) -> Rec:
    """Take a mis-entered record out of every figure; it stays in the journal and can be restored (误录作废).

    The caller's room has checked the right.

    Raises:
        Refusal: no ground given, or voided already.
    """
    with transaction.atomic():
        locked, title = _held(record)
        if not ground.strip():
            raise Refusal("workflow.ground_needed", field="ground")
        if locked.voided_at is not None:
            raise Refusal("workflow.voided", title=title)
        return _mark(locked, actor, "workflow.voided", actor.at, ground.strip())


def restore(record: Rec, actor: Actor) -> Rec:
    """Bring a voided record back into every figure.

    Raises:
        Refusal: the record is not voided.
    """
    with transaction.atomic():
        locked, title = _held(record)
        if locked.voided_at is None:
            raise Refusal("workflow.not_voided", title=title)
        return _mark(locked, actor, "workflow.restored", None, "")


def _held(record: Rec) -> tuple[Rec, str]:
    """The row, locked, and what people call it."""
    rows: Any = type(record)._default_manager
    locked: Rec = rows.select_for_update(of=("self",)).get(pk=record.pk)
    return locked, getattr(locked, "title_for_people", str(locked))


def _mark(locked: Rec, actor: Actor, event: str, at: datetime | None, ground: str) -> Rec:
    with line(actor, event, subject=locked, committee=locked.committee_id, title=str(locked)) as entry:
        entry.facts |= {"ground": ground} if ground else {}
        locked.voided_at, locked.void_ground = at, ground
        locked.version += 1
        locked.save()
    ensue(event, locked, actor)
    return locked
