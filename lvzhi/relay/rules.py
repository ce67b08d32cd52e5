"""Who may exchange packages, and who may look."""

from __future__ import annotations

from lvzhi.access import Actor
from lvzhi.access.rules import has_any
from lvzhi.committee.rules import here
from lvzhi.relay.vocabulary import KEEPER, READER

KEEPERS = ("office", "secretary_general", "system_admin")
READERS = (*KEEPERS, "auditor")
keeper = here(KEEPER, *KEEPERS)
visible = here(READER, *READERS)


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor exchanges packages for the committee."""
    return has_any(actor, committee, KEEPERS)


def may_look(actor: Actor, committee: int) -> bool:
    """Whether the actor sees what is exchanged."""
    return has_any(actor, committee, READERS)
