"""The meter measures: a form that asks for what is held is caught, a prefill taken away too, and a new fact is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.db import connection

from lvzhi.activities.forms.steps import HoldForm
from lvzhi.activities.models import Activity
from lvzhi.activities.views import editing
from lvzhi.deadlines import clock
from lvzhi.plans import actions as plans
from lvzhi.plans.models import Task
from lvzhi.workflow import engine
from tests.year.district import NEW_YEAR, Cast, District, builder, newest, opened
from tests.year.roles import Year

TOPIC = "楼道堆物清理"


@pytest.fixture
def stage(db: None) -> Iterator[tuple[District, Year, Cast]]:
    """A district with one task of a plan in force."""
    district, year, cast = opened()
    with connection.execute_wrapper(year.snapshot.watch), clock.at(NEW_YEAR):
        plan = plans.begin_plan(builder(), district.here, {"kind": "practical", "year": 2026, "title": "办实事清单"})
        plans.add_task(plan, builder(), {
            "topic": TOPIC, "form": "院坝协商", "organ": district.economy, "due": dt.date(2026, 5, 29), "wanted": 1,
        })  # fmt: skip
        engine.take(plan, "settle", builder(), {"body": "秘书长会议", "held_on": "2026-01-05"})
        yield district, year, cast


def arrange(district: District, year: Year, cast: Cast) -> Activity:
    """An activity from the task's page, every answer given whether it stands there or not."""
    wanted = Task.objects.get(topic=TOPIC)
    with year.on(2, 3, "arranged"):
        page = cast.economist.press(cast.economist.look("plans:task", wanted), "举办活动")
        cast.economist.fill(page, {
            "title": f"{TOPIC}院坝协商", "topic": TOPIC, "task": wanted, "organ": district.economy,
            "held_on": dt.date(2026, 2, 5), "venue": "三号楼前",
        }, about=[wanted])  # fmt: skip
    made: Activity = newest(Activity)
    return made


def caught(year: Year) -> set[str]:
    """Which controls asked twice."""
    return {one.control for one in year.meter.twice}


def test_what_the_task_says_stands_in_the_form_and_the_rest_is_asked_once(stage: Any) -> None:
    district, year, cast = stage
    arrange(district, year, cast)
    count = year.meter.counts["经济委负责人"]
    assert (count.asked, count.twice) == (2, 0)  # the day and the place
    assert count.prefilled >= 4


def test_a_prefill_taken_away_is_caught(stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    district, year, cast = stage
    monkeypatch.setattr(editing, "known_of", lambda kind, task, campaign: {})
    arrange(district, year, cast)
    assert {"topic", "task"} <= caught(year)


def test_a_form_that_asks_for_a_held_value_is_caught(stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    district, year, cast = stage
    made = arrange(district, year, cast)
    monkeypatch.setitem(HoldForm.base_fields, "theme", forms.CharField(label="本次主题"))
    monkeypatch.setitem(HoldForm.base_fields, "met_on", forms.DateField(label="哪一天"))
    with year.on(2, 5, "held"):
        cast.economist.does("activities:step", "activity", made, "hold", answers={
            "summary": "当场清走两车。", "theme": TOPIC, "met_on": made.held_on,
        })  # fmt: skip
    assert caught(year) == {"theme", "met_on"}
    assert "Activity.topic" in year.meter.report()
