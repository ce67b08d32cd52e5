"""Co-signing by a last day: late signatures do not count, invitations lapse, a text goes in by itself (R1.27–R1.29)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.messages.models import Message
from lvzhi.proposals.models import CoSignature, Proposal
from lvzhi.proposals.tests.people import Town
from lvzhi.proposals.tests.test_pages import page
from lvzhi.workflow import duties

DAY = dt.date(2026, 3, 2)


def invite(town: Town, **answers: Any) -> Proposal:
    with clock.at(DAY):
        members = [town.members[one.pk].pk for one in (town.yi, town.bing)]
        done: Proposal = town.take(town.draft(), "invite", town.jia, members=members, **answers)
        row = CoSignature.objects.get(proposal=done, member=town.members[town.yi.pk])
        town.take(row, "sign", town.yi)
    return done


def tick(days: int) -> int:
    with clock.at(DAY + dt.timedelta(days=days)):
        return {duty.key: count for duty, count in duties.run_due()}["proposals.cosigning"]


def states() -> list[str]:
    return list(CoSignature.objects.order_by("order").values_list("state", flat=True))


def test_without_a_day_the_norm_holds_and_the_text_waits(town: Town) -> None:
    proposal = invite(town)
    assert proposal.sign_until == DAY + dt.timedelta(days=7)
    assert (tick(7), states()) == (0, ["signed", "invited"])
    assert (tick(8), states()) == (1, ["signed", "expired"])
    assert (tick(8), Proposal.objects.get().state) == (0, "gathering")


def test_a_text_left_to_it_goes_in_with_those_who_signed(town: Town) -> None:
    invite(town, until="2026-03-05", submits_itself="on")
    assert tick(3) == 0
    assert tick(4) == 2
    proposal = Proposal.objects.get()
    assert (proposal.state, states()) == ("submitted", ["signed", "expired"])
    assert proposal.serial
    assert proposal.received_on == dt.date(2026, 3, 6)
    for account in (town.jia, town.yi):
        assert Message.objects.filter(account=account, code="proposals.handed_in").exists()
    assert Message.objects.filter(account=town.ding, code="proposals.submitted").exists()
    assert "联名期满，自动提交提案，收件号" in page(town.login(town.jia), "proposals:detail", proposal.uid)
    assert tick(4) == 0


def test_a_text_that_is_not_ready_is_given_back_once_with_the_reason(town: Town) -> None:
    proposal = invite(town, until="2026-03-05", submits_itself="on")
    from lvzhi.proposals import actions

    with clock.at(DAY):
        actions.write(proposal, town.actor(town.jia), {"analysis": ""})
    assert tick(4) == 2
    proposal.refresh_from_db()
    assert (proposal.state, proposal.submits_itself) == ("gathering", False)
    message = Message.objects.get(code="proposals.not_handed_in")
    assert message.account == town.jia
    assert "“问题分析”没有填写" in str(message.facts["reason"])
    assert tick(5) == 0


def test_a_signature_after_the_day_does_not_count(town: Town) -> None:
    invite(town, until="2026-03-05")
    row = CoSignature.objects.get(member=town.members[town.bing.pk])
    with clock.at(dt.date(2026, 3, 6)), pytest.raises(Refusal, match="2026年3月5日已过"):
        town.take(row, "sign", town.bing)
    with clock.at(dt.date(2026, 3, 5)):
        assert town.take(row, "sign", town.bing).state == "signed"


def test_a_day_in_the_past_is_refused_on_its_field(town: Town) -> None:
    with pytest.raises(Refusal, match="不能早于今天") as caught:
        invite(town, until="2026-03-01")
    assert caught.value.field == "until"
    assert not CoSignature.objects.exists()


def test_pages_say_until_when(town: Town) -> None:
    proposal = invite(town, until="2026-03-05", submits_itself="on")
    with clock.at(DAY):
        assert "请于" in page(town.login(town.bing), "proposals:mine")
        shown = page(town.login(town.jia), "proposals:detail", proposal.uid)
        assert "联名确认到2026年3月5日为止" in shown
        assert "自动提交" in shown
        form = page(town.login(town.jia), "proposals:step", "proposal", proposal.uid, "invite")
        assert "请对方在哪一天前确认" in form
