"""Writes of the room, each one journalled line."""

from __future__ import annotations

from lvzhi.turnover.actions.archiving import Verified, seal, verify_archive
from lvzhi.turnover.actions.carrying import Steps, carry_out, finished, rehearse
from lvzhi.turnover.actions.deciding import decide_kind, decide_one, settle_items
from lvzhi.turnover.actions.planning import add_organ, alter_term, begin_change, drop_organ, plan_organs
from lvzhi.turnover.actions.returning import check_untouched, roll_back
from lvzhi.turnover.actions.rostering import (
    BadRoster,
    Read,
    alter_entrant,
    decide_twin,
    mark_entrant,
    read_roster,
    take_over_present,
)
from lvzhi.turnover.actions.steps import approve, check_performed, keep_ground, reopen, second, told_by_report

__all__ = [
    "BadRoster",
    "Read",
    "Steps",
    "Verified",
    "add_organ",
    "alter_entrant",
    "alter_term",
    "approve",
    "begin_change",
    "carry_out",
    "check_performed",
    "check_untouched",
    "decide_kind",
    "decide_one",
    "decide_twin",
    "drop_organ",
    "finished",
    "keep_ground",
    "mark_entrant",
    "plan_organs",
    "read_roster",
    "rehearse",
    "reopen",
    "roll_back",
    "seal",
    "second",
    "settle_items",
    "take_over_present",
    "told_by_report",
    "verify_archive",
]
