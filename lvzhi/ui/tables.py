"""Tables of records, declared in Python and written as one string; on a phone each row becomes a card.

``Column`` says what stands in a cell, ``Table`` which rows. Values are escaped here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal
from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from . import formats, marks, vocabulary
from .paging import Page

Kind = Literal["text", "number", "date", "moment", "tag", "link", "money", "share"]
_NUMERIC = frozenset({"number", "money", "share"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``key``: attribute (``member.name`` follows dots) or mapping key; ``value``: callable(row) instead of it.
    ``url``: callable(row) → address or None; the cell becomes a link. ``sort``: the order this heading asks for
    (``?sort=KEY``, ``?sort=-KEY``). ``head``: this cell names the row; the first column does unless another says so.
    ``tone``: for kind ``tag``, callable(row) → tone, where the value is not a ``Tag`` itself.
    ``wide``: may wrap and grow; ``short``: never wraps.
    """

    key: str
    label: str
    kind: Kind = "text"
    url: Callable[[Any], str | None] | None = None
    value: Callable[[Any], Any] | None = None
    hide_on_phone: bool = False
    sort: str | None = None
    head: bool = False
    tone: Callable[[Any], str] | None = None
    wide: bool = False
    short: bool = False

    def read(self, row: Any) -> Any:
        """The raw value of this column in ``row``; a missing part of a dotted path gives None."""
        if self.value is not None:
            return self.value(row)
        found = row
        for part in self.key.split("."):
            if found is None:
                return None
            found = found.get(part) if isinstance(found, Mapping) else getattr(found, part)
            if callable(found) and not isinstance(found, type):
                found = found()
        return found


