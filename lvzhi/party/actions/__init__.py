"""Writes of Party organisations: the register, what they hold, appraisals, what leaders and members do."""

from lvzhi.party.actions.appraising import (
    appraise_with,
    ask_ballot,
    check_account,
    check_grades,
    field_of,
    give_back,
    grade,
    note_account,
    note_meeting,
    open_appraisal,
    tell_members,
)
from lvzhi.party.actions.bodies import change_body, dissolve, found_body, leave, repost, seat
from lvzhi.party.actions.deeds import begin_deed, check_deed, correct, note_return
from lvzhi.party.actions.leading import (
    add_duties,
    assign_point,
    change_visit,
    check_done,
    copy_duties,
    end_point,
    finish,
    log_visit,
    reopen,
)
from lvzhi.party.actions.meetings import check_held, hold, keep_minutes, plan_meeting
from lvzhi.party.actions.quarters import check_review, open_quarters, review

__all__ = [
    "add_duties", "appraise_with", "ask_ballot", "assign_point", "begin_deed", "change_body", "change_visit",
    "check_account", "check_deed", "check_done", "check_grades", "check_held", "check_review", "copy_duties", "correct",
    "dissolve", "end_point", "field_of", "finish", "found_body", "give_back", "grade", "hold", "keep_minutes", "leave",
    "log_visit", "note_account", "note_meeting", "note_return", "open_appraisal", "open_quarters", "plan_meeting",
    "reopen", "repost", "review", "seat", "tell_members",
]  # fmt: skip
