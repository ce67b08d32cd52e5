"""What is said of a row of earlier years, and what an import came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lvzhi.proposals.vocabulary.past import FINDINGS, HEADINGS, WHERE_COLUMN

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Finding:
    """Something about one row or file, or one column of it.

    Args:
        order: place of the row among all, for sorting.
        where: row or file as people find it.
        key: key of the column, "" for the whole.
        code: of vocabulary.past.FINDINGS.
        level: an ``error`` keeps this row out, a ``warning`` does not.
    """

    order: int
    where: str
    key: str
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    level: str = ERROR

    @property
    def sentence(self) -> str:
        """Which row and column, what is wrong, what to do."""
        column = WHERE_COLUMN.format(column=HEADINGS[self.key][0]) if self.key else ""
        return f"{self.where}{column}{FINDINGS[self.code].format_map(self.facts)}"


@dataclass
class Line:
    """One proposal as it was read: its place, its values, and whether it may go in.

    Args:
        order: place among all.
        where: row or file as people find it.
        values: column key → value of the column's kind.
        bad: an error was found.
        known: it stands in the product already.
    """

    order: int
    where: str
    values: dict[str, Any]
    bad: bool = False
    known: bool = False

    def get(self, key: str) -> Any:
        """The value of a column; None where it is absent or empty."""
        return self.values.get(key)

    def text(self, key: str) -> str:
        """The value of a text column, without blanks around it."""
        return str(self.values.get(key) or "").strip()


@dataclass(frozen=True)
class Brought:
    """What an import did, or in a dry run would do.

    Args:
        lines: rows or files read.
        ready: proposals that can go in; known: those in the product already; bad: rows with an error.
        replies, promises: how many of them bring a reply, and the promises in all.
        written: proposals written.
    """

    name: str
    lines: int = 0
    ready: int = 0
    known: int = 0
    bad: int = 0
    replies: int = 0
    promises: int = 0
    findings: tuple[Finding, ...] = ()
    written: int = 0

    @property
    def errors(self) -> list[Finding]:
        """Findings that keep a row out."""
        return [one for one in self.findings if one.level == ERROR]

    @property
    def warnings(self) -> list[Finding]:
        """Findings to look at; they keep nothing out."""
        return [one for one in self.findings if one.level != ERROR]
