"""What a column of a sheet is: its label, its other names, what may stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "int", "decimal", "date", "choice", "bool", "phone", "id_number", "list"]


@dataclass(frozen=True)
class Column:
    """A column, for reading and for writing.

    Arguments:
        key: the identifier under which its values are given and taken.
        label: the heading people see.
        aliases: other headings accepted on reading.
        required: the column must be there and filled.
        kind: how a cell is read and written; ``list`` holds several texts in one cell.
        choices: labels allowed when kind is ``choice`` (or, if given, for every item of a ``list``).
        personal: values are masked in findings (phone and identity numbers are always).
        unique: a value standing in two rows is an error.
        example: what the template shows; an example row left unchanged is skipped on reading.
        width: characters; otherwise taken from what is written.
    """

    key: str
    label: str
    aliases: Sequence[str] = ()
    required: bool = False
    kind: Kind = "text"
    choices: Sequence[str] = ()
    personal: bool = False
    unique: bool = False
    example: str = ""
    width: int | None = None

    @property
    def masked(self) -> bool:
        """Whether a finding must not show the whole value."""
        return self.personal or self.kind in ("phone", "id_number")
