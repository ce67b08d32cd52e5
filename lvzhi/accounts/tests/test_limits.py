"""How often, how long, on how many devices: limits with a sentence and a time to wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from lvzhi.accounts import limits
from lvzhi.accounts.models import LoginSession
from lvzhi.accounts.tests.house import PASSWORD, House, login
from lvzhi.accounts.tests.test_second import SECOND, enrol, first_step, norm
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def half_past() -> Any:
    """The middle of a window, so that none ends within a test."""
    return clock.now().replace(minute=15, second=30, microsecond=0)


def test_too_many_searches_get_a_sentence_and_a_time_and_one_line(house: House) -> None:
    norm(house, "accounts.rate_search", 10)
    start = half_past()
    with clock.at(start):
        browser, other = login(house.member), login(house.clerk)
        assert [browser.get("/search/?q=x").status_code for _ in range(10)] == [200] * 10
        over = browser.get("/search/?q=x")
        assert (over.status_code, over.headers["Retry-After"]) == (429, "30")
        assert "搜索过于频繁，请在30秒后再试" in over.content.decode()
        fragment = browser.get("/search/?q=x", headers={"HX-Request": "true"})
        assert (fragment.status_code, fragment.content.decode()) == (429, "搜索过于频繁，请在30秒后再试。")
        assert other.get("/search/?q=x").status_code == 200, "each person for himself"
        assert browser.get("/accounts/me").status_code == 200, "each kind for itself"
    with clock.at(start + timedelta(seconds=30)):
        assert browser.get("/search/?q=x").status_code == 200
    assert Entry.objects.filter(event="accounts.too_often").count() == 1


def test_sign_ins_of_an_address_are_limited(house: House) -> None:
    from lvzhi.accounts.tests.house import builder
    from lvzhi.norms import actions as norms

    day = clock.today()
    norms.set_value(builder(), house.city, "accounts.rate_sign_in", 10, starts=day, ground="试")
    with clock.at(half_past()):
        data = {"username": "chen.hua", "password": PASSWORD}
        assert [Client().post("/accounts/login", data).status_code for _ in range(11)] == [302] * 10 + [429]
        assert Client().post("/accounts/login", data, REMOTE_ADDR="10.0.0.9").status_code == 302
        assert Client().get("/accounts/login").status_code == 200, "looking is free"


def test_codes_are_limited_by_person_from_whatever_address(house: House) -> None:
    enrol(house, house.member)
    norm(house, "accounts.rate_second", 5)
    with clock.at(half_past()):
        answers = []
        for number in range(6):
            client = Client(REMOTE_ADDR=f"10.0.0.{number}")
            first_step(house.member, client)
            answers.append(client.post(SECOND, {"code": "000000"}).status_code)
        assert answers == [400] * 5 + [429]


def test_exports_and_uploads_are_known_by_address_and_content() -> None:
    assert limits.kind_of("proposals:export", "GET", uploads=False) == "export"
    assert limits.kind_of("metrics:book_export", "GET", uploads=False) == "export"
    assert limits.kind_of("files:upload", "POST", uploads=True) == "upload"
    assert limits.kind_of("proposals:list", "GET", uploads=False) is None


def test_every_export_of_the_house_is_under_the_limit() -> None:
    from django.urls import get_resolver

    names = {
        f"{space}:{name}"
        for space, (_, resolver) in get_resolver().namespace_dict.items()
        for name in resolver.reverse_dict
        if isinstance(name, str) and "export" in name
    }
    assert len(names) > 15
    assert {limits.kind_of(name, "GET", uploads=False) for name in names} == {"export"}


def test_a_locked_login_says_when_to_come_again(house: House) -> None:
    start = half_past()
    with clock.at(start):
        for _ in range(5):
            answer = Client().post("/accounts/login", {"username": "chen.hua", "password": "wrong"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "900")


def test_a_session_ends_after_its_longest_time_however_much_it_is_used(house: House) -> None:
    start = clock.now()
    with clock.at(start):
        browser = login(house.member)
    for minute in range(20, 12 * 60, 20):
        with clock.at(start + timedelta(minutes=minute)):
            assert browser.get("/accounts/me").status_code == 200
    with clock.at(start + timedelta(hours=12)):
        sent = browser.post("/accounts/me/delegate", {"taker": "写到一半的内容"})
        assert sent.url.startswith("/accounts/login")
        assert "已保留" in browser.get(sent.url).content.decode()
    assert Entry.objects.filter(event="accounts.session_over").count() == 1


def test_more_devices_than_allowed_end_the_one_used_longest_ago(house: House) -> None:
    norm(house, "accounts.sessions_most", 2)
    start = clock.now()
    browsers = []
    for minute in range(3):
        with clock.at(start + timedelta(minutes=minute)):
            browsers.append(login(house.member))
    with clock.at(start + timedelta(minutes=5)):
        assert [each.get("/accounts/me").status_code for each in browsers] == [302, 200, 200]
    assert LoginSession.objects.filter(account=house.member).count() == 2


def test_signing_in_gives_a_new_session_id(house: House) -> None:
    client = Client()
    client.get("/accounts/sign-on")  # leaves a message: a session before signing in
    before = client.session.session_key
    client.post("/accounts/login", {"username": "chen.hua", "password": PASSWORD})
    assert before
    assert client.session.session_key != before
    assert not LoginSession.objects.filter(session_key=before).exists()


def test_a_shared_cache_that_is_down_keeps_nobody_out(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.core.cache.backends.redis import RedisCache

    monkeypatch.setattr(limits, "cache", RedisCache("redis://127.0.0.1:1/0", {}))
    assert login(house.member).get("/search/?q=x").status_code == 200
