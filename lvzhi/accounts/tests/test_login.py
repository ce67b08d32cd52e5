"""Coming in: right and wrong passwords, the lock, the forced change, the disabled account."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from lvzhi.accounts import actions, demo_logins
from lvzhi.accounts.models import Account, LoginSession
from lvzhi.accounts.tests.hashers import Quick
from lvzhi.accounts.tests.house import PASSWORD, House, login
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry

LOGIN = "/accounts/login"


def attempt(client: Client, username: str, password: str = "wrong", **extra: str):
    return client.post(LOGIN, {"username": username, "password": password, **extra})


def error_of(answer) -> str:
    return " ".join(answer.context["form"].non_field_errors())


def test_right_password_opens_the_page_asked_for(house: House) -> None:
    client = Client()
    sent = client.get("/accounts/me")
    assert sent.status_code == 302
    assert sent.url == "/accounts/login?next=%2Faccounts%2Fme"
    answer = attempt(client, "chen.hua", PASSWORD, next="/accounts/me")
    assert answer.url == "/accounts/me"
    page = client.get("/accounts/me")
    assert page.status_code == 200
    assert "陈华" in page.content.decode()


def test_a_foreign_next_leads_home(house: House) -> None:
    assert attempt(Client(), "chen.hua", PASSWORD, next="https://evil.example/").url == "/"


@pytest.mark.parametrize("typed", ["CHEN.HUA", " chen.hua ", "ｃｈｅｎ.ｈｕａ"])
def test_case_width_and_spaces_of_the_name_do_not_matter(house: House, typed: str) -> None:
    assert attempt(Client(), typed, PASSWORD).status_code == 302


def test_unknown_name_and_wrong_password_get_one_answer(house: House) -> None:
    wrong, unknown = attempt(Client(), "chen.hua"), attempt(Client(), "nobody.here")
    assert wrong.status_code == unknown.status_code == 400
    assert error_of(wrong) == error_of(unknown)
    assert "登录名或密码不正确" in error_of(wrong)


def test_five_failures_lock_for_fifteen_minutes_and_say_so(house: House) -> None:
    client = Client()
    start = clock.now()
    with clock.at(start):
        answers = [attempt(client, "chen.hua") for _ in range(5)]
        assert [each.status_code for each in answers] == [400, 400, 400, 400, 429]
        assert "15分钟后" in error_of(answers[-1])
    with clock.at(start + timedelta(minutes=10)):
        right = attempt(client, "chen.hua", PASSWORD)
        assert right.status_code == 429
        assert "5分钟后" in error_of(right)
        assert attempt(client, "lin.jing", PASSWORD).status_code == 302, "a neighbour is not locked"
    with clock.at(start + timedelta(minutes=15, seconds=1)):
        assert attempt(Client(), "chen.hua", PASSWORD).status_code == 302


def test_trying_during_the_lock_does_not_lengthen_it(house: House) -> None:
    start = clock.now()
    with clock.at(start):
        for _ in range(5):
            attempt(Client(), "chen.hua")
    for minute in (5, 10, 14):
        with clock.at(start + timedelta(minutes=minute)):
            assert attempt(Client(), "chen.hua").status_code == 429
    with clock.at(start + timedelta(minutes=16)):
        assert attempt(Client(), "chen.hua", PASSWORD).status_code == 302


def test_an_unknown_name_is_locked_alike(house: House) -> None:
    answers = [attempt(Client(), "nobody.here") for _ in range(5)]
    assert answers[-1].status_code == 429


def test_a_login_forgets_the_failures_before_it(house: House) -> None:
    for _ in range(2):
        for _ in range(4):
            assert attempt(Client(), "chen.hua").status_code == 400
        assert attempt(Client(), "chen.hua", PASSWORD).status_code == 302


def test_the_administrator_lifts_the_lock(house: House) -> None:
    for _ in range(5):
        attempt(Client(), "chen.hua")
    browser = login(house.admin)
    assert "已锁定" in browser.get(f"/accounts/manage/{house.member.uid}").content.decode()
    assert browser.post(f"/accounts/manage/{house.member.uid}/unlock").status_code == 302
    assert attempt(Client(), "chen.hua", PASSWORD).status_code == 302


def test_the_journal_keeps_logins_failures_and_locks(house: House) -> None:
    for _ in range(5):
        attempt(Client(), "chen.hua")
    attempt(Client(), "MyPassword1!")
    login(house.clerk).post("/accounts/logout")
    events = list(Entry.objects.order_by("seq").values_list("event", flat=True))[-9:]
    assert events == [
        *["accounts.login_failed"] * 5, "accounts.lock", "accounts.login_failed", "accounts.login", "accounts.logout",
    ]  # fmt: skip
    mistyped = Entry.objects.filter(event="accounts.login_failed").order_by("-seq")[0]
    assert mistyped.facts == {"username": "m***"}, "a password typed into the name's box is not written down"


def test_an_initial_password_must_be_changed_before_anything_else(house: House) -> None:
    made = actions.create_account(house.actor(house.admin), "new.one", "孙宁", committee=house.east)
    assert made.initial_password
    browser = login(made, made.initial_password)
    assert browser.get("/accounts/me").url == "/accounts/password?next=%2Faccounts%2Fme"
    data = {"old": made.initial_password, "new": "Xinmima-7788", "again": "Xinmima-7788", "next": "/accounts/me"}
    assert browser.post("/accounts/password", data).url == "/accounts/me"
    assert browser.get("/accounts/me").status_code == 200


def test_a_script_is_told_to_change_the_password(house: House) -> None:
    made = actions.create_account(house.actor(house.admin), "new.one", "孙宁", committee=house.east)
    browser = login(made, made.initial_password or "")
    answer = browser.get("/accounts/me", headers={"HX-Request": "true"})
    assert answer.status_code == 403
    assert answer.headers["HX-Redirect"].startswith("/accounts/password")


def test_a_disabled_account_is_out_at_the_next_request(house: House) -> None:
    browser = login(house.member)
    assert browser.get("/accounts/me").status_code == 200
    actions.disable(house.actor(house.admin), house.member)
    assert browser.get("/accounts/me").url.startswith("/accounts/login")
    again = attempt(Client(), "chen.hua", PASSWORD)
    assert "登录名或密码不正确" in error_of(again), "a stranger does not learn that the account exists"


def test_a_disabled_account_is_out_even_if_its_session_row_survives(house: House) -> None:
    browser = login(house.member)
    kept = LoginSession.objects.get(account=house.member)
    actions.disable(house.actor(house.admin), house.member)
    kept.save(force_insert=True)
    assert browser.get("/accounts/me").status_code == 302


def test_logging_out_needs_a_post(house: House) -> None:
    browser = login(house.member)
    assert browser.get("/accounts/logout").status_code == 405
    assert browser.post("/accounts/logout").url == "/accounts/login"
    assert browser.get("/accounts/me").status_code == 302


def test_the_page_warns_of_secrets_and_lists_demo_logins_only_when_registered(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_logins, "_sources", [])
    plain = Client().get(LOGIN).content.decode()
    assert "非涉密系统" in plain
    assert "演示账号" not in plain
    demo_logins.register(lambda: [demo_logins.DemoLogin("weiyuan", "demo", "赵一", "委员", "东湖区政协")])
    shown = Client().get(LOGIN).content.decode()
    assert "演示账号" in shown
    assert "weiyuan" in shown


def test_a_stronger_hash_is_taken_at_login(house: House, settings) -> None:
    settings.PASSWORD_HASHERS = [
        "lvzhi.accounts.tests.hashers.Quick", "django.contrib.auth.hashers.MD5PasswordHasher",
    ]  # fmt: skip
    assert attempt(Client(), "chen.hua", PASSWORD).status_code == 302
    assert Account.objects.get(pk=house.member.pk).password.startswith("quick$")
    assert attempt(Client(), "chen.hua", PASSWORD).status_code == 302


def test_a_login_reckons_the_hash_once(house: House, settings) -> None:
    settings.PASSWORD_HASHERS = [
        "lvzhi.accounts.tests.hashers.Quick", "django.contrib.auth.hashers.MD5PasswordHasher",
    ]  # fmt: skip
    attempt(Client(), "chen.hua", PASSWORD)
    before = Quick.reckoned
    assert attempt(Client(), "chen.hua", PASSWORD).status_code == 302
    assert Quick.reckoned - before == 1
