"""Progress is counted from records that point at a task, or read off a figure; it is never typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.metrics import compute
from lvzhi.metrics.periods import year
from lvzhi.plans import actions, metrics, progress, queries
from lvzhi.plans.models import Task
from lvzhi.plans.tests.hall import DUE, HELPERS, TODAY, Hall
from lvzhi.plans.vocabulary import Standing


def test_a_kind_is_registered_once(helpers_count: None) -> None:
    progress.register(HELPERS)
    assert [one.key for one in progress.sources()].count("plans.helper") == 1


def standing(task: Task) -> Standing:
    return queries.progress_of([task])[task.pk].standing(TODAY)


def test_records_that_point_at_a_task_make_its_progress(hall: Hall, helpers_count: None) -> None:
    plan = hall.draft()
    idle = hall.task(plan, "还没有动")
    begun = hall.task(plan, "刚开始", helpers=[hall.housing])
    half = hall.task(plan, "一半", wanted=2, helpers=[hall.economy, hall.housing])
    done = hall.task(plan, "办成了", wanted=2, helpers=[hall.economy, hall.history])
    late = hall.task(plan, "逾期了", due=TODAY.replace(day=1))
    assert [standing(task) for task in (idle, begun, half, done, late)] == [
        Standing.WAITING, Standing.UNDERWAY, Standing.UNDERWAY, Standing.DONE, Standing.LATE,
    ]  # fmt: skip
    known = queries.progress_of([half])[half.pk]
    assert (known.counted, known.open) == (1, 1)


def test_the_records_are_one_click_away_and_kept_from_those_who_may_not_read_them(
    hall: Hall, helpers_count: None
) -> None:
    task = hall.task(hall.draft(), helpers=[hall.economy, hall.housing])
    done = queries.progress_of([task])[task.pk]
    (group,) = queries.behind(hall.actor(hall.bai), done, 10)
    assert [(line.title, line.counts) for line in group.lines] == [("区住建局", False), ("经济委员会", True)]
    (hidden,) = queries.behind(hall.actor(hall.tou), done, 10)
    assert (list(hidden.lines), hidden.hidden) == ([], 2)
    (newest,) = queries.behind(hall.actor(hall.bai), done, 1)
    assert (len(newest.lines), newest.more, newest.total) == (1, 1, 2)


def test_an_aim_is_a_figure_and_its_number_computed(hall: Hall) -> None:
    plan = hall.draft()
    task = hall.task(plan, "委员达到两名", aim_figure="people.members", aim_number=Decimal(2))
    assert (standing(task), queries.progress_of([task])[task.pk].value) == (Standing.WAITING, 0)
    from lvzhi.accounts.tests.house import START, builder
    from lvzhi.people import actions as people

    for name in ("子一", "丑二"):
        people.add_member(builder(), hall.here, hall.here.terms.get(), people.Facts(name=name), starts=START)
    assert queries.progress_of([task])[task.pk].value == 2
    assert standing(task) == Standing.DONE
    hall.task(plan, "委员达到九名", aim_figure="people.members", aim_number=Decimal(9), due=TODAY.replace(day=1))
    hall.issued(plan)
    found = compute.book((metrics.DONE, metrics.DONE_RATE, metrics.LATE), hall.scope, year(2026))
    assert [found[key].value for key in ("plans.tasks_done", "plans.tasks_done_rate", "plans.tasks_late")] == [1, 50, 1]
    evidence = compute.evidence(metrics.DONE, hall.scope, year(2026))[0]
    assert [row.topic for row, _ in evidence.lines(None)] == ["委员达到两名"]


def test_figures_count_tasks_by_the_day_they_are_due(hall: Hall, helpers_count: None) -> None:
    plan = hall.draft()
    hall.task(plan, "办成了", helpers=[hall.economy], organ=hall.economy, block="research")
    hall.task(plan, "逾期了", due=TODAY.replace(day=1), block="meeting")
    hall.task(plan, "看指标", aim_figure="people.members", aim_number=Decimal(5))
    dropped = hall.task(plan, "取消了")
    draft = hall.draft(title="还没有审定的计划")
    hall.task(draft, "不算")
    plan = hall.issued(plan)
    hall.take(Task.objects.get(pk=dropped.pk), "drop", hall.bai, ground="主席会议")

    def value(figure: object, *cuts: compute.CutValue) -> Decimal | None:
        return compute.compute(figure, hall.scope, year(2026), *cuts).value  # type: ignore[arg-type]  # any figure

    assert value(metrics.TASKS) == 3
    assert value(metrics.DONE) == 1
    assert value(metrics.LATE) == 1
    assert value(metrics.TASKS, (metrics.BLOCK, "research")) == 1
    assert value(metrics.DONE, (metrics.ORGAN, str(hall.economy.pk))) == 1
    assert value(metrics.PLANS) == 1
    rate = compute.compute(metrics.DONE_RATE, hall.scope, year(2026))
    assert (rate.numerator, rate.denominator) == (1, 3)
    rows = [row.topic for row, _ in compute.evidence(metrics.DONE, hall.scope, year(2026))[0].lines(None)]
    assert rows == ["办成了"]
    assert compute.compute(metrics.TASKS, hall.scope, year(2025)).value == 0


def test_a_record_of_any_kind_is_tied_as_evidence(hall: Hall) -> None:
    plan = hall.issued()
    task = Task.objects.get()
    other = hall.draft(title="另一计划")
    with pytest.raises(NotAllowed):
        actions.prove(task, hall.actor(hall.jia), "plans.plan", other.uid)
    actions.prove(task, hall.actor(hall.tou), "plans.plan", plan.uid)
    assert standing(task) == Standing.DONE
    assert compute.compute(metrics.DONE, hall.scope, year(2026)).value == 1
    (group,) = queries.behind(hall.actor(hall.jia), queries.progress_of([task])[task.pk], 10)
    assert [line.title for line in group.lines] == ["计划：2026年度协商计划"]
    with pytest.raises(Refusal, match="没有找到这条记录，或您无权查看"):
        actions.prove(task, hall.actor(hall.tou), "plans.plan", other.uid)


def test_a_draft_s_task_has_no_evidence_yet(hall: Hall) -> None:
    plan = hall.draft()
    task = hall.task(plan, due=DUE)
    with pytest.raises(Refusal, match="计划审定以后才能登记佐证记录"):
        actions.prove(task, hall.actor(hall.bai), "plans.plan", plan.uid)
