"""A contact in one tap, what is added after, what follows, and undo."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.contacts import actions
from lvzhi.contacts.models import Contact
from lvzhi.contacts.tests.web import TODAY, Web
from lvzhi.deadlines import clock
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo

DAY = dt.timedelta(days=1)


def test_one_tap_logs_today_and_one_takes_it_back(web: Web) -> None:
    pair, client = web.pair("jia", "bing"), web.login("jia")
    page = reverse("contacts:pair", args=[pair.uid])
    assert "bing员" in client.get(reverse("contacts:mine")).content.decode()
    assert 'name="mode" value="visit"' in client.get(page).content.decode()
    answer = client.post(reverse("contacts:log", args=[pair.uid]), {"mode": "visit", "once": "a"})
    contact = Contact.objects.get()
    assert (contact.met_on, contact.mode, contact.state, contact.for_other) == (TODAY, "visit", "noted", False)
    shown = client.get(answer["Location"]).content.decode()
    assert "已登记：2026年7月1日走访联系bing员。" in shown
    undo = reverse("contacts:undo", args=[contact.uid])
    assert undo in shown
    client.post(reverse("contacts:log", args=[pair.uid]), {"mode": "visit", "once": "a"})
    assert Contact.objects.count() == 1
    assert "已撤销刚才的登记" in client.post(undo, follow=True).content.decode()
    assert client.post(undo).status_code == 302
    assert not Contact.objects.live().exists()


def test_ones_own_page_tells_both_directions_apart(web: Web) -> None:
    web.pair("jia", "bing")
    web.pair("zhu", "jia", "group_party")
    shown = web.login("jia").get(reverse("contacts:mine")).content.decode()
    mine, theirs = shown.split("谁联系我")
    assert ("bing员" in mine, "zhu员" in mine, "zhu员" in theirs) == (True, False, True)
    assert "bing员" in web.login("jia").get("/").content.decode()


def test_a_mode_nobody_knows_is_said_on_the_page(web: Web) -> None:
    pair, client = web.pair("jia", "bing"), web.login("jia")
    answer = client.post(reverse("contacts:log", args=[pair.uid]), {"mode": "smoke"}, follow=True)
    assert "请选择联系方式" in answer.content.decode()


def test_what_was_told_follows_the_tap(web: Web) -> None:
    contact = web.log(web.pair("jia", "bing"))
    client = web.login("jia")
    url = reverse("contacts:step", args=[contact.uid, "add"])
    sent = {
        "met_on": "2026-07-01",
        "mode": "phone",
        "topic": "企业用工",
        "problem": "招工难，缺技术工人。",
        "version": 1,
    }
    assert client.post(url, sent | {"follow_on": "2026-06-01"}).status_code == 422
    assert client.post(url, sent | {"follow_on": "2026-07-09"}).status_code == 302
    contact.refresh_from_db()
    assert (contact.state, contact.due_on) == ("open", dt.date(2026, 7, 9))
    assert [one.record.pk for one in todo(web.actor("jia"))] == [contact.pk]
    assert todo(web.actor(web.bai)) == []
    told = web.login(web.bai).get(reverse("messages:inbox")).content.decode()
    assert "jia员联系bing员时反映了问题" in told
    web.follow(contact, "jia")
    contact.refresh_from_db()
    assert (contact.state, contact.followed_on, contact.due_on) == ("done", TODAY, None)
    assert todo(web.actor("jia")) == []


def test_a_problem_without_a_day_takes_the_norm(web: Web) -> None:
    contact = web.log(web.pair("jia", "bing"), more={"problem": "路灯不亮"})
    assert (contact.state, contact.due_on) == ("open", dt.date(2026, 7, 15))
    with pytest.raises(NotAllowed):
        web.follow(contact, "bing")
    done = engine.take(contact, "follow_for", web.actor(web.bai), {"followed_on": TODAY, "result": "已修好。"})
    assert done.state == "done"


def test_the_days_of_a_pair_and_of_undo(web: Web) -> None:
    pair = web.pair("jia", "bing", day=TODAY - DAY)
    for day, said in ((TODAY + DAY, "今天之后"), (TODAY - 2 * DAY, "不在其中")):
        with pytest.raises(Refusal) as caught:
            web.log(pair, on=day)
        assert said in caught.value.sentence
    contact = web.log(pair, on=TODAY - DAY)
    with clock.at(TODAY + 3 * DAY), pytest.raises(Refusal) as caught:
        actions.undo(web.actor("jia"), contact)
    assert "已超过24小时" in caught.value.sentence


def test_staff_log_on_behalf(web: Web) -> None:
    pair = web.pair("jia", "bing")
    client: Any = web.login(web.bai)
    assert "代为登记今天的联系" in client.get(reverse("contacts:pair", args=[pair.uid])).content.decode()
    url = reverse("contacts:more", args=[pair.uid])
    sent = {"met_on": "2026-06-20", "mode": "talk", "topic": "座谈"}
    assert client.post(url, sent).status_code == 302
    contact = Contact.objects.get()
    assert (contact.for_other, contact.entered_by, contact.met_on) == (True, "白办", dt.date(2026, 6, 20))
    web.log(pair, who=web.tou)  # heads the organ in which jia sits
    for who in (web.ling, web.shen, web.far, web.accounts["bing"], web.accounts["yi"]):
        with pytest.raises(NotAllowed):
            web.log(pair, who=who)


def test_two_hands_on_one_contact(web: Web) -> None:
    contact = web.log(web.pair("jia", "bing"))
    url = reverse("contacts:step", args=[contact.uid, "add"])
    sent = {"met_on": "2026-07-01", "mode": "phone", "version": contact.version}
    assert web.login("jia").post(url, sent | {"topic": "先写的"}).status_code == 302
    answer = web.login(web.bai).post(url, sent | {"topic": "后写的"})
    assert answer.status_code == 409
    assert "jia员" in answer.content.decode()
    assert Contact.objects.get().topic == "先写的"
