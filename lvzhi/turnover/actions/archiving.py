"""The list of what a term left: records with digests, sealed beside the journal's head; its verification (R12.6)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee, Record
from lvzhi.journal.lines import line
from lvzhi.journal.models import Entry, Head
from lvzhi.journal.secrets import digest_key_name, keyed
from lvzhi.journal.verify import as_sealed
from lvzhi.turnover.models import Archive, ArchivePart, Change
from lvzhi.turnover.vocabulary import Standing
from lvzhi.workflow.declare import Taking

PURPOSE = "turnover.archive"
OUTSIDE = frozenset({"turnover", "workflow", "messages"})
CHUNK = 2000


def kinds() -> list[type[Record]]:
    """The kinds of record that a list holds, by room."""
    found = [model for model in apps.get_models() if issubclass(model, Record)]
    return [model for model in found if model._meta.app_label not in OUTSIDE]


def _digest(parts: Any) -> str:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def rows_of(model: type[Record], committee: Committee) -> dict[str, str]:
    """Digest of each of the committee's records of a kind by uid."""
    names = [one.attname for one in model._meta.concrete_fields if one.attname not in ("id", "uid")]
    rows: Any = model._default_manager.filter(committee=committee).order_by("pk")
    found = rows.values_list("uid", *names).iterator(chunk_size=CHUNK)
    return {str(uid): _digest(values) for uid, *values in found}


def _seal(archive: Archive, parts: list[ArchivePart]) -> str:
    told = [archive.term, archive.count, archive.journal_seq, archive.journal_hash]
    told += [[part.kind, part.count, part.digest] for part in parts]
    return f"{digest_key_name()}:{keyed(PURPOSE, _digest(told).encode()).hex()}"


def archive(actor: Actor, change: Change) -> Iterator[tuple[str, int, int]]:
    """Write the list of what stands now; tells how far it is, a kind of record at a time."""
    head = Head.objects.filter(pk=1).first()
    made = Archive(
        committee=change.committee, change=change, term=change.old.number, sealed_at=actor.at, created_at=actor.at,
        journal_seq=head.seq if head else 0, journal_hash=head.hash if head else "",
    )  # fmt: skip
    models, parts = kinds(), []
    for done, model in enumerate(models, 1):
        rows = rows_of(model, change.committee)
        room = str(apps.get_app_config(model._meta.app_label).verbose_name)
        if rows:
            part = ArchivePart(
                committee=change.committee, kind=model._meta.label_lower, name=str(model._meta.verbose_name), room=room,
                count=len(rows), digest=_digest(rows), rows=rows, created_at=actor.at,
            )  # fmt: skip
            parts.append(part)
        yield "sealing", done, len(models)
    made.count = sum(part.count for part in parts)
    made.seal = _seal(made, parts)
    with line(actor, "turnover.archive", subject=change, number=made.term, count=made.count):
        made.save()
        for part in parts:
            part.archive = made
            part.save()


@dataclass
class Checked:
    """One kind of record held against the list."""

    part: ArchivePart
    same: int = 0
    later: int = 0
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def standing(self) -> Standing:
        """The worst of it."""
        if self.gone:
            return Standing.GONE
        if self.changed:
            return Standing.CHANGED
        return Standing.LATER if self.later else Standing.SAME


@dataclass(frozen=True)
class Verified:
    """What a verification came to.

    Args:
        sealed: whether the seal fits the list itself. chained: whether the journal still has its head of that moment.
    """

    archive: Archive
    sealed: bool
    chained: bool
    parts: list[Checked]

    @property
    def faults(self) -> int:
        """Records that are gone or changed without a line of the journal, and a broken seal or chain."""
        broken = (not self.sealed) + (not self.chained)
        return broken + sum(len(one.changed) + len(one.gone) for one in self.parts)


def verify_archive(archive: Archive) -> Verified:
    """Hold a sealed list against the records as they are. Reads each of them once."""
    parts = list(archive.parts.order_by("pk"))
    checked = [_check(part, archive.committee) for part in parts]
    loose = {f"{one.part.kind}:{uid}" for one in checked for uid in one.changed}
    if loose:
        seals = _seals_since(archive.change.last or archive.journal_seq, loose)
        for one in checked:
            _tell_apart(one, seals)
    intact = all(_digest(part.rows) == part.digest for part in parts)
    entry = Entry.objects.filter(seq=archive.journal_seq).values_list("hash", flat=True).first()
    chained = archive.journal_seq == 0 or entry == archive.journal_hash
    return Verified(archive, intact and _seal(archive, parts) == archive.seal, chained, checked)


def _model(kind: str) -> type[Record] | None:
    return next((one for one in kinds() if one._meta.label_lower == kind), None)


def _check(part: ArchivePart, committee: Committee) -> Checked:
    model = _model(part.kind)
    now: dict[str, str] = rows_of(model, committee) if model is not None else {}
    found = Checked(part)
    for uid, digest in part.rows.items():
        if uid not in now:
            found.gone.append(uid)
        elif now[uid] == digest:
            found.same += 1
        else:
            found.changed.append(uid)
    return found


def _tell_apart(one: Checked, seals: dict[str, str]) -> None:
    """Which of the changes the journal tells of: the record holds what its last line since left in it."""
    model = _model(one.part.kind)
    told = {UUID(uid): seals[slot] for uid in one.changed if (slot := f"{one.part.kind}:{uid}") in seals}
    known = {str(uid) for uid in as_sealed(model, told)} if model is not None and told else set()
    one.later += len(known)
    one.changed = [uid for uid in one.changed if uid not in known]


def _seals_since(seq: int, slots: set[str]) -> dict[str, str]:
    """The last seal of each of the records in a line since; what was deleted has none."""
    found: dict[str, str] = {}
    rows = Entry.objects.filter(seq__gt=seq).order_by("seq").values_list("seals", flat=True)
    for seals in rows.iterator(chunk_size=CHUNK):
        for slot in slots & seals.keys():
            found[slot] = seals[slot] or ""
    return found


def seal(taking: Taking) -> None:
    """Refuse to close a change of term whose list does not fit the records."""
    found = Archive.objects.filter(change=taking.record).select_related("committee").first()
    if found is None:
        raise Refusal("turnover.no_archive")
    faults = verify_archive(found).faults
    if faults:
        raise Refusal("turnover.archive_broken", count=faults)
