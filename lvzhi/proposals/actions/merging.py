"""Merging 并案: a link with a lead; each proposal keeps its number, its proposer and its own answer (R1.45–R1.46)."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.proposals.actions.assigning import add_units, list_units
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.vocabulary import State
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def find_lead(proposal: Proposal, called: str) -> Proposal:
    """The filed proposal of that number or receipt number in the same committee, of the same session first.

    Bare digits mean the running number, with or without its zeros: 24 and 0024 are 第0024号.

    Raises:
        Refusal: ``proposals.merge_unknown`` when none, or more than one, fits.
    """
    rows = Proposal.objects.live().filter(committee_id=proposal.committee_id, state=State.FILED)
    found: list[Proposal] = list(rows.filter(Q(number=called) | Q(serial=called)).order_by("-id"))
    if not found and called.isdecimal():
        found = [row for row in rows.filter(number__contains=called) if running_number(row.number) == int(called)]
    same = [row for row in found if row.session_id == proposal.session_id] or found
    if len(same) != 1:
        raise Refusal("proposals.merge_unknown", field="lead", called=called)
    return same[0]


def running_number(number: str) -> int | None:
    """The last group of digits of a case number, which counts within its session."""
    groups = re.findall(r"\d+", number)
    return int(groups[-1]) if groups else None


def members(lead: Proposal) -> Any:
    """Proposals merged into this one."""
    return Proposal.objects.live().filter(merged_into=lead).order_by("id")


def check_lead(taking: Taking) -> None:
    """Refuse a lead that cannot be one: itself, merged elsewhere, or proposers who object to merging.

    Both rows are locked, so that two clerks cannot merge two proposals into each other.
    """
    proposal: Proposal = taking.record
    lead = find_lead(proposal, taking.answers["lead"].strip())
    if lead.pk == proposal.pk:
        raise Refusal("proposals.merge_self", field="lead")
    lead = Proposal.objects.select_for_update(of=("self",)).get(pk=lead.pk)
    if lead.merged_into_id is not None:
        above = Proposal.objects.get(pk=lead.merged_into_id)
        raise Refusal("proposals.merge_circle", field="lead", called=lead.called, lead=above.called)
    count = members(proposal).count()
    if count:
        raise Refusal("proposals.merge_has_members", field="lead", count=count, called=proposal.called)
    for one in (proposal, lead):
        if not one.may_merge:
            raise Refusal("proposals.merge_unwilling", field="lead", called=one.called)
    taking.answers["found"] = lead


def merge(taking: Taking) -> None:
    """Effect of 并案."""
    proposal: Proposal = taking.record
    lead: Proposal = taking.answers["found"]
    proposal.merged_into, proposal.merged_on = lead, clock.as_day(taking.at)
    taking.facts |= {"number": proposal.number, "lead": lead.called}


def unmerge(taking: Taking) -> None:
    """Effect of 取消并案, before it is handed over."""
    proposal: Proposal = taking.record
    proposal.merged_into = proposal.merged_on = None
    taking.facts["number"] = proposal.number


def assign_members(taking: Taking) -> None:
    """Consequence of 交办: the merged proposals go to the same units, each with its own hand-over (R1.45)."""
    for row in members(taking.record).filter(state=State.FILED):
        engine.follow(row, "assign_with_lead", taking)


def hand_over_with_lead(taking: Taking) -> None:
    """Effect of the automatic step 随主件交办: the lead's hand-overs mirrored, and its days."""
    proposal: Proposal = taking.record
    lead = proposal.merged_into
    if lead is None:
        raise AssertionError(proposal.pk)  # only members of a group are handed over with their lead
    units = [(row.unit, row.role) for row in open_assignments(lead)]
    proposal.assigned_on, proposal.answer_due_on = lead.assigned_on, lead.answer_due_on
    add_units(proposal, taking, units)
    named = list_units(units)
    taking.facts |= {"number": proposal.number, "lead": lead.number, "units": named}
