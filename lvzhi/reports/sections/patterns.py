"""What the chapters of a report are made of: sentences with figures inside (R13.1–R13.3)."""

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
    """

    text: str
    joint: str = "，"
    norm: tuple[str, str] | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """A figure by the values of a dimension, with shares; what no value takes is said, never hidden (R1.121).

    Args:
        lead: words before the list.
        each: template with ``{label}``, ``{count}`` and ``{share}``.
        rest, over: words where the parts come to less, or to more, than the whole.
    """

    figure: str
    cut: str
    lead: str
    each: str
    rest: str
    over: str
    joint: str = "；"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence: its name in the pattern list and its pieces."""

    key: str
    parts: tuple[Part | Split, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its sentences in order; consecutive sentences of one paragraph stand in one tuple."""

    key: str
    title: str
    paragraphs: tuple[tuple[Pattern, ...], ...]
