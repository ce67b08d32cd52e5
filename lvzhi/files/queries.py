"""Reading attachments."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef

from lvzhi.access import Actor, Missing
from lvzhi.files.models import Attachment
from lvzhi.files.rights import right_of


def of(kind: str, uid: UUID) -> list[Attachment]:
    """The attachments of a record, in the order they came; ready for `<c-files :files="…" />`."""
    return of_many(kind, [uid])[uid]


def any_of(kind: str) -> Exists:
    """Whether a record of a kind has attachments, as an annotation of its own query: none, no second one."""
    return Exists(Attachment.objects.live().filter(kind=kind, subject=OuterRef("uid")))


def of_many(kind: str, uids: Sequence[UUID]) -> dict[UUID, list[Attachment]]:
    """The attachments of several records of a kind, in one query."""
    found: dict[UUID, list[Attachment]] = {uid: [] for uid in uids}
    for each in Attachment.objects.live().filter(kind=kind, subject__in=list(uids)).order_by("created_at", "pk"):
        found[each.subject].append(each)
    return found


def readable(actor: Actor, uid: UUID) -> Attachment:
    """An attachment this actor may read. Raises `Missing`, whether it is not there or not for this actor (R12.4)."""
    found = Attachment.objects.live().filter(uid=uid).first()
    right = right_of(found.kind) if found else None
    if found is None or right is None or not right.may_read(actor, found.subject):
        raise Missing("files.missing")
    return found
