"""Writes of the appraisal of staff: opening, accounts and comments, attendance, grades, results."""

from lvzhi.appraisal.actions.attendance import check_attendance, check_sheet, note_attendance, note_sheet
from lvzhi.appraisal.actions.grading import (
    archive,
    ask_ballot,
    check_archive,
    check_ballot_wanted,
    check_grades,
    check_meeting,
    decide,
    field_of,
    give_back,
    propose,
    tell_all,
)
from lvzhi.appraisal.actions.opening import begun, open_round
from lvzhi.appraisal.actions.results import answer, appeal, check_answer, check_appeal, sign, tell
from lvzhi.appraisal.actions.saying import (
    check_account,
    check_comment,
    check_leader,
    exempt,
    include,
    note_account,
    note_comment,
    set_leader,
)

__all__ = [
    "answer",
    "appeal",
    "archive",
    "ask_ballot",
    "begun",
    "check_account",
    "check_answer",
    "check_appeal",
    "check_archive",
    "check_attendance",
    "check_ballot_wanted",
    "check_comment",
    "check_grades",
    "check_leader",
    "check_meeting",
    "check_sheet",
    "decide",
    "exempt",
    "field_of",
    "give_back",
    "include",
    "note_account",
    "note_attendance",
    "note_comment",
    "note_sheet",
    "open_round",
    "propose",
    "set_leader",
    "sign",
    "tell",
    "tell_all",
]
