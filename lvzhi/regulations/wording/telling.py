"""How pieces of a text and a comparison are told in words."""

from __future__ import annotations

from lvzhi.regulations.vocabulary.words import COUNTED, JOINT, NAMES, PART, ROWS
from lvzhi.regulations.wording.comparing import Comparison, Row
from lvzhi.regulations.wording.reading import CHAPTER, Piece


def called(piece: Piece) -> str:
    """How a piece is called: its label, with its words where it is a heading."""
    if piece.kind == CHAPTER:
        return f"{piece.label}\u3000{piece.text}" if piece.text else piece.label
    return piece.label or PART.get(piece.kind, "").format(number=piece.key.removeprefix("p"))


def row_marks(row: Row) -> list[str]:
    """What happened to an article, as codes."""
    marks = [row.how] if row.how != "same" else []
    if row.moved:
        marks.append("moved")
    elif row.renumbered:
        marks.append("renumbered")
    return marks or ["same"]


def row_words(row: Row) -> str:
    """What happened to an article."""
    return NAMES.join(ROWS[one] for one in row_marks(row))


def counted(found: Comparison) -> str:
    """How many articles were added, removed, changed, moved."""
    return JOINT.join(COUNTED.format(name=ROWS[how], count=count) for how, count in found.counts.items() if count)
