"""The one door out: plain values alone, and no personal number in any text (R1.103d)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lvzhi.portal.vocabulary import WITHHELD
from lvzhi.proposals.queries.publishing import personal


class NotPlain(TypeError):  # noqa: N818  reason: a fault of the programmer, named as the domain names it
    """A record, or whatever else is no plain value, was about to leave."""


class Link(str):
    """An address of this site; its digits name a record and are no telephone number."""

    __slots__ = ()


def masked(text: str) -> str:
    """The text with personal numbers and addresses replaced; a line whose number is written apart goes whole."""
    if not personal(text):
        return text
    lines = []
    for line in text.split("\n"):
        for _, told in personal(line):
            line = line.replace(told, WITHHELD)  # noqa: PLW2901  reason: one passage after another
        lines.append(WITHHELD if personal(line) else line)
    return "\n".join(lines)


def plain(value: Any) -> Any:
    """The value as it may leave.

    Raises:
        NotPlain: it is, or holds, something else than text, numbers, days and lists of them.
    """
    if value is None or isinstance(value, bool | int | Decimal | dt.date | Link):
        return value
    if isinstance(value, str):
        return masked(str(value))
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    raise NotPlain(type(value).__name__)
