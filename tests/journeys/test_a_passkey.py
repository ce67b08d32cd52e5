"""A passkey in the real browser, by Chromium's virtual authenticator: made, second step, whole sign-in, refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.demo_site import Installation, Server
from tests.journeys import steps

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
LOGINS = """
import json
from lvzhi.journal.models import Entry
rows = Entry.objects.filter(event="accounts.login", account_id__isnull=False).order_by("-seq")[:3]
print(json.dumps([row.facts["how"] for row in rows], ensure_ascii=False))
"""


@pytest.fixture
def own(demo_copy: Installation) -> Iterator[Server]:
    """A server of its own: who has a passkey cannot sign in by password alone, so no other journey may meet it."""
    server = Server(demo_copy)
    yield server
    server.close()


@pytest.fixture
def page(chromium: Any, own: Server) -> Iterator[Any]:
    """A phone's page under a host name: passkeys belong to one, never to a bare address."""
    home = own.url.replace("127.0.0.1", "localhost")
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", base_url=home)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def password(page: Any) -> None:
    from lvzhi.demo.logins import PASSWORD

    page.goto("/accounts/login")
    page.fill("input[name=username]", "fuyi")
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_load_state()


def leave(page: Any) -> None:
    page.goto("/")
    page.evaluate("document.querySelector('form[data-forget]').requestSubmit()")
    page.wait_for_url("**/accounts/login")


def test_a_passkey(page: Any, own: Server) -> None:
    blocked: list[str] = []
    page.on("console", lambda said: blocked.append(said.text) if "Content Security Policy" in said.text else None)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    authenticator = device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})["authenticatorId"]

    password(page)
    page.goto("/accounts/me/factors/passkey")
    assert steps.sideways(page) == 0
    page.keyboard.press("Tab")
    page.get_by_role("button", name="登记").press("Enter")
    page.wait_for_selector(".lz-codes")
    assert page.locator(".lz-codes li").count() == 10
    page.goto("/accounts/me/factors")
    assert page.locator("main").inner_text().count("登记，最近使用") == 0
    assert steps.violations(page) == []

    leave(page)
    password(page)
    assert "/accounts/second" in page.url
    page.get_by_role("button", name="用通行密钥验证").click()
    page.wait_for_url(lambda address: "/accounts/" not in address)

    leave(page)
    page.get_by_role("button", name="用通行密钥登录").click()
    page.wait_for_url(lambda address: "/accounts/" not in address)
    assert own.installation.python(LOGINS).strip() == '["通行密钥", "密码和通行密钥", "密码"]'

    leave(page)
    device.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})
    page.get_by_role("button", name="用通行密钥登录").click()
    page.locator(".lz-passkey-told", has_text="没有完成").wait_for()
    assert blocked == []
