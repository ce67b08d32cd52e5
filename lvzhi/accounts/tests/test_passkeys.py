"""Passkeys: made, used as the second step and as the whole sign-in; every bent answer is refused."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from lvzhi.accounts import actions
from lvzhi.accounts.models import Factor
from lvzhi.accounts.tests.device import PRESENT, Device, altered
from lvzhi.accounts.tests.house import House, login
from lvzhi.accounts.tests.test_second import enrol, first_step
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry

NEW, ASK, ANSWER = "/accounts/me/factors/passkey", "/accounts/passkey/ask", "/accounts/passkey/answer"


def here() -> Client:
    return Client(SERVER_NAME="localhost")


def asked(browser: Client) -> dict[str, Any]:
    page = browser.get(NEW).content.decode()
    found = re.search(r'data-options="([^"]+)"', page)
    assert found
    options: dict[str, Any] = json.loads(html.unescape(found[1]))
    return options


def add(house: House, device: Device, label: str = "我的手机") -> Client:
    browser = login(house.member, SERVER_NAME="localhost")
    done = browser.post(NEW, {"label": label, "answer": device.make(asked(browser))})
    assert done.status_code == 200, done.content.decode()
    assert len(re.findall(r"<code>[a-z2-9]{5}-[a-z2-9]{5}</code>", done.content.decode())) == 10
    return browser


def enter(client: Client, device: Device, bend: Callable[[str], str] = lambda answer: answer, **changed: Any) -> bool:
    """Try to come in; whether it succeeded."""
    options = client.post(ASK).json()
    client.post(ANSWER, {"answer": bend(device.use(options, **changed))})
    return client.get("/accounts/me").status_code == 200


def test_a_passkey_is_the_whole_sign_in(house: House) -> None:
    device = Device()
    add(house, device)
    assert enter(here(), device)
    assert Entry.objects.filter(event="accounts.login").latest("seq").facts == {"how": "通行密钥"}
    row = Factor.objects.get()
    assert row.sign_count == 1
    assert row.used_at is not None


def test_a_passkey_is_the_second_step(house: House) -> None:
    device = Device()
    add(house, device)
    client = here()
    first_step(house.member, client)
    page = client.get("/accounts/second").content.decode()
    assert "用通行密钥验证" in page
    assert 'name="code"' not in page
    options = client.post(ASK).json()
    assert [one["id"] for one in options["allowCredentials"]] == [Factor.objects.get().credential]
    client.post(ANSWER, {"answer": device.use(options)})
    assert client.get("/accounts/me").status_code == 200
    assert Entry.objects.filter(event="accounts.login").latest("seq").facts == {"how": "密码和通行密钥"}


BENT: dict[str, dict[str, Any]] = {
    "signature": {"bend": lambda answer: altered(answer, "signature")},
    "authenticator data": {"bend": lambda answer: altered(answer, "authenticatorData")},
    "client data": {"bend": lambda answer: altered(answer, "clientDataJSON")},
    "handle of another": {"bend": lambda answer: altered(answer, "userHandle")},
    "foreign origin": {"origin": "https://evil.example"},
    "plain http elsewhere": {"origin": "http://localhost.evil.example"},
    "another kind": {"type": "webauthn.create"},
    "another challenge": {"challenge": "AAAA"},
    "no JSON": {"bend": lambda answer: "{"},
    "a list": {"bend": lambda answer: "[]"},
    "no response": {"bend": lambda answer: json.dumps({"id": json.loads(answer)["id"]})},
}


@pytest.mark.parametrize("how", BENT)
def test_a_bent_answer_is_refused(house: House, how: str) -> None:
    device = Device()
    add(house, device)
    bent = dict(BENT[how])
    assert not enter(here(), device, bent.pop("bend", lambda answer: answer), **bent)
    assert enter(here(), device), "the straight one is taken"


def test_an_answer_counts_once_and_for_its_own_session(house: House) -> None:
    device = Device()
    add(house, device)
    client, other = here(), here()
    answer = device.use(client.post(ASK).json())
    other.post(ASK)
    other.post(ANSWER, {"answer": answer})
    assert other.get("/accounts/me").status_code == 302
    client.post(ANSWER, {"answer": answer})
    assert client.get("/accounts/me").status_code == 200
    client.post("/accounts/logout")
    client.post(ANSWER, {"answer": answer})
    assert client.get("/accounts/me").status_code == 302


def test_without_verification_by_the_device_nobody_comes_in(house: House) -> None:
    device = Device()
    add(house, device)
    device.flags = PRESENT
    assert not enter(here(), device)


def test_a_counter_that_does_not_rise_tells_of_a_copy(house: House) -> None:
    device = Device()
    add(house, device)
    assert enter(here(), device)
    device.count = 0
    assert not enter(here(), device)


def test_another_host_and_an_unknown_passkey_are_refused(house: House) -> None:
    device = Device()
    add(house, device)
    device.host = "evil.example"
    assert not enter(here(), device)
    assert not enter(here(), Device())
    client = here()
    client.post(ASK)
    client.post(ANSWER, {"answer": Device().use(client.post(ASK).json())})
    assert "未在本系统登记" in client.get("/accounts/login").content.decode()


def test_failures_lock_like_wrong_passwords(house: House) -> None:
    device = Device()
    add(house, device)
    start = clock.now()
    with clock.at(start):
        for _ in range(5):
            assert not enter(here(), device, lambda answer: altered(answer, "signature"))
        assert not enter(here(), device)
    with clock.at(start + timedelta(minutes=16)):
        assert enter(here(), device)


def test_a_closed_account_does_not_come_in_by_its_passkey(house: House) -> None:
    device = Device()
    add(house, device)
    actions.disable(house.actor(house.admin), house.member)
    assert not enter(here(), device)


@pytest.mark.parametrize("bend", ["clientDataJSON", "attestationObject"])
def test_a_bent_new_passkey_is_not_kept(house: House, bend: str) -> None:
    browser = login(house.member, SERVER_NAME="localhost")
    answer = Device().make(asked(browser))
    if bend == "clientDataJSON":
        answer = Device(origin="https://evil.example").make(asked(browser))
    else:
        answer = json.dumps(json.loads(answer) | {"response": {"clientDataJSON": "", "attestationObject": "AA"}})
    assert browser.post(NEW, {"label": "x", "answer": answer}).status_code == 422
    assert not Factor.objects.exists()


def test_names_limits_and_renaming(house: House) -> None:
    device = Device()
    browser = add(house, device)
    again = browser.post(NEW, {"label": "我的手机", "answer": Device().make(asked(browser))})
    assert "已有同名的通行密钥" in again.content.decode()
    twice = browser.post(NEW, {"label": "另一个", "answer": device.make(asked(browser))})
    assert "已经登记过" in twice.content.decode()
    factor = Factor.objects.get()
    browser.post(f"/accounts/me/factors/{factor.uid}/rename", {"label": "办公室电脑"})
    assert "办公室电脑" in browser.get("/accounts/me/factors").content.decode()
    stranger = login(house.clerk)
    assert stranger.post(f"/accounts/me/factors/{factor.uid}/rename", {"label": "x"}).status_code == 404


def test_a_second_kind_gives_no_new_recovery_codes(house: House) -> None:
    codes = enrol(house, house.member)
    client = here()
    first_step(house.member, client)
    client.post("/accounts/second", {"recovery": codes[0]})
    done = client.post(NEW, {"label": "x", "answer": Device().make(asked(client))})
    assert done.url == "/accounts/me/factors"


def test_at_a_bare_address_passkeys_are_not_offered(house: House) -> None:
    assert "用通行密钥登录" in here().get("/accounts/login").content.decode()
    assert "用通行密钥登录" not in Client().get("/accounts/login").content.decode()
