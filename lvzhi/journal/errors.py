"""Faults of the program (not of a user): they are never shown as a refusal."""

from __future__ import annotations


class Unjournalled(RuntimeError):
    """A record was about to be written outside a `line`, or in a way the journal cannot follow."""


class UnknownEvent(LookupError):
    """A line names an event that no room has registered a sentence for."""


class KeyMissing(RuntimeError):
    """A sealed text names a key that is no longer at hand."""
