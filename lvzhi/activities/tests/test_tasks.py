"""Activities point at tasks of plans: the page says when one ought to, the plan sees what was held."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import Refusal
from lvzhi.activities.models import Activity
from lvzhi.activities.tests.hall import TODAY, Hall, builder
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.metrics import compute, periods, registry
from lvzhi.plans import progress
from lvzhi.plans.models import Plan, Task
from lvzhi.plans.vocabulary import PlanState, TaskState, Way


def said(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


NOW = {"state_since": clock.as_moment(TODAY), "created_at": clock.as_moment(TODAY)}


def task_of(hall: Hall, committee: Any = None, topic: str = "老旧小区改造", **more: Any) -> Task:
    """A task of an issued plan."""
    place = committee or hall.here
    plan = Plan(
        committee=place, kind="consultation", way=Way.PARTY, year=TODAY.year, title="年度协商计划",
        state=PlanState.ISSUED, **NOW,
    )  # fmt: skip
    task = Task(committee=place, plan=plan, number=1, topic=topic, state=TaskState.OPEN, due=TODAY, **NOW, **more)
    with line(builder(), "activities.edited", subject=plan):
        plan.save()
        task.plan = plan
        task.save()
    return task


def test_a_kind_of_the_plan_says_that_it_points_at_no_task(hall: Hall) -> None:
    task = task_of(hall)
    activity = hall.draft(kind="special_consult", title="老旧小区改造专题协商会")
    client = hall.login(hall.bai)
    url = reverse("activities:detail", args=[activity.uid])
    assert "应列入年度计划" in client.get(url).content.decode()
    sent = {
        "title": activity.title, "held_on": str(TODAY), "half": "morning", "relation": "own", "audience": "committee",
        "task": str(task.pk), "version": activity.version,
    }  # fmt: skip
    client.post(reverse("activities:edit", args=[activity.uid]), sent)
    text = client.get(url).content.decode()
    assert "应列入年度计划" not in text
    assert "老旧小区改造" in text


def test_a_task_of_another_committee_is_refused(hall: Hall) -> None:
    strange = task_of(hall, hall.there)
    with pytest.raises(Refusal, match="不是本级计划的任务"):
        hall.draft(task=strange)


def test_the_plan_sees_what_was_held_and_the_figure_is_cut_by_task(hall: Hall) -> None:
    task = task_of(hall)
    held = hall.held("jia", task=task)
    planned = hall.planned("jia", task=task)
    hall.take(hall.planned("jia", task=task), "cancel", hall.bai, ground="改期")
    source = next(one for one in progress.sources() if one.key == "activities.activity")
    rows = source.rows().filter(task=task)
    assert set(rows) == {held, planned}
    assert set(rows.filter(source.counts)) == {held}
    assert set(rows.filter(source.visible(hall.actor(hall.far_member)))) == set()
    events, year = registry.figure("activities.events"), periods.year(TODAY.year)
    cut = next(one for one in compute.cuts_of(events) if one.key == "task")
    assert [value for value, _, _ in cut.choices(hall.scope, year)] == [str(task.pk)]
    assert compute.compute(events, hall.scope, year, (cut, str(task.pk))).value == 1
    assert Activity.objects.filter(task=task).count() == 3


def standing(page: Any, name: str) -> str:
    """What stands in a field of a page."""
    return " ".join(part for part in re.findall(rf'<(?:input|textarea)[^>]*name="{name}"[^>]*>[^<]*', said(page)))


def test_an_activity_is_held_for_a_task_from_its_page_and_asks_nothing_the_task_says(hall: Hall) -> None:
    wanted = task_of(hall, organ=hall.economy, form="专题协商会")
    client = hall.login(hall.tou)
    url = f"{reverse('activities:new')}?task={wanted.uid}"
    page = said(client.get(reverse("plans:task", args=[wanted.uid])))
    assert url in page
    assert "办过和在办的活动列在上面的记录里" in page
    page = client.get(url)
    assert "新建专题协商会" in said(page)  # the form of the task names the kind
    assert "老旧小区改造专题协商会" in standing(page, "title")
    assert "老旧小区改造" in standing(page, "topic")
    assert f'<option value="{wanted.pk}" selected>' in said(page)
    assert f"?kind=courtyard&amp;task={wanted.uid}" in said(client.get(f"{url}&kinds=1"))
    assert url not in said(hall.login(hall.ling).get(reverse("plans:task", args=[wanted.uid])))


def test_a_task_elsewhere_or_of_a_draft_is_no_task_to_hold_for(hall: Hall) -> None:
    client = hall.login(hall.bai)
    for wanted in ("no-uid", str(task_of(hall, hall.there).uid)):
        assert client.get(f"{reverse('activities:new')}?task={wanted}").status_code == 404
