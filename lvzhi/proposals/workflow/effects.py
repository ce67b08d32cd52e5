"""Effects that procedures share."""

from __future__ import annotations

from lvzhi.workflow.declare import Taking


def name_of_parties(taking: Taking) -> None:
    """Facts of the journal's sentence: the member or the unit by name."""
    member = getattr(taking.record, "member", None)
    if member is not None:
        taking.facts["member"] = member.person.name
    unit = getattr(taking.record, "unit", None)
    if unit is not None:
        taking.facts["unit"] = unit.name
