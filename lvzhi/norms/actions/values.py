"""Setting a norm from a day on."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.norms import kinds, rules
from lvzhi.norms.declare import norm_of
from lvzhi.norms.models import GROUND_LENGTH, Value
from lvzhi.norms.vocabulary import SHOWN_INHERIT


def set_value(actor: Actor, committee: Committee, key: str, value: Any, *, starts: dt.date, ground: str) -> Value:
    """Set a norm in a committee from a day on; a value already set for that very day is replaced.

    Args:
        value: the value, of the norm's kind (`kinds.parse` reads it out of people's input).
        starts: first day it holds; a past day is allowed, since rules are often entered after they were decided.
        ground: document number or decision.

    Raises:
        NotAllowed: none of the norm's editors.
        Refusal: value out of range or of another kind, ground missing, or nothing would change.
    """
    norm = norm_of(key)
    rules.check(actor, committee, norm.editors)
    wanted = kinds.checked(norm, value)
    stored, ground = kinds.dump(norm, wanted), checked_ground(ground)
    shown = kinds.show(norm, wanted)
    former = Value.objects.filter(committee=committee, key=key, starts__lte=starts).order_by("-starts").first()
    if former is not None and former.value == stored:
        raise Refusal("norms.no_change", field="value", name=norm.name, starts=former.starts, given=shown)
    row = former if former is not None and former.starts == starts else Value(committee=committee, key=key)
    with line(actor, "norms.set", subject=row, committee=committee, name=norm.name, shown=shown, starts=starts):
        _save(row, actor, stored, starts, ground)
    return row


def follow(actor: Actor, committee: Committee, key: str, *, starts: dt.date, ground: str) -> Value:
    """From a day on follow the committee above (or the default) again.

    Raises:
        NotAllowed, Refusal: as `set_value`; `norms.root_follow` when there is nothing of its own to give up.
    """
    norm = norm_of(key)
    rules.check(actor, committee, norm.editors)
    ground = checked_ground(ground)
    former = Value.objects.filter(committee=committee, key=key, starts__lte=starts).order_by("-starts").first()
    if former is None or former.value is None:
        raise Refusal("norms.root_follow", name=norm.name)
    row = former if former.starts == starts else Value(committee=committee, key=key)
    with line(
        actor, "norms.follow", subject=row, committee=committee, name=norm.name, shown=SHOWN_INHERIT, starts=starts
    ):
        _save(row, actor, None, starts, ground)
    return row


def withdraw(actor: Actor, uid: UUID | str) -> None:
    """Take back a setting entered by mistake; the journal keeps it. Raises `Missing`, `NotAllowed`."""
    row = Value.objects.filter(uid=uid).select_related("committee").first()
    if row is None:
        raise Missing("norms.missing")
    norm = norm_of(row.key)
    rules.check(actor, row.committee, norm.editors)
    with line(actor, "norms.withdraw", subject=row, committee=row.committee, name=norm.name, starts=row.starts):
        row.delete()


def checked_ground(ground: str) -> str:
    """The ground without outer blanks. Raises `norms.ground_needed`, `norms.ground_long`."""
    clean = " ".join(ground.split())
    if not clean:
        raise Refusal("norms.ground_needed", field="ground")
    if len(clean) > GROUND_LENGTH:
        raise Refusal("norms.ground_long", field="ground", limit=GROUND_LENGTH)
    return clean


def _save(row: Value, actor: Actor, stored: Any, starts: dt.date, ground: str) -> None:
    row.value, row.starts, row.ground, row.set_by = stored, starts, ground, actor.name
    row.save()
