"""Temporary Party organs of a plenary with their members."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lvzhi.access import Actor, Missing
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, SessionParty, SessionSeat
from lvzhi.activities.vocabulary.partying import PartySeat


@dataclass
class Organ:
    """An organ with its people by what each is."""

    party: SessionParty
    seats: dict[str, list[SessionSeat]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many are in it."""
        return sum(len(rows) for rows in self.seats.values())

    @property
    def parts(self) -> list[tuple[str, list[SessionSeat]]]:
        """What each is called, and who; the secretary first."""
        return [(str(one.label), self.seats[one]) for one in PartySeat if one in self.seats]


def founded(activity: Activity) -> list[SessionParty]:
    """The temporary organs of a plenary, those above first. One query."""
    rows = SessionParty.objects.live().filter(activity=activity).select_related("above").order_by("id")
    return sorted(rows, key=lambda row: row.above_id is not None)


def parties_of(activity: Activity) -> list[Organ]:
    """The same with their people. Two queries."""
    found = {row.pk: Organ(row) for row in founded(activity)}
    seats = SessionSeat.objects.live().filter(party__in=list(found), left_on=None).select_related("person")
    for seat in seats.order_by("person__pinyin", "id"):
        found[seat.party_id].seats.setdefault(seat.seat, []).append(seat)
    return list(found.values())


def party_kept(actor: Actor, uid: Any) -> SessionParty:
    """A temporary organ that the actor keeps.

    Raises:
        Missing: none such, or of a plenary that the actor may not see. NotAllowed: not the office.
    """
    rows = SessionParty.objects.live().filter(uid=uid).select_related("activity__committee")
    found: SessionParty | None = rows.first()
    if found is None or not rules.visible(actor, found.activity):
        raise Missing("activities.party_missing")
    rules.office.check(actor, found.activity)
    return found


def seat_kept(actor: Actor, uid: Any) -> SessionSeat:
    """A place in a temporary organ that the actor keeps.

    Raises:
        Missing, NotAllowed: as `party_kept`.
    """
    found = SessionSeat.objects.live().filter(uid=uid).select_related("party__activity").first()
    if found is None or not rules.visible(actor, found.party.activity):
        raise Missing("activities.party_missing")
    rules.office.check(actor, found.party.activity)
    return found
