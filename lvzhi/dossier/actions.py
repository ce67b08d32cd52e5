"""What this room writes: that somebody took a copy of what is held about oneself."""

from __future__ import annotations

from lvzhi.access import Actor
from lvzhi.journal.lines import line
from lvzhi.people.models import Person


def note_taking(actor: Actor, person: Person, count: int) -> None:
    """One line in the journal: whole numbers are in the copy (R12.11)."""
    with line(actor, "dossier.own_taken", subject=person, name=person.name, count=count):
        pass
