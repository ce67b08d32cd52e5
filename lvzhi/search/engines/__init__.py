"""The door to both databases: what an engine does, and which one is at hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from django.db import connection
from django.db.models import Q

from lvzhi.search.asking import Asked
from lvzhi.search.kinds import Doc


class Engine(Protocol):
    """What differs between databases."""

    order: Sequence[str]
    """Newest first, in the order this database reads without sorting all."""

    def put(self, kind: str, records: Collection[int], docs: Sequence[Doc], parts: Collection[str] = ("",)) -> None:
        """Let these be all the texts of these records, or of these parts of them: what is not among them goes.

        They are put on the shelf that is read and on the one being filled; which these are stays so until the
        transaction ends.
        """
        ...

    def fill(self, docs: Sequence[Doc], shelf: int) -> None:
        """Put texts on a shelf where none stands for them yet."""
        ...

    def clear(self, shelf: int) -> None:
        """Take everything off a shelf."""
        ...

    def matching(self, asked: Asked, shelf: int) -> Q:
        """The rows of a shelf that meet a question, as a filter over `SearchText`."""
        ...

    def nearest(
        self, words: Sequence[tuple[str, float]], kind: str, committee: int, shelf: int, most: int
    ) -> list[int]:
        """Keys of the records of a kind that share most of these words, each with its weight, nearest first.

        Args:
            words: of two signs or more, plain.
        """
        ...

    def settle(self) -> None:
        """After much was written: let the database know what it holds."""
        ...


def engine() -> Engine:
    """The engine of the database at hand."""
    if connection.vendor == "postgresql":
        from lvzhi.search.engines.postgres import Postgres

        return Postgres()
    from lvzhi.search.engines.sqlite import Sqlite

    return Sqlite()
