"""Refusals: what was asked cannot be done, and why, as a code with facts."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi.access import sentences


class Refusal(Exception):  # noqa: N818  reason: the domain's own word; the suffix Error would call a lawful answer a fault
    """What was asked cannot be done.

    Args:
        code: ``room.reason``; the room's vocabulary holds its sentence.
        field: name of the field or column it concerns, where there is one.
        facts: values that the sentence shows.
    """

    status = 400

    def __init__(self, code: str, *, field: str | None = None, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.facts = facts

    @property
    def sentence(self) -> str:
        """One clear sentence for the person who asked."""
        return sentences.sentence(self.code, self.facts)

    def __str__(self) -> str:
        return self.sentence


class NotAllowed(Refusal):
    """The actor lacks the right."""

    status = 403


class Missing(Refusal):
    """No such record, or none that this actor may know of; the two are told alike (R12.4)."""

    status = 404


class Conflict(Refusal):
    """Someone else was first; the facts carry the name."""

    status = 409


class Refusals(Refusal):
    """Several refusals at once: one for each field or row."""

    def __init__(self, parts: Sequence[Refusal]) -> None:
        super().__init__(parts[0].code, field=parts[0].field, **parts[0].facts)
        self.parts = tuple(parts)

    @property
    def sentence(self) -> str:
        """The sentences of all parts, a line each."""
        return "\n".join(part.sentence for part in self.parts)
