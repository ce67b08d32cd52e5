"""Words of the trade, explained where they stand: by room for the fold at a page's foot, and all on one page."""

from __future__ import annotations

from lvzhi.desk.vocabulary.glossary import WORDS


def of(room: str) -> dict[str, str]:
    """Words of a room."""
    return WORDS.get(room, {})


def every() -> dict[str, str]:
    """All words."""
    return {word: said for several in WORDS.values() for word, said in several.items()}
