"""Sign-in at the door: merging in any order, repeated, from two devices; who may; what waits; what a device shows."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import actor_for
from lvzhi.activities.actions import Guest, SittingGiven, attending
from lvzhi.activities.actions.arriving import Given, merge, settle
from lvzhi.activities.actions.devices import end_device, open_device
from lvzhi.activities.models import Activity, Arrival, Attendance, Correction, Device, Participant
from lvzhi.activities.queries.arrivals import code_of, people_for
from lvzhi.activities.tests.hall import TODAY, Hall, builder
from lvzhi.activities.vocabulary import Presence, Proof, Verdict
from lvzhi.activities.vocabulary.arrivals import Doubt, Outcome, Signing
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.norms.actions import set_code

NINE = clock.as_moment(dt.datetime.combine(TODAY, dt.time(9, 0)))
MEETING = SittingGiven(TODAY, starts=dt.time(9, 0), ends=dt.time(11, 30), name="大会")
JSON = "application/json"


def minutes(count: float) -> dt.timedelta:
    return dt.timedelta(minutes=count)


def meeting(hall: Hall, *names: str, **changed: Any) -> Activity:
    changed.setdefault("sittings", [MEETING])
    return hall.planned(*(names or ("jia", "yi", "bing")), **changed)


def door(hall: Hall, activity: Activity, name: str = "") -> Device:
    with clock.at(NINE - minutes(60)):
        return open_device(hall.sitting(activity), hall.actor(hall.bai), name)[0]


def seen(
    hall: Hall, activity: Activity, name: str, after: float = 0, way: Signing = Signing.LIST, **more: Any
) -> Given:
    row = hall.on_list(activity, name)
    code = code_of(hall.sitting(activity), row) if way == Signing.CODE else ""
    return Given(uuid.uuid4(), way, NINE + minutes(after), row.uid, **{"code": code} | more)


def hand_in(device: Device, *entries: Given, ahead: float = 0, at: dt.datetime | None = None) -> list[Arrival]:
    """Handed in at noon, from a device whose clock stands so many minutes ahead."""
    now = at or NINE + minutes(180)
    with clock.at(now):
        return merge(device, actor_for(device.account, via="device"), entries, now + minutes(ahead))


def state(activity: Activity) -> Any:
    """Everything a page could show of who came."""
    lines = Attendance.objects.filter(sitting__activity=activity).order_by("participant__name")
    arrivals = Arrival.objects.filter(sitting__activity=activity).order_by("entry")
    return (
        [(row.participant.name, row.presence, row.proof, row.came_at) for row in lines],
        [(row.entry, row.outcome, row.doubt, row.called) for row in arrivals],
        sorted(Participant.objects.filter(activity=activity).values_list("name", "body", "uninvited", "verdict")),
    )


def batches(draw: Any, entries: list[tuple[int, Given]]) -> list[tuple[int, list[Given]]]:
    """A way in which two devices may send: any order, any parts, anything again."""
    sent = draw(st.permutations(entries)) + draw(st.lists(st.sampled_from(entries), max_size=4))
    parts: list[tuple[int, list[Given]]] = []
    for device, one in sent:
        if parts and parts[-1][0] == device and draw(st.booleans()):
            parts[-1][1].append(one)
        else:
            parts.append((device, [one]))
    return parts


def test_any_order_any_repetition_two_devices_come_to_the_same(hall: Hall) -> None:
    activity = meeting(hall)
    devices = [door(hall, activity, "东门"), door(hall, activity, "西门")]
    guest = Given(uuid.uuid4(), Signing.GUEST, NINE + minutes(3), name="外宾", body="某公司")
    entries = [
        (0, seen(hall, activity, "jia", 20)),
        (1, seen(hall, activity, "jia", 5, Signing.CODE)),
        (0, seen(hall, activity, "yi", 30)),
        (1, seen(hall, activity, "yi", 12, Signing.PROXY)),
        (0, seen(hall, activity, "bing", -9000)),  # a clock that stood days behind: no moment to be trusted
        (1, seen(hall, activity, "bing", 2)),
        (0, guest),
        (1, replace(guest, entry=uuid.uuid4(), noted_at=NINE + minutes(1))),
        (1, seen(hall, activity, "jia", 1, Signing.CODE, code="000000x")),
    ]
    results = []

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.data())
    def any_way(data: st.DataObject) -> None:
        with transaction.atomic():
            for device, part in batches(data.draw, entries):
                hand_in(devices[device], *part)
            results.append(state(activity))
            transaction.set_rollback(True)

    any_way()
    assert all(one == results[0] for one in results)
    lines, arrivals, _ = results[0]
    assert [(name, presence, proof) for name, presence, proof, _ in lines] == [
        ("丙成", Presence.PRESENT, Proof.LIST),
        ("乙明", Presence.LATE, Proof.PROXY),
        ("外宾", Presence.PRESENT, Proof.LIST),
        ("甲文", Presence.PRESENT, Proof.CODE),
    ]
    assert sorted(outcome for _, outcome, _, _ in arrivals) == ["beside"] * 4 + ["counted"] * 4 + ["held"]


def test_the_same_entry_twice_changes_nothing_and_writes_no_line(hall: Hall) -> None:
    activity = meeting(hall)
    device, entry = door(hall, activity), seen(hall, activity, "jia")
    hand_in(device, entry)
    before, lines = state(activity), Entry.objects.count()
    again = hand_in(device, entry, entry, at=NINE + minutes(200), ahead=500)
    assert (state(activity), Entry.objects.count()) == (before, lines)
    assert [row.outcome for row in again] == [Outcome.COUNTED]
    merged = Entry.objects.filter(event="activities.merged").get()
    assert (merged.facts["counted"], merged.actor_name, merged.via) == (1, "白办", "device")


def test_a_clock_that_is_wrong_is_set_right_and_both_times_are_kept(hall: Hall) -> None:
    activity = meeting(hall)
    hand_in(door(hall, activity), seen(hall, activity, "jia", 45), ahead=40)  # its 9:45 was 9:05
    row = Arrival.objects.get()
    assert (row.noted_at - NINE, row.came_at and row.came_at - NINE) == (minutes(45), minutes(5))
    assert row.skew_seconds == 40 * 60
    assert Attendance.objects.get().presence == Presence.PRESENT
    page = hall.login(hall.bai).get(f"/activities/sittings/{row.sitting.uid}/devices/").content.decode()
    assert "快设备时钟40分钟" in page


def test_a_line_noted_otherwise_is_never_overwritten(hall: Hall) -> None:
    activity = meeting(hall)
    jia, yi = hall.on_list(activity, "jia"), hall.on_list(activity, "yi")
    with clock.at(NINE + minutes(60)):
        noted = {jia.pk: Presence.LATE, yi.pk: Presence.ABSENT}
        attending.note(hall.sitting(activity), hall.actor(hall.bai), noted)
    rows = hand_in(door(hall, activity), seen(hall, activity, "jia"), seen(hall, activity, "yi"))
    fates = {row.called: (row.outcome, row.doubt) for row in rows}
    assert fates == {"甲文": (Outcome.BESIDE, ""), "乙明": (Outcome.HELD, Doubt.STANDING)}
    assert dict(Attendance.objects.values_list("participant__name", "presence")) == {"甲文": "late", "乙明": "absent"}
    held = Arrival.objects.get(outcome=Outcome.HELD)
    with pytest.raises(NotAllowed, match="另一位"):
        settle(held, hall.actor(hall.bai), counts=True, ground="门口确有记录")
    settle(held, hall.actor(hall.mi), counts=True, ground="门口确有记录")
    assert Attendance.objects.get(participant=yi).presence == Presence.PRESENT
    assert Correction.objects.get().was == Presence.ABSENT
    with pytest.raises(Refusal, match="已经核对"):
        settle(held, hall.actor(hall.mi), counts=False, ground="再看一次")


@pytest.mark.parametrize(
    ("case", "doubt"),
    [
        ("cancelled", Doubt.CANCELLED), ("closed", Doubt.CLOSED), ("ended", Doubt.ENDED), ("expired", Doubt.EXPIRED),
        ("right", Doubt.RIGHT), ("disabled", Doubt.RIGHT), ("early", Doubt.TO_COME),
    ],
)  # fmt: skip
def test_what_comes_too_late_or_without_right_waits_with_its_reason(hall: Hall, case: str, doubt: Doubt) -> None:
    activity = meeting(hall)
    device, at = door(hall, activity), NINE + minutes(180)
    if case == "cancelled":
        hall.take(activity, "cancel", hall.bai, ground="停电")
    elif case == "closed":
        hall.take(hall.take(activity, "hold", hall.bai), "close", hall.bai)
    elif case == "ended":
        end_device(device, hall.actor(hall.bai))
    elif case == "expired":
        at = NINE + dt.timedelta(days=3)
    elif case == "right":
        accounts.end_appointment(builder(), hall.bai.appointments.get(), ends=TODAY - dt.timedelta(days=1))
    elif case == "disabled":
        accounts.disable(builder(), hall.bai)
    else:
        at = NINE - dt.timedelta(days=1)
    device.account.refresh_from_db()
    rows = hand_in(Device.objects.get(), seen(hall, activity, "jia"), at=at)
    assert [(row.outcome, row.doubt, row.called) for row in rows] == [(Outcome.HELD, doubt, "甲文")]
    assert not Attendance.objects.exists()
    page = hall.login(hall.mi).get(f"/activities/sittings/{hall.sitting(activity).uid}/devices/").content.decode()
    assert str(doubt.label) in page
    assert "待核（1）" in page


def test_filed_too_early_it_is_reopened_and_then_counts(hall: Hall) -> None:
    activity = meeting(hall)
    device = door(hall, activity)
    hall.take(hall.take(activity, "hold", hall.bai), "close", hall.bai)
    (row,) = hand_in(device, seen(hall, activity, "jia"))
    with pytest.raises(Refusal, match="先退回补充"):
        settle(row, hall.actor(hall.bai), counts=True, ground="设备晚传")
    hall.take(Activity.objects.get(), "reopen", hall.bai, ground="设备晚传")
    settle(row, hall.actor(hall.bai), counts=True, ground="设备晚传")
    assert hall.on_list(activity, "jia").verdict == Verdict.ATTENDED
    assert Arrival.objects.get().outcome == Outcome.COUNTED


def test_the_uninvited_are_met_as_the_kind_says(hall: Hall) -> None:
    activity = meeting(hall, "jia")
    known = Given(uuid.uuid4(), Signing.GUEST, NINE, name="丙成", body="")
    listed = Given(uuid.uuid4(), Signing.GUEST, NINE, name="甲文", body="")
    hand_in(door(hall, activity), known, listed)
    rows = {row.name: row for row in Participant.objects.filter(activity=activity)}
    assert set(rows) == {"甲文", "丙成"}
    assert (rows["丙成"].uninvited, rows["丙成"].counted, rows["丙成"].person.name) == (True, False, "丙成")
    set_code(
        hall.actor(hall.bai), hall.here, "activities.kinds", "party_group", "党组会议", ground="议事规则",
        starts=dt.date(2026, 1, 1), extra={"family": "会议", "uninvited": "谢绝"},
    )  # fmt: skip
    closed = meeting(hall, "jia", kind="party_group")
    (row,) = hand_in(door(hall, closed), Given(uuid.uuid4(), Signing.GUEST, NINE, name="丙成"))
    assert (row.outcome, row.called) == (Outcome.DECLINED, "丙成")
    assert Participant.objects.filter(activity=closed).count() == 1
    settle(row, hall.actor(hall.bai), counts=False, ground="已谢绝入场")


def test_another_group_namesakes_and_a_foreign_row_wait(hall: Hall) -> None:
    guests = [Guest(person=hall.members["jia"].person, group="一组"), Guest(name="同名", body="甲厂"),
              Guest(name="同名", body="乙厂"), *hall.guests("yi")]  # fmt: skip
    activity = meeting(hall, guests=guests, sittings=[replace(MEETING, group="一组")])
    other = meeting(hall, "bing", title="别的会")
    rows = hand_in(
        door(hall, activity), seen(hall, activity, "yi"), replace(seen(hall, other, "bing"), entry=uuid.uuid4()),
        Given(uuid.uuid4(), Signing.GUEST, NINE, name="同名"),
    )  # fmt: skip
    assert {row.doubt for row in rows} == {Doubt.OTHER_GROUP, Doubt.NO_ROW, Doubt.NAMESAKES}
    assert not Attendance.objects.exists()


def test_a_stand_in_at_the_door_replaces_the_one_invited(hall: Hall) -> None:
    from lvzhi.activities.actions.standing_in import stand_in

    activity = meeting(hall, "jia", "yi", kind="courtyard")
    stand_in(hall.on_list(activity, "jia"), hall.actor(hall.bai), Guest(person=hall.members["bing"].person))
    hand_in(door(hall, activity), seen(hall, activity, "bing"))
    assert hall.on_list(activity, "jia").verdict == Verdict.REPLACED


def test_only_the_keeper_opens_and_ends_a_device(hall: Hall) -> None:
    activity = meeting(hall)
    sitting, device = hall.sitting(activity), door(hall, activity)
    address = f"/activities/sittings/{sitting.uid}/devices/"
    for account in (hall.jia, hall.ling, hall.other):
        assert hall.login(account).get(address).status_code == 403
        assert hall.login(account).post(f"/activities/devices/{device.uid}/end/").status_code == 403
        with pytest.raises(NotAllowed):
            open_device(sitting, hall.actor(account))
    assert hall.login(hall.far_office).get(address).status_code == 404
    with pytest.raises(Refusal, match="草稿"):
        open_device(hall.sitting(hall.draft(None, "jia")), hall.actor(hall.bai))
    with pytest.raises(Refusal, match="已经结束超过"):
        open_device(sitting, hall.actor(hall.bai, NINE + dt.timedelta(days=2)))


def test_the_key_is_told_once_and_opens_the_list_of_one_sitting(hall: Hall) -> None:
    activity = meeting(hall)
    page = hall.login(hall.bai).post(f"/activities/sittings/{hall.sitting(activity).uid}/devices/", {"name": "东门"})
    key = page.context["address"].partition("#")[2]
    assert page["Cache-Control"] == "no-store"
    assert not any(row.digest in page.content.decode() for row in Device.objects.all())
    body = Client().get("/activities/door/list/", headers={"X-Door-Key": key}).json()
    assert (body["title"], body["sitting"], body["device"]) == (activity.title, "大会", "东门")
    jia = next(one for one in body["people"] if one["name"] == "甲文")
    assert jia["code"] == code_of(hall.sitting(activity), hall.on_list(activity, "jia"))
    assert "phone" not in json.dumps(body)
    for wrong in ("", "x" * 32):
        answer = Client().get("/activities/door/list/", headers={"X-Door-Key": wrong})
        assert (answer.status_code, "重新开设" in answer.json()["sentence"]) == (404, True)
    end_device(Device.objects.get(), hall.actor(hall.bai))
    answer = Client().get("/activities/door/list/", headers={"X-Door-Key": key})
    assert (answer.status_code, "到期或停用" in answer.json()["sentence"]) == (400, True)


def test_what_cannot_be_read_is_named_and_the_rest_is_taken(hall: Hall) -> None:
    activity = meeting(hall)
    with clock.at(NINE):
        _, key = open_device(hall.sitting(activity), hall.actor(hall.bai))
        client, head = Client(enforce_csrf_checks=True), {"X-Door-Key": key}
        good = {"id": str(uuid.uuid4()), "way": "list", "at": NINE.isoformat(),
                "person": str(hall.on_list(activity, "jia").uid)}  # fmt: skip
        sent = {
            "now": NINE.isoformat(),
            "entries": [good, good | {"id": "7"}, {**good, "id": str(uuid.uuid4()), "at": ""}, 5],
        }
        body = client.post("/activities/door/entries/", sent, content_type=JSON, headers=head).json()
        assert [one["outcome"] for one in body["entries"].values()] == ["counted"]
        assert min(body["bad"].values()).startswith("这条记录缺少")
        assert next(one for one in body["people"] if one["name"] == "甲文")["here"] is True
        for broken in ("{", '{"now": "x", "entries": []}', "[]"):
            answer = client.post("/activities/door/entries/", broken, content_type=JSON, headers=head)
            assert (answer.status_code, "仍保存在设备上" in answer.json()["sentence"]) == (400, True)


def test_ones_own_code_stands_on_the_page_on_the_day_and_tells_nothing(hall: Hall) -> None:
    activity = meeting(hall)
    sitting = hall.sitting(activity)
    codes = {name: code_of(sitting, hall.on_list(activity, name)) for name in ("jia", "yi")}
    page = hall.login(hall.jia).get(f"/activities/{activity.uid}/").content.decode()
    assert f"{codes['jia'][:3]} {codes['jia'][3:]}" in page
    assert f"{codes['yi'][:3]} {codes['yi'][3:]}" not in page
    other = hall.sitting(meeting(hall, title="下午的会"))
    assert code_of(other, hall.on_list(other.activity, "jia")) != codes["jia"]
    with clock.at(TODAY - dt.timedelta(days=1)):
        assert "签到码" not in hall.login(hall.jia).get(f"/activities/{activity.uid}/").content.decode()


def test_the_attendance_page_shows_the_proof_of_each_line(hall: Hall) -> None:
    activity = meeting(hall)
    east, west = door(hall, activity, "东门"), door(hall, activity, "西门")
    hand_in(east, seen(hall, activity, "jia", 4, Signing.CODE))
    hand_in(west, seen(hall, activity, "jia", 6))
    page = hall.login(hall.bai).get(f"/activities/{activity.uid}/attendance/").content.decode()
    for words in ("现场签到码", "2条到场记录", "东门 · 个人签到码", "西门 · 名单点到"):
        assert words in page
    assert len(people_for(hall.sitting(activity))) == 3
