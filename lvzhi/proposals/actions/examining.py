"""Examination: filed, not filed with ground and route, or sent back (R1.30–R1.44)."""

from __future__ import annotations

from datetime import date

from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.proposals.actions.numbering import give_back, next_number
from lvzhi.proposals.models import GroundChosen, Proposal
from lvzhi.workflow.declare import Taking


def note_opinion(taking: Taking) -> None:
    """Effect of 退回修改: the opinion that the proposer must see (R1.37)."""
    proposal: Proposal = taking.record
    proposal.return_opinion = taking.answers["opinion"]
    taking.personal["opinion"] = proposal.return_opinion


def put_on_file(taking: Taking) -> None:
    """Effect of 立案: category and dates."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    proposal.category = taking.answers["category"]
    proposal.examined_on = proposal.filed_on = day
    found = codes.code("proposals.category", proposal.committee_id, proposal.category, day)
    taking.facts["category"] = found.name


def give_number(taking: Taking) -> None:
    """Effect of 立案: 案号, its sequence running by session, or by year where no session is recorded (R1.51)."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    if not proposal.number:
        proposal.number = next_number(proposal, "proposals.number_format", _sequence(proposal, day), day)
    taking.facts["number"] = proposal.number


def _sequence(proposal: Proposal, day: date) -> str:
    return f"session-{proposal.session_id}" if proposal.session_id else f"year-{day.year}"


def give_number_back(taking: Taking) -> None:
    """Effect of taking 立案 back: the number it gave may be given again."""
    proposal: Proposal = taking.record
    left = taking.answers["left"]
    if left.get("number"):
        day = date.fromisoformat(left["filed_on"])
        give_back(proposal, left["number"], "proposals.number_format", _sequence(proposal, day), day)


def choose_grounds(taking: Taking) -> None:
    """Effect of 不予立案: coded grounds, the mandatory route, and words for the proposer (R1.39–R1.44)."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    names = []
    for code in taking.answers["grounds"]:
        names.append(codes.code("proposals.ground", proposal.committee_id, code, day).name)
        GroundChosen(proposal=proposal, committee_id=proposal.committee_id, code=code, created_at=taking.at).save()
    proposal.route = taking.answers["route"]
    proposal.explanation = taking.answers["explanation"]
    proposal.examined_on = proposal.closed_on = day
    taking.outcome = proposal.route
    route = codes.code("proposals.route", proposal.committee_id, proposal.route, day).name
    taking.facts |= {"grounds": "、".join(names), "route": route}
