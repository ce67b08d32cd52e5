"""What falls due reaches whoever may act, once, by day, as a record and a line of the journal."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.messages.models import Message
from lvzhi.proposals.models import Promise, Proposal
from lvzhi.proposals.tests.people import Town
from lvzhi.proposals.tests.test_handling import points, set_norm
from lvzhi.proposals.tests.test_pages import page
from lvzhi.workflow import duties
from lvzhi.workflow.models import DueNotice

MONDAY = dt.datetime(2026, 3, 16, 10, tzinfo=clock.ZONE)


@pytest.fixture
def town(db: None) -> Town:
    return Town()


def tick(day: dt.date, hour: int = 9) -> dict[str, int]:
    with clock.at(dt.datetime(day.year, day.month, day.day, hour, 30, tzinfo=clock.ZONE)):
        return {duty.key: count for duty, count in duties.run_due()}


def told(town: Town) -> list[tuple[str, str, int]]:
    return sorted(DueNotice.objects.values_list("who", "occasion", "times"))


def test_before_the_day_once_and_after_it_by_the_norm(town: Town) -> None:
    with clock.at(MONDAY):
        proposal = town.submitted()
    due = proposal.due_on
    assert due is not None
    assert tick(due - dt.timedelta(days=6))["workflow.reminders"] == 0
    first = due - dt.timedelta(days=1)
    assert tick(first)["workflow.reminders"] == 2
    assert told(town) == [("丁宁", "soon", 0), ("己方", "soon", 0)]
    assert tick(first)["workflow.reminders"] == 0
    assert tick(due)["workflow.reminders"] == 0
    late = due + dt.timedelta(days=1)
    assert [tick(late + dt.timedelta(days=more))["workflow.reminders"] for more in (0, 1, 7, 8)] == [2, 0, 2, 0]
    assert told(town)[:3] == [("丁宁", "overdue", 1), ("丁宁", "overdue", 2), ("丁宁", "soon", 0)]
    assert Entry.objects.filter(event="workflow.reminded").count() == 6
    facts: Any = Entry.objects.filter(event="workflow.reminded").values_list("facts", flat=True).first()
    assert facts == {"count": 1, "who": "己方"}


def test_one_message_a_person_however_many_things(town: Town) -> None:
    with clock.at(MONDAY):
        for number in range(3):
            town.submitted(title=f"关于第{number}个食堂的提案")
        town.assigned()
    due = Proposal.objects.filter(state="submitted").latest("pk").due_on
    assert due is not None
    tick(due)
    message = Message.objects.get(account=town.ding, code="desk.due")
    assert message.facts["groups"] == "审查将到期3项"
    assert "食堂" not in str(message.facts)
    assert "审查将到期3项" in page(town.login(town.ding), "messages:inbox", group="due")
    tick(due + dt.timedelta(days=1))
    message.refresh_from_db()
    assert (message.facts["groups"], message.times) == ("审查已超期3项", 2)


def test_done_is_not_reminded_and_an_extension_begins_anew(town: Town) -> None:
    with clock.at(MONDAY):
        proposal = town.assigned()
    row = town.lead(proposal)
    assert row.due_on is not None
    tick(row.due_on)
    assert ("戊安", "soon", 0) in told(town)
    with clock.at(MONDAY + dt.timedelta(days=1)):
        town.take(row, "sign", town.wu)
    tick(row.due_on + dt.timedelta(days=1))
    assert not DueNotice.objects.filter(occasion="overdue").exists()


@pytest.mark.parametrize(("hour", "day", "sent"), [(7, 16, 0), (8, 16, 2), (19, 16, 2), (20, 16, 0), (10, 15, 0)])
def test_none_at_night_none_on_a_day_of_rest(town: Town, hour: int, day: int, sent: int) -> None:
    with clock.at(dt.date(2026, 2, 3)):
        town.submitted()
    assert tick(dt.date(2026, 3, day), hour)["workflow.reminders"] == sent


def test_a_day_of_rest_where_the_committee_wants_it(town: Town) -> None:
    with clock.at(dt.date(2026, 2, 3)):
        town.submitted()
    set_norm(town, "workflow.remind_rest_days", True)
    assert tick(dt.date(2026, 3, 15))["workflow.reminders"] == 2


def test_promise_wakes_its_clerk_on_its_day(town: Town) -> None:
    with clock.at(MONDAY):
        proposal = town.handling()
        town.take(proposal, "answer", town.wu, **town.reply(proposal) | points())
    promise = Promise.objects.get()
    tick(promise.promised_for - dt.timedelta(days=1))
    assert not DueNotice.objects.filter(kind="proposals.promise").exists()
    tick(promise.promised_for)
    assert set(DueNotice.objects.filter(kind="proposals.promise").values_list("who", "occasion")) == {
        ("丁宁", "woken"), ("己方", "woken"),
    }  # fmt: skip


def test_file_of_handling_shows_it_but_not_of_whom_a_rating_is_asked(town: Town) -> None:
    with clock.at(MONDAY):
        proposal = town.answered(town.take(town.cosigned(), "submit", town.jia))
        town.take(proposal, "rate", town.yi, attitude="satisfied", result="satisfied")
    due = Proposal.objects.get().due_on
    assert due is not None
    tick(due)
    assert told(town) == [("甲文", "soon", 0)]
    assert "甲文 · 评价将到期" in page(town.login(town.ding), "proposals:handling", proposal.uid)
    assert "评价将到期" not in page(town.login(town.wu), "proposals:handling", proposal.uid)


def test_other_committees_are_left_alone(town: Town) -> None:
    with clock.at(dt.date(2026, 2, 3)):
        town.submitted()
    tick(dt.date(2026, 3, 16))
    places: Any = DueNotice.objects.values_list("committee", flat=True)
    assert set(places) == {town.here.pk}
