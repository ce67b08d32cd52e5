"""The default passes; what breaks a ban is found with its rule; numbers of the meter are their rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django import forms
from django.db import connection
from django.db.models import TextChoices
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import Keep
from lvzhi.access.rules import ANYONE
from lvzhi.accounts.tests.house import START
from lvzhi.appraisal.models import StaffRound
from lvzhi.appraisal.tests.yard import STAFF, TODAY, Yard
from lvzhi.deadlines import clock
from lvzhi.easing import queries, tables
from lvzhi.easing.queries.asking import repeated
from lvzhi.easing.vocabulary import METER
from lvzhi.evaluation.norms import RANKING
from lvzhi.journal.models import Entry
from lvzhi.messages.models import Message
from lvzhi.norms import bans
from lvzhi.norms.actions.values import set_value
from lvzhi.norms.bans import Ban, Check, Found
from lvzhi.workflow.declare import Step, Workflow
from lvzhi.workflow.models import DueNotice
from lvzhi.workflow.reminding import remind


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


def _quarter() -> Yard:
    yard = Yard()
    yard.decided(jia="good")
    return yard


@pytest.fixture(scope="module")
def kept(keep: Keep[Yard]) -> Yard:
    with clock.at(TODAY):
        return keep(_quarter)


@pytest.fixture
def yard(kept: Yard, own: Callable[[Any], Any]) -> Yard:
    found: Yard = own(kept)
    return found


def test_the_default_passes_each_ban_with_proof(yard: Yard) -> None:
    found = queries.sections(yard.here)
    assert [one.ban for one in found] == list(Ban)
    for section in found:
        assert section.lines, section.name
        for line in section.lines:
            assert line.found.good, (line.check.key, line.found.said, line.found.rows)
            assert line.found.said
    page = yard.login(yard.bai).get("/easing/").content.decode()
    assert "项检查都符合" in page
    assert "不符合" not in page
    forms_page = yard.login(yard.bai).get("/easing/forms/").content.decode()
    assert "要的是新的反馈日期" in forms_page  # what is asked anew on purpose says why
    assert "各个表单的栏目数" in forms_page


def test_turning_on_the_ranking_is_found_with_the_rule_it_breaks(yard: Yard) -> None:
    office = yard.login(yard.bai)
    assert "考核结果按得分排名：否" in office.get("/easing/").content.decode()
    yard.norm(RANKING, value=True)
    page = office.get("/easing/").content.decode()
    assert "1项不符合" in page
    assert "违反“不得积分排名”" in page
    broken = [line for one in queries.sections(yard.here) for line in one.lines if not line.found.good]
    assert [line.check.ban for line in broken] == [Ban.POINTS]
    assert f"/norms/{yard.here.uid}/norm/{RANKING}/" in page


def test_a_room_adds_its_own_check(yard: Yard) -> None:
    rows = (("打卡", "某表单"),)
    bans.register(
        Check("tests.stamp", Ban.POINTS, "不打卡", lambda committee, day: Found(False, "有1处打卡", rows=rows),  # noqa: FBT003  reason: reads as the verdict
              rule="打卡签到")
    )  # fmt: skip
    try:
        page = yard.login(yard.bai).get("/easing/").content.decode()
        assert "不打卡：有1处打卡。违反“不得打卡签到”" in page
        assert "某表单" in page
        with pytest.raises(bans.DoubleCheck):
            bans.register(Check("tests.stamp", Ban.POINTS, "又", lambda committee, day: Found(True, "")))  # noqa: FBT003  reason: as above
    finally:
        bans.forget("tests.stamp")


class At(TextChoices):
    A, B, C = "a", "b", "c"


class First(forms.Form):
    met_on = forms.DateField()
    note = forms.CharField(widget=forms.Textarea)


class Again(First):
    pass


class Filled(First):
    def prepare(self) -> None:
        self.fields["met_on"].initial = TODAY


def way(asks: type[forms.Form]) -> Workflow:
    first = Step(key="first", name="一", frm=frozenset({"a"}), to=("b",), may=ANYONE, asks=First)
    second = Step(key="second", name="二", frm=frozenset({"b"}), to=("c",), may=ANYONE, asks=asks)
    return Workflow(
        key="tests.way", name="试", model=StaffRound, states=At, initial="a", steps=(first, second), visible=ANYONE
    )


@pytest.mark.parametrize(("asks", "found"), [(Again, ["met_on"]), (Filled, [])])
def test_a_form_that_asks_what_an_earlier_step_wrote_is_found(asks: type[forms.Form], found: list[str]) -> None:
    assert [one.field for one in repeated(way(asks))] == found
    assert repeated(way(First))[0].step.key == "second"  # never the first one, and never the text


def test_numbers_of_the_meter_are_their_rows_and_the_journal(yard: Yard) -> None:
    over = queries.months(yard.here)
    found = queries.meter(yard.here, over)
    month = over[-1]
    assert month == TODAY.replace(day=1)
    steps = sum(found.value("steps", role, month) for role in found.roles)
    lines = Entry.objects.filter(committee_id=yard.here.pk, account_id__isnull=False)
    lines = lines.exclude(event="appraisal.line.tell")  # follows by itself
    assert steps == lines.count() > 0
    told = sum(found.value("messages", role, month) for role in found.roles)
    assert told == Message.objects.filter(committee=yard.here).count() > 0
    accounts = [row for row in found.rows("fields", "clerk", month) if "填写个人述评" in row.what]
    assert [(row.times, row.each) for row in accounts] == [(len(STAFF), 1)]
    begun = [row for row in found.rows("required", "office", month) if row.what == "机关干部考核 · 新建"]
    assert [(row.times, row.each) for row in begun] == [(1, 2)]  # the period, and until when
    office = yard.login(yard.bai)
    for what in METER:
        for role in found.roles:
            address = f"/easing/meter/{what}/{role or tables.NOBODY}/{month:%Y-%m}/"
            page = office.get(address).content.decode()
            assert f"合计{found.value(what, role, month)}" in page, address
    assert found.value("required", "clerk", month) <= found.value("fields", "clerk", month)


def test_reminders_are_counted_by_post(yard: Yard) -> None:
    yard.opened(2, account_by=TODAY + dt.timedelta(days=1))
    remind(yard.actor(yard.bai))
    sent = DueNotice.objects.filter(committee=yard.here).count()
    over = queries.months(yard.here)
    found = queries.meter(yard.here, over)
    assert sum(found.value("reminders", role, over[-1]) for role in found.roles) == sent > 0


def test_who_reads_it_and_nobody_is_named(yard: Yard) -> None:
    urls = ("/easing/", "/easing/forms/", "/easing/meter/")
    for who, status in (("bai", 200), ("mi", 200), ("ling", 200), ("shen", 200), ("jia", 403)):
        client = yard.login(yard.everyone[who])
        assert {client.get(url).status_code for url in urls} == {status}, who
    assert {Client().get(url).status_code for url in urls} == {302}
    office = yard.login(yard.bai)
    month = f"{TODAY:%Y-%m}"
    for url in ("/easing/meter/", f"/easing/meter/steps/clerk/{month}/"):
        assert "jia员" not in office.get(url).content.decode()
    assert office.get(f"/easing/meter/nonsense/clerk/{month}/").status_code == 404
    assert office.get("/easing/meter/steps/clerk/1999-01/").status_code == 404


def test_the_meter_costs_the_same_at_any_length(yard: Yard) -> None:
    office = yard.login(yard.bai)

    def cost(url: str) -> int:
        office.get(url)
        with CaptureQueriesContext(connection) as seen:
            assert office.get(url).status_code == 200
        return len(seen)

    before = [cost("/easing/meter/"), cost("/easing/"), cost("/easing/forms/")]
    yard.write(yard.opened(2))
    assert [cost("/easing/meter/"), cost("/easing/"), cost("/easing/forms/")] == before
    assert max(before) <= 20


def test_months_follow_their_norm(yard: Yard) -> None:
    set_value(yard.actor(yard.bai), yard.here, "easing.months", 3, starts=START, ground="本级规定")
    assert [one.month for one in queries.months(yard.here, dt.date(2026, 1, 31))] == [11, 12, 1]
    assert len(queries.months(yard.here)) == 3
