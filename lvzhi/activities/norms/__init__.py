"""Declared parameters and code tables of the room."""

from __future__ import annotations

from lvzhi.activities.norms import consultation as consultation  # declares itself by being imported
from lvzhi.activities.norms import declared as declared  # the same
from lvzhi.activities.norms import supervision as supervision  # the same
from lvzhi.activities.norms.kinds import KindRule, kind_named, kind_of, kinds_on

__all__ = ["KindRule", "kind_named", "kind_of", "kinds_on"]
