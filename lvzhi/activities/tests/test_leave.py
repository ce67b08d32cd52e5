"""Leave: who decides by kind, in time and late, and what it makes of the attendance."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.activities import rules
from lvzhi.activities.actions import SittingGiven, attending, leaving
from lvzhi.activities.models import Attendance, Leave
from lvzhi.activities.tests.hall import TODAY, Hall
from lvzhi.activities.vocabulary import LeaveState, Presence, Proof, Verdict
from lvzhi.activities.workflow import telling
from lvzhi.deadlines import clock
from lvzhi.messages.models import Message
from lvzhi.norms.actions import set_value
from lvzhi.workflow.registry import workflow_of

TUESDAY = TODAY + dt.timedelta(days=1)
FRIDAY = TODAY + dt.timedelta(days=4)


def asked(hall: Hall, name: str = "jia", **changed: object) -> Leave:
    activity = hall.planned("jia", "yi", "bing", **{"held_on": FRIDAY, **changed})
    return telling.ask_leave(hall.on_list(activity, name), hall.actor(hall.everyone[name]), reason="work")


@pytest.mark.parametrize(
    ("kind", "organ", "deciders"),
    [
        ("plenary", None, {"zhu", "mi"}),
        ("special_consult", None, {"mi"}),
        ("courtyard", "economy", {"tou"}),
        ("courtyard", None, {"mi"}),  # without an organ there is no head: the secretary-general
        ("friday", None, {"bai"}),
    ],
)
def test_the_kind_says_who_decides(hall: Hall, kind: str, organ: str | None, deciders: set[str]) -> None:
    leave = asked(hall, kind=kind, organ=getattr(hall, organ) if organ else None)
    able = {name for name, account in hall.everyone.items() if rules.decides(hall.actor(account), leave)}
    assert able == deciders
    told = set(Message.objects.filter(code="activities.leave_asked").values_list("account__username", flat=True))
    assert told == deciders


def test_test_and_rows_of_every_right_over_leave_agree(hall: Hall) -> None:
    asked(hall, kind="plenary")
    asked(hall, "yi", kind="courtyard", organ=hall.economy)
    asked(hall, "zhu", kind="plenary", guests=hall.guests("zhu"))
    asked(hall, kind="friday")
    for account in hall.everyone.values():
        actor = hall.actor(account)
        for right in (rules.visible_leave, *(step.may for step in workflow_of(Leave).steps)):
            rows = set(Leave.objects.filter(right.rows(actor)))
            assert rows == {row for row in Leave.objects.all() if right(actor, row)}, (account.username, right.label)


def test_nobody_decides_on_oneself(hall: Hall) -> None:
    leave = asked(hall, "zhu", kind="plenary", guests=hall.guests("zhu"))
    with pytest.raises(NotAllowed):
        hall.take(leave, "grant", hall.zhu)
    assert hall.take(leave, "grant", hall.mi).state == LeaveState.GRANTED


def test_granted_leave_stands_in_the_attendance(hall: Hall) -> None:
    leave = hall.take(asked(hall), "grant", hall.mi)
    row = Attendance.objects.get()
    assert (row.presence, row.proof, row.participant) == (Presence.LEAVE, Proof.LEAVE, leave.participant)
    assert hall.on_list(leave.activity, "jia").verdict == Verdict.LEAVE
    assert Message.objects.get(code="activities.leave_granted").account == hall.jia
    assert not Message.objects.filter(code="activities.leave_asked", done_at=None).exists()


def test_official_duty_does_not_count(hall: Hall) -> None:
    leave = hall.take(asked(hall), "grant", hall.mi, official="on")
    assert hall.on_list(leave.activity, "jia").verdict == Verdict.OFFICIAL


def test_refused_leave_makes_the_absence_one_without_leave(hall: Hall) -> None:
    leave = asked(hall, held_on=TODAY + dt.timedelta(days=1))
    hall.take(leave, "refuse", hall.mi, opinion="会议重要")
    with clock.at(TUESDAY):
        jia = hall.on_list(leave.activity, "jia")
        attending.note(hall.sitting(leave.activity), hall.actor(hall.bai), {jia.pk: Presence.ABSENT})
    assert Attendance.objects.get().presence == Presence.LEAVE_REFUSED
    assert "会议重要" in Message.objects.get(code="activities.leave_refused").sentence


def test_leave_from_one_sitting_of_two(hall: Hall) -> None:
    sittings = [SittingGiven(FRIDAY, "morning", name="上午"), SittingGiven(FRIDAY, "afternoon", name="下午")]
    activity = hall.planned("jia", held_on=FRIDAY, sittings=sittings)
    second = activity.sittings.get(name="下午")
    leave = telling.ask_leave(hall.on_list(activity, "jia"), hall.actor(hall.jia), reason="illness", sittings=[second])
    hall.take(leave, "grant", hall.mi)
    assert [row.sitting for row in Attendance.objects.all()] == [second]


def test_asked_after_the_start_is_marked_and_needs_an_opinion(hall: Hall) -> None:
    activity = hall.planned("jia")
    attending.note_all_but(
        hall.sitting(activity), hall.actor(hall.bai), {hall.on_list(activity, "jia").pk: Presence.ABSENT}
    )
    with clock.at(TUESDAY):
        leave = telling.ask_leave(hall.on_list(activity, "jia"), hall.actor(hall.jia), reason="illness")
        assert leave.after_start
        with pytest.raises(Refusal, match="开始后提出"):
            hall.take(leave, "grant", hall.mi)
        hall.take(leave, "grant", hall.mi, opinion="有住院证明")
    row = Attendance.objects.get()
    assert (row.presence, row.corrections_count) == (Presence.LEAVE, 1)
    assert row.corrections.get().was == Presence.ABSENT


def test_asked_too_late_names_the_day(hall: Hall) -> None:
    activity = hall.planned("jia")
    with clock.at(TODAY + dt.timedelta(days=10)), pytest.raises(Refusal, match="2026-03-05|3月5日") as refused:
        telling.ask_leave(hall.on_list(activity, "jia"), hall.actor(hall.jia), reason="work")
    assert refused.value.code == "activities.leave_over"


def test_a_committee_may_take_none_after_the_start(hall: Hall) -> None:
    nothing = {"amount": 0, "unit": "calendar_day"}
    set_value(hall.actor(hall.bai), hall.here, "activities.leave_after", nothing, starts=TODAY, ground="办公室")
    activity = hall.planned("jia")
    with clock.at(TUESDAY), pytest.raises(Refusal, match="开始后不受理"):
        telling.ask_leave(hall.on_list(activity, "jia"), hall.actor(hall.jia), reason="work")


def test_who_was_there_all_the_same_stays_there(hall: Hall) -> None:
    leave = asked(hall, held_on=TUESDAY)
    with clock.at(TUESDAY):
        jia = hall.on_list(leave.activity, "jia")
        attending.note(hall.sitting(leave.activity), hall.actor(hall.bai), {jia.pk: Presence.PRESENT})
        hall.take(leave, "grant", hall.mi, opinion="已到会")
    assert Attendance.objects.get().presence == Presence.PRESENT


def test_one_request_at_a_time_and_the_limit_of_a_year(hall: Hall) -> None:
    leave = asked(hall)
    with pytest.raises(Refusal, match="待审批"):
        telling.ask_leave(leave.participant, hall.actor(hall.jia), reason="work")
    hall.take(leave, "withdraw", hall.jia)
    set_value(hall.actor(hall.bai), hall.here, "activities.leave_most", 1, starts=TODAY, ground="办公室")
    again = telling.ask_leave(leave.participant, hall.actor(hall.jia), reason="work")
    hall.take(again, "grant", hall.mi)
    with pytest.raises(Refusal, match="已准假"):
        telling.ask_leave(leave.participant, hall.actor(hall.jia), reason="work")
    other = hall.planned("jia", held_on=FRIDAY)
    with pytest.raises(Refusal, match="1次上限"):
        telling.ask_leave(hall.on_list(other, "jia"), hall.actor(hall.jia), reason="work")


def test_staff_ask_for_another_and_it_is_said(hall: Hall) -> None:
    activity = hall.planned("jia", held_on=FRIDAY)
    leave = telling.ask_leave(hall.on_list(activity, "jia"), hall.actor(hall.bai), reason="illness")
    assert leave.by_staff
    with pytest.raises(NotAllowed):
        leaving.ask(hall.on_list(activity, "jia"), hall.actor(hall.yi), reason="illness")


def test_no_leave_from_what_is_cancelled(hall: Hall) -> None:
    activity = hall.take(hall.planned("jia", held_on=FRIDAY), "cancel", hall.bai, ground="改期")
    with pytest.raises(Refusal, match="已取消"):
        telling.ask_leave(hall.on_list(activity, "jia"), hall.actor(hall.jia), reason="work")
