"""The way of a plan: steps from states, milestones, opinions, refusals; tasks carried over, dropped, explained."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.queries import history
from lvzhi.messages.models import Message
from lvzhi.plans import actions, queries
from lvzhi.plans.models import Milestone, Opinion, Plan, Task
from lvzhi.plans.tests.hall import DUE, TODAY, Hall
from lvzhi.plans.vocabulary import Standing, Taken

TOMORROW = TODAY + dt.timedelta(days=1)
LATER = dt.date(2026, 11, 2)


def told(account: Any) -> set[str]:
    return set(Message.objects.filter(account=account).values_list("code", flat=True))


def test_a_consultation_plan_goes_up_to_the_party_committee_and_is_issued(hall: Hall) -> None:
    plan = hall.issued()
    assert (plan.state, plan.document_no, plan.approved_on) == ("issued", "政协发〔2026〕5号", TODAY)
    assert list(Milestone.objects.filter(plan=plan).values_list("kind", "body", "number")) == [
        ("opinions", "各专委会", ""),
        ("proposed", "", ""),
        ("passed", "第十次主席会议", ""),
        ("submitted", "中共区委", "请〔2026〕3号"),
        ("approved", "区委常委会第五次会议", "委〔2026〕8号"),
        ("issued", "", "政协发〔2026〕5号"),
    ]
    sentences = [one.sentence for one in history("plans.plan", plan.uid)]
    assert "区委常委会第五次会议审定，委〔2026〕8号" in sentences
    assert "起草年度协商计划（2026年）" in sentences
    assert {"plans.opinions_asked", "plans.issued"} <= told(hall.tou)


def test_an_inspection_plan_ends_with_the_chairmen_and_a_list_with_the_office(hall: Hall) -> None:
    inspection = hall.draft(kind="inspection", title="年度视察计划")
    hall.task(inspection)
    plan = hall.take(inspection, "propose", hall.bai)
    plan = hall.take(plan, "pass_chairmen", hall.bai, body="第三次主席会议", held_on=TODAY)
    assert (plan.state, plan.approved_on) == ("approved", TODAY)
    practical = hall.draft(kind="practical", title="办实事清单")
    hall.task(practical)
    with pytest.raises(NotAllowed):
        hall.take(practical, "propose", hall.bai)
    assert hall.take(practical, "settle", hall.bai, body="机关办公会", held_on=TODAY).state == "approved"


def test_opinions_are_given_by_those_inside_and_answered_one_by_one(hall: Hall) -> None:
    plan = hall.opened()
    assert plan.due_on == dt.date(2026, 3, 16)  # ten working days
    hall.take(plan, "opine", hall.jia, text="建议增加养老议题。")
    hall.take(plan, "opine", hall.bai, text="建议合并第二、三项。", giver="区民革")
    with pytest.raises(NotAllowed):
        hall.take(plan, "opine", hall.far_member, text="外区意见")
    rows = list(Opinion.objects.order_by("id"))
    assert [(row.giver, row.account_id) for row in rows] == [("甲文", hall.jia.pk), ("区民革", None)]
    with pytest.raises(Refusal, match="还有2条意见没有处理"):
        hall.take(plan, "propose", hall.bai)
    actions.take_opinion(rows[0], hall.actor(hall.bai), taken=Taken.WHOLLY, answer="已列入。")
    actions.take_opinion(rows[1], hall.actor(hall.bai), taken=Taken.NOT, answer="两项对象不同。")
    with pytest.raises(NotAllowed):
        actions.take_opinion(rows[1], hall.actor(hall.jia), taken=Taken.WHOLLY)
    assert hall.take(plan, "propose", hall.bai).state == "chairmen"


def test_what_a_kind_asks_for_is_held_to(hall: Hall) -> None:
    plan = hall.draft()
    with pytest.raises(Refusal, match="还没有列出任务"):
        hall.take(plan, "gather", hall.bai, body="各专委会")
    hall.task(plan)
    with pytest.raises(Refusal, match="须先征求意见"):
        hall.take(plan, "propose", hall.bai)
    with pytest.raises(Refusal, match="截止日期2026年3月2日不在今天之后"):
        hall.take(plan, "gather", hall.bai, body="各专委会", until=TODAY)


def test_days_run_forward(hall: Hall) -> None:
    plan = hall.take(hall.opened(), "propose", hall.bai)
    with pytest.raises(Refusal, match="日期2026年3月3日在今天之后"):
        hall.take(plan, "pass_chairmen", hall.bai, body="会议", held_on=TOMORROW)
    before = TODAY - dt.timedelta(days=1)
    with pytest.raises(Refusal, match="日期2026年3月1日早于上一环节“(征求意见|提请主席会议审议)”的2026年3月2日"):
        hall.take(plan, "pass_chairmen", hall.bai, body="会议", held_on=before)


def test_a_plan_sent_back_is_changed_and_goes_up_again(hall: Hall) -> None:
    plan = hall.take(hall.opened(), "propose", hall.bai)
    with pytest.raises(Refusal, match="“待主席会议审议”后不能直接增减任务"):
        hall.task(plan, "新任务")
    plan = hall.take(plan, "send_back", hall.bai, body="主席会议", words="补充民生议题。")
    hall.task(plan, "社区养老")
    assert hall.take(plan, "propose", hall.bai).state == "chairmen"


def test_a_number_belongs_to_one_plan(hall: Hall) -> None:
    hall.issued()
    second = hall.approved(hall.draft(title="补充协商计划"))
    with pytest.raises(Refusal, match="文号“政协发〔2026〕5号”已用于《年度协商计划》"):
        hall.take(second, "issue", hall.bai, number="政协发〔2026〕5号", held_on=TODAY)


def test_a_title_once_a_year(hall: Hall) -> None:
    hall.draft()
    with pytest.raises(Refusal, match="2026年已有名为“年度协商计划”的计划"):
        hall.draft()
    assert hall.draft(year=2027).year == 2027


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"topic": " "}, "请填写任务（课题）。"),
        ({"due": None}, "请填写完成时限。"),
        ({"due": dt.date(2027, 1, 5)}, "完成时限2027年1月5日不在2026年之内"),
        ({"starts": dt.date(2026, 10, 1)}, "开始日期2026年10月1日晚于完成时限2026年9月30日"),
        ({"number": 1}, "序号1已用于“第一项”"),
        ({"aim_figure": "proposals.received"}, "目标指标和目标值要一起填写"),
        ({"aim_figure": "plans.tasks", "aim_number": 3}, "“计划任务”是计划本身的指标"),
        ({"aim_figure": "no.such", "aim_number": 3}, "没有“no.such”这项指标"),
        ({"wanted": 0}, "“须有几项记录”应为1至9999的整数"),
        ({"block": "nowhere"}, "“nowhere”不在"),
    ],
)
def test_a_task_is_held_to_what_a_task_must_be(hall: Hall, changed: dict[str, Any], sentence: str) -> None:
    plan = hall.draft()
    hall.task(plan, "第一项")
    with pytest.raises(Refusal) as caught:
        hall.task(plan, **({"topic": "第二项"} | changed))
    assert sentence in caught.value.sentence
    assert Task.objects.count() == 1


def test_after_approval_a_task_is_adjusted_by_the_office_with_a_ground(hall: Hall) -> None:
    plan = hall.issued(hall.draft(organ=hall.economy))
    task = Task.objects.get()
    with pytest.raises(Refusal, match="调整任务须写明依据"):
        actions.change_task(task, hall.actor(hall.bai), {"due": dt.date(2026, 12, 1)})
    with pytest.raises(NotAllowed):
        actions.change_task(task, hall.actor(hall.tou), {"due": dt.date(2026, 12, 1)}, ground="会议")
    actions.change_task(
        task, hall.actor(hall.bai), {"due": dt.date(2026, 12, 1)}, ground="第十二次主席会议", version=task.version
    )
    with pytest.raises(Conflict):
        actions.change_task(task, hall.actor(hall.bai), {"person": "张"}, ground="会", version=task.version)
    assert Milestone.objects.filter(plan=plan, kind="adjusted").get().words == "1：第十二次主席会议"
    more = actions.add_task(plan, hall.actor(hall.bai), {"topic": "增加一项", "due": DUE}, ground="区委要求")
    assert more.number == 2


def test_what_is_not_done_is_explained_carried_over_or_dropped(hall: Hall, helpers_count: None) -> None:
    plan = hall.issued()
    first = Task.objects.get()
    second = actions.add_task(
        plan, hall.actor(hall.bai), {"topic": "已有成果", "due": DUE, "helpers": [hall.history]}, ground="会议"
    )
    third = actions.add_task(plan, hall.actor(hall.bai), {"topic": "不再需要", "due": DUE}, ground="会议")
    with pytest.raises(NotAllowed):
        hall.take(first, "explain", hall.tou, note="还没到期")
    with clock.at(LATER):
        assert queries.progress_of([first])[first.pk].standing(LATER) == Standing.LATE
        first = hall.take(first, "explain", hall.tou, note="等待上级政策。")
        assert (first.late_note, first.late_noted_by) == ("等待上级政策。", "头经")
        with pytest.raises(Refusal, match="“已有成果”没有逾期"):
            hall.take(second, "explain", hall.bai, note="x")
        with pytest.raises(Refusal, match=r"还有2项任务没有完成（1、3）"):
            hall.take(plan, "close", hall.bai)
        third = hall.take(third, "drop", hall.bai, ground="第十五次主席会议")
        with pytest.raises(Refusal, match="“已有成果”已经完成，不能取消"):
            hall.take(second, "drop", hall.bai, ground="x")
        target = hall.draft(year=2027)
        plan = hall.take(plan, "carry", hall.bai, plan=target.pk, ground="下年继续")
        moved = Task.objects.get(plan=target)
        assert (moved.topic, moved.due, moved.carried_from_id) == (first.topic, DUE.replace(year=2027), first.pk)
        assert Task.objects.get(pk=first.pk).state == "carried"
        plan = hall.take(plan, "close", hall.bai, summary="完成一项。")
        assert plan.state == "closed"
        assert "归档，1/3项任务完成" in [one.sentence for one in history("plans.plan", plan.uid)]
        with pytest.raises(Refusal, match="已归档，任务不能再改"):
            actions.add_task(plan, hall.actor(hall.bai), {"topic": "x", "due": DUE}, ground="x")


def test_a_task_goes_only_into_a_later_plan_still_shaped(hall: Hall) -> None:
    hall.issued()
    task = Task.objects.get()
    same_year = hall.draft(title="补充计划")
    with pytest.raises(Refusal):
        hall.take(task, "carry", hall.bai, plan=same_year.pk, ground="x")


def test_a_task_taken_out_while_shaping_leaves_its_number(hall: Hall) -> None:
    plan = hall.draft()
    task = hall.task(plan, "第一项")
    actions.remove_task(task, hall.actor(hall.bai))
    assert [one.topic for one in queries.tasks_of(Plan.objects.get(pk=plan.pk))] == []
    assert hall.task(plan, "新的第一项", number=1).number == 1
