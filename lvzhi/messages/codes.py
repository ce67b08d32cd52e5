"""Registry of message sentences: a room registers its codes, the inbox shows their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_sentences: dict[str, str] = {}
_tasks: set[str] = set()


class UnknownCode(Exception):  # noqa: N818  reason: a fault of the programmer, named as the domain names it
    """A message was sent under a code that no room has registered, or a code was given two sentences."""


def register(sentences: Mapping[str, str], *, tasks: Iterable[str] = ()) -> None:
    """Add sentences by code, ``str.format`` templates over the message's facts.

    Codes in `tasks` ask the reader for something: they stand under 待办 until `actions.settle` is called
    for their subject; all others are news (动态).
    """
    for code, sentence in sentences.items():
        if _sentences.setdefault(code, sentence) != sentence:
            raise UnknownCode(f"{code}: registered twice")
    _tasks.update(tasks)


def require(code: str) -> None:
    """Raise UnknownCode for a code nobody registered."""
    if code not in _sentences:
        raise UnknownCode(code)


def is_task(code: str) -> bool:
    """Whether the code asks the reader for something."""
    return code in _tasks


def registered() -> dict[str, str]:
    """All sentences by code."""
    return dict(sorted(_sentences.items()))


class _Gaps(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence(code: str, facts: Mapping[str, Any]) -> str:
    """The words of a message; an old message whose fact is no longer kept still reads."""
    try:
        return _sentences.get(code, code).format_map(_Gaps(facts))
    except (ValueError, TypeError, AttributeError, LookupError):
        return _sentences.get(code, code)
