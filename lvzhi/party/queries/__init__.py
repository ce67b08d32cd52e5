"""Reads of Party organisations, scope or actor first."""

from lvzhi.party.queries.deeds import deed_of, deeds_of, deeds_seen
from lvzhi.party.queries.people import found_persons, known_persons, named
from lvzhi.party.queries.registry import (
    bodies,
    body_of,
    branch_of,
    leaders_on,
    meeting_of,
    meetings_of,
    meetings_seen,
    party_member,
    presences,
    quarter_of,
    quarter_on,
    seat_of,
    seats_on,
)
from lvzhi.party.queries.rhythm import Slot, kinds_for, missing, quarter_span, required, rhythm

__all__ = [
    "Slot",
    "bodies",
    "body_of",
    "branch_of",
    "deed_of",
    "deeds_of",
    "deeds_seen",
    "found_persons",
    "kinds_for",
    "known_persons",
    "leaders_on",
    "meeting_of",
    "meetings_of",
    "meetings_seen",
    "missing",
    "named",
    "party_member",
    "presences",
    "quarter_of",
    "quarter_on",
    "quarter_span",
    "required",
    "rhythm",
    "seat_of",
    "seats_on",
]
