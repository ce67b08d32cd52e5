"""What is done with each kind of record that this room carries itself; other rooms register theirs."""

from __future__ import annotations

from lvzhi.relay import kinds
from lvzhi.relay.actions import receipts
from lvzhi.relay.carriers import figures, handling, opinions, rosters


def register() -> None:
    """Register the kinds, and what lets records go out."""
    for kind in (receipts.KIND, handling.GOES, handling.COMES, figures.KIND, rosters.KIND, opinions.UP, opinions.DOWN):
        kinds.register(kind)
    handling.register()
    opinions.register()
