"""What the chapters of a report are made of: sentences with figures inside (R13.1–R13.3).

``{room.figure}`` stands for the figure's value, ``{room.figure?cut=value}`` for one value of a dimension, ``{span}``
and ``{until}`` for the period in words. A part whose figure is empty drops out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence.

    Args:
        text: template.
        joint: what stands between it and the piece before.
        norm: (key, value): the piece belongs only where this norm has this value.
        quiet: its absence is no gap (none dissatisfied, none turned into advice).
        apart: left out where it comes to the same as the sentence's first number: 其中 all of them tells nothing.
    """

    text: str
    joint: str = "，"
    norm: tuple[str, str] | None = None
    quiet: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """A figure by the values of a dimension, with shares; what no value takes is said, never hidden (R1.121).

    Args:
        lead: words before the list.
        each: template with ``{label}`` and ``{count}``, and ``{share}`` where it has shares.
        rest, over: words where the parts come to less, or to more, than the whole.
        quiet: its absence is no gap.
        most: so many values at most, the largest first; what the others come to is told by ``others``.
    """

    figure: str
    cut: str
    lead: str
    each: str
    rest: str
    over: str
    joint: str = "，"
    most: int = 0
    others: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence: its name in the pattern list and its pieces.

    Args:
        opening: words before the first piece.
        loose: it begins with the first piece that is not empty; else it is left out where its first piece is empty.
    """

    key: str
    parts: tuple[Part | Split, ...]
    opening: str = ""
    loose: bool = False


def said(key: str, *parts: Part | Split, opening: str = "", loose: bool = False) -> Pattern:
    """A sentence."""
    return Pattern(key, parts, opening, loose)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its sentences in order; consecutive sentences of one paragraph stand in one tuple."""

    key: str
    title: str
    paragraphs: tuple[tuple[Pattern, ...], ...]
