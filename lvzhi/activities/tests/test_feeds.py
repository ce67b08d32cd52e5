"""The calendar of a phone: whose sittings stand in it, that its key is told once, and that a lost right empties it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from lvzhi.accounts import actions as accounts
from lvzhi.activities.actions import Guest, SittingGiven
from lvzhi.activities.models import Feed
from lvzhi.activities.tests.hall import TODAY, Hall, builder
from lvzhi.activities.workflow import telling

MAKE, END, MINE = "/activities/feed/make/", "/activities/feed/end/", "/activities/feed/"


def opened(hall: Hall, account: Any) -> str:
    page = hall.login(account).post(MAKE, {"once": "1"})
    assert page.status_code == 200
    return str(page.context["address"]).removeprefix("http://testserver")


def events(address: str) -> list[Any]:
    answer = Client().get(address)
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"].startswith("text/calendar")
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_ones_own_sittings_stand_in_it_with_time_and_place(hall: Hall) -> None:
    noon = SittingGiven(TODAY, starts=dt.time(9, 30), ends=dt.time(11, 0), place="三楼会议室")
    mine = hall.planned("jia", "yi", title="加装电梯院坝协商会", sittings=(noon,))
    hall.planned("yi", title="不相干的会")
    hall.draft(None, "jia", title="还没有通知的会")
    (event,) = events(opened(hall, hall.jia))
    assert str(event["SUMMARY"]) == mine.title
    assert str(event["LOCATION"]) == "三楼会议室"
    assert event.start.astimezone(dt.timezone(dt.timedelta(hours=8))).strftime("%H:%M") == "09:30"
    assert str(event["URL"]).endswith(f"/activities/{mine.uid}/")


def test_the_office_sees_what_it_keeps_and_a_cancelled_one_says_so(hall: Hall) -> None:
    hall.take(hall.planned("jia", title="要取消的会"), "cancel", hall.bai, ground="改期")
    hall.planned("yi", title="照常的会")
    found = {str(event["SUMMARY"]): str(event["STATUS"]) for event in events(opened(hall, hall.bai))}
    assert found == {"已取消：要取消的会": "CANCELLED", "照常的会": "CONFIRMED"}


def test_only_the_own_groups_sitting_stands_in_it(hall: Hall) -> None:
    sittings = (
        SittingGiven(TODAY, name="大会"),
        SittingGiven(TODAY, "afternoon", name="一组", group="一组"),
        SittingGiven(TODAY, "afternoon", name="二组", group="二组"),
    )
    guests = [Guest(person=hall.members[name].person, group=group) for name, group in (("jia", "一组"), ("yi", "二组"))]
    hall.planned(title="分组讨论", sittings=sittings, guests=guests)
    found = [str(event["SUMMARY"]) for event in events(opened(hall, hall.jia))]
    assert found == ["分组讨论（大会）", "分组讨论（一组）"]


def test_a_new_key_stops_the_old_one_and_none_is_kept(hall: Hall) -> None:
    first, second = opened(hall, hall.jia), opened(hall, hall.jia)
    assert Client().get(first).status_code == 404
    assert events(second) == []
    assert not any(row.digest in second for row in Feed.objects.all())
    assert first not in hall.login(hall.jia).get(MINE).content.decode()


@pytest.mark.parametrize("how", ["ended", "disabled"])
def test_a_feed_that_ended_or_whose_account_is_disabled_is_not_found(hall: Hall, how: str) -> None:
    address = opened(hall, hall.jia)
    if how == "ended":
        assert hall.login(hall.jia).post(END).status_code == 302
    else:
        accounts.disable(builder(), hall.jia)
    answer = Client().get(address)
    assert answer.status_code == 404
    assert "订阅地址无效或已停用" in answer.content.decode()


def test_a_day_on_which_something_falls_due_stands_in_it_without_a_title(hall: Hall) -> None:
    activity = hall.planned("jia", title="要请假的会", held_on=TODAY + dt.timedelta(days=4))
    leave = telling.ask_leave(hall.on_list(activity, "jia"), hall.actor(hall.jia), reason="work")
    found = {str(event["SUMMARY"]): event for event in events(opened(hall, hall.mi))}
    assert found["请假：审批到期"].start == leave.due_on
    assert str(found["请假：审批到期"]["URL"]).startswith("http://testserver/activities/")
    hall.take(leave, "grant", hall.mi)
    assert "请假：审批到期" not in {str(event["SUMMARY"]) for event in events(opened(hall, hall.mi))}
