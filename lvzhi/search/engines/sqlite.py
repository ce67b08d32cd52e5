"""SQLite: pairs of signs in the full-text extension, phrases by their order; nothing is scored."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from lvzhi.search.asking import Asked, Term
from lvzhi.search.folding import grams
from lvzhi.search.kinds import Doc, whole
from lvzhi.search.models import FIRST, SearchText
from lvzhi.search.vocabulary import SHELVES

BREAK: Final = " \ue1ff "  # between fields: no phrase goes across
_DAY, _SHELF = 24, 23  # bits below the day in a key; the bit that tells the shelf
PIECE = 400


class Sqlite:
    """One writer at a time: what is read within a write stays true until it ends."""

    order: Sequence[str] = ("-id",)

    def put(self, kind: str, records: Collection[int], docs: Sequence[Doc], parts: Collection[str] = ("",)) -> None:
        """See `Engine`."""
        days = {doc.day.toordinal() for doc in docs}
        shelves, olds, free = _standing(kind, records, parts, next(iter(days)) if len(days) == 1 else None)
        wanted = {(shelf, doc.record, doc.part): doc for shelf in shelves for doc in docs}
        gone, same = [], set()
        for key, place, old in olds:
            doc = wanted.get(place)
            if doc is not None and old == _told(doc):
                same.add(place)
            else:
                gone.append((place[0], key, _tokens(old[-1], old[-2])))
        for shelf in {one[0] for one in gone}:
            _index(shelf, [("delete", key, tokens) for on, key, tokens in gone if on == shelf])
        if gone:
            SearchText.objects.filter(pk__in=[key for _, key, _ in gone]).delete()
        for shelf in shelves:
            new = [doc for place, doc in wanted.items() if place[0] == shelf and place not in same]
            self._add(new, shelf, {next(iter(days)): free[shelf]} if free else None)

    def fill(self, docs: Sequence[Doc], shelf: int) -> None:
        """See `Engine`."""
        kinds: dict[str, list[Doc]] = {}
        for doc in docs:
            kinds.setdefault(doc.kind, []).append(doc)
        for kind, several in kinds.items():
            rows = SearchText.objects.filter(shelf=shelf, kind=kind, record__in={doc.record for doc in several})
            there = set(rows.values_list("record", "part"))
            self._add([doc for doc in several if (doc.record, doc.part) not in there], shelf)

    def _add(self, docs: Sequence[Doc], shelf: int, free: dict[int, int] | None = None) -> None:
        if not docs:
            return
        free = free or _free({doc.day.toordinal() for doc in docs}, shelf)
        rows = []
        for doc in docs:
            day = doc.day.toordinal()
            rows.append(_row(doc, shelf, free[day]))
            free[day] += 1
        SearchText.objects.bulk_create(rows)
        _index(shelf, [(None, row.pk, _tokens(row.head, row.body)) for row in rows])

    def clear(self, shelf: int) -> None:
        """See `Engine`."""
        SearchText.objects.filter(shelf=shelf).delete()
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {_table(shelf)} ({_table(shelf)}) VALUES ('delete-all')")  # noqa: S608  reason: a name of our own

    def matching(self, asked: Asked, shelf: int) -> Q:
        """See `Engine`."""
        found = Q(shelf=shelf)
        words = [term for term in asked.terms if not term.single]
        if words:
            match = " AND ".join(f"({' OR '.join(map(_phrase, term.spellings))})" for term in words)
            table = _table(shelf)
            sql = f"search_text.id IN (SELECT rowid FROM {table} WHERE told MATCH %s)"  # noqa: S608  reason: as above
            found &= _asks(sql, match)
        for term in asked.terms:
            if term.single:
                found &= Q(head__contains=term.text)
            elif any(map(_dropped, term.spellings)):
                found &= _rechecked(term)
        return found

    def nearest(
        self, words: Sequence[tuple[str, float]], kind: str, committee: int, shelf: int, most: int
    ) -> list[int]:
        """See `Engine`. The extension weighs words itself, by how many texts have them."""
        if not words:
            return []
        match, table = " OR ".join(_phrase(word) for word, _ in words), _table(shelf)
        sql = (
            f"SELECT one.record FROM {table} CROSS JOIN search_text one ON one.id = {table}.rowid "  # noqa: S608  reason: placeholders
            "WHERE told MATCH %s AND one.kind = %s AND one.committee_id = %s AND one.part = '' ORDER BY rank LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [match, kind, committee, most])
            return [row[0] for row in cursor.fetchall()]

    def settle(self) -> None:
        """See `Engine`."""


def _standing(
    kind: str, records: Collection[int], parts: Collection[str], day: int | None
) -> tuple[tuple[int, ...], list[tuple[int, tuple[int, int, str], tuple[Any, ...]]], dict[int, int]]:
    """In one statement: the shelves in use, the texts that stand there, and the first free keys of a day."""
    marks, many = ", ".join(["%s"] * len(records)), ", ".join(["%s"] * len(parts))
    first = {shelf: ((day or 0) << _DAY) | (shelf << _SHELF) for shelf in SHELVES}
    last = ", ".join(
        f"(SELECT max(id) FROM search_text WHERE id >= {key:d} AND id < {key + (1 << _SHELF):d})"  # noqa: S608  reason: numbers of our own
        for key in first.values()
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT s.live, s.filling, {last}, one.id, one.shelf, one.record, one.part, "  # noqa: S608  reason: placeholders
            "one.day, one.organ_id, one.committee_id, one.title, one.names, one.body, one.head "
            "FROM (SELECT 1) LEFT JOIN search_shelf s ON s.id = 1 LEFT JOIN search_text one ON one.shelf IN (0, 1) "
            f"AND one.kind = %s AND one.record IN ({marks}) AND one.part IN ({many})",
            [kind, *records, *parts],
        )
        rows = cursor.fetchall()
    live, filling, *ends = rows[0][:4]
    live = FIRST if live is None else live
    free = {shelf: first[shelf] if end is None else end + 1 for shelf, end in zip(SHELVES, ends, strict=True)}
    olds = [(row[4], (row[5], row[6], row[7]), tuple(row[8:])) for row in rows if row[4] is not None]
    return (live,) if filling is None else (live, filling), olds, free if day is not None else {}


def _told(doc: Doc) -> tuple[Any, ...]:
    """What a row of `_standing` holds of a text."""
    return (doc.day.isoformat(), doc.organ, doc.committee, doc.title, doc.names, doc.body, doc.head)


def _asks(sql: str, *params: Any) -> Q:
    return Q(RawSQL(sql, params, BooleanField()))  # noqa: S611  reason: names of our own, values as parameters


def _table(shelf: int) -> str:
    return f"search_grams_{shelf:d}"


def _tokens(head: str, body: str) -> str:
    return BREAK.join(" ".join(field) for field in grams(whole(head, body)))


def _index(shelf: int, rows: Sequence[tuple[str | None, int, str]]) -> None:
    """Write to the table of the extension: rows in, or out, handed over together."""
    table = _table(shelf)
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({table}, rowid, told) VALUES (%s, %s, %s)", rows)  # noqa: S608  reason: placeholders only


def _free(days: Collection[int], shelf: int) -> dict[int, int]:
    """The first free key of each day."""
    firsts = {day: (day << _DAY) | (shelf << _SHELF) for day in days}
    part = "SELECT {0:d}, (SELECT max(id) FROM search_text WHERE id >= {1:d} AND id < {2:d})"
    asks = [part.format(day, first, first + (1 << _SHELF)) for day, first in firsts.items()]
    found: dict[int, int] = {}
    for start in range(0, len(asks), PIECE):
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(asks[start : start + PIECE]))
            found |= {day: firsts[day] if last is None else last + 1 for day, last in cursor.fetchall()}
    return found


def _row(doc: Doc, shelf: int, key: int) -> SearchText:
    return SearchText(
        id=key, shelf=shelf, kind=doc.kind, uid=doc.uid, part=doc.part, record=doc.record, committee_id=doc.committee,
        organ_id=doc.organ, day=doc.day, title=doc.title, body=doc.body, names=doc.names, head=doc.head,
    )  # fmt: skip


def _whole_runs(spelling: str) -> list[str]:
    """The runs of a spelling that can be told apart by pairs: a single sign at an edge may be part of a longer run."""
    runs = spelling.split()
    while runs and len(runs[0]) == 1:
        runs = runs[1:]
    while runs and len(runs[-1]) == 1:
        runs = runs[:-1]
    return runs


def _dropped(spelling: str) -> bool:
    return len(_whole_runs(spelling)) < len(spelling.split())


def _phrase(spelling: str) -> str:
    pieces = [piece for field in grams(" ".join(_whole_runs(spelling))) for piece in field]
    return f'"{" ".join(pieces)}"'


def _rechecked(term: Term) -> Q:
    """The text itself is read, where pairs alone cannot tell."""
    connection.ensure_connection()
    connection.connection.create_function("search_holds", 3, _holds, deterministic=True)
    sql = " OR ".join(["search_holds(search_text.head, search_text.body, %s)"] * len(term.spellings))
    return _asks(f"({sql})", *term.spellings)


def _holds(head: str, body: str, spelling: str) -> bool:
    return spelling in whole(head, body)
