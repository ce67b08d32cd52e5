"""Beginning, arranging, inviting, and the steps from draft to file."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.activities import actions, queries
from lvzhi.activities.actions import Guest, PlaceGiven, SittingGiven
from lvzhi.activities.models import Activity
from lvzhi.activities.tests.hall import COURTYARD, TODAY, Hall
from lvzhi.activities.vocabulary import Family, State
from lvzhi.committee.models import Committee
from lvzhi.journal.queries import history
from lvzhi.metrics.periods import year
from lvzhi.norms.actions import set_code
from lvzhi.workflow import engine

TUESDAY = TODAY + dt.timedelta(days=1)


def test_an_activity_has_family_sitting_and_list_from_its_first_line(hall: Hall) -> None:
    activity = hall.draft(None, "jia", "yi", places=[PlaceGiven("幸福里小区", "community")])
    assert (activity.family, activity.kind_name, activity.state) == (Family.CONSULTATION, "院坝协商", State.DRAFT)
    assert [row.half_days for row in queries.sittings_of(activity)] == [1]
    assert [row.name for row in queries.participants_of(activity)] == ["甲文", "乙明"]
    assert [str(row) for row in activity.places.all()] == ["幸福里小区"]
    assert len(list(history("activities.activity", activity.uid, limit=5))) == 1


def test_several_days_without_sittings_get_a_whole_day_each(hall: Hall) -> None:
    activity = hall.draft(kind="reading_class", ends_on=TODAY + dt.timedelta(days=4))
    assert activity.days == 5
    assert [row.half_days for row in queries.sittings_of(activity)] == [2] * 5


def test_a_sitting_has_its_times_by_the_norm_or_as_given(hall: Hall) -> None:
    given = [
        SittingGiven(TODAY, "afternoon"),
        SittingGiven(TUESDAY, "morning", starts=dt.time(8, 30), ends=dt.time(10, 0)),
    ]
    activity = hall.draft(ends_on=TUESDAY, sittings=given)
    shown = [
        (row.starts.astimezone().strftime("%H:%M"), row.timed) for row in queries.sittings_of(activity)
    ]  # the machine's zone is the house's
    assert [timed for _, timed in shown] == [False, True]
    assert activity.days == 2


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"title": " "}, "activities.title_missing", "title"),
        ({"title": "长" * 81}, "activities.title_long", "title"),
        ({"held_on": None}, "activities.day_missing", "held_on"),
        ({"ends_on": TODAY - dt.timedelta(days=1)}, "activities.dates_order", "ends_on"),
        ({"kind": "picnic"}, "norms.code_unknown", None),
        ({"sittings": [SittingGiven(TUESDAY)]}, "activities.sitting_outside", "sittings"),
        (
            {"sittings": [SittingGiven(TODAY, starts=dt.time(10), ends=dt.time(9))]},
            "activities.sitting_time",
            "sittings",
        ),
        ({"guests": [Guest(name=" ")]}, "activities.nobody_named", "guests"),
    ],
)
def test_bad_input_names_its_field_and_writes_nothing(
    hall: Hall, changed: dict[str, object], code: str, field: str | None
) -> None:
    with pytest.raises(Refusal) as refused:
        hall.draft(**changed)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert not Activity.objects.exists()


def test_an_organ_of_another_committee_is_refused(hall: Hall) -> None:
    from lvzhi.activities.tests.hall import START, builder
    from lvzhi.committee import actions as places

    strange = places.add_organ(builder(), hall.there, kind="sector", name="外界", starts=START)
    with pytest.raises(Refusal, match="外界"):
        hall.draft(organ=strange)


def test_who_may_begin(hall: Hall) -> None:
    assert hall.draft(hall.tou, organ=hall.economy).organ == hall.economy
    for account, organ in ((hall.tou, hall.history), (hall.tou, None), (hall.jia, None), (hall.far_office, None)):
        with pytest.raises(NotAllowed):
            hall.draft(account, organ=organ)


def test_the_same_request_twice_begins_one(hall: Hall) -> None:
    actor = hall.actor(hall.bai)
    first = actions.begin(actor, hall.here, COURTYARD, once="a")
    assert actions.begin(actor, hall.here, COURTYARD, once="a") == first
    assert Activity.objects.count() == 1


def test_a_change_after_somebody_elses_is_refused(hall: Hall) -> None:
    activity = hall.draft()
    actions.edit(activity, hall.actor(hall.bai), {"topic": "电梯"}, version=1)
    with pytest.raises(Conflict):
        actions.edit(activity, hall.actor(hall.mi), {"topic": "车位"}, version=1)
    assert Activity.objects.get().topic == "电梯"


def test_a_kind_of_the_committees_own_from_a_day_on(hall: Hall) -> None:
    hall.here = Committee.objects.get(pk=hall.here.pk)
    extra = {"family": "协商", "approver": "办公室", "words": "板凳会"}
    set_code(
        hall.actor(hall.bai),
        hall.here,
        "activities.kinds",
        "bench",
        "板凳协商",
        starts=TODAY,
        extra=extra,
        ground="主席会议",
    )
    assert hall.draft(kind="bench").family == Family.CONSULTATION
    with pytest.raises(Refusal):
        hall.draft(kind="bench", held_on=TODAY - dt.timedelta(days=1))


def test_the_notice_freezes_the_list(hall: Hall) -> None:
    with pytest.raises(Refusal, match="还没有邀请"):
        hall.take(hall.draft(), "notify", hall.bai)
    activity = hall.planned("jia", "yi")
    assert activity.notified_on == TODAY
    with pytest.raises(Refusal, match="甲文"):
        actions.drop(hall.on_list(activity, "jia"), hall.actor(hall.bai))
    made = actions.invite(activity, hall.actor(hall.bai), hall.guests("jia", "bing"))
    assert [(row.name, row.added_later) for row in made] == [("丙成", True)]


def test_who_counts_in_the_denominator(hall: Hall) -> None:
    guests = [
        *hall.guests("jia"),
        *hall.guests("yi", role="sit_in"),
        Guest(person=hall.gan.person, role="host"),
        Guest(name="周教授", body="某大学", role="expert"),
    ]
    activity = hall.draft(guests=guests)
    rows = {row.name: row for row in queries.participants_of(activity)}
    assert {name: row.counted for name, row in rows.items()} == {
        "甲文": True, "乙明": False, "甘部": True, "周教授": False,
    }  # fmt: skip
    assert (rows["甘部"].capacity, rows["甘部"].rank) == ("staff", "division_deputy")
    assert rows["甲文"].member == hall.members["jia"]


def test_what_is_to_come_is_not_held(hall: Hall) -> None:
    activity = hall.planned("jia", held_on=TUESDAY)
    with pytest.raises(NotAllowed, match="活动日期已到"):
        hall.take(activity, "hold", hall.bai)


def test_only_what_took_place_counts(hall: Hall) -> None:
    held = hall.held()
    hall.draft()
    hall.planned()
    closed = hall.take(hall.held(), "close", hall.bai)
    cancelled = hall.take(hall.held(), "cancel", hall.bai, ground="人数不足")
    voided = engine.void(hall.held(), hall.actor(hall.bai), "重复录入")
    found = set(queries.counting(hall.scope, year(2026)))
    assert found == {held, closed}
    assert not {cancelled, voided} & found
    assert cancelled.ground == "人数不足"


def test_a_filed_one_is_reopened_with_a_ground(hall: Hall) -> None:
    closed = hall.take(hall.held(), "close", hall.bai)
    with pytest.raises(Refusal, match="已归档"):
        actions.edit(closed, hall.actor(hall.bai), {"topic": "x"})
    assert hall.take(closed, "reopen", hall.bai, ground="补材料").state == State.HELD
