"""Contact points with visits in two taps, lists of duties copied to the next year; criticism read by the branch."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.tests.house import START
from lvzhi.metrics import compute
from lvzhi.party import actions, metrics
from lvzhi.party.models import Body, ContactPoint, Duty, Minutes, PointVisit
from lvzhi.party.tests.hall import TODAY, Hall
from lvzhi.people import actions as people
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo

DAY = dt.timedelta(days=1)
MOST = 15


def pointed(hall: Hall, body: Body | None = None) -> ContactPoint:
    """ding is vice-chairman and keeps in touch with jia's branch."""
    people.appoint(hall.actor(hall.bai), hall.person("ding"), hall.here, "vice_chairman", starts=START)
    return actions.assign_point(hall.actor(hall.bai), hall.person("ding"), body or hall.led(), START)


def test_a_visit_is_logged_in_two_taps(hall: Hall) -> None:
    point = pointed(hall)
    ding = hall.login(hall.accounts["ding"])
    page = ding.get(reverse("party:points")).content.decode()  # the first: the page; the second: its button
    assert "我的联系点" in page
    address = reverse("party:visit_today", args=[point.uid])
    assert address in page
    for _ in range(2):  # sent twice it is one visit
        assert ding.post(address, {"back": "list"})["Location"] == reverse("party:points")
    assert [one.visited_on for one in PointVisit.objects.all()] == [TODAY]
    assert "今天已登记" in ding.get(reverse("party:points")).content.decode()
    other = {"visited_on": "2026-05-04", "text": "参加主题党日"}
    assert ding.post(reverse("party:visit", args=[point.uid]), other).status_code == 302
    assert "2026年走访2/2次" in ding.get(reverse("party:point", args=[point.uid])).content.decode()


def test_who_logs_reads_and_mends_a_visit(hall: Hall) -> None:
    point = pointed(hall)
    visit = actions.log_visit(hall.actor(hall.accounts["ding"]), point, TODAY, "座谈")
    page = reverse("party:point", args=[point.uid])
    reads = {hall.bai: True, hall.ling: True, hall.accounts["yi"]: True, hall.accounts["wu"]: False}
    for account, reading in reads.items():
        assert ("座谈" in hall.login(account).get(page).content.decode()) is reading
    assert hall.login(hall.far).get(page).status_code == 404
    with pytest.raises(NotAllowed):
        actions.log_visit(hall.actor(hall.accounts["jia"]), point, TODAY - DAY)
    for day, words in ((TODAY + DAY, "在今天之后"), (START - DAY, "不能在此之前")):
        with pytest.raises(Refusal) as refused:
            actions.log_visit(hall.actor(hall.bai), point, day)
        assert words in refused.value.sentence
    other = actions.log_visit(hall.actor(hall.bai), point, TODAY - DAY)
    with pytest.raises(Refusal) as refused:
        actions.change_visit(hall.actor(hall.bai), other, TODAY, "")
    assert "已经登记" in refused.value.sentence
    engine.void(visit, hall.actor(hall.bai), "误录")
    assert metrics.VISITS.rows(hall.scope, hall.year).get() == other


def test_coverage_of_contact_points_names_who_lacks_one(hall: Hall) -> None:
    body = hall.led()
    with pytest.raises(Refusal) as refused:
        actions.assign_point(hall.actor(hall.bai), hall.person("yi"), body, START)
    assert "不能确定联系点" in refused.value.sentence
    people.appoint(hall.actor(hall.bai), hall.person("yi"), hall.here, "chairman", starts=START)
    point = pointed(hall, body)
    with pytest.raises(Refusal) as refused:
        actions.assign_point(hall.actor(hall.bai), hall.person("ding"), body, START)
    assert "已经联系" in refused.value.sentence
    for day in (TODAY, TODAY - DAY):
        found = compute.book(metrics.YEARLY, hall.scope, hall.year)
        assert found["party.point_coverage"].numerator == 0
        actions.log_visit(hall.actor(hall.accounts["ding"]), point, day)
    found = compute.book(metrics.YEARLY, hall.scope, hall.year)
    assert (found["party.point_coverage"].numerator, found["party.point_coverage"].denominator) == (1, 1)
    assert [row.person.name for row in metrics.WITHOUT_POINT.rows(hall.scope, hall.year)] == ["yi员"]
    actions.end_point(point, hall.actor(hall.bai), TODAY - DAY)
    assert metrics.POINTS.rows(hall.scope, hall.year).count() == 0
    assert metrics.VISITS.rows(hall.scope, hall.year).count() == 2


def listed(hall: Hall, *names: str, items: str = "讲党课：每年一次\n谈心谈话") -> list[Duty]:
    data = {"year": TODAY.year, "items": items, "finish_by": dt.date(2026, 12, 31)}
    return actions.add_duties(hall.actor(hall.bai), hall.here, [hall.person(one) for one in names or ("jia",)], data)


