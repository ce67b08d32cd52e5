"""The comparison of two versions 修订对照表, and a version itself, in the layout of GB/T 9704 (R12.13)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lvzhi.exchange.letters import Block, Document9704, Heading1, Para, Run, Table
from lvzhi.regulations.models import Version
from lvzhi.regulations.vocabulary.words import ISSUED_AS, NOTHING, TABLE, TEXT_FILE
from lvzhi.regulations.wording import Comparison, Reading, Row, read
from lvzhi.regulations.wording.reading import CHAPTER
from lvzhi.regulations.wording.telling import called, counted, row_words
from lvzhi.ui.formats import day

WIDTHS = (5.0, 5.0, 1.4)
UNFIT = re.compile(r'[\\/:*?"<>|\s]+')


def comparison(old: Version, new: Version, found: Comparison) -> Document9704:
    """The table of what differs; words taken out and put in stand in bold."""
    lead = TABLE["lead"].format(counts=counted(found)) if found.differing else TABLE["same"]
    body: list[Block] = [Para(lead)]
    if found.differing:
        rows = [(_cell(row, old=True), _cell(row, old=False), row_words(row)) for row in found.differing]
        body.append(Table(heads(old, new), rows, widths=WIDTHS, aligns=("left", "left", "center")))
    return Document9704(TABLE["title"].format(title=new.title), body, issuer=new.committee.name, date=new.issued_on)


def heads(old: Version, new: Version) -> tuple[str, str, str]:
    """The three headings."""
    return _head("before", old), _head("after", new), TABLE["how"]


def _head(side: str, version: Version) -> str:
    if version.starts_on is None:
        return TABLE[f"{side}_bare"].format(number=version.number)
    return TABLE[side].format(number=version.number, day=day(version.starts_on))


def _cell(row: Row, *, old: bool) -> Sequence[Run]:
    piece = row.old if old else row.new
    if piece is None:
        return [Run(NOTHING)]
    label = [Run(f"{piece.label}\u3000")] if piece.label else []
    edits = row.before if old else row.after
    return [*label, *(Run(text.replace("\n", "\u3000"), bold=how != "same") for how, text in edits if text)]


def text(version: Version) -> Document9704:
    """A version as a document."""
    found = read(version.text)
    told = []
    if version.issued_on and version.starts_on:
        words = ISSUED_AS.format(
            number=version.document_no, day=day(version.issued_on), starts=day(version.starts_on)
        )  # fmt: skip
        told = [Para(words, indent=False, align="center")]
    return Document9704(version.title, [*told, *_blocks(found)], issuer=version.committee.name, date=version.issued_on)


def _blocks(found: Reading) -> list[Block]:
    blocks: list[Block] = []
    for piece in found.pieces:
        if piece.kind == CHAPTER:
            blocks.append(Heading1(called(piece)))
            continue
        first, *rest = piece.paragraphs or [""]
        label = [Run(f"{piece.label}\u3000", bold=True)] if piece.label else []
        blocks.append(Para([*label, Run(first)]))
        blocks += [Para(line) for line in rest]
    return blocks


def comparison_name(old: Version, new: Version) -> str:
    """What the file of a comparison is called."""
    return UNFIT.sub("", TABLE["file"].format(title=new.title, old=old.number, new=new.number))


def text_name(version: Version) -> str:
    """What the file of a version is called."""
    return UNFIT.sub("", TEXT_FILE.format(title=version.title, number=version.number))
