"""A site visit that is an activity too: counted once here and once there, begun from either page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import reverse

from conftest import Keep
from lvzhi.activities.models import Activity
from lvzhi.activities.tests.hall import TODAY, Hall
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics import compute, registry
from lvzhi.metrics.periods import year
from lvzhi.projects import actions
from lvzhi.projects.models import Project, Visit
from lvzhi.workflow import engine

KEYS = ("projects.visits", "activities.events")


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Hall]) -> Hall:
    with clock.at(TODAY):
        return keep(Hall)


@pytest.fixture
def hall(kept: Hall, own: Callable[[Any], Any]) -> Hall:
    found: Hall = own(kept)
    return found


@pytest.fixture
def project(hall: Hall) -> Project:
    made = actions.register(
        hall.actor(hall.bai), hall.here, {"title": "冷链物流园项目", "way": "care", "kind": "service"}
    )
    return engine.take(
        made, "charge", hall.actor(hall.bai), {"leader": hall.ling.pk, "duty": "lead", "since": TODAY}
    )  # fmt: skip


def counts(hall: Hall) -> list[int]:
    return [int(compute.compute(registry.figure(key), Scope(hall.here), year(TODAY.year)).value or 0) for key in KEYS]


def detail(hall: Hall, who: Any, name: str, record: Any) -> str:
    return hall.login(who).get(reverse(name, args=[record.uid])).content.decode()


def test_begun_from_the_activity(hall: Hall, project: Project) -> None:
    activity = hall.held(held_on=TODAY - dt.timedelta(days=2))
    before = counts(hall)
    url = reverse("projects:site", args=[activity.uid])
    assert f'href="{url}"' in detail(hall, hall.bai, "activities:detail", activity)
    assert url not in detail(hall, hall.jia, "activities:detail", activity)
    client = hall.login(hall.bai)
    form = client.get(url).content.decode()
    assert ('name="went_on"' in form, "冷链物流园项目" in form) == (False, True)
    sent = {"project": project.pk, "by": "凌导", "words": "看进度", "once": "s"}
    assert client.post(url, sent)["Location"] == reverse("activities:detail", args=[activity.uid])
    client.post(url, sent)
    visit = Visit.objects.get()
    assert (visit.went_on, counts(hall)) == (TODAY - dt.timedelta(days=2), [before[0] + 1, before[1]])
    assert "冷链物流园项目" in detail(hall, hall.bai, "activities:detail", activity)
    assert activity.title in detail(hall, hall.ling, "projects:detail", project)
    again = client.post(url, sent | {"once": "t"})
    assert (again.status_code, "无须重复登记" in again.content.decode()) == (422, True)


def test_begun_from_the_project(hall: Hall, project: Project) -> None:
    activity = hall.held(held_on=TODAY - dt.timedelta(days=2))
    client = hall.login(hall.bai)
    url = reverse("projects:step", args=[project.uid, "visit"])
    assert activity.title in client.get(url).content.decode()
    sent = {"went_on": TODAY.isoformat(), "by": "凌导", "activity": str(activity.uid)}
    assert client.post(url, sent | {"version": project.version}).status_code == 302
    assert (counts(hall)[0], Activity.objects.count()) == (1, 1)
    assert activity.title in detail(hall, hall.bai, "projects:detail", project)


def test_tied_afterwards_once(hall: Hall, project: Project) -> None:
    activity = hall.held(held_on=TODAY - dt.timedelta(days=2))
    engine.take(project, "visit", hall.actor(hall.ling), {"went_on": TODAY, "by": "凌导"})
    visit = Visit.objects.get()
    url = reverse("projects:tie", args=[visit.uid])
    client = hall.login(hall.ling) if activity.title in detail(hall, hall.ling, "projects:tie", visit) else None
    client = client or hall.login(hall.bai)
    assert f'href="{url}"' in detail(hall, hall.bai, "projects:detail", project)
    assert client.post(url, {"activity": str(activity.uid)}).status_code == 302
    shown = detail(hall, hall.bai, "projects:detail", project)
    assert (activity.title in shown, url in shown) == (True, False)
    assert client.post(url, {"activity": str(activity.uid)}).status_code == 422


def test_a_voided_visit_leaves_the_activity_as_it_is(hall: Hall, project: Project) -> None:
    activity = hall.held(held_on=TODAY - dt.timedelta(days=2))
    before = counts(hall)
    client = hall.login(hall.bai)
    client.post(reverse("projects:site", args=[activity.uid]), {"project": project.pk, "by": "凌导"})
    client.post(reverse("projects:noted_void", args=["visit", Visit.objects.get().uid]), {"ground": "没有去"})
    assert counts(hall) == before
    assert "冷链物流园项目" not in detail(hall, hall.jia, "activities:detail", activity)


def test_only_who_carries_it_may(hall: Hall, project: Project) -> None:
    activity = hall.held(held_on=TODAY - dt.timedelta(days=2))
    url = reverse("projects:site", args=[activity.uid])
    answer = hall.login(hall.jia).post(url, {"project": project.pk, "by": "甲"})
    assert (answer.status_code, Visit.objects.count()) == (422, 0)
    assert hall.login(hall.far_office).get(url).status_code == 404
