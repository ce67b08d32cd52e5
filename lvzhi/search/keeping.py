"""The index follows what is written, in the transaction that writes it: what is rolled back is not found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Q

from lvzhi.files.models import Attachment
from lvzhi.journal.following import Wrote
from lvzhi.search import attached, kinds, reading
from lvzhi.search.engines import engine
from lvzhi.search.kinds import Joined, Texts, Told
from lvzhi.search.models import SearchText
from lvzhi.search.vocabulary import READABLE, SHELVES

TOLD = frozenset({"kind", "subject", "name", "label", "type", "digest", "voided_at"})  # columns of an attachment
PIECE = 2_000  # records read and written together: a roster of thousands in few statements


class _Stale:
    """Records of one kind whose text may have changed.

    Args:
        uids: written themselves.
        keys, through: of whose text something else was written; what cannot be found has no text to renew.
        hidden: written, and not among those that are found: their other parts need not be looked at.
    """

    def __init__(self) -> None:
        self.uids: set[UUID] = set()
        self.keys: set[int] = set()
        self.through: dict[str, set[UUID]] = {}
        self.hidden: set[int] = set()

    def settle(self) -> bool:
        """Whether anything is left to renew."""
        self.keys -= self.hidden
        return bool(self.uids or self.keys or self.through)

    def wanted(self) -> Q:
        """They, as a filter over their table."""
        found = Q(uid__in=self.uids) | Q(pk__in=self.keys)
        for path, uids in self.through.items():
            found |= Q(**{f"{path}__uid__in": uids})
        return found


def heard(wrote: Sequence[Wrote]) -> None:
    """Bring the texts of what was written up to date. Nothing is read or written where no indexed column changed."""
    stale: dict[str, _Stale] = {}
    watched = _watched()
    for one in wrote:
        for texts, told in watched.get(one.kind, ()):
            _note(stale.setdefault(texts.kind, _Stale()), one, texts, told)
    for kind, found in stale.items():
        if found.settle():
            _renew(kind, found)
    files = {one.uid: one for one in wrote if one.kind == attached.KIND and not TOLD.isdisjoint(one.changed())}
    if files:
        _files(files)


def _files(wrote: Mapping[UUID, Wrote]) -> None:
    """What was attached is read after this; what was detached goes now."""
    gone: dict[str, list[tuple[UUID, UUID]]] = {}
    come = set()
    for uid, one in wrote.items():
        state = one.after or one.before or {}
        kind = state["kind"]
        if state["type"] not in READABLE or not attached.are_found(kind):
            continue
        if one.after is None or one.after["voided_at"] is not None:
            gone.setdefault(kind, []).append((UUID(str(state["subject"])), uid))
        else:
            come.add(uid)
    for kind, several in gone.items():
        attached.take_off(kind, several)
    if come:
        reading.wait(Attachment.objects.filter(uid__in=come))


@cache
def _watched() -> Any:
    return kinds.watched()


def _note(stale: _Stale, one: Wrote, texts: Texts, told: Told | Joined | None) -> None:
    if told is None:
        if not texts.found(one.after):
            stale.hidden |= {state["id"] for state in (one.before, one.after) if state and "id" in state}
        if texts.concerned(one):
            stale.uids.add(one.uid)
    elif not told.concerned(one.changed()):
        return
    elif isinstance(told, Joined):
        if one.before is not None and one.after is not None:
            stale.through.setdefault(told.path, set()).add(one.uid)
    else:
        owner = f"{told.owner}_id"
        stale.keys |= {state[owner] for state in (one.before, one.after) if state and state.get(owner) is not None}


def _renew(kind: str, stale: _Stale) -> None:
    texts = kinds.texts_of(kind)
    if texts is None:
        return
    docs = texts.docs(stale.wanted())
    records = {doc.record for doc in docs}
    lost = stale.uids - {doc.uid for doc in docs}
    if lost:  # voided, or no longer among those that are found
        gone = SearchText.objects.filter(shelf__in=SHELVES, kind=kind, uid__in=lost)
        records |= set(gone.values_list("record", flat=True))
    put(kind, records, docs)


def put(kind: str, records: Iterable[int], docs: Sequence[kinds.Doc]) -> None:
    """Let these be the texts of these records, on the shelf that is read and on the one being filled."""
    wanted, able = sorted(records), engine()
    for start in range(0, len(wanted), PIECE):
        some = set(wanted[start : start + PIECE])
        able.put(kind, some, [doc for doc in docs if doc.record in some])
    attached.follow(kind, docs, reading.wait)
