"""Pages by role, the secretary's way through the forms as served, deeds with proof, constant statements."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START
from lvzhi.metrics import compute
from lvzhi.party import actions, metrics
from lvzhi.party.models import Deed, Meeting
from lvzhi.party.tests.hall import TODAY, Hall
from lvzhi.workflow import engine

YES, NO, ABSENT = 200, 403, 404
# with the right, without it, and of another committee
TABLE: dict[str, tuple[int, ...]] = {
    #           bai  ling shen jia  yi   ding    wu     far
    "list":    (YES, YES, YES, YES, YES, YES, YES, YES),
    "body":    (YES, YES, YES, YES, YES, YES, YES, ABSENT),
    "found":   (YES, NO, NO, NO, NO, NO, NO, YES),
    "edit":    (YES, NO, NO, NO, NO, NO, NO, ABSENT),
    "seat":    (YES, NO, NO, NO, NO, NO, NO, ABSENT),
    "dissolve": (YES, NO, NO, NO, NO, NO, NO, ABSENT),
    "leave":   (YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "plan":    (YES, NO, NO, YES, NO, NO, NO, ABSENT),
    "meeting": (YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT),
    "hold":    (YES, NO, NO, YES, NO, ABSENT, ABSENT, ABSENT),
    "deeds":   (YES, YES, YES, YES, YES, YES, YES, YES),
    "deed":    (YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT),
    "confirm": (NO, NO, NO, YES, NO, ABSENT, ABSENT, ABSENT),
    "for":     (YES, NO, NO, NO, NO, NO, NO, YES),
    "pick":    (YES, YES, YES, NO, NO, NO, NO, YES),
}  # fmt: skip


def people(hall: Hall) -> list[Account]:
    return [hall.bai, hall.ling, hall.shen, *(hall.accounts[one] for one in ("jia", "yi", "ding", "wu")), hall.far]


def test_each_page_by_role(hall: Hall) -> None:
    body = hall.led()
    meeting, deed = hall.planned(body), hall.deed()
    seat = body.seats.get(name="yi员")
    pages = {
        "list": reverse("party:list"), "body": reverse("party:body", args=[body.uid]),
        "found": reverse("party:found"), "edit": reverse("party:edit", args=[body.uid]),
        "seat": reverse("party:seat", args=[body.uid]), "dissolve": reverse("party:dissolve", args=[body.uid]),
        "leave": reverse("party:leave", args=[seat.uid]), "plan": reverse("party:plan", args=[body.uid]),
        "meeting": reverse("party:meeting", args=[meeting.uid]),
        "hold": reverse("party:step", args=["meeting", meeting.uid, "hold"]), "deeds": reverse("party:deeds"),
        "deed": reverse("party:deed", args=[deed.uid]), "for": reverse("party:deed_add_for"),
        "confirm": reverse("party:step", args=["deed", deed.uid, "confirm"]), "pick": reverse("party:pick"),
    }  # fmt: skip
    clients = [hall.login(account) for account in people(hall)]
    found = {name: tuple(one.get(address).status_code for one in clients) for name, address in pages.items()}
    assert found == TABLE


def test_who_belongs_to_a_branch_is_read_by_it_and_the_office_alone(hall: Hall) -> None:
    address = reverse("party:body", args=[hall.led().uid])
    for account, reads in (
        (hall.bai, True), (hall.accounts["yi"], True), (hall.accounts["ding"], False), (hall.accounts["wu"], False),
    ):  # fmt: skip
        text = hall.login(account).get(address).content.decode()
        assert "jia员" in text  # the secretary is known to all
        assert ("bing员" in text) is reads


def test_a_secretary_puts_down_what_was_held(hall: Hall) -> None:
    body = hall.led()
    client = hall.login(hall.accounts["jia"])
    data = {"kind": "congress", "title": "学习条例", "held_on": "2026-05-12", "place": "会议室", "once": "a"}
    answer = client.post(reverse("party:plan", args=[body.uid]), data)
    meeting = Meeting.objects.get()
    address = reverse("party:step", args=["meeting", meeting.uid, "hold"])
    assert (answer.status_code, answer["Location"]) == (302, address)
    assert client.get(address).content.decode().count("checked") == 3
    came = {"held_on": "2026-05-12", "people": [hall.person("jia").pk], "text": "通过决议", "version": meeting.version}
    refused = client.post(address, came)
    assert refused.status_code == 422
    assert "没有超过应到人数的50%" in refused.content.decode()
    came["people"] = [hall.person(one).pk for one in ("jia", "bing")]
    assert client.post(address, came).status_code == 302
    text = client.get(reverse("party:meeting", args=[meeting.uid])).content.decode()
    assert "应到3人，实到2人" in text
    assert "bing员" in text
    page = client.get(reverse("party:body", args=[body.uid])).content.decode()
    assert "第2季度：1/1次" in page


def test_the_office_founds_seats_and_dissolves_through_the_forms(hall: Hall) -> None:
    client = hall.login(hall.bai)
    data = {"name": "机关党支部", "kind": "branch", "form": "fixed", "starts": "2026-01-05", "groups": "0"}
    place = client.post(reverse("party:found"), data)["Location"]
    body = place + "seat/"
    seated = client.post(body, {"people": [hall.person("ding").pk], "post": "secretary", "starts": "2026-01-06"})
    assert seated.status_code == 302
    assert "ding员" in client.get(place).content.decode()
    wrong = client.post(body, {"people": [hall.person("wu").pk], "post": "member", "starts": "2026-01-06"})
    assert "没有登记为中共党员" in wrong.content.decode()
    assert client.post(place + "dissolve/", {"ends": "2026-05-19"}).status_code == 302
    client.get(place)  # the notice of what was done is read once
    assert "机关党支部" not in client.get(reverse("party:list")).content.decode()


def test_a_deed_counts_when_the_secretary_has_confirmed_it(hall: Hall) -> None:
    hall.led()
    deed = hall.deed("yi")
    done = compute.compute(metrics.DEED_COVERAGE, hall.scope, hall.year)
    assert (done.numerator, done.denominator) == (0, 4)
    jia = hall.actor(hall.accounts["jia"])
    deed = engine.take(deed, "send_back", jia, {"ground": "请写明楼号"})
    answers = {"title": "修灯", "done_on": TODAY, "text": "三号楼十二盏。", "beneficiary": ""}
    deed = engine.take(deed, "correct", hall.actor(hall.accounts["yi"]), answers)
    engine.take(deed, "confirm", jia)
    done = compute.compute(metrics.DEED_COVERAGE, hall.scope, hall.year)
    assert (done.numerator, metrics.DEEDS.rows(hall.scope, hall.year).count()) == (1, 1)
    assert "yi员" not in {row.person.name for row in metrics.NOT_DOERS.rows(hall.scope, hall.year)}


def test_nobody_confirms_the_own_deed_and_none_is_taken_without_proof(hall: Hall) -> None:
    hall.led()
    own = hall.deed("jia")
    with pytest.raises(NotAllowed):
        engine.take(own, "confirm", hall.actor(hall.accounts["jia"]))
    assert engine.take(own, "confirm", hall.actor(hall.bai)).state == "confirmed"
    unplaced = hall.deed("ding")
    assert engine.take(unplaced, "confirm", hall.actor(hall.bai)).state == "confirmed"
    with pytest.raises(Refusal) as refused:
        hall.deed("wu")
    assert "没有登记为中共党员" in refused.value.sentence
    client = hall.login(hall.accounts["yi"])
    answer = client.post(reverse("party:deed_add"), {"title": "好事", "done_on": "2026-05-21", "text": "做了。"})
    assert (answer.status_code, Deed.objects.filter(title="好事").exists()) == (422, False)
    assert "在今天之后" in answer.content.decode()


def statements(client: Any, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_lists_cost_the_same_at_five_and_fifty_rows(hall: Hall) -> None:
    body = hall.led()
    client = hall.login(hall.bai)
    deed = hall.deed("yi")
    costs = []
    for count in (5, 50):
        for place in range(count):
            hall.branch(f"支部{count}-{place}", organ=None)
            hall.deed("yi", TODAY - dt.timedelta(days=place))
        costs.append([statements(client, reverse(name)) for name in ("party:list", "party:deeds")])
    assert costs[0] == costs[1]
    hall.held(body, "theme_day", START.replace(year=2026, month=4))
    assert statements(client, reverse("party:body", args=[body.uid])) <= 15
    assert statements(client, reverse("party:deed", args=[deed.uid])) <= 15
    assert actions.open_quarters(hall.actor(hall.bai)) > 0
