"""The one way in which a package is turned away."""

from __future__ import annotations

from typing import Any


class Refused(Exception):  # noqa: N818  reason: the domain's own word; a refused package is an answer, not a fault
    """A package that is not taken.

    Args:
        code: what is wrong; the room's vocabulary owns the sentence of ``relay.CODE``.
        facts: what the sentence shows.

    ``manifest`` is what it says of itself, where that could be read; ``signed`` whether a known signer stands for it.
    """

    manifest: Any = None
    signed = False

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
