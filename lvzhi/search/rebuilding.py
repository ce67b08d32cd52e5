"""The whole index anew while people work: a second shelf is filled beside the one that is read, then they change over.

Nothing written meanwhile is lost: from the moment the filling is announced every write puts its texts on both shelves,
and the announcement waits for writes that had not heard of it. A text that is on the new shelf already is newer than
what the filling read, and stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from lvzhi.access import Conflict
from lvzhi.deadlines import clock
from lvzhi.search import kinds
from lvzhi.search.engines import engine
from lvzhi.search.folding import grams
from lvzhi.search.kinds import Texts
from lvzhi.search.models import SearchShelf, SearchText
from lvzhi.search.vocabulary import SHELVES

Progress = Callable[[int, int], None]
PIECE: Final = 200  # records of one transaction
SAMPLE: Final = 5000  # texts of which it is counted which pairs are common
COMMON: Final = 20  # of ten thousand texts: from here on it is remembered how many have a pair
WHOLE: Final = 10_000


def owns(table: str) -> bool:
    """Whether a table is the index's: no record, left out where rows are counted or handed on, and filled again."""
    return table.startswith("search_")


def rebuild(progress: Progress = lambda done, total: None, *, force: bool = False) -> int:
    """Fill the other shelf from the records, change over, empty the old one; returns how many texts there are.

    Args:
        progress: told how many records of how many are done.
        force: begin although a filling was announced and not ended: its process is known to be dead.

    Raises:
        Conflict: ``search.filling_already``.
    """
    able = engine()
    shelf = _announce(force=force)
    total = sum(one.live().count() for one in kinds.registered().values())
    counted, done = Counted(total), 0
    for texts, keys in _pieces():
        with transaction.atomic():
            docs = texts.docs(Q(pk__in=keys))
            able.fill(docs, shelf)
        for doc in docs:
            counted.take(doc)
        done += len(keys)
        progress(done, total)
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


def _drop_the_dead(shelf: int) -> None:
    """Texts of records voided between their reading and their writing go."""
    able = engine()
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
