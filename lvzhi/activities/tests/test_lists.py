"""Calendar, one's own activities, the keeper's board, absences, quick entry; and what the lists cost."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.activities.actions import attending
from lvzhi.activities.models import Activity, Attendance, Participant
from lvzhi.activities.queries import absences
from lvzhi.activities.tests.hall import START, TODAY, Hall, builder
from lvzhi.activities.vocabulary import Presence, State
from lvzhi.activities.workflow import telling
from lvzhi.directory import actions as directory
from lvzhi.files.queries import of as files_of
from lvzhi.metrics import compute, periods, registry
from lvzhi.norms.actions import set_value
from lvzhi.people import actions as people

FRIDAY = TODAY + dt.timedelta(days=4)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "a75581840000000049454e44ae426082"
)


def said(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def absent(hall: Hall, name: str, **more: Any) -> Activity:
    """A held activity that somebody missed."""
    activity = hall.held(name, "yi", **more)
    attending.note_all_but(
        hall.sitting(activity), hall.actor(hall.bai), {hall.on_list(activity, name).pk: Presence.ABSENT}
    )
    return activity


def test_the_month_shows_each_day_of_an_activity(hall: Hall) -> None:
    hall.planned("jia", title="两天的会", held_on=FRIDAY, ends_on=FRIDAY + dt.timedelta(days=1))
    hall.take(hall.planned("jia", title="不开的会", held_on=FRIDAY), "cancel", hall.bai, ground="改期")
    client = hall.login(hall.yi)
    text = said(client.get(reverse("activities:calendar")))
    assert text.count("两天的会") == 2
    assert "不开的会" not in text
    assert "2026年3月" in text
    assert "没有可以查看的活动" in said(client.get(reverse("activities:calendar") + "?m=2026-05"))
    assert "两天的会" not in said(client.get(reverse("activities:calendar") + "?only=mine"))
    assert "2026年3月" in said(client.get(reverse("activities:calendar") + "?m=nonsense"))


def test_a_closed_door_stands_in_no_strangers_month(hall: Hall) -> None:
    hall.planned("jia", kind="party_group", title="党组会")
    assert "党组会" in said(hall.login(hall.jia).get(reverse("activities:calendar")))
    assert "党组会" not in said(hall.login(hall.yi).get(reverse("activities:calendar")))


def test_mine_are_those_to_come_and_those_gone_by(hall: Hall) -> None:
    coming = hall.planned("jia", title="将开的会", held_on=FRIDAY)
    telling.ask_leave(hall.on_list(coming, "jia"), hall.actor(hall.jia), reason="work")
    past = hall.held("jia", title="开过的会", held_on=TODAY - dt.timedelta(days=3))
    attending.note_all_but(hall.sitting(past), hall.actor(hall.bai), {})
    client = hall.login(hall.jia)
    first, second = (
        said(client.get(reverse("activities:mine"))),
        said(client.get(reverse("activities:mine") + "?tab=past")),
    )
    assert "将开的会" in first
    assert "待审批" in first
    assert "开过的会" not in first
    assert "开过的会" in second
    assert "出席" in second
    assert "没有将要参加" in said(hall.login(hall.zhu).get(reverse("activities:mine")))


def test_the_board_says_what_is_missing(hall: Hall) -> None:
    hall.draft(None, "jia", title="未通知的", held_on=FRIDAY)
    hall.planned("jia", title="开过未登记的", held_on=TODAY - dt.timedelta(days=1))
    full = hall.held("jia", title="齐全的", summary="形成共识")
    attending.note_all_but(hall.sitting(full), hall.actor(hall.bai), {})
    client = hall.login(hall.bai)
    url = reverse("activities:board")
    everything = said(client.get(url))
    for words in ("未通知", "未登记举行", "未登记出席", "齐全"):
        assert words in everything
    narrowed = said(client.get(url + "?lacks=attendance"))
    assert "开过未登记的" in narrowed
    assert "齐全的" not in narrowed
    assert hall.login(hall.jia).get(url).status_code == 403
    assert "未通知的" not in said(hall.login(hall.other).get(url))


def test_absences_are_weighed_and_nobody_is_touched(hall: Hall) -> None:
    for _ in range(3):
        absent(hall, "jia", kind="plenary")
    absent(hall, "bing", kind="courtyard")
    excused = hall.planned("zhu", kind="plenary", held_on=FRIDAY)
    telling.ask_leave(hall.on_list(excused, "zhu"), hall.actor(hall.zhu), reason="illness")
    found = {one.member.person.name: one for one in absences.by_member(hall.scope, TODAY)}
    assert (found["甲文"].plenaries, found["甲文"].reached) == (3, ["plenary"])
    assert (found["丙成"].others, found["丙成"].reached) == (1, [])
    assert set(found) == {"甲文", "丙成"}
    text = said(hall.login(hall.shen).get(reverse("activities:absences")))
    assert "全会缺席达到提醒次数" in text
    assert "由人决定" in text
    assert hall.login(hall.jia).get(reverse("activities:absences")).status_code == 403
    set_value(hall.actor(hall.bai), hall.here, "activities.absences_plenary", 4, starts=TODAY, ground="规则")
    assert not absences.by_member(hall.scope, TODAY)[0].reached


def test_the_figure_of_absences_is_its_rows(hall: Hall) -> None:
    absent(hall, "jia", kind="plenary")
    absent(hall, "bing")
    one = registry.figure("activities.absences")
    year = periods.year(TODAY.year)
    assert compute.compute(one, hall.scope, year).value == 2
    kind = next(cut for cut in compute.cuts_of(one) if cut.key == "kind")
    assert compute.compute(one, hall.scope, year, (kind, "plenary")).value == 1
    (rows,) = compute.evidence(one, hall.scope, year, (kind, "plenary"))
    assert len(list(rows.lines(hall.actor(hall.bai)))) == 1


def test_a_visit_in_a_few_fields(hall: Hall) -> None:
    factory = directory.add(builder(), hall.here, kind="enterprise", name="精工公司", starts=START)
    client = hall.login(hall.bai)
    url = reverse("activities:quick_entry", args=["visit"])
    assert "了解的情况和诉求" in said(client.get(url))
    sent = {
        "kind": "enterprise_visit", "half": "morning", "held_on": "2026-03-02", "units": [str(factory.pk)],
        "spots": "早市、夜市", "people": [hall.members["jia"].person.pk], "summary": "用工难", "once": "1",
        "photos": [SimpleUploadedFile("a.png", PNG)],
    }  # fmt: skip
    client.post(url, sent)
    activity = Activity.objects.get()
    assert (activity.state, activity.title) == (State.HELD, "走访企业：精工公司、早市")
    assert [row.role for row in activity.places.order_by("number")] == ["enterprise"] * 3
    assert Attendance.objects.get().presence == Presence.PRESENT
    assert Participant.objects.get().verdict == "attended"
    assert [one.label for one in files_of("activities.activity", activity.uid)] == ["照片"]
    sent["photos"] = [SimpleUploadedFile("a.png", PNG)]
    client.post(url, sent)
    assert Activity.objects.count() == 1


def test_photos_that_are_refused_lose_nothing(hall: Hall) -> None:
    url = reverse("activities:quick_entry", args=["visit"])
    sent = {
        "kind": "household_visit", "half": "morning", "held_on": "2026-03-02", "spots": "李家",
        "photos": [SimpleUploadedFile("a.exe", b"MZ")],
    }  # fmt: skip
    answer = hall.login(hall.bai).post(url, sent, follow=True)
    assert "照片没有传上" in said(answer)
    activity = Activity.objects.get()
    assert activity.places.get().role == "household"
    assert files_of("activities.activity", activity.uid) == []


def test_an_organs_head_notes_a_deliberation(hall: Hall) -> None:
    url = reverse("activities:quick_entry", args=["deliberation"])
    sent = {
        "kind": "courtyard", "half": "afternoon", "held_on": "2026-03-01", "title": "楼道照明", "spots": "幸福里",
        "organ": str(hall.economy.pk), "beneficiaries": "40", "summary": "加装12盏灯", "more": "1",
    }  # fmt: skip
    answer = hall.login(hall.tou).post(url, sent)
    assert answer["Location"] == url
    activity = Activity.objects.get()
    assert (activity.organ, activity.beneficiaries, activity.places.get().role) == (hall.economy, 40, "community")
    assert hall.login(hall.jia).get(url).status_code == 403


def test_study_takes_whole_groups_and_a_speaker(hall: Hall) -> None:
    url = reverse("activities:quick_entry", args=["study"])
    sent = {
        "kind": "study_meeting", "half": "morning", "held_on": "2026-03-02", "title": "学习有关文件",
        "everybody": ["members", "staff"], "main": [hall.members["zhu"].person.pk],
    }  # fmt: skip
    hall.login(hall.bai).post(url, sent)
    assert Participant.objects.count() == 5
    assert Participant.objects.get(role="main").name == "朱席"
    assert set(Participant.objects.values_list("verdict", flat=True)) == {"attended"}


@pytest.mark.parametrize(
    ("sort", "changed", "words"),
    [
        ("visit", {"spots": ""}, "走访的对象"),
        ("visit", {"held_on": "2026-03-09"}, "还没有到"),
        ("visit", {"held_on": "2026-02-30"}, "2026"),
        ("study", {"title": ""}, "学习内容"),
    ],
)
def test_quick_entry_says_what_is_missing(hall: Hall, sort: str, changed: dict[str, str], words: str) -> None:
    kind = "enterprise_visit" if sort == "visit" else "study_meeting"
    sent = {"kind": kind, "half": "morning", "held_on": "2026-03-02", "spots": "甲公司", "title": "题"} | changed
    answer = hall.login(hall.bai).post(reverse("activities:quick_entry", args=[sort]), sent)
    assert answer.status_code == 422
    assert words in said(answer)
    assert not Activity.objects.exists()


def statements(do: Any) -> list[str]:
    """The statements of one request; savepoints are no trips worth counting."""
    with CaptureQueriesContext(connection) as caught:
        do()
    ignored = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "BEGIN", "COMMIT")
    return [one["sql"] for one in caught.captured_queries if not one["sql"].startswith(ignored)]


DETAIL = 14
PAGES = (
    ("bai", "activities:list"), ("jia", "activities:list"), ("jia", "activities:mine"), ("bai", "activities:board"),
    ("jia", "activities:calendar"), ("bai", "desk:home"), ("bai", "activities:absences"),
)  # fmt: skip


def test_lists_cost_the_same_at_5_and_at_30_rows(hall: Hall) -> None:
    clients = {name: hall.login(hall.everyone[name]) for name in ("bai", "jia")}
    counted: dict[tuple[str, str], list[int]] = {page: [] for page in PAGES}
    for more in (5, 25):
        for _ in range(more):
            absent(hall, "jia")
        for who, name in PAGES:
            client, url = clients[who], reverse(name)
            client.get(url)
            counted[who, name].append(len(statements(lambda client=client, url=url: client.get(url))))
    assert {page: few for page, (few, many) in counted.items() if few != many} == {}


def test_the_page_of_an_activity_costs_the_same_with_few_and_many_people(hall: Hall) -> None:
    client = hall.login(hall.bai)
    found = []
    for half, count in (("morning", 2), ("evening", 20)):
        guests = [actions_guest(one) for one in hall.plain_members(count)]
        activity = hall.held(guests=[*hall.guests("jia"), *guests], half=half)
        attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {})
        for name in ("activities:detail", "activities:attendance", "activities:guests"):
            url = reverse(name, args=[activity.uid])
            client.get(url)
            found.append(len(statements(lambda url=url: client.get(url))))
    assert found[:3] == found[3:]
    assert max(found) <= DETAIL


def actions_guest(member: Any) -> Any:
    from lvzhi.activities.actions import Guest

    return Guest(person=member.person)


def test_staff_of_rank_and_speakers_are_cuts_of_the_figure(hall: Hall) -> None:
    activity = hall.held(guests=[*hall.guests("jia", role="speak"), *[actions_guest(hall.gan)]])
    attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {})
    one, year = registry.figure("activities.people"), periods.year(TODAY.year)
    cuts = {cut.key: cut for cut in compute.cuts_of(one)}
    assert compute.compute(one, hall.scope, year, (cuts["level"], "division")).value == 1
    assert compute.compute(one, hall.scope, year, (cuts["role"], "speak")).value == 1
    assert compute.compute(one, hall.scope, year).value == 2
    people.end_staff(builder(), hall.gan, ends=TODAY)
    assert compute.compute(one, hall.scope, year, (cuts["level"], "division")).value == 1
