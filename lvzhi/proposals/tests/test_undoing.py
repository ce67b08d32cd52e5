"""A wrong step is taken back by whoever may take it, while nothing has followed, and the trace stays."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.journal.models import Private
from lvzhi.journal.queries import history
from lvzhi.messages.models import Message
from lvzhi.proposals.models import Assignment, Counter, GroundChosen, Proposal, ReturnAsked
from lvzhi.proposals.tests.people import Town
from lvzhi.proposals.tests.test_pages import page
from lvzhi.workflow import undoing
from lvzhi.workflow.models import Procedural

MARCH = dt.datetime(2026, 3, 16, 10, tzinfo=clock.ZONE)
REFUSED = {"grounds": ["empty", "personal"], "route": "advice", "explanation": "转作意见建议。"}


def back(town: Town, record: Procedural, key: str, account: Account) -> Any:
    return undoing.take_back(record, key, town.actor(account), "办错了。")


def told(account: Account) -> set[str]:
    return set(Message.objects.filter(account=account).values_list("code", flat=True))


def test_filing_taken_back_gives_its_number_back(town: Town) -> None:
    proposal = town.filed()
    assert proposal.number == "第0001号"
    again = back(town, proposal, "file", town.ding)
    assert (again.state, again.number, again.filed_on, again.category) == ("submitted", "", None, "")
    assert "proposals.taken_back" in told(town.jia)
    assert [one.sentence for one in history("proposals.proposal", again.uid)][0] == "撤销“立案”，恢复为“待审查”"
    other = town.filed(town.submitted(title="关于另一处食堂的提案"))
    assert other.number == "第0001号"
    assert town.filed(again).number == "第0002号"


def test_a_number_given_since_stays(town: Town) -> None:
    first, second = town.filed(), town.filed(town.submitted(title="关于另一处食堂的提案"))
    back(town, first, "file", town.ding)
    assert Counter.objects.get(key__startswith="session").value == 2
    assert (second.number, town.filed(first).number) == ("第0002号", "第0003号")


def test_refusal_to_file_taken_back(town: Town) -> None:
    proposal = town.take(town.submitted(), "refuse", town.ding, **REFUSED)
    again = back(town, proposal, "refuse", town.ding)
    assert (again.state, again.outcome, again.route, again.explanation) == ("submitted", "", "", "")
    assert again.closed_on is None
    assert not GroundChosen.objects.live().exists()
    done = town.take(again, "refuse", town.ding, **REFUSED | {"grounds": ["empty"]})
    assert [row.code for row in GroundChosen.objects.live()] == ["empty"]
    assert done.state == "not_filed"


def test_hand_over_taken_back_and_done_anew_to_the_same_unit(town: Town) -> None:
    proposal = town.assigned(co=True)
    again = back(town, proposal, "assign", town.ji)
    assert (again.state, again.lead_unit, again.assigned_on, again.answer_due_on) == ("filed", None, None, None)
    assert not Assignment.objects.live().exists()
    assert "proposals.hand_over_taken_back" in told(town.wu)
    assert "没有交到本单位的提案" in page(town.login(town.wu), "proposals:unit")
    done = town.take(again, "assign", town.ding, lead=town.civil.pk)
    assert [row.unit for row in Assignment.objects.live().filter(proposal=done)] == [town.civil]


def test_signing_taken_back_takes_the_proposal_along(town: Town) -> None:
    proposal = town.handling()
    row = back(town, town.lead(proposal), "sign", town.wu)
    assert (row.state, row.signed_on) == ("pending", None)
    assert Proposal.objects.get().state == "assigned"
    with pytest.raises(Refusal, match="不能撤销"):
        back(town, row, "sign", town.wu)


def test_signing_of_the_first_of_two_units_stays_once_both_have_signed(town: Town) -> None:
    proposal = town.assigned(co=True)
    lead, co = town.lead(proposal), Assignment.objects.get(role="co")
    town.take(lead, "sign", town.wu)
    assert [one.step.key for one in undoing.undoable([lead.__class__.objects.get(pk=lead.pk)], town.actor(town.wu))]
    town.take(co, "sign", town.geng)
    with pytest.raises(Conflict, match="庚新.*进入办理.*不能再撤销"):
        back(town, town.lead(proposal), "sign", town.wu)


def test_change_of_unit_taken_back(town: Town) -> None:
    row = town.lead(town.assigned())
    town.take(row, "ask_return", town.wu, ground="不属于本单位职责。")
    town.take(row, "replace", town.ding, unit=town.housing.pk, opinion="改由住建局主办。")
    again = back(town, row, "replace", town.ding)
    assert (again.state, again.return_opinion) == ("return_asked", "")
    proposal = Proposal.objects.get()
    assert proposal.lead_unit == town.civil
    assert [one.unit for one in Assignment.objects.live()] == [town.civil]
    assert (ReturnAsked.objects.get().decision, ReturnAsked.objects.get().decided_on) == ("waiting", None)
    assert "proposals.hand_over_taken_back" in told(town.geng)


def test_only_whoever_may_take_it_takes_it_back(town: Town) -> None:
    proposal = town.filed()
    for stranger in (town.jia, town.wu, town.xin, town.far_clerk):
        with pytest.raises(NotAllowed):
            back(town, proposal, "file", stranger)
        assert undoing.undoable([proposal], town.actor(stranger)) == []
    assert [one.step.key for one in undoing.undoable([proposal], town.actor(town.ji))] == ["file"]


def test_a_step_that_something_followed_stays_and_says_what(town: Town) -> None:
    proposal = town.filed()
    town.take(proposal, "assign", town.ji, lead=town.civil.pk)
    with pytest.raises(Conflict, match="己方已于.*交办第0001号"):
        back(town, proposal, "file", town.ding)
    assert Proposal.objects.get().state == "assigned"


def test_the_window_is_a_norm(town: Town) -> None:
    with clock.at(MARCH):
        proposal = town.filed()
    with clock.at(MARCH + dt.timedelta(days=3)):
        assert undoing.undoable([proposal], town.actor(town.ding))
    with clock.at(MARCH + dt.timedelta(days=4)):
        assert undoing.undoable([proposal], town.actor(town.ding)) == []
        with pytest.raises(Refusal, match="2026年3月19日"):
            back(town, proposal, "file", town.ding)


def test_what_was_erased_from_the_journal_cannot_come_back(town: Town) -> None:
    proposal = town.take(town.submitted(), "refuse", town.ding, **REFUSED)
    Private.objects.all().delete()
    with pytest.raises(Refusal, match="已从日志中清除"):
        back(town, proposal, "refuse", town.ding)


def test_page_asks_why_and_shows_the_trace(town: Town) -> None:
    proposal = town.filed()
    client = town.login(town.ding)
    address = f"/proposals/back/proposal/{proposal.uid}/file/"
    assert address in page(client, "proposals:detail", proposal.uid)
    assert address not in page(town.login(town.jia), "proposals:detail", proposal.uid)
    assert "丁宁" in client.get(address).content.decode()
    empty = client.post(address, {"ground": "", "version": proposal.version})
    assert empty.status_code == 422
    done = client.post(address, {"ground": "类别选错了。", "version": proposal.version}, follow=True)
    assert "“立案”已撤销" in done.content.decode()
    assert "撤销“立案”，恢复为“待审查”" in done.content.decode()
    assert client.post(address, {"ground": "再来一次。"}).status_code == 400
    assert town.login(town.bing).get(address).status_code == 404
