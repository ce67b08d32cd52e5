"""Fixtures across rooms: the demonstration data, a server over them, and visitors at a desk and on a phone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.demo_site import SEEDS, Installation, Server, build

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The demonstration data as built; tests that write take a copy.

    LVZHI_TEST_DEMO names a folder built before (``LVZHI_DATA=FOLDER lvzhi demo --build-only``), for quick rounds.
    """
    before = os.environ.get("LVZHI_TEST_DEMO")
    if before:
        folder = Path(before)
        return Installation(folder, f"sqlite:///{folder / 'lvzhi.sqlite3'}")
    return build(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def demo_copy(demo: Installation, tmp_path: Path) -> Installation:
    """A copy of the demonstration data to write into."""
    return demo.copy(tmp_path / "copy")


@pytest.fixture(scope="session")
def site(demo: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over a copy of the demonstration data."""
    server = Server(demo.copy(tmp_path_factory.mktemp("site")))
    yield server
    server.close()


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The published summaries beside the checkout."""
    if not SEEDS.is_dir():
        pytest.skip("the folder of published summaries does not stand beside this checkout")
    return SEEDS


@pytest.fixture
def visitor(request: pytest.FixtureRequest, chromium: Any, site: Server) -> Iterator[Callable[..., Any]]:
    """``visitor("weiyuan", phone=True)``: a page logged in as that person; every request must stay on the machine.

    LVZHI_TEST_SHOTS names a folder for a picture of where each visitor stood at the end.
    """
    from lvzhi.demo.logins import PASSWORD

    contexts = []
    strays: list[str] = []
    faults: list[str] = []

    def enter(
        username: str | None = None, *, phone: bool = False, javascript: bool = True, at: Server | None = None
    ) -> Any:
        home = (at or site).url
        context = chromium.new_context(
            viewport=PHONE if phone else DESK,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            has_touch=phone,
            java_script_enabled=javascript,
            base_url=home,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: None if _stays(request.url, home) else strays.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        if username is not None:
            page.goto("/accounts/login")
            page.fill("input[name=username]", username)
            page.fill("input[name=password]", PASSWORD)
            page.click("main button[type=submit]")
            page.wait_for_url(lambda url: "/accounts/login" not in url)
            assert "/accounts/second" not in page.url, f"{username} is asked for a second step"
        return page

    yield enter
    for number, context in enumerate(contexts):
        if os.environ.get("LVZHI_TEST_SHOTS") and context.pages:
            folder = Path(os.environ["LVZHI_TEST_SHOTS"])
            folder.mkdir(parents=True, exist_ok=True)
            context.pages[0].screenshot(path=folder / f"{request.node.name}-{number}.png")
        context.close()
    assert strays == [], "requests left the machine"
    assert faults == [], "a script failed"


def _stays(address: str, home: str) -> bool:
    return address.startswith((home, "data:", "blob:", "about:"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for the browser is a journey."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.journey)
