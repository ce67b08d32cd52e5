"""The register of refusal sentences: rooms raise codes, their vocabulary owns the words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from lvzhi.access.vocabulary import DAY, MOMENT

_SENTENCES: dict[str, str] = {}


class DoubleSentence(Exception):  # noqa: N818  reason: a fault of the programmer, named as the domain names it
    """Two rooms registered different words for one code."""


def register(sentences: Mapping[str, str]) -> None:
    """Add sentences by code; each is a ``str.format`` template over the facts of its refusal.

    Raises:
        DoubleSentence: a code already has other words.
    """
    for code, template in sentences.items():
        if _SENTENCES.setdefault(code, template) != template:
            raise DoubleSentence(code)


def sentence(code: str, facts: Mapping[str, object]) -> str:
    """The words for ``code``; the bare code where no room has registered it or a fact is missing."""
    template = _SENTENCES.get(code)
    if template is None:
        return code
    try:
        return template.format_map({name: _shown(fact) for name, fact in facts.items()})
    except (KeyError, IndexError, ValueError):
        return template


def _shown(fact: object) -> object:
    """A day or a moment as people write it; anything else as it is."""
    if isinstance(fact, dt.datetime):
        return MOMENT.format(fact)
    return DAY.format(fact) if isinstance(fact, dt.date) else fact


def registered() -> Mapping[str, str]:
    """All sentences by code, for the test that holds the list complete."""
    return dict(_SENTENCES)
