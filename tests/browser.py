"""The system's Chromium: one for all tests of a process, since Playwright runs one loop in it and no second beside."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def chromium_path() -> str | None:
    """Where the system's Chromium lies."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's own Chromium; nothing is downloaded."""
    found = chromium_path()
    if found is None:
        pytest.skip("no Chromium on this machine")
    return {"executable_path": found, "args": ARGUMENTS, "headless": True}


@pytest.fixture(scope="session")
def chromium(browser_type_launch_args: dict[str, Any]) -> Iterator[Any]:
    """One browser for all journeys."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_type_launch_args)
        yield browser
        browser.close()
