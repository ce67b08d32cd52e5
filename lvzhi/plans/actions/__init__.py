"""Writes of plans: drafts, tasks, opinions, campaigns, and the effects that the steps of the procedures have."""

from lvzhi.plans.actions.approving import (
    check_close,
    check_day,
    check_gather,
    check_issue,
    check_proposal,
    close,
    gather,
    issue,
    note_approved,
    note_milestone,
    note_passed,
    note_returned,
    note_settled,
)
from lvzhi.plans.actions.campaigns import add_campaign, change_campaign
from lvzhi.plans.actions.carrying import carry_all, carry_task, check_carry, check_drop, check_explain, drop, explain
from lvzhi.plans.actions.importing import Imported, import_tasks
from lvzhi.plans.actions.opinions import opine, take_opinion
from lvzhi.plans.actions.proving import prove, prove_campaign
from lvzhi.plans.actions.tasks import add_task, change_task, remove_task
from lvzhi.plans.actions.writing import begin_plan, begun, write_plan

__all__ = [
    "Imported",
    "add_campaign",
    "add_task",
    "begin_plan",
    "begun",
    "carry_all",
    "carry_task",
    "change_campaign",
    "change_task",
    "check_carry",
    "check_close",
    "check_day",
    "check_drop",
    "check_explain",
    "check_gather",
    "check_issue",
    "check_proposal",
    "close",
    "drop",
    "explain",
    "gather",
    "import_tasks",
    "issue",
    "note_approved",
    "note_milestone",
    "note_passed",
    "note_returned",
    "note_settled",
    "opine",
    "prove",
    "prove_campaign",
    "remove_task",
    "take_opinion",
    "write_plan",
]
