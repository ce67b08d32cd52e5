"""Tables beside a text: every cell is a token, counted, frozen and told from later records as any figure is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, others, registry
from lvzhi.metrics.compute import Ask, cuts_of
from lvzhi.metrics.declare import Cut, Figure
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import OTHERS, Shape
from lvzhi.norms.memo import remembering
from lvzhi.reports.composing.filling import Book, Piece
from lvzhi.reports.composing.outline import there
from lvzhi.reports.sections.tables import Sheet
from lvzhi.reports.vocabulary.words import CLOSE, DOT, IS, OPEN, WHOLE_LINE


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before its numbers are known.

    Args:
        columns: headings, that of the lines first. lines: what each is called, with its tokens; "" for an empty cell.
            The last one is the whole.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        """All its tokens, to be counted with those of a text."""
        return "".join(token for _, cells in self.lines for token in cells)

    def as_json(self) -> list[Any]:
        """As it is kept with what was frozen."""
        return [self.key, self.title, list(self.columns), [[label, list(cells)] for label, cells in self.lines]]

    @classmethod
    def of_json(cls, kept: Sequence[Any]) -> Grid:
        """As it was kept."""
        key, title, columns, lines = kept
        return cls(key, title, tuple(columns), tuple((label, tuple(cells)) for label, cells in lines))


@dataclass(frozen=True, slots=True)
class Told:
    """A table with its numbers.

    Args:
        lines: what each is called, with its cells; None for an empty cell.
        exceeds: whether the lines come to more than the whole, because something may stand in several.
        meanings: (name, definition) of the figures across.
    """

    title: str
    columns: tuple[str, ...]
    lines: tuple[tuple[str, tuple[Piece | None, ...]], ...]
    exceeds: bool
    meanings: tuple[tuple[str, str], ...]


def grids(sheets: Iterable[Sheet], scope: Scope, period: Period) -> list[Grid]:
    """Tables with a line for each value that has any row, one for the rows without a value, and the whole.

    One statement asks which values have rows in any column.
    """
    with remembering():
        wanted = [one for one in sheets if there(one.columns[0][1])]
        listed = [(one, _values(_first(one)[1], scope, period)) for one in wanted]
        asks = {
            (figure.key, one.cut, value): Ask(figure, scope, period, ((cut, value),))
            for one, values in listed for figure, cut in _counted(one) for value, _ in values
        }  # fmt: skip
        filled = {key for key, result in zip(asks, compute.answers(list(asks.values())), strict=True) if result.value}
        found = []
        for one, values in listed:
            keys = [figure.key for figure, _ in _counted(one)]
            full = [pair for pair in values if any((key, one.cut, pair[0]) in filled for key in keys)]
            if any(others.taken(value) is None for value, _ in full):
                found.append(_grid(one, _first(one)[1], full))
        return found


def _counted(sheet: Sheet) -> list[tuple[Figure, Cut]]:
    """The figures across that count rows and have the dimension: a rate has none where these have none."""
    found = []
    for key in dict.fromkeys(key for _, key, _ in sheet.columns if there(key)):
        figure = registry.figure(key)
        cut = next((one for one in cuts_of(figure) if one.key == sheet.cut), None)
        if cut is not None and figure.shape != Shape.SHARE:
            found.append((figure, cut))
    return found


def _first(sheet: Sheet) -> tuple[Figure, Cut]:
    figure = registry.figure(sheet.columns[0][1])
    return figure, next(cut for cut in cuts_of(figure) if cut.key == sheet.cut)


def _values(cut: Cut, scope: Scope, period: Period) -> list[tuple[str, str]]:
    listed = [(str(value), label) for value, label, _ in cut.choices(scope, period)]
    return [*listed, (others.others(value for value, _ in listed), OTHERS)]


def _grid(sheet: Sheet, cut: Cut, full: Sequence[tuple[str, str]]) -> Grid:
    columns = [one for one in sheet.columns if there(one[1])]
    lines = [(label, tuple(_token(key, flag, cut, value) for _, key, flag in columns)) for value, label in full]
    lines.append((WHOLE_LINE, tuple("" if flag else _token(key, "", cut, "") for _, key, flag in columns)))
    return Grid(sheet.key, sheet.title, (sheet.head, *(heading for heading, _, _ in columns)), tuple(lines))


def _token(key: str, flag: str, cut: Cut, value: str) -> str:
    """A token by its figure's key and the value's own: names may be those of several."""
    figure = registry.figure(key)
    if value and all(one.key != cut.key for one in cuts_of(figure)):
        return ""
    said = OTHERS if others.taken(value) is not None else value
    named = [figure.key, *([f"{cut.key}{IS}{said}"] if value else []), *([flag] if flag else [])]
    return OPEN + DOT.join(named) + CLOSE


def told(grid: Grid, book: Book) -> Told:
    """A table with its numbers; lines in which every figure is empty are left out."""
    lines = [(label, tuple(_cell(one, book) for one in cells)) for label, cells in grid.lines]
    *body, whole = lines
    body = [line for line in body if any(cell is not None and not _empty(cell) for cell in line[1])]
    counted = [_number(line[1][0]) for line in body]
    known = {cell.known.key: cell.known for _, cells in lines for cell in cells if cell and cell.known}
    names = tuple((registry.figure(key).name if _there(key) else one.name, one.meaning) for key, one in known.items())
    exceeds = sum(counted) > _number(whole[1][0])
    return Told(grid.title, grid.columns, (*body, whole), exceeds, names)


def _there(key: str) -> bool:
    return any(one.key == key for one in registry.figures())


def _cell(token: str, book: Book) -> Piece | None:
    return next((piece for piece in book.fill(token) if piece.token is not None), None) if token else None


def _empty(cell: Piece) -> bool:
    return cell.known is None or cell.known.empty


def _number(cell: Piece | None) -> int:
    return int(cell.known.value or 0) if cell is not None and cell.known is not None else 0
