"""Handing over to units, signing for, returning (R1.53–R1.65)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.deadlines import Due, Extension, Term, clock, reckon
from lvzhi.norms.calendars import calendar_of
from lvzhi.proposals.models import Assignment, Proposal, ReturnAsked
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.vocabulary import AssignState, ReturnDecision, UnitRole
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def due_by(key: str, committee_id: int, start: date, extensions: Sequence[tuple[date, date]] = ()) -> Due:
    """The day a term of the committee ends on, counted from ``start`` by its own calendar.

    Args:
        extensions: approved later dates as (new date, approved on).
    """
    term = norms.value(key, committee_id, start)
    if not isinstance(term, Term):
        raise TypeError(key)
    granted = tuple(Extension(approved_on=approved, new_date=until) for until, approved in extensions)
    return reckon(start, term, calendar_of(committee_id), extensions=granted)


def _refuse_closed(unit: Any, day: date) -> None:
    if unit.starts > day or (unit.ends is not None and unit.ends < day):
        raise Refusal("proposals.unit_closed", field="lead", unit=unit.name, ends=unit.ends)


def add_units(proposal: Proposal, taking: Taking, units: Sequence[tuple[Any, str]]) -> None:
    """Hand a proposal over to units.

    Args:
        units: (unit, role) pairs.

    Raises:
        Refusal: a unit twice, abolished by that day, or no lead among several.
    """
    day = clock.as_day(taking.at)
    taken = {row.unit_id for row in open_assignments(proposal)}
    for unit, role in units:
        _refuse_closed(unit, day)
        if unit.pk in taken:
            raise Refusal("proposals.unit_double", field="co", unit=unit.name)
        taken.add(unit.pk)
        assignment = Assignment(
            proposal=proposal,
            committee_id=proposal.committee_id,
            unit=unit,
            role=role,
            assigned_on=day,
            return_due_on=due_by("proposals.return_window", proposal.committee_id, day).date,
            created_at=taking.at,
        )
        engine.begin(assignment, taking.actor, unit=unit.name, role=str(UnitRole(role).label))
        if role in {UnitRole.LEAD, UnitRole.SEPARATE} and (role == UnitRole.LEAD or proposal.lead_unit_id is None):
            proposal.lead_unit = unit


def hand_over(taking: Taking) -> None:
    """Effect of 交办: one hand-over to each unit; the clock of handling starts (R1.54, R1.66)."""
    proposal: Proposal = taking.record
    answers = taking.answers
    units = [(answers["lead"], UnitRole.LEAD)] if answers.get("lead") else []
    units += [(unit, UnitRole.CO) for unit in answers.get("co", ())]
    units += [(unit, UnitRole.SEPARATE) for unit in answers.get("separate", ())]
    has_lead = any(role == UnitRole.LEAD for _, role in units)
    only_separate = bool(units) and all(role == UnitRole.SEPARATE for _, role in units)
    if not has_lead and not only_separate:
        raise Refusal("proposals.lead_missing", field="lead")
    proposal.assigned_on = clock.as_day(taking.at)
    proposal.answer_due_on = due_by("proposals.answer_due", proposal.committee_id, proposal.assigned_on).date
    add_units(proposal, taking, units)
    taking.facts |= {"units": list_units(units), "number": proposal.number}


def list_units(units: Sequence[tuple[Any, str]]) -> str:
    """Units with their roles, as a sentence names them."""
    return "、".join(f"{unit.name}（{UnitRole(role).label}）" for unit, role in units)


def note_signed(taking: Taking) -> None:
    """Effect of 签收."""
    assignment: Assignment = taking.record
    assignment.signed_on = clock.as_day(taking.at)
    _tell_facts(taking)


def _tell_facts(taking: Taking) -> None:
    taking.facts["unit"] = taking.record.unit.name


def refuse_late_return(taking: Taking) -> None:
    """Refuse a return asked after its window; late objections are barred (R1.60)."""
    assignment: Assignment = taking.record
    due = assignment.return_due_on
    if due is not None and clock.as_day(taking.at) > due:
        raise Refusal("proposals.window_over", due=due)


def note_return_asked(taking: Taking) -> None:
    """Effect of 申请退回: ground and day are kept (推诿台账)."""
    assignment: Assignment = taking.record
    assignment.return_ground = taking.answers["ground"]
    assignment.return_asked_on = clock.as_day(taking.at)
    ReturnAsked(
        proposal_id=assignment.proposal_id,
        assignment=assignment,
        committee_id=assignment.committee_id,
        unit=assignment.unit,
        trip=ReturnAsked.objects.live().filter(proposal=assignment.proposal_id).count() + 1,
        ground=assignment.return_ground,
        asked_on=assignment.return_asked_on,
        created_at=taking.at,
    ).save()
    taking.personal["ground"] = assignment.return_ground
    _tell_facts(taking)


def settle_return(taking: Taking) -> None:
    """Effect of deciding on a return: opinion, decider and days used are kept."""
    assignment: Assignment = taking.record
    day = clock.as_day(taking.at)
    for row in ReturnAsked.objects.live().filter(assignment=assignment, decision=ReturnDecision.WAITING):
        row.decision = ReturnDecision.REPLACED if taking.step.key == "replace" else ReturnDecision.KEPT
        row.decided_on = day
        row.decider = taking.actor.name
        row.opinion = taking.answers.get("opinion", "")
        row.days = (day - row.asked_on).days
        row.save()
    assignment.return_opinion = taking.answers.get("opinion", "")
    taking.personal["opinion"] = assignment.return_opinion
    _tell_facts(taking)


def replace_unit(taking: Taking) -> None:
    """Consequence of an agreed return: another unit takes the role; the clock of handling runs on (R1.65)."""
    assignment: Assignment = taking.record
    proposal: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=assignment.proposal_id)
    engine.follow(proposal, "reassign", taking, {"unit": taking.answers["unit"], "role": assignment.role})


def give_opinion(taking: Taking) -> None:
    """Effect of 会办意见 (R1.72, R1.73)."""
    assignment: Assignment = taking.record
    assignment.opinion = taking.answers["opinion"]
    assignment.opinion_on = clock.as_day(taking.at)
    _tell_facts(taking)


def finish_assignments(taking: Taking) -> None:
    """Close the hand-over of the unit that answered, and of its co-units when the lead has answered."""
    proposal: Proposal = taking.record
    answered = taking.answers["assignment"]
    for row in open_assignments(proposal).filter(state=AssignState.SIGNED):
        if row.pk == answered.pk or (answered.role == UnitRole.LEAD and row.role == UnitRole.CO):
            engine.follow(row, "finish", taking)
