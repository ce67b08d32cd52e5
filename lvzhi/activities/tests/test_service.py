"""Donations, reports to communities, study plans: who may note them, what is refused, and that numbers are rows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import NotAllowed, Refusal, Refusals
from lvzhi.activities.actions import service
from lvzhi.activities.actions.service import Gift
from lvzhi.activities.metrics.service import GIVINGS
from lvzhi.activities.models import CommunityPost, Giving, StudyPlan
from lvzhi.activities.tests.hall import START, TODAY, Hall, builder
from lvzhi.directory import actions as directory
from lvzhi.journal.models import Entry
from lvzhi.metrics import compute, periods
from lvzhi.metrics.registry import figure

YEAR = periods.year(TODAY.year)


def code_of(problem: Any) -> str:
    """Code of a refusal, of the first of several."""
    raised = problem.value
    return str((raised.parts[0] if isinstance(raised, Refusals) else raised).code)


@pytest.fixture
def village(hall: Hall) -> Any:
    return directory.add(builder(), hall.here, kind="community", name="河东社区", starts=START)


def value(hall: Hall, key: str) -> Decimal | None:
    return compute.compute(figure(key), hall.scope, YEAR).value


def gift(hall: Hall, name: str = "jia", **changed: Any) -> Gift:
    given: dict[str, Any] = {"given_on": TODAY, "amount": Decimal("500.50"), "receiver": "区慈善会"}
    return Gift(person=hall.members[name].person, **given | changed)


def test_donations_are_one_line_and_their_sum_is_the_figure(hall: Hall) -> None:
    before = Entry.objects.count()
    made = service.note_givings(
        hall.actor(hall.bai),
        hall.here,
        [gift(hall), gift(hall, "yi", form="goods", goods="大米20袋", amount=Decimal(2000)), gift(hall)],
    )
    assert Entry.objects.count() == before + 1
    assert [row.capacity for row in made] == ["member"] * 3
    rows = compute.rows_of(GIVINGS, hall.scope, YEAR)
    assert value(hall, "activities.given") == sum(row.amount for row in rows) == Decimal("3001.00")
    assert value(hall, "activities.givings") == rows.count() == 3
    assert value(hall, "activities.givers") == 2


def test_one_notes_ones_own_gift_and_nobody_elses(hall: Hall) -> None:
    service.note_givings(hall.actor(hall.jia), hall.here, [gift(hall)])
    for who in (hall.yi, hall.far_office, hall.shen):
        with pytest.raises(NotAllowed):
            service.note_givings(hall.actor(who), hall.here, [gift(hall)])
    assert Giving.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"amount": Decimal(0)}, "activities.amount_wrong"),
        ({"form": "goods"}, "activities.goods_missing"),
        ({"receiver": " "}, "activities.receiver_missing"),
        ({"given_on": TODAY + dt.timedelta(days=1)}, "activities.given_later"),
    ],
)
def test_a_bad_gift_is_refused_with_all_beside_it(hall: Hall, changed: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal) as problem:
        service.note_givings(hall.actor(hall.bai), hall.here, [gift(hall), gift(hall, "yi", **changed)])
    assert code_of(problem) == code
    assert not Giving.objects.exists()


def test_a_member_reports_once_and_the_rate_knows_who_did_not(hall: Hall, village: Any) -> None:
    jia, yi = hall.members["jia"], hall.members["yi"]
    service.report_to(hall.actor(hall.jia), hall.here, [(jia, village)], TODAY)
    with pytest.raises(Refusal) as problem:
        service.report_to(hall.actor(hall.bai), hall.here, [(yi, village), (jia, village)], TODAY)
    assert code_of(problem) == "activities.posted_already"
    with pytest.raises(NotAllowed):
        service.report_to(hall.actor(hall.jia), hall.here, [(yi, village)], TODAY)
    assert CommunityPost.objects.count() == 1
    assert value(hall, "activities.reported") == 1
    rate = compute.compute(figure("activities.reported_rate"), hall.scope, YEAR)
    assert (rate.numerator, rate.denominator) == (1, 4)


def test_reporting_wants_a_community_that_stands_and_a_member_in_office(hall: Hall, village: Any) -> None:
    actor, jia = hall.actor(hall.bai), hall.members["jia"]
    firm = directory.add(builder(), hall.here, kind="enterprise", name="恒通公司", starts=START)
    for unit, day, code in (
        (firm, TODAY, "activities.unit_no_community"),
        (village, START - dt.timedelta(days=1), "activities.unit_over"),
    ):
        with pytest.raises(Refusal) as problem:
            service.report_to(actor, hall.here, [(jia, unit)], day)
        assert code_of(problem) == code
    with pytest.raises(Refusal) as problem:
        service.report_to(actor, hall.here, [(hall.members["far-member"], village)], TODAY)
    assert code_of(problem) == "activities.not_seated"


def test_a_report_ends_on_its_day_and_leaves_the_figure(hall: Hall, village: Any) -> None:
    (post,) = service.report_to(hall.actor(hall.bai), hall.here, [(hall.members["jia"], village)], TODAY)
    with pytest.raises(NotAllowed):
        service.end_post(post, hall.actor(hall.yi), TODAY)
    with pytest.raises(Refusal) as problem:
        service.end_post(post, hall.actor(hall.jia), TODAY - dt.timedelta(days=1))
    assert code_of(problem) == "activities.post_order"
    service.end_post(post, hall.actor(hall.jia), TODAY)
    with pytest.raises(Refusal) as problem:
        service.end_post(post, hall.actor(hall.jia), TODAY)
    assert code_of(problem) == "activities.post_over"


def test_study_plans_come_in_once_a_year(hall: Hall) -> None:
    office = hall.actor(hall.bai)
    people = [hall.members["jia"].person, hall.members["yi"].person, hall.gan.person]
    made = service.hand_in_plans(office, hall.here, people, TODAY.year)
    assert {row.capacity for row in made} == {"member", "staff"}
    with pytest.raises(Refusal) as problem:
        service.hand_in_plans(hall.actor(hall.jia), hall.here, people[:1], TODAY.year)
    assert code_of(problem) == "activities.plan_already"
    with pytest.raises(Refusal):
        service.hand_in_plans(office, hall.here, [], TODAY.year)
    with pytest.raises(NotAllowed):
        service.hand_in_plans(hall.actor(hall.jia), hall.here, people[1:2], TODAY.year, title="补充计划")
    assert value(hall, "activities.study_plans") == StudyPlan.objects.count() == 3


def test_a_member_enters_own_notes_on_the_pages_and_reads_no_others(hall: Hall, village: Any) -> None:
    service.note_givings(hall.actor(hall.bai), hall.here, [gift(hall, "yi", receiver="别人的接收单位")])
    client = hall.login(hall.jia)
    added = client.post("/activities/notes/givings/add/", {
        "form": "money", "amount": "50余万", "receiver": "慈善会", "given_on": str(TODAY),
    })  # fmt: skip
    assert added.status_code == 422
    assert "请改成确切数" in added.content.decode()
    done = client.post("/activities/notes/givings/add/", {
        "form": "money", "amount": "800", "receiver": "慈善会", "given_on": str(TODAY),
    })  # fmt: skip
    assert done.status_code == 302
    listed = client.get("/activities/notes/givings/").content.decode()
    assert "800" in listed
    assert "别人的接收单位" not in listed
    client.post("/activities/notes/reports/add/", {"unit": str(village.pk), "starts": str(TODAY)})
    assert "河东社区" in client.get("/activities/notes/reports/").content.decode()
    client.post("/activities/notes/study-plans/add/", {"year": str(TODAY.year), "text": "读三本书"})
    assert StudyPlan.objects.get().person == hall.members["jia"].person
    assert client.get("/activities/notes/nothing/").status_code == 404


def test_the_office_enters_for_many_and_voids_with_a_ground(hall: Hall, village: Any) -> None:
    client = hall.login(hall.bai)
    people = [str(hall.members[name].person.pk) for name in ("jia", "yi")]
    sent = client.post("/activities/notes/reports/add/", {
        "people": people, "unit": str(village.pk), "starts": str(TODAY),
    })  # fmt: skip
    assert sent.status_code == 302
    post = CommunityPost.objects.filter(member=hall.members["jia"]).get()
    address = f"/activities/notes/reports/{post.uid}/void/"
    assert hall.login(hall.jia).post(address, {"ground": "录错了"}).status_code == 403
    assert client.post(address, {"ground": ""}).status_code == 422
    assert client.post(address, {"ground": "录错了"}).status_code == 302
    assert value(hall, "activities.reported") == 1


def test_lists_cost_the_same_at_5_and_50_rows(hall: Hall) -> None:
    office, client = hall.actor(hall.bai), hall.login(hall.bai)
    costs: list[int] = []
    client.get("/activities/notes/givings/")
    for count in (5, 45):
        members = hall.plain_members(count) if count == 5 else hall.plain_members(50)[5:]
        service.note_givings(office, hall.here, [
            Gift(person=one.person, given_on=TODAY, amount=Decimal(10), receiver="慈善会") for one in members
        ])  # fmt: skip
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/activities/notes/givings/").status_code == 200
        costs.append(len(seen))
    assert costs[0] == costs[1]
