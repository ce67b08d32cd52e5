"""The lines of a file to take away, read as bare values: of a hundred thousand rows no records are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import QuerySet

CHUNK = 2_000  # rows that the database hands over at a time


@dataclass(frozen=True, slots=True)
class Cell:
    """How one cell of a line is read.

    Args:
        paths: the fields it needs, as ``values_list`` takes them.
        say: their values → what stands in the cell; None where the one value stands for itself. It must depend on
            nothing else: what it gave for the same values is given again.
    """

    paths: tuple[str, ...]
    say: Callable[..., Any] | None = None


def plain(path: str) -> Cell:
    """A field as it is."""
    return Cell((path,))


def lines(rows: QuerySet[Any], cells: Sequence[Cell]) -> Iterator[list[Any]]:
    """The cells of each row, in one query, as they come."""
    paths = list(dict.fromkeys(chain.from_iterable(cell.paths for cell in cells)))
    readers = [_reader(cell, [paths.index(path) for path in cell.paths]) for cell in cells]
    for values in rows.values_list(*paths).iterator(chunk_size=CHUNK):
        yield [values[reader] if isinstance(reader, int) else reader(values) for reader in readers]


def _reader(cell: Cell, places: list[int]) -> int | Callable[[tuple[Any, ...]], Any]:
    if cell.say is None:
        return places[0]
    say, known = cell.say, {}  # type: ignore[var-annotated]  # reason: values of any field → a cell

    def read(values: tuple[Any, ...]) -> Any:
        key = tuple([values[place] for place in places])
        try:
            return known[key]
        except KeyError:
            found = known[key] = say(*key)
            return found

    return read
