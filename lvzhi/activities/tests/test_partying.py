"""Temporary Party organs of a plenary: founded by the office for its days, one secretary, Party members alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.activities.actions import partying
from lvzhi.activities.models import Activity, SessionSeat
from lvzhi.activities.tests.hall import START, TODAY, Hall, builder
from lvzhi.people.actions import affiliate


def session(hall: Hall) -> Activity:
    for name in ("jia", "yi", "zhu"):
        affiliate(builder(), hall.members[name].person, hall.here, "cpc", starts=START)
    held = {"held_on": TODAY + dt.timedelta(days=9), "ends_on": TODAY + dt.timedelta(days=11)}
    return hall.planned("jia", "yi", "bing", kind="plenary", title="十届三次会议", **held)


def founded(hall: Hall, activity: Activity, name: str = "临时党委", kind: str = "committee", **more: Any) -> Any:
    return partying.found_party(hall.actor(hall.bai), activity, {"kind": kind, "name": name} | more)


def persons(hall: Hall, *names: str) -> list[Any]:
    return [hall.members[name].person for name in names]


def test_a_committee_and_a_branch_for_the_days_of_the_session(hall: Hall) -> None:
    activity = session(hall)
    client, address = hall.login(hall.bai), f"/activities/{activity.uid}/parties/"
    client.post(address, {"kind": "committee", "name": "临时党委"})
    above = activity.parties.get()
    assert (above.starts, above.ends) == (activity.held_on, activity.ends_on)
    branch = founded(hall, activity, "第一组临时党支部", "branch", above=above)
    partying.seat(above, hall.actor(hall.bai), persons(hall, "zhu"), "secretary")
    page = client.post(
        f"/activities/parties/{branch.uid}/seat/",
        {"people": [str(one.pk) for one in persons(hall, "jia", "yi")], "seat": "member"}, follow=True,
    ).content.decode()  # fmt: skip
    for words in ("临时党委（1）", "第一组临时党支部（2）", "上级：临时党委", "朱席", "甲文"):
        assert words in page
    row = SessionSeat.objects.get(person=hall.members["yi"].person)
    assert "乙明已移出" in client.post(f"/activities/parties/seats/{row.uid}/leave/", follow=True).content.decode()
    assert "第一组临时党支部（1）" in hall.login(hall.jia).get(address).content.decode()
    assert "第一组临时党支部" in hall.login(hall.jia).get(f"/activities/{activity.uid}/").content.decode()


def test_what_is_refused(hall: Hall) -> None:
    activity = session(hall)
    party = founded(hall, activity)
    office = hall.actor(hall.bai)
    partying.seat(party, office, persons(hall, "zhu"), "secretary")
    for whom, seat, words in (
        (("bing",), "member", "没有登记为中共党员"), (("zhu",), "member", "已在"),
        (("jia",), "secretary", "书记只有一名"), ((), "member", "选择人员"),
    ):  # fmt: skip
        with pytest.raises(Refusal, match=words):
            partying.seat(party, office, persons(hall, *whom), seat)
    with pytest.raises(Refusal, match="已有名为"):
        founded(hall, activity)
    with pytest.raises(Refusal, match="起止日期"):
        founded(hall, activity, "又一个", starts=activity.ends_on, ends=activity.held_on)
    with pytest.raises(Refusal, match="不是全体会议"):
        founded(hall, hall.planned("jia"))
    with pytest.raises(Refusal, match="已取消"):
        founded(hall, hall.take(session_of(hall), "cancel", hall.bai, ground="改期"), "又一个")


def session_of(hall: Hall) -> Activity:
    return hall.planned("jia", kind="plenary", title="十届四次会议")


def test_only_the_office_founds_and_seats(hall: Hall) -> None:
    activity = session(hall)
    party = founded(hall, activity)
    for account in (hall.jia, hall.ling, hall.tou):
        with pytest.raises(NotAllowed):
            partying.found_party(hall.actor(account), activity, {"kind": "branch", "name": "支部"})
        client = hall.login(account)
        assert (
            client.post(f"/activities/{activity.uid}/parties/", {"kind": "branch", "name": "支部"}).status_code == 403
        )
        assert client.get(f"/activities/parties/{party.uid}/seat/").status_code == 403
    assert hall.login(hall.far_office).get(f"/activities/{activity.uid}/parties/").status_code == 404
