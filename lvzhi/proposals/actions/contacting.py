"""The contact log and reminders (R1.70, R1.75–R1.78)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.proposals.models import Assignment, Contact, Proposal, Reminder, Reply
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.vocabulary import NAMES, REPLY_CHECKS, AssignState, ContactStage, UnitRole
from lvzhi.workflow.declare import Taking

RULE_OF = {code: rule for code, _, rule in REPLY_CHECKS}


def check_contact_day(taking: Taking) -> None:
    """Refuse a talk in the future, before the hand-over, or entered as earlier than the reply that it followed."""
    assignment: Assignment = taking.record
    held, day = taking.answers["held_on"], clock.as_day(taking.at)
    if held > day:
        raise Refusal("proposals.contact_future", field="held_on")
    if held < assignment.assigned_on:
        raise Refusal("proposals.contact_early", field="held_on", assigned=assignment.assigned_on)
    stage = ContactStage(taking.answers["stage"])
    if stage == ContactStage.AFTER or assignment.state != AssignState.DONE:
        return
    if "contact_date" not in norms.value("proposals.reply_checks", assignment.committee_id, day):
        return
    last = Reply.objects.live().filter(proposal=assignment.proposal_id, pending=False).order_by("-answered_on").first()
    if last is not None and held > last.answered_on:
        raise Refusal(
            "proposals.contact_after_reply", field="stage", stage=str(stage.label), held=held,
            answered=last.answered_on, rule=RULE_OF["contact_date"],
        )  # fmt: skip


def note_contact(taking: Taking) -> None:
    """Effect of 登记沟通; whether its mode counts as face to face is kept as it was on the day (R1.78)."""
    assignment: Assignment = taking.record
    answers = taking.answers
    mode = codes.code("proposals.contact_mode", assignment.committee_id, answers["mode"], answers["held_on"])
    Contact(
        proposal_id=assignment.proposal_id,
        assignment=assignment,
        committee_id=assignment.committee_id,
        stage=answers["stage"],
        mode=mode.code,
        face=bool(mode.extra.get("face")),
        held_on=answers["held_on"],
        proposer_side=answers["proposer_side"],
        unit_side=answers["unit_side"],
        points=answers["points"],
        agreed=answers.get("agreed", ""),
        created_at=taking.at,
    ).save()
    proposal: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=assignment.proposal_id)
    proposal.contacts_count += 1
    proposal.contacts_face += bool(mode.extra.get("face"))
    proposal.save()
    stage = str(ContactStage(answers["stage"]).label)
    taking.facts |= {"unit": assignment.unit.name, "stage": stage, "mode": mode.name}


def to_remind(proposal: Proposal) -> list[Any]:
    """Hand-overs on which a unit still owes something; a reminder stops by itself when it is done."""
    return [
        row
        for row in open_assignments(proposal).exclude(state__in=[AssignState.DONE, AssignState.RETURN_ASKED])
        if row.role != UnitRole.CO or row.opinion_on is None
    ]


def check_remind(taking: Taking) -> None:
    """Refuse a reminder at night, one too soon after the last, and one that nobody owes an answer to."""
    proposal: Proposal = taking.record
    day, place = clock.as_day(taking.at), proposal.committee_id
    first = int(norms.value("workflow.remind_from", place, day))
    last = int(norms.value("workflow.remind_until", place, day))
    if not first <= taking.at.astimezone(clock.ZONE).hour < last:
        raise Refusal("proposals.remind_night", first=first, last=last)
    rows = to_remind(proposal)
    if not rows:
        raise Refusal("proposals.remind_nobody")
    gap = int(norms.value("proposals.remind_gap", place, day))
    due = [row for row in rows if row.reminded_on is None or row.reminded_on + timedelta(days=gap) <= day]
    if not due:
        raise Refusal("proposals.remind_again", day=max(row.reminded_on for row in rows), gap=gap)
    taking.answers["rows"] = due


def remind(taking: Taking) -> None:
    """Effect of 催办: a record for each unit that still owes something."""
    proposal: Proposal = taking.record
    day, rows = clock.as_day(taking.at), taking.answers["rows"]
    for row in rows:
        Reminder(
            proposal=proposal,
            assignment=row,
            committee_id=proposal.committee_id,
            reminded_on=day,
            due_then=row.due_on or proposal.answer_due_on,
            words=taking.answers.get("words", ""),
            created_at=taking.at,
        ).save()
        row.reminded += 1
        row.reminded_on = day
        row.save()
    taking.facts |= {"number": proposal.number, "units": NAMES.join(row.unit.name for row in rows)}