@dataclass
class Table:
    """A table ready for ``<c-table :table="table" />``.

    ``rows``: any iterable; may be left out when ``page`` is given. ``params``: the query of this address
    (``request.GET``), kept in sorting and paging links. ``sort``: the order in force (``"-handed_in_on"``).
    ``actions``: callable(row) → safe markup for a last column. ``row_class``: callable(row) → class for the row.
    """

    columns: Sequence[Column]
    rows: Iterable[Any] | None = None
    empty: str = vocabulary.EMPTY_TABLE
    page: Page[Any] | None = None
    caption: str = ""
    params: Mapping[str, Any] | None = None
    sort: str = ""
    actions: Callable[[Any], SafeString] | None = None
    row_class: Callable[[Any], str] | None = None
    empty_hint: str = ""
    cursor_name: str = "cursor"
    sort_name: str = "sort"
    _rows: list[Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        source = self.rows if self.rows is not None else (self.page.items if self.page else ())
        self._rows = list(source)

    def __len__(self) -> int:
        return len(self._rows)

    def __bool__(self) -> bool:
        return True

    @property
    def is_empty(self) -> bool:
        """Whether there is no row to show."""
        return not self._rows

    @cached_property
    def head(self) -> SafeString:
        """The heading cells."""
        cells = [self._heading(column) for column in self.columns]
        if self.actions:
            cells.append('<th scope="col"><span class="lz-unseen">' + vocabulary.ACTIONS + "</span></th>")
        return mark_safe("".join(cells))  # noqa: S308 each cell is escaped where it is written

    @cached_property
    def body(self) -> SafeString:
        """All rows; written as one string, because a page of 400 cells is most of what a list costs."""
        named = next((i for i, column in enumerate(self.columns) if column.head), 0)
        writers = [_writer(column, named=index == named) for index, column in enumerate(self.columns)]
        lines: list[str] = []
        for row in self._rows:
            extra = f' class="{conditional_escape(self.row_class(row))}"' if self.row_class else ""
            cells = "".join([write(row) for write in writers])
            if self.actions:
                cells += f'<td role="cell" class="lz-cell-actions">{conditional_escape(self.actions(row))}</td>'
            lines.append(f'<tr role="row"{extra}>{cells}</tr>')
        return mark_safe("\n".join(lines))  # noqa: S308 each cell is escaped where it is written

    def _link(self, **changed: str) -> str:
        kept: list[tuple[str, str]] = []
        for name, values in _pairs(self.params or {}):
            if name not in (self.cursor_name, *changed):
                kept.extend((name, value) for value in values if value != "")
        kept.extend((name, value) for name, value in changed.items() if value)
        return "?" + urlencode(kept)

    def _heading(self, column: Column) -> str:
        label = conditional_escape(column.label)
        cls = " ".join(_classes(column))
        if not column.sort:
            return f'<th role="columnheader" scope="col" class="{cls}">{label}</th>'
        up, down = self.sort == column.sort, self.sort == "-" + column.sort
        sign, aria = ("sort-up", "ascending") if up else ("sort-down", "descending") if down else ("sort", "none")
        href = conditional_escape(self._link(**{self.sort_name: ("-" if up else "") + column.sort}))
        return (
            f'<th role="columnheader" scope="col" class="{cls}" aria-sort="{aria}">'
            f'<a class="lz-sort" href="{href}">{label}{marks.icon(sign)}</a></th>'
        )

    @property
    def sorts(self) -> list[tuple[str, str, str]]:
        """Orders to choose from where there are no headings to press (phones): label, address, state."""
        found = []
        for column in self.columns:
            if column.sort:
                up, down = self.sort == column.sort, self.sort == "-" + column.sort
                state = vocabulary.SORTED_UP if up else vocabulary.SORTED_DOWN if down else ""
                found.append((column.label, self._link(**{self.sort_name: ("-" if up else "") + column.sort}), state))
        return found

    @property
    def previous(self) -> str | None:
        """Address of the page before this one."""
        cursor = self.page.prev_cursor if self.page else None
        return self._link(**{self.cursor_name: cursor}) if cursor else None

    @property
    def next(self) -> str | None:
        """Address of the page after this one."""
        cursor = self.page.next_cursor if self.page else None
        return self._link(**{self.cursor_name: cursor}) if cursor else None

    @property
    def count(self) -> str:
        """How many there are, in words."""
        if self.page and self.page.total is not None:
            words = vocabulary.TOTAL_CAPPED if self.page.capped else vocabulary.TOTAL
            return words.format(n=formats.number(self.page.total))
        if self.page and (self.page.next_cursor or self.page.prev_cursor):
            return vocabulary.SHOWN.format(n=len(self))
        return vocabulary.TOTAL.format(n=formats.number(len(self)))


def _pairs(params: Mapping[str, Any]) -> Iterable[tuple[str, list[str]]]:
    lists = getattr(params, "lists", None)
    if lists is not None:  # a QueryDict keeps every value of a name
        return [(name, [str(value) for value in values]) for name, values in lists()]
    return [(name, [str(value)]) for name, value in params.items()]


def _classes(column: Column) -> list[str]:
    found = [f"is-{column.kind}"]
    if column.kind in _NUMERIC:
        found.append("is-figure")
    if column.hide_on_phone:
        found.append("is-desktop-only")
    if column.wide:
        found.append("is-wide")
    if column.short:
        found.append("is-short")
    return found


def _shown(column: Column, value: Any, row: Any) -> str:
    if value is None or value == "":
        return f'<span class="lz-nothing">{vocabulary.NOTHING}</span>'
    if column.kind == "tag":
        if isinstance(value, marks.Tag):
            return value.__html__()
        return marks.tag(value, column.tone(row) if column.tone else "neutral")
    if column.kind in _NUMERIC:
        return conditional_escape(formats.NUMERIC[column.kind](value))
    if column.kind == "moment" and isinstance(value, datetime):
        return f'<time datetime="{value.isoformat()}">{formats.moment(value)}</time>'
    if isinstance(value, date):
        return f'<time datetime="{value.isoformat()}">{formats.day(value)}</time>'
    if isinstance(value, bool):
        return vocabulary.YES if value else vocabulary.NO
    return conditional_escape(value)


def _writer(column: Column, *, named: bool) -> Callable[[Any], str]:
    """A function that writes this column's cell, with everything that does not depend on the row worked out before."""
    mark, scope = ("th", ' scope="row" role="rowheader"') if named else ("td", ' role="cell"')
    label = conditional_escape(column.label)
    start = f'<{mark}{scope} class="{" ".join(_classes(column))}" data-label="{label}"><div>'
    end = f"</div></{mark}>"
    url = column.url

    def write(row: Any) -> str:
        shown = _shown(column, column.read(row), row)
        href = url(row) if url else None
        if href:
            shown = f'<a href="{conditional_escape(href)}">{shown}</a>'
        return f"{start}{shown}{end}"

    return write
