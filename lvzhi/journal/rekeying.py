"""Encrypted columns brought under the newest key and the cipher in use, in batches, while people work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models, transaction

from lvzhi.access import Actor
from lvzhi.journal import ciphers, secrets
from lvzhi.journal.errors import KeyMissing
from lvzhi.journal.fields import SecretField
from lvzhi.journal.lines import line
from lvzhi.journal.models import Private

BATCH = 500
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Place:
    """One encrypted column: `context` says with what a row's text was authenticated."""

    model: type[models.Model]
    field: models.Field[object, object]
    by_kind: bool = False

    @property
    def name(self) -> str:
        """As people read it."""
        return f"{self.model._meta.verbose_name}·{self.field.verbose_name}"

    @property
    def column(self) -> str:
        """The column's name, quoted."""
        return connection.ops.quote_name(str(self.field.column))

    def rows(self, after: int, *, but: str = "") -> list[tuple[int, str, str]]:
        """(key, kind, sealed text) of the next rows, those that begin with `but` left out. Raw: nothing is opened."""
        quote, table = connection.ops.quote_name, self.model._meta.db_table
        kind = quote("kind") if self.by_kind else "''"
        column = self.column
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id, {kind}, {column} FROM {quote(table)} "  # noqa: S608  reason: names of our own tables
                f"WHERE id > %s AND {column} <> '' AND substr({column}, 1, %s) <> %s ORDER BY id LIMIT %s",
                [after, len(but) or 1, but or " ", BATCH],
            )
            return list(cursor.fetchall())

    def put(self, pk: int, old: str, new: str) -> bool:
        """Write a text anew unless somebody has meanwhile; the value is the same, so no line says it changed."""
        quote, column = connection.ops.quote_name, self.column
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {quote(self.model._meta.db_table)} SET {column} = %s "  # noqa: S608  reason: the same
                f"WHERE id = %s AND {column} = %s",
                [new, pk, old],
            )
            return bool(cursor.rowcount)

    def context(self, kind: str) -> str:
        """What the text of a row was authenticated with."""
        return f"journal/{kind}" if self.by_kind else ""


def places() -> list[Place]:
    """Every encrypted column of the house, and the personal values of the journal."""
    fields = [
        Place(model, field)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, SecretField)
    ]
    return [*fields, Place(Private, Private._meta.get_field("payload"), by_kind=True)]  # type: ignore[arg-type]  # reason: a column


def add_key(actor: Actor) -> str:
    """Put a new key in front, and say so in the journal; returns its id. Raises ValueError (see `secrets.add_key`)."""
    name = secrets.add_key()
    with line(actor, "journal.key_added", key=name):
        pass
    return name


def bring_over(actor: Actor, tell: Progress | None = None) -> int:
    """Seal anew whatever is not under the newest key and the cipher in use; returns how many.

    Each batch is its own transaction: killed, the next run goes on with what is left.

    Raises:
        KeyMissing: a text's key is gone.
        ValueError: a text was altered.
    """
    head, count = f"{secrets.newest_head()}:", 0
    for place in places():
        total, done, after = _left(place, head), 0, 0
        while rows := place.rows(after, but=head):
            with transaction.atomic():
                for pk, kind, sealed in rows:
                    context = place.context(kind)
                    fresh = secrets.seal_bytes(secrets.open_bytes(sealed, context), context)
                    count += place.put(pk, sealed, fresh)
            after, done = rows[-1][0], done + len(rows)
            if tell is not None:
                tell(place.name, done, max(total, done))
    facts = {"key": head.partition("~")[0].rstrip(":"), "cipher": ciphers.current(), "count": count}
    with line(actor, "journal.resealed_keys", **facts):  # type: ignore[arg-type]  # reason: texts and a number
        pass
    return count


def _left(place: Place, head: str) -> int:
    quote, column = connection.ops.quote_name, place.column
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COUNT(*) FROM {quote(place.model._meta.db_table)} "  # noqa: S608  reason: the same
            f"WHERE {column} <> '' AND substr({column}, 1, %s) <> %s",
            [len(head), head],
        )
        return int(cursor.fetchone()[0])


def opened(bad: Callable[[str, int, str], None]) -> Counter[str]:
    """How many texts stand under each key and cipher; `bad(place, row, problem)` hears of what cannot be opened."""
    found: Counter[str] = Counter()
    for place in places():
        for pk, kind, sealed in _all(place):
            found[sealed.partition(":")[0]] += 1
            try:
                secrets.open_bytes(sealed, place.context(kind))
            except (KeyMissing, ValueError) as problem:
                bad(place.name, pk, str(problem))
    return found


def _all(place: Place) -> Iterator[tuple[int, str, str]]:
    after = 0
    while rows := place.rows(after):
        yield from rows
        after = rows[-1][0]
