"""Registry of message sentences: a room registers its codes, the inbox shows their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lvzhi.messages.vocabulary.outside import Sort

NOTICE = "messages.notice"
_sentences: dict[str, str] = {}
_tasks: set[str] = set()
_due: set[str] = set()
_asking: set[str] = set()
_urgent: set[str] = set()


class UnknownCode(Exception):  # noqa: N818  reason: a fault of the programmer, named as the domain names it
    """A message was sent under a code that no room has registered, or a code was given two sentences."""


def register(
    sentences: Mapping[str, str], *, tasks: Iterable[str] = (), due: Iterable[str] = (), urgent: Iterable[str] = ()
) -> None:
    """Add sentences by code, ``str.format`` templates over the message's facts.

    Codes in `tasks` ask the reader for something: they stand under 待办 until `actions.settle` is called
    for their subject; those in `due` say that a day comes near and stand under 到期; all others are news (动态).
    `urgent` ones leave the house on days of rest too, though not at night.
    """
    for code, sentence in sentences.items():
        if _sentences.setdefault(code, sentence) != sentence:
            raise UnknownCode(f"{code}: registered twice")
    _tasks.update(tasks)
    _due.update(due)
    _urgent.update(urgent)


def asking(codes: Iterable[str]) -> None:
    """Say of codes that a step waits for their reader on the record they speak of: once it is taken they are over."""
    for code in codes:
        require(code)
        _asking.add(code)


def asked() -> list[str]:
    """Codes that ask for a step, and those that say when one falls due."""
    return sorted(_asking | _due)


def sort_of(code: str) -> Sort:
    """What a message of the code is to its reader."""
    if code in _due:
        return Sort.DUE
    if code in _tasks or code in _asking:
        return Sort.TODO
    return Sort.NOTICE if code == NOTICE else Sort.NEWS


def due() -> list[str]:
    """Codes that say that a day comes near."""
    return sorted(_due)


def is_urgent(code: str) -> bool:
    """Whether it leaves the house on days of rest too."""
    return code in _urgent


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
