"""Acts of supervising a key proposal, entered where they are done (R1.99)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.proposals.models import Proposal, Supervision
from lvzhi.ui.formats import day as in_words
from lvzhi.workflow.declare import Taking

TEXTS = ("place", "chair", "proposer_side", "unit_side", "others", "points", "agreed", "progress", "next_step")


def check_supervision(taking: Taking) -> None:
    """Refuse a day still to come, and a next one that is not later."""
    held, after = taking.answers["held_on"], taking.answers.get("next_on")
    if held > clock.as_day(taking.at):
        raise Refusal("proposals.supervision_future", field="held_on")
    if after is not None and after <= held:
        raise Refusal("proposals.next_step_day", field="next_on")


def supervise(taking: Taking) -> None:
    """Effect of 登记督办; with people from both sides it counts as a meeting face to face."""
    proposal: Proposal = taking.record
    answers, place = taking.answers, proposal.committee_id
    way = codes.code("proposals.supervise_way", place, answers["way"], answers["held_on"])
    form = codes.code("proposals.supervise_form", place, answers["form"], answers["held_on"])
    texts = {name: answers.get(name, "").strip() for name in TEXTS}
    Supervision(
        proposal=proposal,
        committee_id=place,
        way=way.code,
        form=form.code,
        held_on=answers["held_on"],
        organ=answers.get("organ"),
        both_sides=bool(texts["proposer_side"] and texts["unit_side"]),
        next_on=answers.get("next_on"),
        noted_by=taking.actor.name,
        created_at=taking.at,
        **texts,
    ).save()
    taking.facts |= {"way": way.name, "form": form.name, "held_on": in_words(answers["held_on"])}
