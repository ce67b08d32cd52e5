"""The way of one proposal, step by step, through the engine."""

from __future__ import annotations

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.proposals.models import Assignment, CoSignature, Proposal, Rating
from lvzhi.proposals.tests.people import Town


def test_whole_way(town: Town) -> None:
    proposal = town.closed()
    assert proposal.state == "closed"
    assert proposal.number == "第0001号"
    assert proposal.round == 1
    assert Rating.objects.get(proposal=proposal).member == town.members[town.jia.pk]


def test_cosigner_signs_and_rates(town: Town) -> None:
    proposal = town.take(town.cosigned(), "submit", town.jia)
    proposal = town.answered(proposal)
    proposal = town.take(proposal, "rate", town.jia, attitude="satisfied", result="satisfied")
    assert proposal.state == "answered"
    proposal = town.take(
        proposal, "rate", town.yi, attitude="satisfied", result="dissatisfied", reason="没有说明补助。"
    )
    assert proposal.state == "rehandling"
    assert town.lead(proposal).state == "signed"
    again = town.take(proposal, "answer", town.wu, **town.reply(proposal))
    assert (again.state, again.round) == ("answered", 2)


def test_invitation_lapses_on_submission(town: Town) -> None:
    row = town.invited()
    town.take(row.proposal, "submit", town.jia)
    assert CoSignature.objects.get(pk=row.pk).state == "expired"


def test_lead_waits_for_the_co_units_opinion(town: Town) -> None:
    proposal = town.assigned(co=True)
    co = Assignment.objects.get(proposal=proposal, role="co")
    town.take(town.lead(proposal), "sign", town.wu)
    town.take(co, "sign", town.geng)
    proposal = Proposal.objects.get(pk=proposal.pk)
    with pytest.raises(Refusal, match="区住建局"):
        town.take(proposal, "answer", town.wu, **town.reply(proposal))
    town.take(co, "opinion", town.geng, opinion="同意增设。")
    town.take(co, "revise_opinion", town.geng, opinion="同意增设，提供场地。")
    assert town.take(proposal, "answer", town.wu, **town.reply(proposal)).state == "answered"


def test_unit_returns_and_another_takes_its_place(town: Town) -> None:
    proposal = town.assigned()
    row = town.lead(proposal)
    town.take(row, "ask_return", town.wu, ground="不属于本单位职责。")
    town.take(row, "replace", town.ding, unit=town.housing.pk, opinion="改由住建局主办。")
    proposal = Proposal.objects.get(pk=proposal.pk)
    assert proposal.lead_unit == town.housing
    new = Assignment.objects.exclude(state="replaced").get(proposal=proposal)
    town.take(new, "sign", town.geng)
    assert Proposal.objects.get(pk=proposal.pk).state == "handling"


def test_not_filed_needs_ground_and_route(town: Town) -> None:
    proposal = town.submitted()
    with pytest.raises(Refusal):
        town.take(proposal, "refuse", town.ding, explanation="不符合条件。")
    done = town.take(proposal, "refuse", town.ding, grounds=["empty"], route="advice", explanation="转作意见建议。")
    assert (done.state, done.outcome) == ("not_filed", "advice")


def test_second_clerk_is_told_who_was_first(town: Town) -> None:
    proposal = town.submitted()
    town.take(proposal, "file", town.ding, category="society")
    with pytest.raises(Conflict, match="丁宁"):
        town.take(proposal, "file", town.ji, category="society")


def test_steps_of_others_are_refused(town: Town) -> None:
    proposal = town.submitted()
    for stranger in (town.bing, town.wu, town.far_clerk, town.jia):
        with pytest.raises(NotAllowed):
            town.take(proposal, "file", stranger, category="society")


def test_key_proposal_and_who_leads(town: Town) -> None:
    proposal = town.handling()
    answers = {
        "ground": "主席会议审定",
        "leader_name": "辛远",
        "leader_post": "区长",
        "rank": "top",
        "leader": town.xin.pk,
    }
    done = town.take(proposal, "mark_key", town.ji, **answers)
    assert done.is_key
    assert not town.take(done, "unmark_key", town.ji, reason="调整").is_key
