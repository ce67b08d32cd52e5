"""What is found: matched by the engine, kept within rights in the same statement, put in order, cut into pages.

What one may not read never reaches the count, the narrowing choices or the order: all of these are taken from the rows
that the statement gave, and the statement gives only rows that the kind's rule grants.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor
from lvzhi.access.rules import NO_ROW
from lvzhi.committee.models import Organ
from lvzhi.search import kinds, snippets
from lvzhi.search.asking import Asked
from lvzhi.search.engines import engine
from lvzhi.search.models import FIRST, SearchShelf, SearchText
from lvzhi.search.snippets import Piece
from lvzhi.search.vocabulary import ORDERS

MOST: Final = 1000  # of the newest that are looked at to put them in order and to count them
SIZE: Final = 20
BEST, NEWEST = ORDERS


@dataclass(frozen=True, slots=True)
class Narrowed:
    """By what a list is narrowed; empty means not."""

    kind: str = ""
    year: int | None = None
    organ: int | None = None
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.kind or self.year or self.organ or self.state)

    def where(self) -> Q:
        """As a filter over `SearchText`."""
        found = Q(kind=self.kind) if self.kind else Q()
        if self.year:
            found &= Q(day__gte=dt.date(self.year, 1, 1), day__lte=dt.date(self.year, 12, 31))
        return found & Q(organ_id=self.organ) if self.organ else found


@dataclass(frozen=True, slots=True)
class Hit:
    """One text found, as a line of the page."""

    kind: str
    name: str
    url: str
    title: Sequence[Piece]
    snippet: Sequence[Piece]
    names: Sequence[Piece]
    day: dt.date
    part: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found.

    Args:
        total: how many there are that the actor may read; with ``capped`` there are more, and nobody counted them.
        by_kind, by_year, by_organ: of those looked at, how many of each.
    """

    hits: Sequence[Hit] = ()
    total: int = 0
    capped: bool = False
    page: int = 1
    pages: int = 1
    by_kind: Mapping[str, int] = field(default_factory=dict)
    by_year: Mapping[int, int] = field(default_factory=dict)
    by_organ: Mapping[int, tuple[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Line:
    key: int
    kind: str
    day: dt.date
    organ: int | None
    head: str


def find(
    actor: Actor, asked: Asked, narrowed: Narrowed | None = None, *, order: str = BEST, page: int = 1, size: int = SIZE
) -> Found:
    """A page of the texts that meet a question and that the actor may read. Four statements at most, however many
    kinds they are of; one more where more than `MOST` match and the list is narrowed."""
    narrowed = narrowed or Narrowed()
    if not asked:
        return Found()
    shelf = _live()
    lines = _lines(actor, asked, shelf, Narrowed(state=narrowed.state, kind=narrowed.kind if narrowed.state else ""))
    if not lines and (now := _live()) != shelf:  # the shelves were changed over between two statements
        shelf = now
        lines = _lines(actor, asked, shelf, narrowed)
    kept = [line for line in lines if _fits(line, narrowed)]
    if len(lines) > MOST and narrowed:
        kept = _lines(actor, asked, shelf, narrowed)
    capped, kept = len(kept) > MOST, kept[:MOST]
    if order == BEST:
        kept = sorted(kept, key=lambda line: _rank(line, asked))
    pages = max(1, -(-len(kept) // size))
    page = min(max(page, 1), pages)
    hits = _hits([line.key for line in kept[(page - 1) * size : page * size]], asked)
    return Found(
        hits, len(kept), capped, page, pages, Counter(line.kind for line in lines[:MOST]),
        Counter(line.day.year for line in lines[:MOST]), _organs(lines[:MOST]),
    )  # fmt: skip


def _live() -> int:
    found = SearchShelf.objects.filter(pk=1).values_list("live", flat=True).first()
    return FIRST if found is None else found


def readable(actor: Actor, narrowed: Narrowed) -> Q:
    """The texts whose records a rule grants the actor, as a filter over `SearchText`."""
    found = NO_ROW
    for one in kinds.registered().values():
        if narrowed.kind and narrowed.kind != one.kind:
            continue
        granted = one.readable(actor)
        if granted == NO_ROW:
            continue
        rows = one.live().filter(granted, pk=OuterRef("record")).order_by()
        if narrowed.state:
            rows = rows.filter(state=narrowed.state)
        found |= Q(Exists(rows), kind=one.kind)
    return found


def _lines(actor: Actor, asked: Asked, shelf: int, narrowed: Narrowed) -> list[_Line]:
    able = engine()
    rows = SearchText.objects.filter(able.matching(asked, shelf), narrowed.where(), readable(actor, narrowed))
    columns = ("id", "kind", "day", "organ_id", "head")
    return [_Line(*row) for row in rows.order_by(*able.order).values_list(*columns)[: MOST + 1]]


def _fits(line: _Line, narrowed: Narrowed) -> bool:
    return (
        narrowed.kind in ("", line.kind)
        and narrowed.year in (None, line.day.year)
        and narrowed.organ in (None, line.organ)
    )


def _rank(line: _Line, asked: Asked) -> int:
    """Those that have all of it in title, number or names first, then those with most; newest first."""
    return -sum(term.held(line.head) for term in asked.terms)


def _organs(lines: Sequence[_Line]) -> dict[int, tuple[str, int]]:
    counted = Counter(line.organ for line in lines if line.organ)
    names = dict(Organ.objects.filter(pk__in=counted).values_list("pk", "name")) if counted else {}
    return {key: (names[key], count) for key, count in counted.most_common() if key in names}


def _hits(keys: Sequence[int], asked: Asked) -> list[Hit]:
    if not keys:
        return []
    rows: dict[int, Any] = SearchText.objects.defer("head", "plain", "grams").in_bulk(keys)
    return [_hit(rows[key], asked) for key in keys if key in rows]


def _hit(row: SearchText, asked: Asked) -> Hit:
    one = kinds.registered()[row.kind]
    return Hit(
        row.kind, one.name, one.url(row.uid), snippets.marked(row.title, asked), snippets.cut(row.body, asked),
        snippets.marked(row.names, asked), row.day, row.part,
    )  # fmt: skip
