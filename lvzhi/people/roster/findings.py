"""What the roster says of a row, and what an import came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from lvzhi.people.vocabulary import FINDINGS, HEADINGS, WHERE_COLUMN, WHERE_ROW

ERROR, WARNING = "error", "warning"


class Said(Protocol):
    """A finding of this room or of the sheet reader."""

    @property
    def row(self) -> int: ...
    @property
    def column(self) -> str: ...
    @property
    def level(self) -> str:
        """``error`` keeps the whole roster out, ``warning`` does not."""
        ...

    @property
    def sentence(self) -> str: ...


@dataclass(frozen=True)
class Finding:
    """Something about one row, or one column of it.

    Args:
        row: as the spreadsheet numbers it.
        key: key of the column, "" for the row.
        code: of vocabulary.FINDINGS.
    """

    row: int
    key: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    level: str = ERROR

    @property
    def column(self) -> str:
        """The heading as people know it."""
        return HEADINGS[self.key][0] if self.key else ""

    @property
    def sentence(self) -> str:
        """Which row and column, what is wrong, what to do."""
        where = WHERE_ROW.format(row=self.row)
        if self.key:
            where += WHERE_COLUMN.format(column=self.column)
        return where + FINDINGS[self.code].format_map(self.facts)


@dataclass(frozen=True)
class ImportResult:
    """What an import did, or in a dry run would do.

    Args:
        rows: rows read.
        members, persons: tenures and persons new; known: rows of people who are members already.
        organs: names of organs set up.
        seats: places in organs.
        written: whether anything was written: neither in a dry run nor with an error.
    """

    name: str
    rows: int = 0
    members: int = 0
    persons: int = 0
    known: int = 0
    seats: int = 0
    organs: tuple[str, ...] = ()
    findings: tuple[Said, ...] = ()
    dry_run: bool = True
    written: bool = False

    @property
    def errors(self) -> list[Said]:
        """Findings that keep the roster out."""
        return [one for one in self.findings if one.level == ERROR]

    @property
    def warnings(self) -> list[Said]:
        """Findings to look at; they keep nothing out."""
        return [one for one in self.findings if one.level != ERROR]

    @property
    def ok(self) -> bool:
        """Whether the roster can be, or was, taken in."""
        return not self.errors
