"""What becomes of loose ends: chosen for a kind, or for one record (R1.102)."""

from __future__ import annotations

from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.turnover.actions.planning import planned
from lvzhi.turnover.models import Change, Decision
from lvzhi.turnover.queries.ends import End, ends_of, title_of
from lvzhi.turnover.vocabulary import Way


def decide_kind(
    actor: Actor, change: Change, end: End, way: str, *, ground: str = "", left_to: Account | None = None
) -> Decision:
    """Choose what becomes of all loose ends of a kind that have no choice of their own.

    Args:
        way: carried, ended or left. ground: why ended. left_to: whom it is left to.

    Raises:
        NotAllowed, Refusal: as `planned`; a ground or a person missing.
    """
    return _decide(actor, change, end, None, way, ground, left_to, "turnover.choice", kind=end.name)


def decide_one(
    actor: Actor, change: Change, end: End, record: Any, way: str, *, ground: str = "", left_to: Account | None = None
) -> Decision:
    """The same for one record. Raises as `decide_kind`; the record is done meanwhile."""
    if not ends_of(end, change).filter(pk=record.pk).exists():
        raise Refusal("turnover.item_gone")
    return _decide(actor, change, end, record, way, ground, left_to, "turnover.item", title=title_of(record))


def _decide(
    actor: Actor, change: Change, end: End, record: Any, way: str, ground: str, left_to: Account | None, event: str,
    **facts: str,
) -> Decision:  # fmt: skip
    ground = ground.strip()
    if way == Way.ENDED and not ground:
        raise Refusal("turnover.way_ground", field="ground")
    if way == Way.LEFT and left_to is None:
        raise Refusal("turnover.way_person", field="left_to")
    uid = None if record is None else record.uid
    with planned(actor, change, event, way=str(Way(way).label), **facts) as locked:
        row = Decision.objects.filter(change=locked, kind=end.key, record_uid=uid).first()
        row = row or Decision(committee=locked.committee, change=locked, kind=end.key, record_uid=uid)
        row.way, row.ground, row.decided_on = way, ground if way == Way.ENDED else "", clock.as_day(actor.at)
        row.left_to = left_to.pk if way == Way.LEFT and left_to is not None else None
        row.left_to_name = left_to.name if way == Way.LEFT and left_to is not None else ""
        row.version += 1
        row.save()
    return row


def settle_items(actor: Actor, change: Change) -> Change:
    """Say that the list of loose ends was looked through. Raises as `planned`."""
    with planned(actor, change, "turnover.items") as locked:
        locked.items_done = True
        locked.version += 1
        locked.save()
    return locked
