"""PostgreSQL: pairs of signs as numbers in an inverted index; what is longer than a pair is read again in the text."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from lvzhi.search.asking import Asked
from lvzhi.search.folding import grams
from lvzhi.search.kinds import Doc
from lvzhi.search.models import FIRST, SearchText
from lvzhi.search.vocabulary import SHELVES

_BASIC: Final = 0xFFFF
_HALF: Final = 1 << 31
KEY: Final = ["shelf", "kind", "record", "part"]
REST: Final = ["uid", "committee_id", "organ_id", "day", "title", "body", "names", "head", "plain", "grams"]


class Postgres:
    """Several writers at a time: whoever writes holds the shelf, so that no filling begins past what it wrote."""

    order: Sequence[str] = ("-day", "-id")

    def put(self, kind: str, records: Collection[int], docs: Sequence[Doc], parts: Collection[str] = ("",)) -> None:
        """See `Engine`."""
        there = {(doc.record, doc.part) for doc in docs}
        if len(there) < len(records) * len(parts):
            gone = SearchText.objects.filter(shelf__in=SHELVES, kind=kind, record__in=records, part__in=parts)
            for record, part in there:
                gone = gone.exclude(record=record, part=part)
            gone.delete()
        rows = [_row(doc, shelf) for shelf in _shelves() for doc in docs] if docs else []
        if rows:
            SearchText.objects.bulk_create(rows, update_conflicts=True, unique_fields=KEY, update_fields=REST)

    def fill(self, docs: Sequence[Doc], shelf: int) -> None:
        """See `Engine`."""
        SearchText.objects.bulk_create([_row(doc, shelf) for doc in docs], ignore_conflicts=True)

    def clear(self, shelf: int) -> None:
        """See `Engine`."""
        SearchText.objects.filter(shelf=shelf).delete()

    def matching(self, asked: Asked, shelf: int) -> Q:
        """See `Engine`."""
        found = Q(shelf=shelf)
        asks, params = [], []
        for term in asked.terms:
            if term.single:
                found &= Q(head__contains=term.text)
                continue
            each = [_told(spelling) for spelling in term.spellings]
            asks.append(f"({' OR '.join(sql for sql, _ in each)})")
            params += [value for _, values in each for value in values]
        if asks:
            # Found first and by itself: the planner would walk the days backwards for whatever is rare.
            sql = (
                "search_text.id IN (WITH hits AS MATERIALIZED (SELECT one.id FROM search_text one "  # noqa: S608  reason: placeholders
                f"WHERE one.shelf = {shelf:d} AND {' AND '.join(asks)}) SELECT id FROM hits)"
            )
            found &= Q(RawSQL(sql, params, BooleanField()))  # noqa: S611  reason: values as parameters
        return found

    def nearest(
        self, words: Sequence[tuple[str, float]], kind: str, committee: int, shelf: int, most: int
    ) -> list[int]:
        """See `Engine`."""
        if not words:
            return []
        asked = ", ".join(["(%s::integer[], %s::float8)"] * len(words))
        sql = (
            f"SELECT one.record FROM (VALUES {asked}) AS q (pairs, weight) JOIN search_text one "  # noqa: S608  reason: placeholders
            f"ON one.shelf = {shelf:d} AND one.grams @> q.pairs "
            "WHERE one.kind = %s AND one.committee_id = %s AND one.part = '' "
            "GROUP BY one.record ORDER BY sum(q.weight) DESC, one.record DESC LIMIT %s"
        )
        values = [value for word, weight in words for value in (_said(_numbers(word)), weight)]
        with connection.cursor() as cursor:
            cursor.execute(sql, [*values, kind, committee, most])
            return [row[0] for row in cursor.fetchall()]

    def settle(self) -> None:
        """See `Engine`."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE search_text")


def _shelves() -> tuple[int, ...]:
    """The shelves in use; held until the transaction ends, so that no filling begins past what is written in it."""
    row = _shelf()
    if row is None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_shelf (id, live, common) VALUES (1, %s, '{}') ON CONFLICT DO NOTHING", [FIRST]
            )
        row = _shelf()
    live, filling = row or (FIRST, None)
    return (live,) if filling is None else (live, filling)


def _shelf() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT live, filling FROM search_shelf WHERE id = 1 FOR SHARE")
        return cursor.fetchone()


def number(piece: str) -> int:
    """A pair of signs as a number: one for each pair of the signs in daily use, others share theirs with some."""
    if max(map(ord, piece)) > _BASIC:
        return zlib.crc32(piece.encode()) - _HALF
    high, low = (0, ord(piece)) if len(piece) == 1 else (ord(piece[0]), ord(piece[1]))
    return ((high << 16) | low) - _HALF


def _numbers(plain: str) -> list[int]:
    return sorted({number(piece) for field in grams(plain) for piece in field})


def _said(numbers: Sequence[int]) -> str:
    """A list as the database spells it."""
    return f"{{{','.join(map(str, numbers))}}}"


def _told(spelling: str) -> tuple[str, list[Any]]:
    """A condition for one spelling: its pairs, and the text itself where pairs alone cannot tell."""
    runs = spelling.split()
    inner = [run for place, run in enumerate(runs) if len(run) > 1 or 0 < place < len(runs) - 1]
    wanted = _numbers(" ".join(inner))
    exact = len(runs) == 1 and len(spelling) == 2 and max(map(ord, spelling)) <= _BASIC
    pairs = "one.grams @> %s::integer[]"
    said = _said(wanted)
    return (pairs, [said]) if exact else (f"({pairs} AND one.plain LIKE %s)", [said, f"%{spelling}%"])


def _row(doc: Doc, shelf: int) -> SearchText:
    plain = doc.plain
    return SearchText(
        shelf=shelf, kind=doc.kind, uid=doc.uid, part=doc.part, record=doc.record, committee_id=doc.committee,
        organ_id=doc.organ, day=doc.day, title=doc.title, body=doc.body, names=doc.names, head=doc.head, plain=plain,
        grams=_numbers(plain),
    )  # fmt: skip
