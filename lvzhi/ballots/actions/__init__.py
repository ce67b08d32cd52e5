"""Writes of ballots: preparing, opening, casting, counting."""

from lvzhi.ballots.actions.casting import check_marks, put_in
from lvzhi.ballots.actions.counting import announce, cancel, check_count, check_paper, count, note_paper
from lvzhi.ballots.actions.opening import check_ready, open_urn
from lvzhi.ballots.actions.preparing import Asked, add_voters, begin, begun, clear_voters, edit, take_code

__all__ = [
    "Asked",
    "add_voters",
    "announce",
    "begin",
    "begun",
    "cancel",
    "check_count",
    "check_marks",
    "check_paper",
    "check_ready",
    "clear_voters",
    "count",
    "edit",
    "note_paper",
    "open_urn",
    "put_in",
    "take_code",
]
