"""Kinds of fact a rule may count, drawn from the figures of every room. A room built later adds a file here."""

from __future__ import annotations

from lvzhi.evaluation.kinds import activities, proposals, units, works
from lvzhi.evaluation.kinds.declare import Arm, Facet, FactKind

MANUAL = FactKind(key="manual")
ALL: tuple[FactKind, ...] = (*proposals.KINDS, *activities.KINDS, *works.KINDS, MANUAL, *units.KINDS)
KINDS: dict[str, FactKind] = {one.key: one for one in ALL}


def kind_of(key: str) -> FactKind:
    """The kind of that key; what is entered with a document is of one kind, whatever its item."""
    return KINDS.get(key, MANUAL)


__all__ = ["ALL", "KINDS", "MANUAL", "Arm", "Facet", "FactKind", "kind_of"]
