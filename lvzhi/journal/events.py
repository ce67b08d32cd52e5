"""The registry of events: rooms register a sentence for each code that their lines bear."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lvzhi.journal.errors import UnknownEvent

_sentences: dict[str, str] = {}


def register(sentences: Mapping[str, str]) -> None:
    """Add events: code → sentence in Chinese, a `str.format` template over the line's facts. In `AppConfig.ready`.

    Raises `ValueError` when a code is registered twice with different sentences.
    """
    for code, sentence in sentences.items():
        if _sentences.setdefault(code, sentence) != sentence:
            raise ValueError(f"event {code!r} is registered twice")


def registered() -> dict[str, str]:
    """All events by code."""
    return dict(sorted(_sentences.items()))


def require(code: str) -> None:
    """Raise `UnknownEvent` for a code nobody registered."""
    if code not in _sentences:
        raise UnknownEvent(code)


class _Gaps(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence of an event; an old line whose fact is no longer asked for still reads."""
    template = _sentences.get(code, code)
    try:
        return template.format_map(_Gaps(facts))
    except (ValueError, TypeError, AttributeError, LookupError):
        return template
