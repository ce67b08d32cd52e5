"""Each rule's test against its rows, the page's answer against the engine's, and the to-do list against both."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals.actions import entering
from lvzhi.proposals.models import Assignment, CoSignature, Proposal
from lvzhi.proposals.tests.people import TEXT, Town
from lvzhi.proposals.workflow import ASSIGNMENT, COSIGNATURE, PROPOSAL


@pytest.fixture(scope="module")
def busier(built: Town, keep: Any) -> Town:
    """One record in every state that the tests reach."""
    busy: Town = keep(lambda: _busy(copy.deepcopy(built)))
    return busy


@pytest.fixture
def busy(busier: Town, own: Any) -> Town:
    """The busy town, as a test may change it."""
    copied: Town = own(busier)
    return copied


def _busy(town: Town) -> Town:
    town.draft()
    town.invited()
    town.submitted()
    town.filed()
    town.assigned(co=True)
    town.answered()
    town.closed()
    proposal = town.take(town.cosigned(), "submit", town.jia)
    town.take(town.answered(proposal), "rate", town.yi, attitude="satisfied", result="satisfied")
    town.take(town.draft(town.far_member), "submit", town.far_member)
    row = town.lead(town.assigned())
    town.take(row, "ask_return", town.wu, ground="不属于本单位职责。")
    lead = town.filed()
    town.take(town.filed(), "merge", town.ding, lead=lead.number)
    joint = town.filed(town.take(town.cosigned(), "submit", town.jia))
    town.take(joint, "ask_withdraw", town.jia, reason="情况已有变化。")
    entering.begin_for(town.actor(town.ding), town.here, TEXT, member=town.members[town.jia.pk])
    town.take(town.submitted(), "take_offline", town.ding, ground="按规定转线下。")
    set_value(town.actor(town.ji), town.here, "proposals.readings", 2, starts=clock.today(), ground="测试")
    town.submitted()
    town.take(town.submitted(), "recommend", town.ding, opinion="file")
    return town


def test_each_rule_agrees_with_its_rows(busy: Town) -> None:
    compared = 0
    for workflow in (PROPOSAL, COSIGNATURE, ASSIGNMENT):
        model: Any = workflow.model
        records = list(model.objects.all())
        rules = [workflow.visible, *(step.may for step in workflow.steps)]
        for account in busy.everyone.values():
            actor = busy.actor(account)
            for rule in rules:
                by_rows = set(model.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
                by_test = {record.pk for record in records if rule(actor, record)}
                assert by_rows == by_test, (workflow.key, rule.label, account.username)
                compared += len(records)
    assert compared > 1000


def test_loaded_beside_or_asked_for_the_answer_is_the_same(busy: Town) -> None:
    """The page asks its buttons of what it has loaded, the engine of the database."""
    from lvzhi.access import Missing
    from lvzhi.proposals.queries import detailed
    from lvzhi.workflow.engine import steps_open

    compared = 0
    for account in busy.everyone.values():
        actor = busy.actor(account)
        for plain in Proposal.objects.all():
            try:
                loaded = detailed(actor, plain.uid)
            except Missing:
                continue
            assert [step.key for step in steps_open(loaded, actor)] == [step.key for step in steps_open(plain, actor)]
            compared += 1
    assert compared > 30


def test_every_row_waiting_can_be_taken(busy: Town) -> None:
    from lvzhi.workflow.todo import todo

    seen, offered = 0, set()
    for account in busy.everyone.values():
        actor = busy.actor(account)
        for one in todo(actor):
            assert one.record.state in one.step.frm
            assert one.step.may(actor, one.record)
            open_now = [
                step for step in one.workflow.steps
                if step.todo and not step.automatic and one.record.state in step.frm and step.may(actor, one.record)
            ]  # fmt: skip
            assert one.record.choices == len(open_now)
            assert one.action == (one.step.name if len(open_now) == 1 else "处理")
            assert one.address
            assert one.title
            offered.add(one.action)
            seen += 1
    assert seen > 10
    assert {"处理", "交办"} <= offered
    assert CoSignature.objects.exists()
    assert Assignment.objects.exists()
