"""Attaching, detaching, and reading what is journalled."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from lvzhi.access import Actor, Missing, NotAllowed, Refusal
from lvzhi.files import content, pictures, store, vocabulary
from lvzhi.files.models import Attachment
from lvzhi.files.queries import readable
from lvzhi.files.rights import Right, right_of
from lvzhi.journal.lines import Subject, line
from lvzhi.norms import value

if TYPE_CHECKING:
    Upload = UploadedFile[bytes]
else:
    Upload = UploadedFile

NAME_LENGTH = 120


def attach(actor: Actor, kind: str, uid: UUID, upload: Upload, *, label: str = "") -> Attachment:
    """Attach an upload; the same content sent twice to one record is attached once. Photos are stripped (`pictures`).

    Raises `Missing` for a kind without right, `NotAllowed`, `Refusal` with codes of `content.check`, `pictures.bared`
    and `files.too_large` (norms files.max_size in MB, files.types, files.max_unpacked, files.max_ratio,
    files.max_pixels in millions).
    """
    return take_in(actor, kind, uid, _may_add(actor, kind, uid).committee(uid), upload, label=label)


def take_in(actor: Actor, kind: str, uid: UUID, committee: int, upload: Upload, *, label: str = "") -> Attachment:
    """`attach` for a room that takes a record in from elsewhere with its files, and has checked the right itself.

    Raises as `attach`, but for the right.
    """
    name = clean_name(upload.name or "")
    landed = _land(upload, name, int(value("files.max_size", committee)))
    try:
        limits = content.Limits(
            int(value("files.max_unpacked", committee)) * content.MEGABYTE, int(value("files.max_ratio", committee))
        )
        kind_of_file = content.check(landed.path, name, tuple(value("files.types", committee)), limits)
        landed = pictures.bared(landed, name, kind_of_file, int(value("files.max_pixels", committee)))
    except BaseException:
        landed.drop()
        raise
    landed.keep()
    known = Attachment.objects.live().filter(kind=kind, subject=uid, digest=landed.digest).first()
    if known is not None:
        return known
    made = Attachment(
        committee_id=committee,
        kind=kind,
        subject=uid,
        name=name,
        label=label.strip(),
        type=kind_of_file,
        size=landed.size,
        digest=landed.digest,
        added_by=actor.account_id,
        added_by_name=actor.name,
        created_at=actor.at,
    )
    with line(actor, "files.attach", subject=Subject(kind, uid, name), committee=committee, name=name):
        made.save()
    return made


def keep_made(
    actor: Actor,
    kind: str,
    uid: UUID,
    committee: int,
    landed: store.Landed,
    *,
    name: str,
    type: str,  # noqa: A002  reason: the attachment's own word
) -> Attachment:
    """A file that this system made itself, such as the result of a job: no upload, so nothing in it is checked."""
    landed.keep()
    made = Attachment(
        committee_id=committee, kind=kind, subject=uid, name=clean_name(name), type=type, size=landed.size,
        digest=landed.digest, added_by=actor.account_id, added_by_name=actor.name, created_at=actor.at,
    )  # fmt: skip
    with line(actor, "files.made", subject=Subject(kind, uid, made.name), committee=committee, name=made.name):
        made.save()
    return made


def carry(actor: Actor, kind: str, uid: UUID, committee: int, files: Sequence[Attachment]) -> list[Attachment]:
    """The same files on another record, over the same bytes; what hangs there already is not doubled.

    The calling room has checked the right: it hands its own record on, such as to the committee above.
    """
    known = set(Attachment.objects.live().filter(kind=kind, subject=uid).values_list("digest", flat=True))
    made = []
    for file in files:
        if file.digest in known:
            continue
        known.add(file.digest)
        row = Attachment(
            committee_id=committee, kind=kind, subject=uid, name=file.name, label=file.label, type=file.type,
            size=file.size, digest=file.digest, added_by=actor.account_id, added_by_name=actor.name,
            created_at=actor.at,
        )  # fmt: skip
        with line(actor, "files.attach", subject=Subject(kind, uid, row.name), committee=committee, name=row.name):
            row.save()
        made.append(row)
    return made


def attach_all(actor: Actor, kind: str, uid: UUID, uploads: Sequence[Upload], *, label: str = "") -> list[Attachment]:
    """Attach several uploads, all or none. Raises as `attach`, and `Refusal` over the norm files.max_count."""
    right = _may_add(actor, kind, uid)
    committee = right.committee(uid)
    if not uploads:
        raise Refusal("files.nothing_sent", field="files")
    limit = int(value("files.max_count", committee))
    if len(uploads) > limit:
        raise Refusal("files.too_many", field="files", limit=limit, count=len(uploads))
    with transaction.atomic():
        return [attach(actor, kind, uid, upload, label=label) for upload in uploads]


def detach(actor: Actor, attachment: Attachment, *, ground: str = "") -> Attachment:
    """Take an attachment off its record: the row stays voided, the bytes stay.

    Raises `NotAllowed` without the right to add, `Missing` when it is gone already.
    """
    _may_add(actor, attachment.kind, attachment.subject)
    ground = ground.strip() or vocabulary.DETACHED
    subject = Subject(attachment.kind, attachment.subject, attachment.name)
    with line(actor, "files.detach", subject=subject, committee=attachment.committee_id,
              name=attachment.name, ground=ground):  # fmt: skip
        found = Attachment.objects.live().select_for_update().filter(pk=attachment.pk).first()
        if found is None:
            raise Missing("files.missing")
        found.voided_at, found.void_ground = actor.at, ground
        found.version += 1
        found.save()
    return found


def read(actor: Actor, uid: UUID) -> tuple[Attachment, Path]:
    """An attachment and where its bytes lie; reading personal ones is journalled. Raises `Missing`."""
    found = readable(actor, uid)
    path = store.path_of(found.digest)
    if not path.exists():
        raise Missing("files.missing")
    right = right_of(found.kind)
    if right is not None and right.personal:
        subject = Subject(found.kind, found.subject, found.name)
        with line(actor, "files.read", subject=subject, committee=found.committee_id, name=found.name):
            pass
    return found, path


def clean_name(name: str) -> str:
    """A name fit to be shown and saved: no folders, no control or direction marks (U+202E hides an ".exe")."""
    last = PurePosixPath(name.replace("\\", "/")).name
    shown = "".join(each for each in last if unicodedata.category(each)[0] != "C").strip(" .")
    path = PurePosixPath(shown or vocabulary.FALLBACK_NAME)
    suffix = path.suffix[:12]
    return path.name[: len(path.name) - len(path.suffix)][: NAME_LENGTH - len(suffix)] + suffix


def _may_add(actor: Actor, kind: str, uid: UUID) -> Right:
    right = right_of(kind)
    if right is None:
        raise Missing("files.missing")
    if not right.may_add(actor, uid):
        # Whoever may not even see the record learns nothing of it.
        if right.may_read(actor, uid):
            raise NotAllowed("files.may_not_add")
        raise Missing("files.missing")
    return right


def _land(upload: Upload, name: str, megabytes: int) -> store.Landed:
    limit = megabytes * content.MEGABYTE
    if upload.size is not None and upload.size > limit:
        raise Refusal("files.too_large", field="files", name=name, limit=megabytes)
    try:
        return store.land(upload.chunks(), limit)
    except store.TooLarge:
        raise Refusal("files.too_large", field="files", name=name, limit=megabytes) from None


def erase(actor: Actor, attachment: Attachment, *, ground: str) -> Attachment:
    """Take an attachment off its record and its bytes off the disk, where no other record holds the same (R12.12).

    Raises as `detach`.
    """
    found = detach(actor, attachment, ground=ground)
    if not Attachment.objects.live().filter(digest=found.digest).exists():
        transaction.on_commit(lambda: store.path_of(found.digest).unlink(missing_ok=True))
    return found
