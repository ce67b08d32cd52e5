"""Writes of activities: planning, inviting, and the effects that the steps of the procedure have."""

from __future__ import annotations

from lvzhi.activities.actions.inviting import Guest, drop, invite
from lvzhi.activities.actions.parts import (
    PartnerGiven,
    PlaceGiven,
    SittingGiven,
    set_partners,
    set_places,
    set_sittings,
)
from lvzhi.activities.actions.planning import begin, edit

__all__ = [
    "Guest",
    "PartnerGiven",
    "PlaceGiven",
    "SittingGiven",
    "begin",
    "drop",
    "edit",
    "invite",
    "set_partners",
    "set_places",
    "set_sittings",
]
