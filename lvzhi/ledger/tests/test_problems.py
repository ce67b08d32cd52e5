"""The way of a problem: found, given to somebody, done, struck off, looked back at."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lvzhi import norms
from lvzhi.access import Conflict, NotAllowed, Refusal, Refusals
from lvzhi.accounts.actors import system_actor
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.journal.queries import history
from lvzhi.ledger.actions.entering import enter_problems, split_lines
from lvzhi.ledger.actions.solving import solve_at_once
from lvzhi.ledger.models import Measure, Problem
from lvzhi.ledger.queries import five, missing
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.messages.models import Message
from lvzhi.norms.actions import set_value
from lvzhi.workflow import engine


def told(account_username: str) -> list[str]:
    return list(Message.objects.filter(account__username=account_username).values_list("code", flat=True))


def test_a_pasted_list_becomes_a_record_a_line_without_its_numbers(desk: Desk) -> None:
    pasted = "1. 路灯不亮\n\n（二）停车难\n③ 噪声大\n- 路面破损\n3、下水堵\n10号楼漏水"
    assert split_lines(pasted) == ["路灯不亮", "停车难", "③ 噪声大", "路面破损", "下水堵", "10号楼漏水"]
    made = enter_problems(desk.actor(desk.wen), split_lines(pasted), desk.occasion(organ=None), once="k")
    assert len(made) == Problem.objects.count() == 6
    again = enter_problems(desk.actor(desk.wen), split_lines(pasted), desk.occasion(organ=None), once="k")
    assert (again[0].pk, Problem.objects.count()) == (made[0].pk, 6)
    assert history("ledger.problem", made[3].uid)[0].sentence == "登记问题"


def test_a_list_with_faults_names_each_line_and_writes_nothing(desk: Desk) -> None:
    with pytest.raises(Refusals) as caught:
        enter_problems(desk.actor(desk.wen), ["甲", "乙" * 501, "甲"], desk.occasion())
    assert caught.value.sentence.splitlines() == [
        "第2条有501字，超过500字，请精简或拆成几条。", "第3条与第1条相同，请删去一条。",
    ]  # fmt: skip
    with pytest.raises(Refusal, match="还没有到"):
        enter_problems(desk.actor(desk.wen), ["甲"], desk.occasion(day=TODAY + dt.timedelta(days=1)))
    with pytest.raises(Refusals, match="至少写一条"):
        enter_problems(desk.actor(desk.wen), [], desk.occasion())
    assert Problem.objects.count() == 0


@pytest.mark.parametrize("who", ["jia", "wu", "xin", "far-office", "ding"])
def test_strangers_add_nothing(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        enter_problems(desk.actor(desk.everyone[who]), ["甲"], desk.occasion())


def test_from_finding_to_striking_off(desk: Desk) -> None:
    row = desk.problem()
    assert [step.key for step in engine.steps_open(row, desk.actor(desk.shen))] == [
        "assign", "measures", "progress", "finish_for", "long_term",
    ]  # fmt: skip
    row = desk.owned(row)
    assert row.finish_by == row.due_on == dt.date(2026, 5, 31)
    assert told("wu") == told("chief") == ["ledger.assigned"]
    desk.take(row, "measures", desk.wu, text="1. 换灯泡\n2. 每月巡查")
    desk.take(row, "progress", desk.wu, text="已采购。")
    row = desk.take(row, "finish", desk.wu, done_on="2026-03-02", result="已换。")
    assert told("shen") == ["ledger.finished"]
    row = desk.take(row, "check", desk.shen)
    assert (row.state, row.checked_on, row.look_back_on) == ("checked", TODAY, dt.date(2026, 9, 2))
    assert row.measures_count == 2
    assert set(Measure.objects.values_list("done_on", flat=True)) == {TODAY}
    assert row.due_on is None


def test_a_day_named_for_it_goes_before_the_norm(desk: Desk) -> None:
    row = desk.owned(finish_by="2026-04-01")
    assert row.due_on == dt.date(2026, 4, 1)
    from lvzhi.workflow.clocks import running
    from lvzhi.workflow.registry import workflow_of

    reckoning = running(workflow_of(Problem), row)
    assert reckoning is not None
    assert reckoning.due.explain() == "自2026年3月2日，期限另行确定：止于2026年4月1日（周三）。"


def test_refusals_on_the_way(desk: Desk) -> None:
    row = desk.problem()
    for answers, sentence in (
        ({}, "责任单位、责任部门或责任人"),
        ({"owner_unit": desk.civil.pk, "helper_unit": desk.civil.pk}, "不能再作协办"),
        ({"owner_unit": desk.civil.pk, "finish_by": "2026-03-01"}, "早于发现日期"),
    ):
        with pytest.raises(Refusal, match=sentence):
            desk.take(row, "assign", desk.shen, **answers)
    desk.owned(row)
    for day, sentence in (("2026-03-01", "早于问题发现日期"), ("2026-03-03", "还没有到")):
        with pytest.raises(Refusal, match=sentence):
            desk.take(row, "finish", desk.wu, done_on=day, result="x")
    with pytest.raises(Conflict):
        desk.take(row, "check", desk.shen)
    with pytest.raises(NotAllowed):
        desk.take(row, "finish", desk.geng, done_on="2026-03-02", result="x")
    with pytest.raises(NotAllowed):
        desk.take(desk.done(desk.problem("停车难")), "check", desk.wu)


def test_the_database_itself_refuses_a_problem_closed_before_it_was_found(desk: Desk) -> None:
    row = desk.problem()
    row.done_on = TODAY - dt.timedelta(days=1)
    with pytest.raises(IntegrityError), transaction.atomic(), line(system_actor("t"), "ledger.edited"):
        row.save()


def test_what_is_not_done_goes_back_with_its_ground(desk: Desk) -> None:
    row = desk.take(desk.done(), "send_back", desk.shen, ground="灯还不亮")
    assert (row.state, row.done_on, row.ground) == ("open", None, "灯还不亮")
    assert "ledger.sent_back" in told("wu")


def test_long_term_is_neither_open_nor_closed_and_can_still_be_done(desk: Desk) -> None:
    row = desk.take(desk.owned(), "long_term", desk.shen, ground="需长期巡查")
    assert (row.state, row.due_on) == ("long_term", None)
    assert desk.take(row, "finish", desk.wu, done_on="2026-03-02", result="x").state == "done"


def test_what_came_back_is_open_again_with_a_new_limit(desk: Desk) -> None:
    row = desk.struck()

    def steps() -> list[str]:
        return [step.key for step in engine.steps_open(Problem.objects.get(), desk.actor(desk.shen))]

    assert steps() == ["look_early"]
    with clock.at(dt.date(2026, 9, 2)):
        assert steps() == ["look_back"]
        row = desk.take(row, "look_back", desk.shen, verdict="returned", finding="又坏了")
        assert (row.state, row.returned, row.done_on, row.finish_by) == ("open", 1, None, dt.date(2026, 12, 1))
    assert "ledger.reopened" in told("wu")
    other = desk.struck(desk.problem("停车难"))
    assert desk.take(other, "look_early", desk.shen, verdict="holds", finding="良好").state == "checked"


def test_problems_solved_on_the_spot_are_struck_off_at_once(desk: Desk) -> None:
    actor, texts = desk.actor(desk.shen), ["路灯不亮", "停车难"]
    made = solve_at_once(actor, texts, desk.occasion(), "当场协调解决。", once="a")
    assert [row.state for row in made] == ["checked", "checked"]
    assert solve_at_once(actor, texts, desk.occasion(), "x", once="a")[0].pk == made[0].pk
    assert Problem.objects.count() == 2


def test_the_five_are_named_by_the_committee_and_may_be_required(desk: Desk) -> None:
    row = desk.owned()
    assert [fix.label for fix in five(row)] == ["定问题", "定措施", "定责任人", "定时限", "定标准"]
    assert missing(row) == ["定措施", "定责任人", "定标准"]
    set_value(system_actor("t"), desk.here, "ledger.five_needed", True, starts=dt.date(2026, 1, 1), ground="试行")
    assert norms.value("ledger.five_needed", desk.here) is True
    with pytest.raises(Refusal, match="“五定”还缺：定措施、定责任人、定标准"):
        desk.take(row, "finish", desk.wu, done_on="2026-03-02", result="x")


def test_one_cannot_write_over_what_another_changed(desk: Desk) -> None:
    row = desk.problem()
    desk.take(row, "measures", desk.shen, text="巡查")
    with pytest.raises(Conflict):
        engine.take(row, "measures", desk.actor(desk.wen), {"text": "换灯"}, version=row.version)
