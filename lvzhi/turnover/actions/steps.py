"""What the steps of the procedure write beside the state."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.turnover.models import Change
from lvzhi.turnover.vocabulary import ChangeState
from lvzhi.workflow.declare import Taking


def told_by_report(taking: Taking) -> None:
    """A rehearsal with a problem leaves the change in preparation."""
    change: Change = taking.record
    if not change.report or change.rehearsed_at != taking.at:
        raise Refusal("turnover.not_rehearsed")
    taking.goes_to = ChangeState.PREPARING if change.report.get("stops") else ChangeState.REHEARSED


def keep_ground(taking: Taking) -> None:
    """Why it was sent back, or taken back."""
    taking.record.ground = taking.answers["ground"]
    taking.personal["ground"] = taking.answers["ground"]


def reopen(taking: Taking) -> None:
    """Rehearsal, approval and seconding do not outlive the plan they were of."""
    change: Change = taking.record
    change.approver, change.approver_name = None, ""
    change.seconder, change.seconder_name = None, ""
    change.performed_at = change.rehearsed_at = None
    change.report = {}


def approve(taking: Taking) -> None:
    """Who approved."""
    taking.record.approver, taking.record.approver_name = taking.actor.account_id, taking.actor.name


def second(taking: Taking) -> None:
    """Who seconded."""
    taking.record.seconder, taking.record.seconder_name = taking.actor.account_id, taking.actor.name


def check_performed(taking: Taking) -> None:
    """The state follows the work, which `carry_out` has done in the same transaction."""
    if taking.record.performed_at != taking.at:
        raise Refusal("turnover.not_run")
