"""Absence cases: opened by the clock for a human, never acting; every step a decision with its record (R6.13)."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.tests.house import START
from lvzhi.activities.actions import attending
from lvzhi.activities.models import Attendance
from lvzhi.messages.models import Message
from lvzhi.metrics import compute
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.tenure import actions, metrics, queries
from lvzhi.tenure.models import Case, Change
from lvzhi.tenure.tests.hall import TODAY, Hall
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo

MONTHS = (2, 3, 4)


def missed(hall: Hall, *who: str, months: tuple[int, ...] = MONTHS) -> None:
    """Standing members who missed a sitting of the standing committee in each of the months."""
    for name in who:
        people.appoint(hall.office, hall.members[name].person, hall.here, "standing", starts=START)
    for month in months:
        hall.meeting("standing", dt.date(2026, month, 20), absent=who)


def opened(hall: Hall, who: str = "jia") -> Case:
    missed(hall, who)
    actions.open_cases(system_actor("tests"))
    return Case.objects.get(member=hall.members[who])


def note(text: str = "已电话提醒。") -> dict[str, object]:
    return {"on": TODAY, "who": "白办", "text": text}


def test_a_case_opens_once_and_touches_nobody(hall: Hall) -> None:
    case = opened(hall)
    assert (case.threshold, case.count, case.least, case.state) == ("year", 3, 3, "open")
    assert actions.open_cases(system_actor("tests")) == 0
    assert Member.objects.get(pk=case.member_id).ends is None
    assert not Change.objects.exists()
    assert not Message.objects.filter(account=hall.accounts["jia"]).exists()
    assert case in [one.record for one in todo(hall.office)]


def test_below_the_threshold_and_for_others_than_standing_members_none_opens(hall: Hall) -> None:
    missed(hall, "jia", months=(2, 3))
    for month in MONTHS:
        hall.meeting("standing", dt.date(2026, month, 24), absent=("yi",))
    actions.open_cases(system_actor("tests"))
    assert not Case.objects.exists()


def test_the_case_shows_the_sittings_behind_it_and_official_duty_is_not_counted(hall: Hall) -> None:
    case = opened(hall)
    rows = list(queries.rows_of(case, TODAY))
    assert [row.activity.held_on.month for row in rows] == [4, 3, 2]
    row = Attendance.objects.get(participant=rows[0])
    attending.correct(row, hall.actor(hall.mi), "official", "参加上级会议")
    assert queries.rows_of(case, TODAY).count() == 2
    page = hall.login(hall.bai).get(f"/tenure/cases/{case.uid}/").content.decode()
    assert "现在已不到界限" in page


def test_the_ladder_is_taken_step_by_step_by_people(hall: Hall) -> None:
    case = opened(hall)
    for key in ("circulate", "talk", "advise", "settle"):
        with pytest.raises(Refusal):
            engine.take(case, key, hall.office, note() | {"kind": "resignation"})
    for key, state in (("remind", "reminded"), ("circulate", "circulated"), ("talk", "talked")):
        case = engine.take(case, key, hall.office, note(key))
        assert case.state == state
    case = engine.take(case, "advise", hall.office, {"kind": "resignation", "text": "本人也有此意。"})
    assert (case.state, case.closed_on) == ("advised", TODAY)
    assert case.change is not None
    assert (case.change.kind, case.change.state, case.change.member) == ("resignation", "proposed", case.member)
    assert [row.kind for row in queries.measures_of(case)] == ["remind", "circulate", "talk", "advise"]
    assert Member.objects.get(pk=case.member_id).ends is None
    assert Message.objects.filter(account=hall.accounts["jia"], code="tenure.measured").exists()


def test_dropping_needs_a_ground_and_only_further_absences_open_another(hall: Hall) -> None:
    case = opened(hall)
    with pytest.raises(Refusal):
        engine.take(case, "drop", hall.office, {"text": ""})
    case = engine.take(case, "drop", hall.office, {"text": "因重病住院。"})
    assert case.state == "dropped"
    assert actions.open_cases(system_actor("tests")) == 0
    hall.meeting("standing", dt.date(2026, 5, 12), absent=("jia",))
    assert actions.open_cases(system_actor("tests")) == 1
    assert Case.objects.order_by("-id").first().count == 4  # type: ignore[union-attr]  # reason: there is one


def test_the_member_sees_the_own_case_and_says_something(hall: Hall) -> None:
    case = opened(hall)
    client = hall.login(hall.accounts["jia"])
    page = client.get(f"/tenure/cases/{case.uid}/").content.decode()
    assert "不是处理结果" in page
    answer = client.post(
        f"/tenure/step/case/{case.uid}/say/", {"text": "二月在外地参加培训。", "version": case.version}
    )
    assert answer.status_code == 302
    case.refresh_from_db()
    assert (case.statement, case.stated_on, case.state) == ("二月在外地参加培训。", TODAY, "open")
    assert hall.login(hall.accounts["yi"]).get(f"/tenure/cases/{case.uid}/").status_code == 404
    with pytest.raises(NotAllowed):
        engine.take(case, "say", hall.actor(hall.ling), {"text": "x"})
    with pytest.raises(NotAllowed):
        engine.take(case, "remind", hall.actor(hall.accounts["jia"]), note())


def test_open_cases_are_a_stock_of_their_day(hall: Hall) -> None:
    case = opened(hall)
    for figure, value in ((metrics.CASES, 1), (metrics.OPEN_CASES, 1)):
        assert compute.compute(figure, hall.scope, hall.year).value == value
    engine.take(case, "drop", hall.office, {"text": "因病。"})
    assert compute.compute(metrics.OPEN_CASES, hall.scope, hall.year).value == 0
    assert metrics.CASES.rows(hall.scope, hall.year).count() == 1
