"""What the passing of time does: rooms register duties, one command runs them all; a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lvzhi.access import Actor
from lvzhi.accounts.actors import system_actor
from lvzhi.workflow.vocabulary import DUTY_ACTOR


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that falls due by the clock alone.

    Args:
        key, name: English identifier and Chinese name.
        run: does all that is due at the actor's moment, each thing in its own transaction; returns how many.
    """

    key: str
    name: str
    run: Callable[[Actor], int]


_DUTIES: dict[str, Duty] = {}


def register(duty: Duty) -> None:
    """Add a duty; they are run in the order of registration."""
    _DUTIES[duty.key] = duty


def duties() -> tuple[Duty, ...]:
    """All duties in order."""
    return tuple(_DUTIES.values())


def run_due() -> list[tuple[Duty, int]]:
    """Run every duty now; how many things each has done."""
    return [(duty, duty.run(system_actor(DUTY_ACTOR))) for duty in duties()]
