"""Writes of the room: rule sets, a year's evaluation, points with documents, objections, low results."""

from lvzhi.evaluation.actions.deciding import (
    check_decide,
    check_seal,
    check_submit,
    close_low,
    decide,
    seal,
    talk,
)
from lvzhi.evaluation.actions.feeding import check_letters, note_letters
from lvzhi.evaluation.actions.objecting import enter_proven, object_to, refuse, settle_proven, uphold
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
from lvzhi.evaluation.actions.running import (
    begin_run,
    hand_account,
    note_account,
    note_ground,
    note_views,
    reckon_run,
    say_view,
    set_grade,
)

__all__ = [
    "adopt", "begin_run", "begin_set", "check_adopt", "check_decide", "check_letters", "check_seal", "check_submit",
    "close_low", "decide", "describe_set", "drop_part", "enter_proven", "hand_account", "move_part", "note_account",
    "note_ground", "note_letters", "note_views", "object_to", "put_part", "reckon_run", "refuse", "say_view", "seal",
    "set_grade", "settle_proven", "supersede", "talk", "uphold", "withdraw_set",
]  # fmt: skip
