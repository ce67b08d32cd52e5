"""What is found: matched by the engine, kept within rights in the same statement, put in order, cut into pages.

What one may not read never reaches the count, the narrowing choices or the order: all of these are taken from the rows
that the statement gave, and the statement gives only rows that the kind's rule grants.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.urls import reverse

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
    """One text found, as a line of the page.

    Args:
        url: the record's page.
        state: as its kind calls it, "" where it has none.
        part, file, of: where it is the text of an attachment: which, where that is fetched, its record's title.
    """

    kind: str
    name: str
    url: str
    title: Sequence[Piece]
    snippet: Sequence[Piece]
    names: Sequence[Piece]
    day: dt.date
    part: str = ""
    state: str = ""
    file: str = ""
    of: str = ""


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
    """A page of the texts that meet a question and that the actor may read. Four statements, however many
    kinds they are of; one more where more than `MOST` match and the list is narrowed."""
    narrowed = narrowed or Narrowed()
    if not asked:
        return Found()
    wide = Narrowed(state=narrowed.state, kind=narrowed.kind if narrowed.state else "")
    shelf, among = _matched(asked, wide)
    lines = _lines(actor, asked, shelf, wide, among)
    if not lines and among and _live() != shelf:  # the shelves were changed over between two statements
        shelf, among = _matched(asked, wide)
        lines = _lines(actor, asked, shelf, wide, among)
    kept = [line for line in lines if _fits(line, narrowed)]
    if len(lines) > MOST and narrowed:
        kept = _lines(actor, asked, shelf, narrowed, among)
    capped, kept = len(kept) > MOST, kept[:MOST]
    if order == BEST:
        kept = sorted(kept, key=lambda line: _rank(line, asked))
    pages = max(1, -(-len(kept) // size))
    page = min(max(page, 1), pages)
    rows = _rows([line.key for line in kept[(page - 1) * size : page * size]])
    organs = Counter(line.organ for line in lines[:MOST] if line.organ)
    states, names = _words(rows, list(organs))
    return Found(
        [_hit(row, asked, states.get((row.kind, row.record), "")) for row in rows], len(kept), capped, page, pages,
        Counter(line.kind for line in lines[:MOST]), Counter(line.day.year for line in lines[:MOST]),
        {key: (names[key], count) for key, count in organs.most_common() if key in names},
    )  # fmt: skip


_known: Final = {"live": FIRST}  # the shelf that this process read last; every question asks whether it is so still


def _live() -> int:
    found = SearchShelf.objects.filter(pk=1).values_list("live", flat=True).first()
    return FIRST if found is None else found


def _matched(asked: Asked, narrowed: Narrowed) -> tuple[int, frozenset[str] | None]:
    """The shelf that is read, and the kinds of what matches on it, whoever may read that: only their rules are built.
    None where more match than are looked through."""
    live = Subquery(SearchShelf.objects.filter(pk=1).values("live")[:1])
    while True:
        shelf = _known["live"]
        rows = SearchText.objects.filter(engine().matching(asked, shelf), narrowed.where()).annotate(on=live)
        found = list(rows.order_by().values_list("on", "kind")[: MOST + 1])
        _known["live"] = (FIRST if found[0][0] is None else found[0][0]) if found else _live()
        if _known["live"] == shelf:
            return shelf, None if len(found) > MOST else frozenset(kind for _, kind in found)


def readable(actor: Actor, narrowed: Narrowed, among: Collection[str] | None = None) -> Q:
    """The texts whose records a rule grants the actor, as a filter over `SearchText`; of these kinds, if told."""
    found = NO_ROW
    for one in kinds.registered().values():
        if (narrowed.kind and narrowed.kind != one.kind) or (among is not None and one.kind not in among):
            continue
        granted = one.readable(actor)
        if granted == NO_ROW:
            continue
        rows = one.live().filter(granted, pk=OuterRef("record")).order_by()
        if narrowed.state:
            rows = rows.filter(state=narrowed.state)
        found |= Q(Exists(rows), kind=one.kind)
    return found


def _lines(actor: Actor, asked: Asked, shelf: int, narrowed: Narrowed, among: Collection[str] | None) -> list[_Line]:
    granted = readable(actor, narrowed, among)
    if granted == NO_ROW:
        return []
    able = engine()
    rows = SearchText.objects.filter(able.matching(asked, shelf), narrowed.where(), granted)
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


def _rows(keys: Sequence[int]) -> list[Any]:
    if not keys:
        return []
    own = SearchText.objects.filter(shelf=OuterRef("shelf"), kind=OuterRef("kind"), record=OuterRef("record"), part="")
    told = SearchText.objects.annotate(of=Subquery(own.values("title")[:1])).defer("head", "plain", "grams")
    rows: dict[int, Any] = told.in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def _words(rows: Sequence[SearchText], organs: Sequence[int]) -> tuple[dict[tuple[str, int], str], dict[int, str]]:
    """Where each record stands now, and what organs are called, in one statement: the index does not follow states."""
    known = kinds.registered()
    asks: list[Any] = [Organ.objects.filter(pk__in=organs).annotate(of=Value("")).values_list("of", "pk", "name")]
    for kind in sorted({row.kind for row in rows if known[row.kind].states}):
        some = known[kind].live().filter(pk__in=[row.record for row in rows if row.kind == kind]).order_by()
        asks.append(some.annotate(of=Value(kind)).values_list("of", "pk", "state"))
    if not organs and len(asks) == 1:
        return {}, {}
    told = [tuple(one) for one in asks[0].order_by().union(*asks[1:], all=True)]
    states = {(of, key): known[of].states.get(state, "") for of, key, state in told if of}
    return states, {key: name for of, key, name in told if not of}


def _hit(row: Any, asked: Asked, state: str) -> Hit:
    one = kinds.registered()[row.kind]
    return Hit(
        row.kind, one.name, one.url(row.uid), snippets.marked(row.title, asked), snippets.cut(row.body, asked),
        snippets.marked(row.names, asked), row.day, row.part, state,
        reverse("files:get", args=[row.part]) if row.part else "", (row.of or "") if row.part else "",
    )  # fmt: skip
