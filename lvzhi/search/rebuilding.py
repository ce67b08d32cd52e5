"""The whole index anew while people work: a second shelf is filled beside the one that is read, then they change over.

Nothing written meanwhile is lost: from the moment the filling is announced every write puts its texts on both shelves,
and the announcement waits for writes that had not heard of it. A text that is on the new shelf already is newer than
what the filling read, and stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from lvzhi.access import Conflict
from lvzhi.deadlines import clock
from lvzhi.files.models import Attachment
from lvzhi.search import attached, kinds, reading
from lvzhi.search.engines import engine
from lvzhi.search.folding import grams
from lvzhi.search.kinds import Doc, Texts
from lvzhi.search.models import SearchShelf, SearchText, SearchWaiting
from lvzhi.search.vocabulary import READABLE, SHELVES

Progress = Callable[[int, int], None]
PIECE: Final = 200  # records of one transaction
SAMPLE: Final = 5000  # texts of which it is counted which pairs are common
COMMON: Final = 20  # of ten thousand texts: from here on it is remembered how many have a pair
WHOLE: Final = 10_000


def owns(table: str) -> bool:
    """Whether a table is the index's: no record, left out where rows are counted or handed on, and filled again."""
    return table.startswith("search_")


def rebuild(progress: Progress = lambda done, total: None, *, force: bool = False, later: bool = False) -> int:
    """Fill the other shelf from the records, change over, empty the old one; returns how many texts there are.

    Args:
        progress: told how many records and attachments of how many are done.
        force: begin although a filling was announced and not ended: its process is known to be dead.
        later: attachments whose text stands nowhere yet are left to the workers.

    Raises:
        Conflict: ``search.filling_already``.
    """
    able = engine()
    shelf = _announce(force=force)
    records = sum(one.live().count() for one in kinds.registered().values())
    total = records + Attachment.objects.live().filter(kind__in=attached.all_kinds(), type__in=READABLE).count()
    counted, done = Counted(records), 0
    for texts, keys in _pieces():
        with transaction.atomic():
            docs = texts.docs(Q(pk__in=keys))
            able.fill(docs, shelf)
        for doc in docs:
            counted.take(doc)
        done += len(keys)
        progress(done, total)
        for count in _files(texts.kind, docs, shelf, later=later):
            done += count
            progress(done, total)
    progress(total, total)  # attachments of drafts are on no shelf
    _drop_the_dead(shelf)
    able.settle()
    with transaction.atomic():
        row = SearchShelf.objects.select_for_update().get(pk=1)
        old, row.live, row.filling, row.filled_at, row.common = row.live, shelf, None, clock.now(), counted.common()
        row.save()
    with transaction.atomic():
        able.clear(old)
    return SearchText.objects.filter(shelf=shelf).count()


def _announce(*, force: bool) -> int:
    with transaction.atomic():
        SearchShelf.objects.get_or_create(pk=1)
        row = SearchShelf.objects.select_for_update().get(pk=1)
        if row.filling is not None and not force:
            raise Conflict("search.filling_already")
        shelf = next(one for one in SHELVES if one != row.live)
        row.filling = None
        row.save()
    with transaction.atomic():
        engine().clear(shelf)
        row = SearchShelf.objects.select_for_update().get(pk=1)
        row.filling = shelf
        row.save()
    return shelf


def _pieces() -> Iterator[tuple[Texts, list[int]]]:
    for texts in kinds.registered().values():
        keys = list(texts.live().order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), PIECE):
            yield texts, keys[start : start + PIECE]


def _files(kind: str, docs: list[Doc], shelf: int, *, later: bool) -> Iterator[int]:
    """The attachments of these records: what stands on the shelf that is read is carried over, for the content of an
    attachment never changes; what does not, and what had no text, is read. Gives how many, piece by piece."""
    records = {one.uid: one for one in docs}
    found = attached.of(kind, records) if docs and attached.are_found(kind) else []
    for start in range(0, len(found), attached.PIECE):
        some = found[start : start + attached.PIECE]
        rows = SearchText.objects.exclude(shelf=shelf).filter(
            kind=kind, record__in={records[one.subject].record for one in some}, part__in=[str(one.uid) for one in some]
        )
        bodies = dict(rows.exclude(body="").values_list("part", "body"))
        missing = [one for one in some if str(one.uid) not in bodies]
        bodies |= {str(one.uid): reading.text_of(one)[0] for one in missing if not later}
        told = [one for one in some if str(one.uid) in bodies]
        with transaction.atomic():
            engine().fill([attached.doc(records[one.subject], one, bodies[str(one.uid)]) for one in told], shelf)
            SearchWaiting.objects.filter(attachment__in=[one.uid for one in told]).delete()
            reading.wait(missing if later else [])
        yield len(some)


def _drop_the_dead(shelf: int) -> None:
    """Texts of records voided, of attachments taken off between their reading and their writing go."""
    able = engine()
    for kind in attached.all_kinds():
        rows = SearchText.objects.filter(shelf=shelf, kind=kind).exclude(part="")
        parts = list(rows.values_list("uid", "part"))
        live = {str(uid) for uid in Attachment.objects.live().filter(kind=kind).values_list("uid", flat=True)}
        off = [(uid, UUID(part)) for uid, part in parts if part not in live]
        for start in range(0, len(off), PIECE):
            with transaction.atomic():
                attached.take_off(kind, off[start : start + PIECE])
    for texts in kinds.registered().values():
        rows = SearchText.objects.filter(shelf=shelf, kind=texts.kind)
        gone = list(rows.exclude(record__in=texts.live().order_by().values("pk")).values_list("record", flat=True))
        for start in range(0, len(gone), PIECE):
            with transaction.atomic():
                able.put(texts.kind, gone[start : start + PIECE], ())


class Counted:
    """In how many texts of a sample each pair of signs stands."""

    def __init__(self, total: int) -> None:
        self.every = max(1, total // SAMPLE)
        self.seen = self.texts = 0
        self.pairs: Counter[str] = Counter()

    def take(self, doc: Any) -> None:
        """Count a text, if it is of the sample."""
        if self.seen % self.every == 0:
            self.texts += 1
            self.pairs.update({piece for field in grams(doc.plain) for piece in field})
        self.seen += 1

    def common(self) -> dict[str, int]:
        """Per ten thousand texts, of the pairs that many have."""
        shares = {pair: count * WHOLE // self.texts for pair, count in self.pairs.items()} if self.texts else {}
        return {pair: share for pair, share in shares.items() if share >= COMMON}
