"""What the passing of time does: parked packages that became next are taken, unclaimed bytes are thrown away."""

from __future__ import annotations

from lvzhi.access import Actor
from lvzhi.relay import store
from lvzhi.relay.actions import resume
from lvzhi.relay.queries import claimed, ready
from lvzhi.relay.vocabulary import DUTIES
from lvzhi.workflow import duties


def take_ready(actor: Actor) -> int:
    """A process killed between two packages left the second parked though it is next: take it."""
    return sum(len(resume(actor, peer)[0]) for peer in ready())


def sweep(actor: Actor) -> int:
    """Bytes that no record speaks of."""
    return store.sweep(claimed())


def register() -> None:
    """Tell the clock."""
    for key, run in (("resume", take_ready), ("sweep", sweep)):
        duties.register(duties.Duty(f"relay.{key}", DUTIES[key], run))
