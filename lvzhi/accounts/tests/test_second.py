"""The second step: codes, their lock, recovery codes, known browsers, who must, taking away and resetting."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from lvzhi.accounts import actions, factors, telling, totp
from lvzhi.accounts.models import Account, Factor, RecoverySheet
from lvzhi.accounts.tests.house import PASSWORD, House, login
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry, Private
from lvzhi.norms import actions as norms

SECOND = "/accounts/second"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105  reason: a test's


def code(moment: Any = None, secret: str = SECRET) -> str:
    return totp.code_at(secret, totp.step_of(moment or clock.now()))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, dict[str, Any]]]:
    """What people are told of their accounts: login name, code, facts."""
    heard: list[tuple[str, str, dict[str, Any]]] = []
    hear = lambda account, code, **facts: heard.append((account.username, code, facts))  # noqa: E731  reason: one expression
    monkeypatch.setattr(telling, "_tellers", [hear])
    return heard


def norm(house: House, key: str, value: Any, starts: Any = None) -> None:
    """A norm of 东湖区."""
    norms.set_value(house.actor(house.admin), house.east, key, value, starts=starts or clock.today(), ground="试")


def enrol(house: House, account: Account) -> list[str]:
    """An authenticator added half an hour ago; the recovery codes."""
    with clock.at(clock.now() - timedelta(minutes=30)):
        return factors.add_totp(house.actor(account), account, SECRET, code())


def first_step(account: Account, client: Client | None = None) -> Client:
    client = client or Client()
    answer = client.post(
        "/accounts/login", {"username": account.username, "password": PASSWORD, "next": "/accounts/me"}
    )
    assert answer.url == "/accounts/second?next=%2Faccounts%2Fme"
    return client


def errors(answer: Any) -> str:
    found = answer.context["form"].errors or answer.context["recovery_form"].errors
    return " ".join(str(one) for group in found.values() for one in group)


def test_enrolling_through_the_page_then_signing_in_by_the_code(house: House) -> None:
    start = clock.now()
    with clock.at(start):
        browser = login(house.member)
        page = browser.get("/accounts/me/factors/totp").content.decode()
        assert "<svg" in page
        assert "style=" not in page.split("<svg", 1)[1].split("</svg>", 1)[0], "the policy allows no inline style"
        shown = re.search(r'class="lz-secret">([A-Z2-7 ]+)<', page)
        assert shown
        secret = shown[1].replace(" ", "")
        wrong = browser.post("/accounts/me/factors/totp", {"code": "000000"})
        assert wrong.status_code == 422
        assert not Factor.objects.exists()
        done = browser.post("/accounts/me/factors/totp", {"code": code(secret=secret), "next": "/accounts/me"})
        codes = re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", done.content.decode())
        assert len(set(codes)) == 10
    with clock.at(start + timedelta(minutes=1)):
        client = first_step(house.member)
        assert client.get("/accounts/me").status_code == 302, "the password alone opens nothing"
        typed = code(secret=secret)
        answer = client.post(SECOND, {"code": f"{typed[:3]} {typed[3:]}", "next": "/accounts/me"})
        assert answer.url == "/accounts/me"
        assert client.get("/accounts/me").status_code == 200
    entry = Entry.objects.filter(event="accounts.login").latest("seq")
    assert entry.facts == {"how": "密码和动态验证码"}


def test_the_secret_stands_nowhere_in_the_open_nor_in_the_journal(house: House) -> None:
    from django.db import connection

    from lvzhi.journal.secrets import open_text

    enrol(house, house.member)
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM accounts_factor")
        stored = cursor.fetchone()[0]
    assert SECRET not in stored
    assert open_text(stored) == SECRET
    assert all(SECRET not in open_text(row.payload, f"journal/{row.kind}") for row in Private.objects.all())
    assert all(SECRET not in str(entry.changes) for entry in Entry.objects.all())


def test_a_code_counts_once_and_only_near_its_half_minute(house: House) -> None:
    enrol(house, house.member)
    now = clock.now()
    with clock.at(now):
        assert first_step(house.member).post(SECOND, {"code": code()}).status_code == 302
        again = first_step(house.member).post(SECOND, {"code": code()})
        assert again.status_code == 400
        assert "已经用过" in errors(again)
    with clock.at(now + timedelta(minutes=5)):
        early, late = code(clock.now() + timedelta(seconds=60)), code(clock.now() - timedelta(seconds=60))
        client = first_step(house.member)
        assert [client.post(SECOND, {"code": each}).status_code for each in (early, late)] == [400, 400]
        assert client.post(SECOND, {"code": code(clock.now() - timedelta(seconds=30))}).status_code == 302
    norm(house, "accounts.code_drift", 0)
    with clock.at(now + timedelta(minutes=9)):
        assert (
            first_step(house.member).post(SECOND, {"code": code(clock.now() - timedelta(seconds=30))}).status_code
            == 400
        )


def test_wrong_codes_lock_like_wrong_passwords(house: House) -> None:
    enrol(house, house.member)
    start = clock.now()
    with clock.at(start):
        client = first_step(house.member)
        answers = [client.post(SECOND, {"code": "000000"}) for _ in range(4)]
        assert [each.status_code for each in answers] == [400] * 4
        # giving the right password again does not wipe the failures out
        client = first_step(house.member)
        assert client.post(SECOND, {"code": "000000"}).url == "/accounts/login"
        assert "已暂停登录" in client.get("/accounts/login").content.decode()
        locked = Client().post("/accounts/login", {"username": "chen.hua", "password": PASSWORD})
        assert locked.status_code == 429
    assert Entry.objects.filter(event="accounts.second_failed").count() == 5
    with clock.at(start + timedelta(minutes=16)):
        assert first_step(house.member).post(SECOND, {"code": code()}).status_code == 302


def test_the_wait_for_the_second_step_ends(house: House) -> None:
    enrol(house, house.member)
    start = clock.now()
    with clock.at(start):
        client = first_step(house.member)
    with clock.at(start + timedelta(minutes=11)):
        assert client.post(SECOND, {"code": code()}).url == "/accounts/login"
        assert client.get("/accounts/me").status_code == 302


def test_a_changed_password_ends_the_wait(house: House) -> None:
    enrol(house, house.member)
    client = first_step(house.member)
    actions.change_password(house.actor(house.member), house.member, PASSWORD, "Another-2026-x", "Another-2026-x")
    assert client.post(SECOND, {"code": code()}).url == "/accounts/login"


def test_nobody_reaches_the_second_step_without_the_first(house: House) -> None:
    enrol(house, house.member)
    assert Client().get(SECOND).url == "/accounts/login"
    assert Client().post(SECOND, {"code": code()}).url == "/accounts/login"


def test_each_recovery_code_opens_once_and_the_person_is_told(house: House, told: Any) -> None:
    codes = enrol(house, house.member)
    assert first_step(house.member).post(SECOND, {"recovery": f" {codes[3].upper()} "}).status_code == 302
    again = first_step(house.member).post(SECOND, {"recovery": codes[3]})
    assert again.status_code == 400
    assert "已经用过" in errors(again)
    assert first_step(house.member).post(SECOND, {"recovery": codes[4].replace("-", "")}).status_code == 302
    assert factors.codes_left(house.member) == 8
    assert [one[2] for one in told if one[1] == "accounts.told_recovery"] == [{"left": 9}, {"left": 8}]
    sheet = RecoverySheet.objects.get()
    assert not any(one.replace("-", "") in str(sheet.digests) for one in codes)


def test_new_recovery_codes_end_the_old_ones(house: House) -> None:
    old = enrol(house, house.member)
    browser = first_step(house.member)
    browser.post(SECOND, {"code": code()})
    with clock.at(clock.now() + timedelta(minutes=2)):
        refused = browser.post("/accounts/me/factors/codes", {"password": "wrong", "code": code()})
        assert refused.status_code == 422
        page = browser.post("/accounts/me/factors/codes", {"password": PASSWORD, "code": code()}).content.decode()
    fresh = re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", page)
    assert len(fresh) == 10
    assert first_step(house.member).post(SECOND, {"recovery": old[0]}).status_code == 400
    assert first_step(house.member).post(SECOND, {"recovery": fresh[0]}).status_code == 302


def test_a_browser_is_known_only_where_the_norm_allows_it(house: House) -> None:
    enrol(house, house.member)
    client = first_step(house.member)
    assert "免" not in client.get(SECOND).content.decode()
    client.post(SECOND, {"code": code(), "browser": "on"})
    assert "lz_browser" not in client.cookies
    norm(house, "accounts.browser_days", 7)
    start = clock.now() + timedelta(minutes=2)
    with clock.at(start):
        client = first_step(house.member)
        client.post(SECOND, {"code": code(), "browser": "on"})
        assert client.cookies["lz_browser"]["httponly"]
        client.post("/accounts/logout")
    with clock.at(start + timedelta(days=6)):
        entered = client.post("/accounts/login", {"username": "chen.hua", "password": PASSWORD})
        assert entered.url == "/", "no second step on this browser"
        first_step(house.member)  # on another one there is
    with clock.at(start + timedelta(days=8)):
        client.post("/accounts/logout")
        first_step(house.member, client)


def test_who_must_is_led_to_enrol_and_can_do_nothing_else(house: House) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    norm(house, "accounts.second_roles", [Role.CLERK], tomorrow)
    assert login(house.clerk).get("/accounts/me").status_code == 200, "not before the day"
    with clock.at(tomorrow):
        browser = login(house.clerk)
        for address in ("/accounts/me", "/", "/inbox/", "/accounts/me/factors", "/accounts/me/factors/codes"):
            assert browser.get(address).url.startswith("/accounts/me/factors/totp"), address
        told = browser.get("/inbox/", headers={"HX-Request": "true"})
        assert (told.status_code, told.headers["HX-Redirect"].split("?")[0]) == (403, "/accounts/me/factors/totp")
        page = browser.get("/accounts/me/factors/totp").content.decode()
        assert "您的职务须启用第二步验证" in page
        shown = re.search(r'class="lz-secret">([A-Z2-7 ]+)<', page)
        assert shown
        browser.post("/accounts/me/factors/totp", {"code": code(secret=shown[1].replace(" ", ""))})
        assert browser.get("/accounts/me").status_code == 200
        assert login(house.member).get("/accounts/me").status_code == 200, "other roles are not asked"
        factor = Factor.objects.get(account=house.clerk)
    with clock.at(tomorrow), clock.at(clock.now() + timedelta(minutes=3)):
        data = {"password": PASSWORD, "code": code(secret=shown[1].replace(" ", ""))}
        browser.post(f"/accounts/me/factors/{factor.uid}/remove", data)
        assert Factor.objects.filter(account=house.clerk).exists(), "who must keeps one"


def test_taking_away_needs_password_and_code(house: House, told: Any) -> None:
    enrol(house, house.member)
    browser = first_step(house.member)
    browser.post(SECOND, {"code": code()})
    address = f"/accounts/me/factors/{Factor.objects.get().uid}/remove"
    with clock.at(clock.now() + timedelta(minutes=2)):
        assert browser.post(address, {"password": "wrong", "code": code()}).status_code == 422
        assert browser.post(address, {"password": PASSWORD, "code": "123456"}).status_code == 422
        other = login(house.clerk).post(address, {"password": PASSWORD, "code": code()})
        assert other.status_code == 404
        assert browser.post(address, {"password": PASSWORD, "code": code()}).status_code == 302
    assert not Factor.objects.exists()
    assert not RecoverySheet.objects.exists()
    assert told[-1] == ("chen.hua", "accounts.told_removed", {"kind": "动态验证码"})


def test_an_administrator_resets_with_a_ground_and_the_person_is_told(house: House, told: Any) -> None:
    enrol(house, house.member)
    person = first_step(house.member)
    person.post(SECOND, {"code": code()})
    browser, address = login(house.admin), f"/accounts/manage/{house.member.uid}/factors"
    assert browser.post(address, {"ground": " "}).status_code == 422
    assert login(house.clerk).post(address, {"ground": "x"}).status_code == 403
    assert browser.post(address, {"ground": "本人书面申请"}).status_code == 302
    assert person.get("/accounts/me").status_code == 302, "sessions end"
    assert login(house.member).get("/accounts/me").status_code == 200
    assert told[-1] == ("chen.hua", "accounts.told_reset", {"who": "吴敏", "ground": "本人书面申请"})
    assert Entry.objects.get(event="accounts.factors_reset").facts["ground"] == "本人书面申请"


@pytest.mark.parametrize("typed", ["１２３４５６", " 123 456", "123-456"])
def test_a_code_is_taken_however_it_is_pasted(typed: str) -> None:
    assert totp.tidy(typed) == "123456"
