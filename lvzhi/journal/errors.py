"""Faults of the program (not of a user): they are never shown as a refusal."""

from __future__ import annotations


class Unjournalled(RuntimeError):  # noqa: N818  # the word the doors of the house name it by
    """A record was about to be written outside a `line`, or in a way the journal cannot follow."""


class UnknownEvent(LookupError):  # noqa: N818  # the word the doors of the house name it by
    """A line names an event that no room has registered a sentence for."""


class KeyMissing(RuntimeError):  # noqa: N818  # the word the doors of the house name it by
    """A sealed text names a key that is no longer at hand."""
