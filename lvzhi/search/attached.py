"""Texts of attachments: whose they are, and how they stand in the index beside the text of their record.

Only of kinds that registered their attachments as readable to whoever may read the record: then the rule that
every question asks of the record holds for them too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final
from uuid import UUID

from lvzhi.files import rights
from lvzhi.files.models import Attachment
from lvzhi.search import kinds
from lvzhi.search.engines import engine
from lvzhi.search.folding import initials, joined, plain, spread
from lvzhi.search.kinds import Doc
from lvzhi.search.models import SearchText, SearchWaiting
from lvzhi.search.vocabulary import READABLE, SHELVES

KIND: Final = Attachment._meta.label_lower
PIECE: Final = 20  # attachments held in memory at once


def are_found(kind: str) -> bool:
    """Whether attachments of such records are found by their text."""
    right = rights.right_of(kind)
    return right is not None and right.as_record and kinds.texts_of(kind) is not None


def all_kinds() -> list[str]:
    """The kinds whose attachments are found."""
    return [kind for kind in kinds.registered() if are_found(kind)]


def of(kind: str, uids: Collection[UUID]) -> list[Attachment]:
    """The attachments with text of these records, in one statement."""
    rows = Attachment.objects.live().filter(kind=kind, subject__in=uids, type__in=READABLE)
    return list(rows.order_by("pk"))


def doc(record: Doc, one: Attachment, body: str) -> Doc:
    """An attachment's text as the index holds it: found under its own name, dated and placed as its record is."""
    name, label = spread(one.name), spread(one.label)
    head = joined([plain(name), plain(label), initials(PurePosixPath(name).stem)])
    return replace(record, part=str(one.uid), title=name, names=label, body=body, head=head)


def take_off(kind: str, wanted: Sequence[tuple[UUID, UUID]]) -> None:
    """What was detached is no longer found.

    Args:
        wanted: uid of the record, uid of the attachment.
    """
    texts = kinds.texts_of(kind)
    if texts is None:
        return
    # Of a voided record too: it may come back.
    rows = texts.rows().model._default_manager.filter(uid__in={record for record, _ in wanted})
    records = set(rows.values_list("pk", flat=True))
    if records:
        engine().put(kind, records, (), [str(one) for _, one in wanted])
    SearchWaiting.objects.filter(attachment__in=[one for _, one in wanted]).delete()


def follow(kind: str, docs: Sequence[Doc], wait: Callable[[Iterable[Attachment]], None]) -> None:
    """Attachments go with their record to another day, organ or committee; those not read yet are waited for."""
    if not docs or not are_found(kind):
        return
    records = {one.uid: one for one in docs}
    found = of(kind, records)
    if not found:
        return
    rows = SearchText.objects.filter(
        shelf__in=SHELVES, kind=kind, record__in={records[one.subject].record for one in found},
        part__in=[str(one.uid) for one in found],
    ).defer("head", "plain", "grams", "names", "title")  # fmt: skip
    bodies, stale = {}, set()
    for row in rows:
        record = records[row.uid]
        bodies[row.part] = row.body
        if (row.day, row.organ_id, row.committee_id) != (record.day, record.organ, record.committee):
            stale.add(row.part)
    moved = [one for one in found if str(one.uid) in stale]
    for start in range(0, len(moved), PIECE):
        some = [doc(records[one.subject], one, bodies[str(one.uid)]) for one in moved[start : start + PIECE]]
        engine().put(kind, {one.record for one in some}, some, [one.part for one in some])
    wait(one for one in found if str(one.uid) not in bodies)
