"""The register of refusal sentences: rooms raise codes, their vocabulary owns the words."""

from __future__ import annotations

from collections.abc import Mapping

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
        return template.format_map(facts)
    except (KeyError, IndexError, ValueError):
        return template


def registered() -> Mapping[str, str]:
    """All sentences by code, for the test that holds the list complete."""
    return dict(_SENTENCES)
