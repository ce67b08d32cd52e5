"""Writes of the room."""

from lvzhi.evaluation.actions.rulesets import (
    adopt,
    begin_set,
    check_adopt,
    describe_set,
    drop_part,
    move_part,
    put_part,
    supersede,
    withdraw_set,
)

__all__ = [
    "adopt",
    "begin_set",
    "check_adopt",
    "describe_set",
    "drop_part",
    "move_part",
    "put_part",
    "supersede",
    "withdraw_set",
]
