"""Writes of Party organisations: the register, what they hold, what their members do."""

from lvzhi.party.actions.bodies import change_body, dissolve, found_body, leave, repost, seat
from lvzhi.party.actions.deeds import begin_deed, check_deed, correct, note_return
from lvzhi.party.actions.meetings import check_held, hold, plan_meeting
from lvzhi.party.actions.quarters import check_review, open_quarters, review

__all__ = [
    "begin_deed",
    "change_body",
    "check_deed",
    "check_held",
    "check_review",
    "correct",
    "dissolve",
    "found_body",
    "hold",
    "leave",
    "note_return",
    "open_quarters",
    "plan_meeting",
    "repost",
    "review",
    "seat",
]
