"""Deliberation points with what was held there, and speeches from the speaker to the figure (R3.8, R3.11)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import NotAllowed, Refusal
from lvzhi.activities.actions import consulting
from lvzhi.activities.models import Activity, Participant, Site, Speech
from lvzhi.activities.tests.hall import TODAY, Hall
from lvzhi.activities.tests.test_figures import number

DATA: dict[str, Any] = {"name": "和平里协商点", "kind": "courtyard", "opens": TODAY - dt.timedelta(days=90)}


def opened(hall: Hall, **changed: Any) -> Site:
    return consulting.keep_site(hall.actor(hall.bai), hall.here, DATA | changed)


def test_sessions_of_a_point_are_counted_from_the_activities(hall: Hall) -> None:
    used, unused = opened(hall), opened(hall, name="河畔协商点")
    hall.held("jia", site=used)
    hall.held("jia", site=used, kind="community", title="停车难社区协商会")
    hall.planned("jia", site=used)
    hall.held("jia")
    assert number(hall, "sites") == 2
    assert number(hall, "site_sessions") == 2
    assert number(hall, "sites_used") == 1
    assert number(hall, "events", site=str(used.pk)) == 2
    page = hall.login(hall.jia).get(f"/activities/sites/{used.uid}/").content.decode()
    assert "在这里开展的协商（2）" in page
    assert "停车难社区协商会" in page
    assert "还没有在这里开展协商" in hall.login(hall.jia).get(f"/activities/sites/{unused.uid}/").content.decode()


def test_a_point_is_refused_where_it_cannot_be_true(hall: Hall) -> None:
    site = opened(hall)
    with pytest.raises(Refusal, match="已有名为"):
        opened(hall)
    with pytest.raises(NotAllowed):
        consulting.keep_site(hall.actor(hall.jia), hall.here, DATA | {"name": "甲"})
    hall.held("jia", site=site)
    closing = DATA | {"closes": TODAY - dt.timedelta(days=1)}
    with pytest.raises(Refusal, match="还开展过协商活动"):
        consulting.keep_site(hall.actor(hall.bai), hall.here, closing, site)
    late = opened(hall, name="新点", opens=TODAY)
    with pytest.raises(Refusal, match="没有启用"):
        hall.draft(None, "jia", site=late, held_on=TODAY - dt.timedelta(days=3))


def test_a_point_is_opened_and_shut_on_its_pages(hall: Hall) -> None:
    office = hall.login(hall.bai)
    given = {"name": "和平里协商点", "kind": "courtyard", "opens": "2026年1月5日", "address": "和平里3号院"}
    made = office.post("/activities/sites/new/", given)
    site = Site.objects.get()
    assert made.url == f"/activities/sites/{site.uid}/"
    wrong = office.post(f"/activities/sites/{site.uid}/edit/", given | {"closes": "2025-12-01"})
    assert (wrong.status_code, "早于启用日期" in wrong.content.decode()) == (422, True)
    office.post(f"/activities/sites/{site.uid}/edit/", given | {"closes": "2026-02-28"})
    assert "已停用" in office.get("/activities/sites/").content.decode()
    assert hall.login(hall.far_member).get(f"/activities/sites/{site.uid}/").status_code == 404


def test_the_list_of_points_costs_the_same_at_five_and_fifty(hall: Hall) -> None:
    office = hall.login(hall.bai)
    office.get("/activities/sites/")
    counts = []
    for upto in (5, 50):
        for place in range(Site.objects.count(), upto):
            opened(hall, name=f"第{place}协商点")
        with CaptureQueriesContext(connection) as asked:
            office.get("/activities/sites/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_speaker_hands_in_the_own_speech_and_nobody_elses(hall: Hall) -> None:
    activity = hall.planned("jia", "yi")
    page = f"/activities/{activity.uid}/speech/"
    jia = hall.login(hall.jia)
    assert "提交我的发言" in jia.get(page).content.decode()
    jia.post(page, {"title": "加装电梯的三点建议", "text": "一、明确牵头部门。", "form": "oral"})
    speech = Speech.objects.get()
    assert (speech.name, speech.number, speech.person) == ("甲文", 1, hall.members["jia"].person)
    assert hall.on_list(activity, "jia").role == "speak"
    assert hall.login(hall.yi).get(f"/activities/speeches/{speech.uid}/edit/").status_code == 403
    assert hall.login(hall.bing).get(page).status_code == 403
    shown = hall.login(hall.yi).get(f"/activities/speeches/{speech.uid}/").content.decode()
    assert "明确牵头部门" in shown


def test_speeches_stand_in_order_and_are_counted_once_held(hall: Hall) -> None:
    activity: Activity = hall.planned("jia", "yi")
    keeper = hall.actor(hall.bai)
    person = hall.members["yi"].person
    consulting.note_speech(keeper, activity, {"person": person, "title": "第二"})
    consulting.note_speech(keeper, activity, {"name": "周局长", "body": "区住建局", "title": "部门回应"})
    consulting.note_speech(keeper, activity, {"name": "居民代表", "title": "书面", "form": "written"})
    assert number(hall, "speeches") == 0
    hall.take(activity, "hold", hall.bai)
    assert (number(hall, "speeches"), number(hall, "speakers")) == (3, 1)
    page = hall.login(hall.ling).get(f"/activities/{activity.uid}/").content.decode()
    assert page.index("第二") < page.index("部门回应") < page.index("书面")
    with pytest.raises(Refusal, match="请选择发言人"):
        consulting.note_speech(keeper, activity, {"title": "无人"})
    speech = Speech.objects.get(title="书面")
    hall.login(hall.bai).post(f"/activities/speeches/{speech.uid}/void/", {"ground": "重复登记"})
    assert number(hall, "speeches") == 2
    hall.take(activity, "close", hall.bai)
    with pytest.raises(Refusal, match="不能再登记或修改发言"):
        consulting.note_speech(keeper, activity, {"person": person, "title": "迟交"})


def test_quick_entry_takes_the_place_from_the_point(hall: Hall) -> None:
    site = opened(hall)
    data = {"kind": "courtyard", "held_on": "2026-03-02", "half": "morning", "title": "楼道照明", "site": str(site.pk)}
    office = hall.login(hall.bai)
    assert office.post("/activities/quick/deliberation/", data).status_code == 302
    made = Activity.objects.get(title="楼道照明")
    assert (made.site, made.places.get().name) == (site, "和平里协商点")
    assert Participant.objects.filter(activity=made).count() <= 1
