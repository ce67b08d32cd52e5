"""Pages as people open them: who sees what, entering, inviting, noting, correcting, asking for leave."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.activities import actions
from lvzhi.activities.actions import SittingGiven, attending
from lvzhi.activities.models import Activity, Attendance, Leave, Participant
from lvzhi.activities.tests.hall import COURTYARD, START, TODAY, Hall, builder
from lvzhi.activities.vocabulary import Presence, State
from lvzhi.deadlines import clock
from lvzhi.directory import actions as directory
from lvzhi.messages.models import Message

FRIDAY = TODAY + dt.timedelta(days=4)
FORM = {"title": "走访委员企业", "held_on": "2026-03-02", "half": "morning", "relation": "own", "audience": "committee"}


def detail(activity: Activity) -> str:
    return reverse("activities:detail", args=[activity.uid])


def said(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def step(activity: Any, key: str, kind: str = "activity") -> str:
    return reverse("activities:step", args=[kind, activity.uid, key])


def test_entering_by_kind_asks_what_the_family_asks(hall: Hall) -> None:
    client = hall.login(hall.bai)
    assert "院坝协商" in said(client.get(reverse("activities:new")))
    visit = said(client.get(reverse("activities:new") + "?kind=enterprise_visit"))
    meeting = said(client.get(reverse("activities:new") + "?kind=friday"))
    assert 'name="spots"' in visit
    assert 'name="spots"' not in meeting
    factory = directory.add(builder(), hall.here, kind="enterprise", name="精工公司", starts=START)
    sent = FORM | {"units": [str(factory.pk)], "spots": "夜市\n早市", "spot_role": "site", "once": "1"}
    answer = client.post(reverse("activities:new") + "?kind=enterprise_visit", sent)
    activity = Activity.objects.get()
    assert answer["Location"] == reverse("activities:guests", args=[activity.uid])
    assert [(row.name, row.role) for row in activity.places.order_by("number")] == [
        ("精工公司", "enterprise"), ("夜市", "site"), ("早市", "site"),
    ]  # fmt: skip
    client.post(reverse("activities:new") + "?kind=enterprise_visit", sent)
    assert Activity.objects.count() == 1


def test_bad_input_stands_on_its_field(hall: Hall) -> None:
    answer = hall.login(hall.bai).post(
        reverse("activities:new") + "?kind=friday", FORM | {"title": "", "ends_on": "2026-02-30"}
    )
    assert answer.status_code == 422
    assert not Activity.objects.exists()


def test_an_organs_head_enters_for_the_organ_alone(hall: Hall) -> None:
    client = hall.login(hall.tou)
    answer = client.post(reverse("activities:new") + "?kind=courtyard", FORM | {"organ": str(hall.history.pk)})
    assert answer.status_code == 422
    client.post(reverse("activities:new") + "?kind=courtyard", FORM | {"organ": str(hall.economy.pk)})
    assert Activity.objects.get().organ == hall.economy
    assert hall.login(hall.jia).get(reverse("activities:new")).status_code == 403


def test_inviting_groups_people_and_outsiders(hall: Hall) -> None:
    activity = hall.draft()
    client = hall.login(hall.bai)
    url = reverse("activities:guests", args=[activity.uid])
    client.post(url, {"do": "groups", "groups": ["members", "staff"], "role": "attend"})
    assert Participant.objects.count() == 5
    answer = client.post(url, {"do": "people", "people": [hall.members["jia"].person.pk], "role": "host"}, follow=True)
    assert "已在名单中" in said(answer)
    client.post(url, {"do": "outsider", "name": "周教授", "body": "海州学院", "role": "expert"})
    assert Participant.objects.get(name="周教授").capacity == "outside"
    found = client.get(reverse("activities:pick"), {"q": "jw"})
    assert "甲文" in said(found)
    organ = {"do": "groups", "groups": [f"organ:{hall.economy.pk}"], "role": "attend"}
    assert "另有1人已在名单中" in said(client.post(url, organ, follow=True))


def test_the_notice_goes_out_and_is_read_by_opening(hall: Hall) -> None:
    activity = hall.draft(None, "jia", "yi", held_on=FRIDAY)
    office, member = hall.login(hall.bai), hall.login(hall.jia)
    assert member.get(detail(activity)).status_code == 404
    office.post(step(activity, "notify"), {"notice": "请准时", "version": activity.version})
    assert "已送达2人，已读0人" in said(office.get(detail(activity)))
    assert "院坝协商“加装电梯院坝协商会”：2026年3月6日 上午" in Message.objects.get(account=hall.jia).sentence
    assert "请准时" in said(member.get(detail(activity)))
    text = said(office.get(detail(activity)))
    assert "已读1人" in text
    assert "乙明" in text
    office.post(step(activity, "remind"), {})
    assert Message.objects.filter(code="activities.reminder").get().account == hall.yi


def test_a_changed_time_is_told(hall: Hall) -> None:
    activity = hall.planned("jia", held_on=FRIDAY)
    url = reverse("activities:edit", args=[activity.uid])
    sent = FORM | {"title": activity.title, "held_on": "2026-03-07", "version": activity.version}
    hall.login(hall.bai).post(url, sent)
    assert "3月7日" in Message.objects.get(code="activities.changed").sentence
    stale = hall.login(hall.mi).post(url, sent | {"held_on": "2026-03-08"})
    assert stale.status_code == 422
    assert "已由他人修改" in said(stale)


def test_members_see_counts_and_their_own_line_only(hall: Hall) -> None:
    activity = hall.held("jia", "yi")
    attending.note_all_but(
        hall.sitting(activity), hall.actor(hall.bai), {hall.on_list(activity, "yi").pk: Presence.ABSENT}
    )
    own = said(hall.login(hall.jia).get(detail(activity)))
    assert "我的参加情况" in own
    assert "出席登记" not in own
    sheet = reverse("activities:attendance", args=[activity.uid])
    assert hall.login(hall.jia).get(sheet).status_code == 403
    assert hall.login(hall.far_office).get(sheet).status_code == 404
    assert "乙明" in said(hall.login(hall.ling).get(sheet))


def test_noting_by_tapping_then_all_the_others(hall: Hall) -> None:
    activity = hall.planned("jia", "yi", "bing")
    client = hall.login(hall.bai)
    url = reverse("activities:attendance", args=[activity.uid])
    jia = hall.on_list(activity, "jia")
    client.post(url, {"do": "some", f"p-{jia.pk}": "late", "proof": "clerk"})
    assert Attendance.objects.get().presence == "late"
    yi = hall.on_list(activity, "yi")
    client.post(url, {"do": "quick", f"p-{yi.pk}": "absent"})
    assert {row.participant.name: row.presence for row in Attendance.objects.all()} == {
        "甲文": "late", "乙明": "absent", "丙成": "present",
    }  # fmt: skip
    answer = client.post(url, {"do": "admit", "name": "王大爷", "body": "居民"}, follow=True)
    assert "未邀到场" in said(answer)


def test_correcting_is_another_persons(hall: Hall) -> None:
    activity = hall.held("jia")
    attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {})
    url = reverse("activities:correct", args=[Attendance.objects.get().uid])
    sent = {"presence": "left_early", "ground": "提前离场"}
    assert hall.login(hall.bai).post(url, sent).status_code == 403
    answer = hall.login(hall.mi).post(url, sent, follow=True)
    assert "提前离场" in said(answer)
    assert hall.login(hall.jia).get(url).status_code == 403


def test_a_member_asks_for_leave_and_hears_of_it(hall: Hall) -> None:
    activity = hall.planned("jia", held_on=FRIDAY)
    member = hall.login(hall.jia)
    row = hall.on_list(activity, "jia")
    url = reverse("activities:ask_leave", args=[row.uid])
    assert url in said(member.get(detail(activity)))
    member.post(url, {"reason": "illness", "text": "发烧", "once": "a"})
    member.post(url, {"reason": "illness", "text": "发烧", "once": "a"})
    leave = Leave.objects.get()
    assert "请假" in said(hall.login(hall.mi).get(reverse("desk:home")))
    hall.login(hall.mi).post(step(leave, "grant", "leave"), {"version": leave.version})
    assert "已准假" in said(member.get(detail(activity)))
    assert hall.login(hall.yi).get(url).status_code == 403
    assert hall.login(hall.yi).get(step(leave, "grant", "leave")).status_code == 404


def test_two_sittings_at_once_are_pointed_out(hall: Hall) -> None:
    first, second = hall.planned("jia"), hall.planned("jia", title="同时的会")
    for one in (first, second):
        attending.note_all_but(hall.sitting(one), hall.actor(hall.bai), {})
    text = said(hall.login(hall.bai).get(reverse("activities:attendance", args=[first.uid])))
    assert "同一时间另有活动" in text
    assert "两处都登记为到会" in text
    evening = hall.planned("jia", sittings=[SittingGiven(TODAY, "evening")])
    text = said(hall.login(hall.bai).get(reverse("activities:attendance", args=[evening.uid])))
    assert "同一时间另有活动" not in text


@pytest.mark.parametrize("name", ["guests", "attendance"])
def test_a_clash_with_an_activity_one_may_not_open_names_it_not(hall: Hall, name: str) -> None:
    here = hall.planned("jia", "far-member")
    given = COURTYARD | {"title": "邻县不公开的会", "organ": None}
    there = actions.begin(hall.actor(hall.far_office), hall.there, given, guests=hall.guests("far-member"))
    hall.take(there, "notify", hall.far_office)
    text = said(hall.login(hall.bai).get(reverse(f"activities:{name}", args=[here.uid])))
    assert "同一时间另有活动" in text
    assert "江员：另有安排" in text
    assert "邻县不公开的会" not in text
    assert str(there.uid) not in text
    theirs = reverse(f"activities:{name}", args=[there.uid])
    assert here.title not in said(hall.login(hall.far_office).get(theirs))


def test_cancelled_after_sign_in_says_so(hall: Hall) -> None:
    activity = hall.planned("jia")
    attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {})
    hall.take(activity, "cancel", hall.bai, ground="停电")
    text = said(hall.login(hall.bai).get(detail(activity)))
    assert "活动已取消，不计入任何数据" in text
    assert "保留备查" in text
    assert "停电" in Message.objects.get(code="activities.cancelled").sentence


def test_entered_eleven_months_late_is_marked(hall: Hall) -> None:
    activity = hall.draft(held_on=TODAY - dt.timedelta(days=330))
    hall.take(activity, "hold", hall.bai)
    assert "补录，迟录330天" in said(hall.login(hall.bai).get(detail(activity)))
    fresh = hall.draft(held_on=TODAY - dt.timedelta(days=3))
    assert "补录" not in said(hall.login(hall.bai).get(detail(fresh)))


def test_the_quorum_is_said(hall: Hall) -> None:
    activity = hall.planned("jia", "yi", "bing", kind="standing")
    attending.note_all_but(
        hall.sitting(activity), hall.actor(hall.bai),
        {hall.on_list(activity, name).pk: Presence.ABSENT for name in ("yi", "bing")},
    )  # fmt: skip
    text = said(hall.login(hall.bai).get(detail(activity)))
    assert "未达到开会人数" in text
    assert "须有2人" in text


def test_sittings_and_agenda_are_arranged(hall: Hall) -> None:
    activity = hall.draft()
    sitting = hall.sitting(activity)
    url = reverse("activities:programme", args=[activity.uid])
    sent = {
        "s-TOTAL_FORMS": 2, "s-INITIAL_FORMS": 1, "version": activity.version,
        "s-0-key": sitting.pk, "s-0-on": "2026-03-02", "s-0-half": "morning", "s-0-agenda": "通报情况｜街道\n居民发言",
        "s-1-on": "2026-03-03", "s-1-half": "afternoon", "s-1-name": "回访",
    }  # fmt: skip
    hall.login(hall.bai).post(url, sent)
    activity.refresh_from_db()
    assert (activity.days, str(activity.ends_on)) == (2, "2026-03-03")
    assert [(item.title, item.speaker) for item in sitting.agenda.order_by("number")] == [
        ("通报情况", "街道"), ("居民发言", ""),
    ]  # fmt: skip
    sent |= {"s-0-on": "", "version": activity.version}
    hall.login(hall.bai).post(url, sent)
    assert [row.name for row in activity.sittings.all()] == ["回访"]


def test_places_keep_what_was_asked(hall: Hall) -> None:
    from lvzhi.activities.actions import PlaceGiven

    activity = hall.draft(kind="household_visit", places=[PlaceGiven("李家", "household")])
    place = activity.places.get()
    client = hall.login(hall.bai)
    sent = {
        "p-TOTAL_FORMS": 1, "p-INITIAL_FORMS": 1, "version": activity.version, "p-0-key": place.pk,
        "p-0-name": "李家", "p-0-role": "household", "p-0-asked": "屋顶漏雨",
    }  # fmt: skip
    client.post(reverse("activities:places", args=[activity.uid]), sent)
    activity.refresh_from_db()
    again = FORM | {"title": activity.title, "spots": "李家", "spot_role": "household", "version": activity.version}
    client.post(reverse("activities:edit", args=[activity.uid]), again)
    assert activity.places.get().asked == "屋顶漏雨"
    assert "屋顶漏雨" in said(client.get(detail(activity)))


def test_editing_loses_no_place_that_its_form_does_not_show(hall: Hall) -> None:
    from lvzhi.activities.actions import PlaceGiven

    given = [PlaceGiven("服务中心"), PlaceGiven("二号会场"), PlaceGiven("幸福里社区", "community", asked="盼电梯")]
    activity = hall.draft(places=given)
    sent = FORM | {"title": activity.title, "venue": "党群中心", "version": activity.version}
    hall.login(hall.bai).post(reverse("activities:edit", args=[activity.uid]), sent)
    assert [(row.name, row.asked) for row in activity.places.order_by("number")] == [
        ("党群中心", ""), ("二号会场", ""), ("幸福里社区", "盼电梯"),
    ]  # fmt: skip


def test_voiding_and_bringing_back(hall: Hall) -> None:
    activity = hall.held()
    client = hall.login(hall.bai)
    client.post(reverse("activities:void", args=[activity.uid]), {"ground": "重复"})
    assert "不计入任何数据" in said(client.get(detail(activity)))
    client.post(reverse("activities:restore", args=[activity.uid]))
    activity.refresh_from_db()
    assert activity.voided_at is None
    assert hall.login(hall.jia).get(reverse("activities:void", args=[activity.uid])).status_code == 403


def test_a_stand_in_is_named_on_its_page(hall: Hall) -> None:
    activity = hall.planned("jia", held_on=FRIDAY)
    url = reverse("activities:stand_in", args=[hall.on_list(activity, "jia").uid])
    hall.login(hall.bai).post(url, {"people": [hall.members["bing"].person.pk]})
    assert "代甲文" in said(hall.login(hall.bai).get(detail(activity)))


def test_those_without_a_login_are_told_otherwise(hall: Hall) -> None:
    from lvzhi.activities.actions import Guest

    activity = hall.planned(guests=[*hall.guests("jia"), Guest(person=hall.gan.person)], held_on=FRIDAY)
    client = hall.login(hall.bai)
    url = reverse("activities:guests", args=[activity.uid])
    assert "须另行通知" in said(client.get(url))
    client.post(reverse("activities:told", args=[activity.uid]), {"how": "电话"})
    assert "另行通知1人" in said(client.get(detail(activity)))


@pytest.mark.parametrize("name", ["activities:list"])
def test_lists_open_for_everybody(hall: Hall, name: str) -> None:
    hall.held("jia")
    for account in hall.everyone.values():
        assert hall.login(account).get(reverse(name)).status_code == 200


def test_the_list_narrows(hall: Hall) -> None:
    hall.held("jia", title="电梯协商")
    hall.held("yi", kind="friday", title="三月例会")
    client = hall.login(hall.jia)
    url = reverse("activities:list")
    assert "三月例会" in said(client.get(url))
    for query in ("?family=consultation", "?only=mine", "?q=电梯", "?until=2026-03-02&q=电梯"):
        text = said(client.get(url + query))
        assert "电梯协商" in text, query
        assert "三月例会" not in text, query
    assert "没有符合条件" in said(client.get(url + "?since=2026-04-01"))


def test_an_office_of_the_next_day_closes(hall: Hall) -> None:
    activity = hall.planned("jia", held_on=TODAY)
    client = hall.login(hall.bai)
    with clock.at(TODAY):
        client.post(step(activity, "hold"), {"summary": "形成3条意见", "version": activity.version})
    client.post(step(activity, "close"), {})
    activity.refresh_from_db()
    assert (activity.state, activity.summary) == (State.CLOSED, "形成3条意见")


def test_groups_are_named_for_those_on_the_list_too(hall: Hall) -> None:
    activity = hall.planned("jia", "yi", sittings=[SittingGiven(TODAY), SittingGiven(TODAY, "afternoon", group="一组")])
    client = hall.login(hall.bai)
    url = reverse("activities:guests", args=[activity.uid])
    client.post(url, {"do": "groups", "groups": [f"organ:{hall.economy.pk}"], "role": "attend", "group": "一组"})
    assert hall.on_list(activity, "jia").group == "一组"
    recast = reverse("activities:recast", args=[hall.on_list(activity, "yi").uid])
    client.post(recast, {"role": "speak", "group": "一组"})
    yi = hall.on_list(activity, "yi")
    assert (yi.role, yi.group, yi.counted) == ("speak", "一组", True)
    assert hall.login(hall.jia).get(recast).status_code == 403
    hall.take(hall.take(activity, "hold", hall.bai), "close", hall.bai)
    assert client.post(recast, {"role": "host", "group": ""}).status_code == 400


def test_a_late_arrival_with_its_reason(hall: Hall) -> None:
    activity = hall.planned("jia")
    jia = hall.on_list(activity, "jia")
    url = reverse("activities:attendance", args=[activity.uid])
    sent = {"do": "some", f"p-{jia.pk}": "late", f"r-{jia.pk}": "堵车", "proof": "clerk"}
    assert "堵车" in said(hall.login(hall.bai).post(url, sent, follow=True))


def test_inviting_someone_busy_is_pointed_out(hall: Hall) -> None:
    hall.planned("jia", title="先约的会")
    second = hall.draft(None, "jia")
    assert "先约的会" in said(hall.login(hall.bai).get(reverse("activities:guests", args=[second.uid])))
