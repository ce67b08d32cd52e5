"""Staying in: the idle time-out, the text it must not cost, one's sessions."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client

from lvzhi.accounts.models import LoginSession
from lvzhi.accounts.tests.house import PASSWORD, House, login
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry


def test_idle_sessions_end_and_used_ones_go_on(house: House) -> None:
    start = clock.now()
    with clock.at(start):
        used, idle = login(house.member), login(house.clerk)
    for minute in (20, 40, 60):
        with clock.at(start + timedelta(minutes=minute)):
            assert used.get("/accounts/me").status_code == 200
    with clock.at(start + timedelta(minutes=29)):
        assert LoginSession.objects.filter(account=house.clerk).exists()
    with clock.at(start + timedelta(minutes=31)):
        assert idle.get("/accounts/me").url == "/accounts/login?next=%2Faccounts%2Fme"
    assert Entry.objects.filter(event="accounts.idle_out").count() == 1


def test_what_a_page_asks_by_itself_is_not_use(house: House) -> None:
    start = clock.now()
    with clock.at(start):
        browser = login(house.member)
    with clock.at(start + timedelta(minutes=20)):
        assert browser.get("/accounts/me", headers={"X-Unattended": "1"}).status_code == 200
    with clock.at(start + timedelta(minutes=31)):
        assert browser.get("/accounts/me").status_code == 302


def test_a_script_gets_401_and_the_address_of_the_login(house: House) -> None:
    answer = Client().get(
        "/accounts/me", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/accounts/me?a=1"}
    )
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/accounts/login?next=%2Faccounts%2Fme%3Fa%3D1"
    plain = Client().get("/accounts/me", headers={"Accept": "application/json"})
    assert plain.status_code == 401


def test_text_sent_after_the_time_out_is_there_after_login(house: House) -> None:
    start = clock.now()
    with clock.at(start):
        browser = login(house.member)
    with clock.at(start + timedelta(hours=2)):
        sent = browser.post("/accounts/me/delegate", {"taker": "关于老旧小区加装电梯的建议", "password": "hush"})
        assert sent.url.startswith("/accounts/login")
        assert "已保留" in browser.get(sent.url).content.decode()
        back = browser.post("/accounts/login", {"username": "chen.hua", "password": PASSWORD})
        assert back.url == "/accounts/held"
        page = browser.get(back.url).content.decode()
        assert "关于老旧小区加装电梯的建议" in page
        assert "hush" not in page
        assert browser.post("/accounts/held/drop").status_code == 302
        assert browser.get("/accounts/held").url == "/"


def test_autosave_after_the_time_out_keeps_the_newest_text(house: House) -> None:
    start = clock.now()
    with clock.at(start):
        browser = login(house.member)
    with clock.at(start + timedelta(hours=2)):
        for text in ("第一稿", "第二稿"):
            answer = browser.post("/accounts/me/delegate", {"taker": text}, headers={"X-Requested-With": "fetch"})
            assert answer.status_code == 401
        browser.post("/accounts/login", {"username": "chen.hua", "password": PASSWORD})
        page = browser.get("/accounts/held").content.decode()
        assert "第二稿" in page
        assert "第一稿" not in page


def test_kept_text_is_for_its_writer_only(house: House) -> None:
    start = clock.now()
    with clock.at(start):
        browser = login(house.member)
    with clock.at(start + timedelta(hours=2)):
        browser.post("/accounts/me/delegate", {"taker": "只给本人看"})
        back = browser.post("/accounts/login", {"username": "lin.jing", "password": PASSWORD})
        assert back.url == "/"
        assert browser.get("/accounts/held").url == "/"


def test_an_anonymous_post_keeps_nothing(house: House) -> None:
    client = Client()
    client.post("/accounts/me/delegate", {"taker": "x" * 1000})
    assert not LoginSession.objects.exists()


def test_my_sessions_are_listed_and_ended(house: House) -> None:
    here, there = login(house.member), login(house.member, headers={"User-Agent": "Mozilla (iPhone)"})
    page = here.get("/accounts/me")
    assert "苹果手机" in page.content.decode()
    other = next(each for each in page.context["sessions"] if not each["this"])
    assert there.session.session_key not in page.content.decode(), "a key in the page could be stolen from it"
    assert here.post("/accounts/me/sessions/end", {"number": other["mark"]}).status_code == 302
    assert there.get("/accounts/me").status_code == 302
    assert here.get("/accounts/me").status_code == 200


def test_nobody_ends_the_sessions_of_others(house: House) -> None:
    mine, theirs = login(house.member), login(house.clerk)
    foreign = theirs.get("/accounts/me").context["sessions"][0]["mark"]
    assert mine.post("/accounts/me/sessions/end", {"number": foreign}).status_code == 404
    assert theirs.get("/accounts/me").status_code == 200


def test_a_new_password_ends_the_other_sessions(house: House) -> None:
    here, there = login(house.member), login(house.member)
    data = {"old": PASSWORD, "new": "Xinmima-7788", "again": "Xinmima-7788"}
    assert here.post("/accounts/password", data).status_code == 302
    assert here.get("/accounts/me").status_code == 200
    assert there.get("/accounts/me").status_code == 302


def test_a_page_asks_a_fixed_number_of_statements_for_rights(house: House, django_assert_num_queries) -> None:
    from lvzhi.accounts.actors import actor_for

    with django_assert_num_queries(1):
        actor = actor_for(house.member)
        for _ in range(50):
            actor.has("member", committee=house.east.pk)
            actor.committees("clerk")


def test_large_type_is_kept_with_the_account(house: House) -> None:
    browser = login(house.member)
    browser.post("/accounts/me/large-type", {"large": "on"})
    assert login(house.member).cookies["lz_size"].value == "large"
    browser.post("/accounts/me/large-type", {"large": "off"})
    assert "lz_size" not in login(house.member).cookies
