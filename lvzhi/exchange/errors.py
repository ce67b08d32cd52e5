"""What is wrong with a file, or with one cell of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from lvzhi.exchange import vocabulary


class BadFile(Exception):  # noqa: N818  # said as a person would say it, like Refusal
    """A file that cannot be used at all.

    ``code`` names the reason (the keys of ``vocabulary.FILES``), ``facts`` what the sentence speaks of; ``name`` is
    always among them. Nothing has been written when this is raised.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, Any] = facts

    @property
    def sentence(self) -> str:
        """One Chinese sentence: which file, what is wrong, what to do."""
        return vocabulary.file_problem(self.code, self.facts)

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True)
class Finding:
    """What is wrong with one cell, row or column of a sheet; the others are read all the same.

    Arguments:
        row: the row as the spreadsheet numbers it, from 1.
        column: the label of the column, or an empty text when the whole row is meant.
        code: the keys of ``vocabulary.CELLS``.
        facts: what the sentence speaks of; personal values are masked.
        level: an ``error`` keeps the row out, a ``warning`` does not.
    """

    row: int
    column: str
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    level: Literal["error", "warning"] = "error"

    @property
    def sentence(self) -> str:
        """One Chinese sentence: which row and column, what is wrong, what to do."""
        return vocabulary.cell_problem(self.code, self.row, self.column, self.facts)
