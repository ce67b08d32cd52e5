"""Writes of activities: planning, inviting, and the effects that the steps of the procedure have."""

from __future__ import annotations

from lvzhi.activities.actions.inviting import INVITING, Guest, drop, invite, note_told, recast
from lvzhi.activities.actions.parts import (
    PartnerGiven,
    PlaceGiven,
    SittingGiven,
    set_partners,
    set_places,
    set_sittings,
)
from lvzhi.activities.actions.planning import EDITABLE, begin, edit

__all__ = [
    "EDITABLE",
    "INVITING",
    "Guest",
    "PartnerGiven",
    "PlaceGiven",
    "SittingGiven",
    "begin",
    "drop",
    "edit",
    "invite",
    "note_told",
    "recast",
    "set_partners",
    "set_places",
    "set_sittings",
]
