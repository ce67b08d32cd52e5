"""Figures of what was held are its rows, narrowed by kind, family, topic, campaign and relation."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.activities.actions import PlaceGiven
from lvzhi.activities.models import Activity
from lvzhi.activities.tests.hall import START, TODAY, Hall, builder
from lvzhi.committee.actions import add_organ
from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, periods, registry
from lvzhi.metrics.declare import Figure

YEAR = periods.year(TODAY.year)
DAYS = [TODAY - dt.timedelta(days=back) for back in range(6)]


def figure(key: str) -> Figure:
    return registry.figure(f"activities.{key}")


def number(hall: Hall, key: str, scope: Scope | None = None, **cuts: str) -> int:
    """A figure's value, narrowed, and the rows it opens onto agree."""
    one, where = figure(key), scope or hall.scope
    chosen = [(cut, cuts[cut.key]) for cut in compute.cuts_of(one) if cut.key in cuts]
    value = int(compute.compute(one, where, YEAR, *chosen).value or 0)
    (rows,) = compute.evidence(one, where, YEAR, *chosen)
    if one.shape == "count":
        assert sum(1 for _ in rows.lines(None)) == value
    return value


def visit(hall: Hall, day: dt.date, **more: Any) -> Activity:
    names = more.pop("names", ("甲公司", "乙公司"))
    return hall.held(
        "jia", kind="enterprise_visit", title="企业大走访", held_on=day,
        places=[PlaceGiven("集合点"), *(PlaceGiven(name, role="enterprise") for name in names)], **more,
    )  # fmt: skip


def test_only_what_was_held_counts(hall: Hall) -> None:
    hall.draft(None, "jia")
    hall.planned("jia")
    hall.take(hall.planned("jia"), "cancel", hall.bai, ground="暴雨")
    hall.held("jia")
    hall.take(hall.held("jia"), "close", hall.bai)
    assert number(hall, "events") == 2
    assert number(hall, "events", Scope(hall.there)) == 0


def test_kind_family_topic_and_relation_narrow(hall: Hall) -> None:
    hall.held("jia", kind="courtyard", topic="加装电梯")
    hall.held("jia", kind="community", title="停车难社区协商会")
    hall.held("jia", kind="research", topic="加装电梯", relation="assist")
    assert number(hall, "events", family="consultation") == 2
    assert number(hall, "events", kind="courtyard", topic="加装电梯") == 1
    assert number(hall, "events", topic="停车难社区协商会") == 1  # the title where no topic was given
    assert number(hall, "events", relation="assist") == 1
    topics = {cut.key: cut for cut in compute.cuts_of(figure("events"))}["topic"].choices(hall.scope, YEAR)
    assert [value for value, _, _ in topics] == sorted(["停车难社区协商会", "加装电梯"])


def test_an_organ_counts_with_the_offices_under_it(hall: Hall) -> None:
    agency = hall.organ("agency", "海州区政协机关")
    office = add_organ(builder(), hall.here, kind="agency", name="办公室", starts=START, parent=agency)
    hall.held("jia", organ=agency)
    hall.held("jia", organ=office)
    hall.held("jia", organ=hall.economy)
    assert number(hall, "events", Scope(hall.here, organ=agency)) == 2
    assert number(hall, "events", Scope(hall.here, organ=hall.economy)) == 1


def test_days_and_beneficiaries_are_sums(hall: Hall) -> None:
    hall.held("jia", kind="study_class", held_on=DAYS[5], ends_on=DAYS[1])
    hall.held("jia", kind="public_service", beneficiaries=300)
    hall.held("jia", kind="public_service", beneficiaries=250)
    assert number(hall, "days", family="study") == 5
    assert number(hall, "beneficiaries") == 550


def test_visits_count_each_place_once_an_activity(hall: Hall) -> None:
    visit(hall, DAYS[0])
    visit(hall, DAYS[1], names=("甲公司", "丙公司", "丁公司"))
    assert number(hall, "places", place="enterprise") == 5  # the meeting point is none
    assert compute.compute(figure("places_distinct"), hall.scope, YEAR).value == 4
