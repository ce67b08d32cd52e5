"""What an official document consists of, as plain values; nothing here knows Word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True)
class Run:
    """A stretch of text.

    Arguments:
        text: the words; control characters are dropped on writing.
        bold: heavier, in the same face.
        link: an address, or ``#name`` for a bookmark of the same document; looks like the text around it.
        bookmark: a name under which other runs can link to this one.
    """

    text: str
    bold: bool = False
    link: str | None = None
    bookmark: str | None = None


Words = str | Sequence[Run]
Cell = str | Sequence[Run]


@dataclass(frozen=True)
class Heading:
    """A heading; its number (一、 （一） 1. （1）) is part of the text."""

    level: ClassVar[int] = 0
    text: Words
    bookmark: str | None = None


class Heading1(Heading):
    """一、 in 黑体."""

    level = 1


class Heading2(Heading):
    """（一） in 楷体."""

    level = 2


class Heading3(Heading):
    """1. in 仿宋, bold."""

    level = 3


class Heading4(Heading):
    """（1） in 仿宋."""

    level = 4


@dataclass(frozen=True)
class Para:
    """A paragraph of the body, indented by two characters unless told otherwise."""

    text: Words
    indent: bool = True
    align: Literal["both", "left", "center", "right"] = "both"


@dataclass(frozen=True)
class Table:
    """A table with a heading row that repeats on every page.

    Arguments:
        columns: headings.
        rows: cells as text or runs (an evidence table carries bookmarks).
        caption: stands above, centred.
        widths: relative widths; equal when empty.
        aligns: how each column's cells stand; left when empty.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    caption: str | None = None
    widths: Sequence[float] = ()
    aligns: Sequence[Literal["left", "center", "right"]] = ()


Block = Heading | Para | Table


@dataclass(frozen=True)
class Attachment:
    """An attachment on its own page, numbered in its order; with an empty body it is named only."""

    title: str
    body: Sequence[Block] = ()


@dataclass(frozen=True)
class Document9704:
    """An official document.

    Arguments:
        title: a line break in it breaks the line (by sense, as the standard asks).
        body: headings, paragraphs, tables in order.
        number: 文号, with hexagonal brackets: 政协发〔2026〕5号.
        addressee: 主送, without the colon.
        signer: 签发人, for a document to a higher body; shown in a letterhead only.
        date: day of signing; also the document's own creation day.
        attachments: listed after the text, then each on its own page.
        copy_to: 抄送; stands in the end matter.
        issuer: 署名 above the date.
        printed_by: 印发机关 in the end matter; the issuer when empty.
        printed_on: day of printing; the date when empty.
        organ_mark: 发文机关标志, red, in a letterhead.
        letterhead: whether the red head with its line is drawn.
        end_matter: whether 版记 is drawn; by itself when there is a letterhead or somebody to copy to.
    """

    title: str
    body: Sequence[Block]
    number: str | None = None
    addressee: str | None = None
    signer: str | None = None
    date: dt.date | None = None
    attachments: Sequence[Attachment] = ()
    copy_to: Sequence[str] = ()
    issuer: str | None = None
    printed_by: str | None = None
    printed_on: dt.date | None = None
    organ_mark: str | None = None
    letterhead: bool = False
    end_matter: bool | None = None

    @property
    def has_end_matter(self) -> bool:
        """Whether 版记 is drawn."""
        return bool(self.copy_to or self.letterhead) if self.end_matter is None else self.end_matter
