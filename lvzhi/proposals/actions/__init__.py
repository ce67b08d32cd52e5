"""Writes of proposals: the text, the invitations, and the effects that the steps of the procedure have."""

from lvzhi.proposals.actions.assigning import (
    add_units,
    finish_assignments,
    give_opinion,
    hand_over,
    note_return_asked,
    note_signed,
    refuse_late_return,
    replace_unit,
    settle_return,
)
from lvzhi.proposals.actions.examining import choose_grounds, give_number, note_opinion, put_on_file
from lvzhi.proposals.actions.keys import check_is_key, choose_key, drop_key
from lvzhi.proposals.actions.replying import answer, check_class, check_co_opinions, check_rounds, rate
from lvzhi.proposals.actions.writing import (
    begin_draft,
    begun,
    check_complete,
    close_invitations,
    invite,
    invite_all,
    receive,
    write,
)

__all__ = [
    "add_units",
    "answer",
    "begin_draft",
    "begun",
    "check_class",
    "check_co_opinions",
    "check_complete",
    "check_is_key",
    "check_rounds",
    "choose_grounds",
    "choose_key",
    "close_invitations",
    "drop_key",
    "finish_assignments",
    "give_number",
    "give_opinion",
    "hand_over",
    "invite",
    "invite_all",
    "note_opinion",
    "note_return_asked",
    "note_signed",
    "put_on_file",
    "rate",
    "receive",
    "refuse_late_return",
    "replace_unit",
    "settle_return",
    "write",
]
