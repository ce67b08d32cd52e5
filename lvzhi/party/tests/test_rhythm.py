"""What a branch must hold by month, quarter and year; meetings with who came; the quarter's review."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import Refusal
from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.tests.house import START
from lvzhi.deadlines import clock
from lvzhi.norms import actions as norms
from lvzhi.party import actions, metrics, queries, rules
from lvzhi.party.models import Body, Presence, Quarter
from lvzhi.party.tests.hall import TODAY, Hall
from lvzhi.people import actions as people
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo

APRIL, MAY = dt.date(2026, 4, 10), dt.date(2026, 5, 11)


def lacking(body: Body) -> list[str]:
    slots = queries.rhythm([body], *queries.quarter_span(TODAY))
    return [f"{one}:{one.standing.value}" for one in slots[body.pk]]


def test_what_is_missing_is_computed_from_what_was_held(hall: Hall) -> None:
    body = hall.led()
    hall.held(body, "theme_day", MAY)
    assert lacking(body) == [
        "支部党员大会（第2季度）:due", "主题党日（4月）:missing", "主题党日（5月）:held", "主题党日（6月）:later",
    ]  # fmt: skip
    assert metrics.BEHIND.rows(hall.scope, hall.year).get() == body
    hall.held(body, "theme_day", APRIL)
    hall.held(body, "congress", MAY)
    assert "missing" not in "".join(lacking(body))


def test_a_board_and_groups_ask_for_their_own_meetings(hall: Hall) -> None:
    body = hall.led(has_board=True, groups=2)
    assert {"支部委员会会议（4月）:missing", "党小组会（4月）:missing"} <= set(lacking(body))


def test_a_branch_founded_late_in_a_month_owes_nothing_for_it(hall: Hall) -> None:
    body = hall.branch(starts=dt.date(2026, 5, 18))
    assert lacking(body) == ["主题党日（6月）:later"]


def test_a_committee_alters_its_own_rhythm(hall: Hall) -> None:
    body = hall.led()
    extra = {"per": "quarter", "times": "1", "who": "fixed", "words": ""}
    norms.set_code(
        hall.actor(hall.bai), hall.here, "party.meetings", "theme_day", "主题党日", extra=extra,
        starts=dt.date(2026, 1, 1), ground="本级规定",
    )  # fmt: skip
    assert "主题党日（第2季度）:due" in lacking(body)


def test_a_members_meeting_needs_more_than_half(hall: Hall) -> None:
    body = hall.led()
    with pytest.raises(Refusal) as refused:
        hall.held(body, "congress", MAY, "jia")
    assert "应到3人，实到1人" in refused.value.sentence
    done = hall.held(body, "congress", MAY, "jia", "yi")
    assert (done.due, done.came) == (3, 2)
    with pytest.raises(Refusal) as refused:
        hall.held(body, "theme_day", TODAY + dt.timedelta(days=1))
    assert "在今天之后" in refused.value.sentence
    with pytest.raises(Refusal) as refused:
        hall.planned(body, "democratic_life", MAY)
    assert "不适用" in refused.value.sentence


def test_a_leader_who_came_lives_as_an_ordinary_member(hall: Hall) -> None:
    body = hall.led()
    people.appoint(hall.actor(hall.bai), hall.person("yi"), hall.here, "vice_chairman", starts=START)
    hall.held(body, "theme_day", MAY)
    assert Presence.objects.get(leader=True).name == "yi员"
    assert metrics.DOUBLE_LIFE.rows(hall.scope, hall.year).count() == 1


def test_a_voided_meeting_counts_no_more(hall: Hall) -> None:
    body = hall.led()
    meeting = hall.held(body, "theme_day", MAY)
    assert metrics.HELD.rows(hall.scope, hall.year).count() == 1
    engine.void(meeting, hall.actor(hall.bai), "重复")
    assert metrics.HELD.rows(hall.scope, hall.year).count() == 0
    assert "主题党日（5月）:due" in lacking(body)


def test_a_desk_asks_nothing_of_the_database_to_know_which_quarters_wait(hall: Hall) -> None:
    hall.led()
    actor = hall.actor(hall.accounts["jia"])
    with CaptureQueriesContext(connection) as caught:
        rules.reviews.rows(actor)
    assert len(caught) == 0


def test_the_secretary_reviews_the_quarter_near_its_end(hall: Hall) -> None:
    body = hall.led()
    hall.branch("党总支", kind="general", organ=None)  # nothing is required of it
    assert [actions.open_quarters(system_actor("tests")) for _ in range(2)] == [1, 0]
    quarter = Quarter.objects.get(body=body)
    jia = hall.accounts["jia"]
    assert not list(todo(hall.actor(jia)))
    with clock.at(dt.date(2026, 6, 15)):
        assert [one.record for one in todo(hall.actor(jia))] == [quarter]
        assert not list(todo(hall.actor(hall.accounts["yi"])))
        with pytest.raises(Refusal) as refused:
            engine.take(quarter, "review", hall.actor(jia), {"note": "没有时间"})
        assert "还缺：支部党员大会（第2季度）" in refused.value.sentence
    with clock.at(dt.date(2026, 7, 2)):
        with pytest.raises(Refusal):
            engine.take(quarter, "review", hall.actor(jia), {"note": ""})
        done = engine.take(quarter, "review", hall.actor(jia), {"note": "书记出差，七月补开。"})
    assert (done.state, done.missing) == ("reviewed", 4)
