"""Writes of the room: changes, absence cases, selections."""

from lvzhi.tenure.actions.cases import (
    advise,
    check_measure,
    close,
    measure,
    open_cases,
    say,
)
from lvzhi.tenure.actions.deciding import (
    ask_review,
    check_decided,
    check_heard,
    check_refused,
    check_review,
    check_reviewed,
    decide,
    hear,
    needs_meeting,
    note_review,
    overturn,
    refuse,
    restore_change,
    void_change,
)
from lvzhi.tenure.actions.effects import put_into_force
from lvzhi.tenure.actions.proposing import propose, resign, told
from lvzhi.tenure.actions.selecting import (
    call,
    leave_selection,
    nominate,
    nominate_self,
    restore_selection,
    void_selection,
)

__all__ = [
    "advise",
    "ask_review",
    "call",
    "check_decided",
    "check_heard",
    "check_measure",
    "check_refused",
    "check_review",
    "check_reviewed",
    "close",
    "decide",
    "hear",
    "leave_selection",
    "measure",
    "needs_meeting",
    "nominate",
    "nominate_self",
    "note_review",
    "open_cases",
    "overturn",
    "propose",
    "put_into_force",
    "refuse",
    "resign",
    "restore_change",
    "restore_selection",
    "say",
    "told",
    "void_change",
    "void_selection",
]
