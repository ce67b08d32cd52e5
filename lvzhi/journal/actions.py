"""What is done to the journal itself: erasing personal values, reading them, sealing records anew."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from lvzhi.access import Missing, Refusal
from lvzhi.journal import collect, witness
from lvzhi.journal.lines import line, write_waiting
from lvzhi.journal.models import Entry, Head, Private, Sealed
from lvzhi.journal.secrets import open_bytes
from lvzhi.journal.values import shape_of

if TYPE_CHECKING:
    from lvzhi.access import Actor


def erase_private(actor: Actor, *, ground: str, seq: int | None = None, record: tuple[str, UUID] | None = None) -> int:
    """Erase the personal values of one entry (`seq`) or of one record in all entries (`record` = kind, uid).

    The chain stays valid: it holds salted digests only, and salt and values go together. The erasure is journalled
    with the places erased. Returns how many payloads went. Raises `Refusal` without a ground, `Missing` for an unknown
    entry (PIPL Art. 47 through R12.10).
    """
    if not ground.strip():
        raise Refusal("journal.ground_missing", field="ground")
    if record is not None:
        wanted = Q(kind=record[0], uid=record[1])
    elif seq is None:
        raise ValueError("either seq or record")
    else:
        if not Entry.objects.filter(seq=seq).exists():
            raise Missing("journal.no_such_entry", seq=seq)
        wanted = Q(seq=seq)
    with line(actor, "journal.private_erased", ground=ground) as entry:
        write_waiting()
        rows = list(Private.objects.filter(wanted).select_for_update().order_by("seq"))
        entry.facts |= {"count": len(rows), "erased": [[row.seq, row.slot] for row in rows]}
        Private.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def read_private(actor: Actor, seq: int) -> dict[str, dict[str, Any]]:
    """The personal values of one entry by "kind:uid"; reading them is journalled (R12.11).

    Raises `Missing` for an unknown entry, `KeyMissing` or `ValueError` when a payload cannot be opened.
    """
    if not Entry.objects.filter(seq=seq).exists():
        raise Missing("journal.no_such_entry", seq=seq)
    with line(actor, "journal.private_read", seq=seq):
        rows = Private.objects.filter(seq=seq)
        return {row.slot: json.loads(open_bytes(row.payload, f"journal/{row.kind}")) for row in rows}


def accept_restore(actor: Actor, *, ground: str) -> None:
    """After restoring a backup the database ends before the witness does: say so in the journal, and begin it anew.

    Raises `Refusal` without a ground.
    """
    if not ground.strip():
        raise Refusal("journal.ground_missing", field="ground")
    head = Head.objects.filter(pk=1).first()
    try:
        told = witness.read(head.chain) if head else None
    except ValueError:
        told = None
    with line(actor, "journal.restored", ground=ground, seq=told.seq if told else 0):
        if head is not None:
            # Registered before the append's own, hence run before it.
            transaction.on_commit(partial(witness.forget, head.chain), robust=True)


def reseal(actor: Actor, model: type[Sealed], *, ground: str) -> int:
    """Seal every record of a kind as it stands now, in entries of 1,000; returns how many.

    For the operator after an upgrade that added a filled column, or a new digest key: the old seals no longer fit the
    records, and the reason should stand in the journal. Raises `Refusal` without a ground.
    """
    if not ground.strip():
        raise Refusal("journal.ground_missing", field="ground")
    shape, done = shape_of(model), 0
    pks = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), collect.CHUNK):
        with line(actor, "journal.resealed", ground=ground, kind=shape.kind) as entry:
            rows = collect.fetch(model, "pk", pks[start : start + collect.CHUNK], lock=True)
            sheet = collect.innermost("reseal")
            for uid, state in rows.items():
                sheet.put(shape, uid, state, state)
            entry.facts["count"] = len(rows)
            done += len(rows)
    return done
