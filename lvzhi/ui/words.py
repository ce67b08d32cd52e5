"""Words of the trade with what they mean, for the mark beside a word; the room that keeps the glossary fills it."""

from __future__ import annotations

from collections.abc import Mapping

_known: dict[str, str] = {}


def register(words: Mapping[str, str]) -> None:
    """Add words and what they mean."""
    _known.update(words)


def meaning(word: str) -> str:
    """What a word means; empty for one nobody explained."""
    return _known.get(word, "")
