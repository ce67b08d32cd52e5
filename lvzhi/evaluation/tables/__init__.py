"""Lists of the room, and tags."""

from __future__ import annotations

from lvzhi.evaluation.tables.rulesets import SetFilter, set_table, set_tag

__all__ = ["SetFilter", "set_table", "set_tag"]
