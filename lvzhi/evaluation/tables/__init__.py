"""Lists of the room, and tags."""

from __future__ import annotations

from lvzhi.evaluation.tables.rulesets import SetFilter, set_table, set_tag
from lvzhi.evaluation.tables.runs import ResultFilter, result_table, run_table, run_tag

__all__ = ["ResultFilter", "SetFilter", "result_table", "run_table", "run_tag", "set_table", "set_tag"]
