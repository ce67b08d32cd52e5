"""What a figure is narrowed to: values of its dimensions, each with the word that named it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from lvzhi.claims import Claim
from lvzhi.metrics.compute import CutValue
from lvzhi.metrics.declare import Cut, Figure
from lvzhi.metrics.vocabulary import Reach
from lvzhi.reports.checking import lexicon


@dataclass(frozen=True, slots=True)
class Piece:
    """One value of a dimension.

    Args:
        word: the word of the subject that named it, "" where the clause or a sentence before did.
        own: whether the claim's own words name it; else it is that of the act the sentence told before.
    """

    cut: Cut
    value: str
    label: str
    word: str = ""
    own: bool = True

    def as_json(self) -> dict[str, str]:
        """One value in the stable form of ``lvzhi check --json``."""
        return {"cut": self.cut.key, "name": self.cut.name, "value": self.value, "label": self.label}


@dataclass(frozen=True, slots=True)
class Filter:
    """What a figure is narrowed to: values of one dimension add up, dimensions narrow each other."""

    pieces: tuple[Piece, ...]

    @property
    def cuts(self) -> tuple[CutValue, ...]:
        """As figures are asked."""
        return tuple((piece.cut, piece.value) for piece in self.pieces)

    @property
    def words(self) -> list[str]:
        """The words of the subject that it accounts for, longest first."""
        return sorted({piece.word for piece in self.pieces if piece.word}, key=len, reverse=True)

    @property
    def of_act(self) -> tuple[Piece, ...]:
        """The values that tell an act, which what follows in the sentence may take over."""
        return tuple(piece for piece in self.pieces if piece.cut.reach == Reach.SENTENCE)

    @property
    def label(self) -> str:
        """In words."""
        parts = groupby(self.pieces, lambda piece: piece.cut.key)
        said = (lexicon.AMONG.join(piece.label for piece in found) for _, found in parts)
        return lexicon.ACROSS.join(dict.fromkeys(said))  # two dimensions may call a value alike

    def as_json(self) -> dict[str, object]:
        """The stable form in ``lvzhi check --json``: the first value, and under ``more`` those beside it."""
        first, *others = self.pieces
        return first.as_json() | ({"more": [piece.as_json() for piece in others]} if others else {})


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of the same part of a sentence that stands before, and what it was found to mean."""

    claim: Claim
    figure: Figure | None
    filter: Filter | None
