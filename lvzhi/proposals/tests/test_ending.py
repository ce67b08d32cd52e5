"""What ends with a proposal: hand-overs and invitations leave no step that leads nowhere."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.deadlines import clock
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals import actions
from lvzhi.proposals.models import Assignment, CoSignature, Proposal
from lvzhi.proposals.tests.people import START, TEXT, Town, builder

DAY = dt.date(2026, 3, 16)


def test_withdrawn_while_the_answer_waits_for_the_units_head(town: Town) -> None:
    set_value(town.actor(town.ji), town.here, "proposals.reply_needs_head", True, starts=START, ground="测试")
    proposal = town.handling()
    proposal = town.take(proposal, "answer", town.wu, **town.reply(proposal))
    assert town.lead(proposal).state == "approving"
    proposal = town.take(proposal, "ask_withdraw", town.jia, reason="情况已有变化。")
    assert town.take(proposal, "approve_withdraw", town.ji).state == "withdrawn"
    assert town.lead(proposal).state == "stopped"


def test_taken_offline_the_units_have_no_more_to_do(town: Town) -> None:
    proposal = town.assigned(co=True)
    unit = town.login(town.wu)
    assert "签收" in unit.get(reverse("desk:home")).content.decode()
    town.take(proposal, "take_offline", town.ding, ground="按规定转线下。")
    assert set(Assignment.objects.filter(proposal=proposal).values_list("state", flat=True)) == {"stopped"}
    assert not Assignment.objects.exclude(due_on=None).exists()
    assert "（已转线下办理）" not in unit.get(reverse("desk:home")).content.decode()


def test_a_convener_recalls_the_invitation_to_a_collective_proposal(town: Town) -> None:
    organ = places.add_organ(builder(), town.here, kind="special_committee", name="社会委", starts=START)
    convener = town.person("convener", "卯正", town.here, Role.ORGAN_HEAD, organ=organ)
    with clock.at(DAY):
        begun = actions.begin_draft(
            town.actor(convener), town.here, TEXT, proposer_type="special_committee", organ=organ
        )
        town.take(begun, "invite", convener, members=[town.members[town.yi.pk].pk])
        row = CoSignature.objects.get(proposal=begun)
        url = reverse("proposals:step", args=["cosignature", row.uid, "recall"])
        assert town.login(convener).get(url).status_code == 200
        assert town.take(row, "recall", convener).state == "withdrawn"
    assert Proposal.objects.get(pk=begun.pk).state == "gathering"
