"""The government sign-on, against a real provider on this machine: bent tokens, unknown persons, new keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from joserfc.jwk import RSAKey

from lvzhi.access import Refusal
from lvzhi.accounts import sso
from lvzhi.accounts.models import Account, SignOnBinding
from lvzhi.accounts.tests.house import House, login
from lvzhi.accounts.tests.provider import CLIENT, SECRET, Provider, query
from lvzhi.accounts.tests.test_second import code, enrol
from lvzhi.journal.models import Entry

BACK = "/accounts/sign-on/back"


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    made = Provider()
    yield made
    made.close()


@pytest.fixture
def provider(running: Provider, settings: Any) -> Iterator[Provider]:
    settings.LVZHI_OIDC = {
        "issuer": running.issuer, "client": CLIENT, "secret": SECRET, "claim": "sub", "scope": "openid",
        "name": "浙政认证", "both": False,
    }  # fmt: skip
    running.bend, running.person, running.down = {}, "330102-7", False
    running.signed_by = running.key
    running.asked.clear()
    sso.forget()
    yield running
    sso.forget()


def bind(house: House) -> None:
    sso.bind(house.actor(house.admin), house.member, "330102-7")


def go(client: Client, provider: Provider, **changed: str) -> Any:
    """To the provider and back."""
    away = client.get("/accounts/sign-on", {"next": "/accounts/me"})
    assert away.url.startswith(f"{provider.issuer}/authorize?"), away.url
    return client.get(f"{BACK}?{query(provider.approve(away.url) | changed)}")


def refused(client: Client, provider: Provider, **changed: str) -> str:
    """The sentence with which it ends on the login page."""
    answer = go(client, provider, **changed)
    assert answer.url == "/accounts/login"
    page = client.get("/accounts/login").content.decode()
    assert client.get("/accounts/me").status_code == 302
    return page


def test_off_unless_configured(house: House) -> None:
    client = Client()
    assert "统一身份认证" not in client.get("/accounts/login").content.decode()
    assert client.get("/accounts/sign-on").url == "/accounts/login"
    assert client.get(BACK).url == "/accounts/login"
    assert login(house.admin).post(f"/accounts/manage/{house.member.uid}/binding", {"subject": "x"}).status_code == 302
    assert not SignOnBinding.objects.exists()


def test_a_bound_person_comes_in(house: House, provider: Provider) -> None:
    bind(house)
    client = Client()
    assert "用浙政认证登录" in client.get("/accounts/login").content.decode()
    before = client.session.session_key
    assert go(client, provider).url == "/accounts/me"
    assert client.get("/accounts/me").status_code == 200
    assert client.session.session_key != before
    assert Entry.objects.filter(event="accounts.login").latest("seq").facts == {"how": "统一身份认证"}
    left = client.post("/accounts/logout").content.decode()
    assert f"{provider.issuer}/end?id_token_hint=" in left
    assert client.get("/accounts/me").status_code == 302


def test_ones_own_second_step_is_asked_unless_the_provider_counts_as_two(
    house: House, provider: Provider, settings: Any
) -> None:
    enrol(house, house.member)
    bind(house)
    client = Client()
    assert go(client, provider).url == "/accounts/second?next=%2Faccounts%2Fme"
    assert client.get("/accounts/me").status_code == 302
    assert client.post("/accounts/second", {"code": code()}).status_code == 302
    assert client.get("/accounts/me").status_code == 200
    assert Entry.objects.filter(event="accounts.login").latest("seq").facts == {"how": "统一身份认证和第二步验证"}
    settings.LVZHI_OIDC = settings.LVZHI_OIDC | {"both": True}
    assert go(Client(), provider).url == "/accounts/me"


def test_an_unknown_person_gets_no_account(house: House, provider: Provider) -> None:
    count = Account.objects.count()
    assert "还没有绑定本系统的账号" in refused(Client(), provider)
    assert Account.objects.count() == count
    assert Entry.objects.filter(event="accounts.sso_refused").latest("seq").facts == {"reason": "accounts.sso_unknown"}


def test_a_closed_account_stays_closed(house: House, provider: Provider) -> None:
    from lvzhi.accounts import actions

    bind(house)
    actions.disable(house.actor(house.admin), house.member)
    refused(Client(), provider)


BENT: dict[str, dict[str, Any]] = {
    "nonce": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "issuer": {"iss": "https://evil.example"},
    "audience": {"aud": "another"},
    "several audiences without azp": {"aud": [CLIENT, "another"]},
    "several audiences for another": {"aud": [CLIENT, "another"], "azp": "another"},
    "expired": {"exp": 1_600_000_000},
    "no end": {"exp": None},
    "from the future": {"iat": 4_000_000_000},
}


@pytest.mark.parametrize("how", BENT)
def test_a_token_that_does_not_hold_is_refused(house: House, provider: Provider, how: str) -> None:
    bind(house)
    provider.bend = BENT[how]
    assert "未通过校验" in refused(Client(), provider)
    provider.bend = {}
    assert go(Client(), provider).url == "/accounts/me"


def test_a_foreign_signature_is_refused(house: House, provider: Provider) -> None:
    bind(house)
    provider.signed_by = RSAKey.generate_key(2048, {"kid": provider.key.kid})
    assert "未通过校验" in refused(Client(), provider)


def test_a_new_key_of_the_provider_is_asked_for_once(house: House, provider: Provider) -> None:
    bind(house)
    assert go(Client(), provider).url == "/accounts/me"
    assert provider.asked.count("/keys") == 1
    provider.rotate()
    assert go(Client(), provider).url == "/accounts/me"
    assert provider.asked.count("/keys") == 2
    assert go(Client(), provider).url == "/accounts/me"
    assert provider.asked.count("/keys") == 2


def test_coming_back_counts_once_and_in_the_session_that_left(house: House, provider: Provider) -> None:
    bind(house)
    client, other = Client(), Client()
    away = client.get("/accounts/sign-on")
    back = f"{BACK}?{query(provider.approve(away.url))}"
    assert other.get(back).url == "/accounts/login"
    assert "不是从本页开始" in other.get("/accounts/login").content.decode()
    assert client.get(back).url == "/"
    client.post("/accounts/logout")
    assert client.get(back).url == "/accounts/login"
    assert "不是从本页开始" in refused(Client(), provider, state="another")


def test_refusals_of_the_provider_are_sentences(house: House, provider: Provider) -> None:
    bind(house)
    client = Client()
    away = client.get("/accounts/sign-on")
    state = provider.approve(away.url)["state"]
    client.get(f"{BACK}?{query({'error': 'access_denied', 'state': state})}")
    assert "没有同意这次登录" in client.get("/accounts/login").content.decode()
    assert "没有回应" in refused(client, provider, code="never-given")
    sso.forget()
    provider.down = True
    assert client.get("/accounts/sign-on").url == "/accounts/login"
    assert "没有回应" in client.get("/accounts/login").content.decode()


def test_one_person_is_one_account(house: House, provider: Provider) -> None:
    bind(house)
    with pytest.raises(Refusal) as refusal:
        sso.bind(house.actor(house.admin), house.clerk, "330102-7")
    assert refusal.value.code == "accounts.subject_taken"
    sso.bind(house.actor(house.admin), house.member, "")
    sso.bind(house.actor(house.admin), house.clerk, "330102-7")
    client = Client()
    go(client, provider)
    assert "林静" in client.get("/accounts/me").content.decode()