def test_a_list_of_duties_from_the_item_to_its_proof(hall: Hall) -> None:
    hall.led()
    lecture, _ = listed(hall)
    jia = hall.actor(hall.accounts["jia"])
    assert (lecture.item, lecture.detail) == ("讲党课", "每年一次")
    assert {one.record.item for one in todo(jia)} == {"讲党课", "谈心谈话"}
    for answers, words in (
        ({"done_on": TODAY + DAY, "result": "讲了"}, "在今天之后"), ({"done_on": TODAY, "result": " "}, "完成情况"),
        ({"done_on": START, "result": "讲了"}, "早于2026年"),
    ):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            engine.take(lecture, "finish", jia, answers)
        assert words in refused.value.sentence
    with pytest.raises(NotAllowed):
        engine.take(lecture, "finish", hall.actor(hall.accounts["yi"]), {"done_on": TODAY, "result": "讲了"})
    lecture = engine.take(lecture, "finish", jia, {"done_on": TODAY, "result": "讲了一次"})
    found = compute.book(metrics.YEARLY, hall.scope, hall.year)
    assert (found["party.duties_rate"].numerator, found["party.duties_rate"].denominator) == (1, 2)
    assert [row.item for row in metrics.DUTIES_OPEN.rows(hall.scope, hall.year)] == ["谈心谈话"]
    lecture = engine.take(lecture, "reopen", hall.actor(hall.bai), {"ground": "请附讲稿"})
    assert (lecture.done_on, lecture.ground) == (None, "请附讲稿")
    page = hall.login(hall.accounts["jia"]).get(reverse("party:duties")).content.decode()
    assert "2026年2项，已完成0项" in page
    assert "讲党课" not in hall.login(hall.accounts["yi"]).get(reverse("party:duties")).content.decode()


def test_next_year_begins_with_a_copy(hall: Hall) -> None:
    listed(hall, "jia", "yi")
    client = hall.login(hall.bai)
    copied = client.post(reverse("party:duty_copy"), {"year": TODAY.year})
    assert copied["Location"].endswith("?year=2027")
    rows = Duty.objects.filter(year=2027)
    assert {(one.name, one.item, one.finish_by, one.state) for one in rows} == {
        (name, item, dt.date(2027, 12, 31), "open") for name in ("jia员", "yi员") for item in ("讲党课", "谈心谈话")
    }
    again = client.post(reverse("party:duty_copy"), {"year": TODAY.year}, follow=True)
    assert "没有可以复制的责任事项" in again.content.decode()
    assert rows.count() == 4
    with pytest.raises(NotAllowed):
        actions.copy_duties(hall.actor(hall.ling), hall.here, TODAY.year)
    for items, words in (
        ("讲党课", "已有“讲党课”"),
        ("甲\n甲", "写了两次"),
        (" \n", "至少写一个"),
        ("字" * 201, "第1行"),
    ):
        with pytest.raises(Refusal) as refused:
            listed(hall, items=items)
        assert words in refused.value.sentence


def test_criticism_is_read_by_the_organisation_and_the_one_above_alone(hall: Hall) -> None:
    above = hall.branch("党总支", kind="general", organ=None)
    hall.seat(above, "ding", post="secretary")
    body = hall.led(above=above)
    meeting = hall.held(body, "life", TODAY)
    jia = hall.login(hall.accounts["jia"])
    address = reverse("party:minutes", args=[meeting.uid])
    assert jia.post(address, {"text": "联系群众不够"}).status_code == 302
    assert Minutes.objects.get().text == "联系群众不够"
    page = reverse("party:meeting", args=[meeting.uid])
    for account, reads in (
        (hall.accounts["jia"], True), (hall.accounts["bing"], True), (hall.accounts["ding"], True),
        (hall.bai, False), (hall.ling, False), (hall.shen, False),
    ):  # fmt: skip
        assert ("联系群众不够" in hall.login(account).get(page).content.decode()) is reads
    assert [hall.login(one).get(address).status_code for one in (hall.bai, hall.accounts["bing"])] == [403, 403]
    with pytest.raises(Refusal) as refused:
        actions.keep_minutes(hall.actor(hall.accounts["jia"]), hall.held(body, "theme_day", TODAY), "讨论")
    assert "才登记批评与自我批评" in refused.value.sentence


def test_pages_cost_the_same_at_three_and_thirty_rows(hall: Hall) -> None:
    body = hall.led()
    point = pointed(hall, body)
    appraisal = actions.open_appraisal(
        hall.actor(hall.bai), body, {"year": TODAY.year, "account_by": TODAY + DAY, "by_ballot": False}
    )
    duty = listed(hall)[0]
    client = hall.login(hall.bai)
    costs = []
    for count in (3, 30):
        for place in range(count):
            listed(hall, items=f"事项{count}-{place}")
            other = hall.branch(f"支部{count}-{place}", organ=None)
            actions.assign_point(hall.actor(hall.bai), hall.person("ding"), other, START)
        costs.append([_statements(client, reverse(f"party:{one}")) for one in ("points", "duties", "appraisals")])
    assert costs[0] == costs[1]
    pages = (("point", point), ("appraisal", appraisal), ("duty", duty), ("body", body))
    assert {name: count for name, row in pages
            if (count := _statements(client, reverse(f"party:{name}", args=[row.uid]))) > MOST} == {}  # fmt: skip


def _statements(client: object, address: str) -> int:
    client.get(address)  # type: ignore[attr-defined]  # reason: a test client
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200  # type: ignore[attr-defined]  # reason: as above
    return len(caught)
