"""Reads of the room: rule sets, facts, who is judged."""

from __future__ import annotations

from lvzhi.evaluation.queries.facts import facts_of, judged_of, kinds_of, period_of, units_judged
from lvzhi.evaluation.queries.rulesets import (
    in_force,
    listed,
    of_committee,
    one,
    overlapping,
    rules_of_set,
    set_address,
    shifted,
)
from lvzhi.evaluation.queries.trials import Came, Difference, compare, onto, people_of, reckon

__all__ = [
    "Came",
    "Difference",
    "compare",
    "facts_of",
    "in_force",
    "judged_of",
    "kinds_of",
    "listed",
    "of_committee",
    "one",
    "onto",
    "overlapping",
    "people_of",
    "period_of",
    "reckon",
    "rules_of_set",
    "set_address",
    "shifted",
    "units_judged",
]
