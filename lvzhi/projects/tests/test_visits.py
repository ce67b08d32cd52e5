"""Visits and money voided alone; what is due and what is late, and whom it waits for."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import Refusal, Refusals
from lvzhi.deadlines import clock
from lvzhi.metrics import compute
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.periods import year
from lvzhi.projects import metrics
from lvzhi.projects.metrics import pipeline
from lvzhi.projects.models import Fund, Visit
from lvzhi.projects.tests.test_pages import page
from lvzhi.projects.tests.yard import TODAY, Yard
from lvzhi.workflow.todo import todo

LATER = TODAY + dt.timedelta(days=61)
FUND = {"money": "granted", "amount": "520000", "source": "city", "got_on": TODAY, "beneficiaries": 600}


def value(yard: Yard, figure: Figure) -> Any:
    return compute.compute(figure, yard.scope, year(2026)).value


def waits(yard: Yard, account: Any) -> list[str]:
    return [one.step.key for one in todo(yard.actor(account)) if one.workflow.key == "projects.project"]


def test_a_visit_and_a_sum_are_voided_alone_and_brought_back(yard: Yard) -> None:
    project = yard.charged()
    for day in (TODAY - dt.timedelta(days=9), TODAY):
        project = yard.take(project, "visit", went_on=day, by="凌导")
    yard.take(project, "fund", **FUND)
    figures = (metrics.VISITS, metrics.GRANTS, metrics.BENEFICIARIES)
    assert [value(yard, one) for one in figures] == [2, 1, 600]
    visit, fund = Visit.objects.get(went_on=TODAY), Fund.objects.get()
    leader, office = yard.login(yard.ling), yard.login(yard.bai)
    void = {
        kind: reverse("projects:noted_void", args=[kind, row.uid]) for kind, row in (("visit", visit), ("fund", fund))
    }
    assert (leader.get(void["visit"]).status_code, leader.get(void["fund"]).status_code) == (200, 403)
    assert leader.post(void["visit"], {"ground": ""}).status_code == 422
    leader.post(void["visit"], {"ground": "日期写错"})
    office.post(void["fund"], {"ground": "重复登记"})
    assert [value(yard, one) for one in figures] == [1, 0, 0]
    shown = page(office, "projects:detail", project.uid)
    for said in ("共1次", "日期写错", "重复登记", "520,000.00元"):
        assert said in shown
    project.refresh_from_db()
    assert project.due_on == TODAY + dt.timedelta(days=60)  # from the day the leader took it up, the visit before it
    for kind, row in (("visit", visit), ("fund", fund)):
        office.post(reverse("projects:noted_restore", args=[kind, row.uid]))
    assert [value(yard, one) for one in figures] == [2, 1, 600]


def test_notes_of_another_committee_are_not_there(yard: Yard) -> None:
    visit = yard.take(yard.charged(), "visit", went_on=TODAY, by="凌导").visits.get()
    far = yard.login(yard.far_office)
    assert far.get(reverse("projects:noted_void", args=["visit", visit.uid])).status_code == 404
    assert far.get(reverse("projects:noted_void", args=["other", visit.uid])).status_code == 404
    assert far.get(reverse("projects:tie", args=[visit.uid])).status_code == 404
    assert yard.login(yard.shen).get(reverse("projects:tie", args=[visit.uid])).status_code == 403


def test_a_project_long_not_visited_waits_for_its_leader(yard: Yard) -> None:
    project = yard.charged()
    other = yard.register(title="没有领导的项目")
    assert (waits(yard, yard.ling), other.due_on) == ([], None)
    with clock.at(LATER):
        assert waits(yard, yard.ling) == ["visit"]
        assert waits(yard, yard.bai) == []
        assert "首次督导不晚于" in page(yard.login(yard.ling), "projects:detail", project.uid)
        project = yard.take(project, "visit", yard.ling, went_on=LATER, by="凌导")
        assert waits(yard, yard.ling) == []
    charge = project.charges.get()
    with clock.at(LATER):
        project = yard.take(project, "release", charge=charge.pk, until=LATER)
    assert project.due_on is None


def test_a_planned_day_passed_says_so_and_waits(yard: Yard) -> None:
    plan = {"talks_by": TODAY + dt.timedelta(days=5), "signs_by": TODAY + dt.timedelta(days=20)}
    project = yard.charged(way="invest", **plan)
    client = yard.login(yard.bai)
    assert "节点计划" in page(client, "projects:detail", project.uid)
    assert (value(yard, pipeline.LATE), waits(yard, yard.bai)) == (0, [])
    with clock.at(TODAY + dt.timedelta(days=8)):
        client = yard.login(yard.bai)
        assert (value(yard, pipeline.LATE), waits(yard, yard.bai), waits(yard, yard.ling)) == (1, ["talk"], ["talk"])
        assert "已过3天" in page(client, "projects:detail", project.uid)
        assert project.title in page(client, "projects:list", only="late")
        project = yard.take(project, "talk")
        assert (value(yard, pipeline.LATE), waits(yard, yard.bai)) == (0, [])
        assert "晚3天" in page(client, "projects:detail", project.uid)
    with clock.at(TODAY + dt.timedelta(days=21)):
        assert (value(yard, pipeline.LATE), waits(yard, yard.ling)) == (1, ["sign"])
        project = yard.take(project, "build", on=clock.today())  # a stage passed over is not late
        assert (value(yard, pipeline.LATE), waits(yard, yard.ling)) == (0, [])


def test_a_next_step_with_a_day(yard: Yard) -> None:
    project = yard.charged()
    words = {"words": "与投资方通话", "next_words": "送用地方案", "next_on": TODAY + dt.timedelta(days=3)}
    project = yard.take(project, "note", yard.ling, **words)
    shown = page(yard.login(yard.bai), "projects:detail", project.uid)
    assert ("送用地方案" in shown, "与投资方通话" in shown) == (True, True)
    assert value(yard, metrics.VISITS) == 0  # nobody was on site
    with clock.at(TODAY + dt.timedelta(days=4)):
        assert waits(yard, yard.ling) == ["note"]
        project = yard.take(project, "drop", ground="投资方撤回")
        assert (waits(yard, yard.ling), project.next_words) == ([], "")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"next_words": "送方案"}, "请一起填写"),
        ({"next_on": TODAY}, "请一起填写"),
        ({"next_words": "送方案", "next_on": TODAY - dt.timedelta(days=1)}, "已经过去"),
        ({"words": ""}, "跟进情况"),
    ],
)
def test_a_next_step_is_whole(yard: Yard, changed: dict[str, Any], said: str) -> None:
    with pytest.raises((Refusal, Refusals), match=said):
        yard.take(yard.register(), "note", **({"words": "通话"} | changed))


def test_planned_days_follow_each_other(yard: Yard) -> None:
    with pytest.raises(Refusal, match="计划签约获批日期.*早于计划洽谈日期"):
        yard.register(talks_by=TODAY, signs_by=TODAY - dt.timedelta(days=1))
