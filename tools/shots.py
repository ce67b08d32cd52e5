"""Take a picture of every page of a proposal's way, at the width of a desk and of a phone, and look at each with axe.

    ./dev shots                     all pages into shots/, the few of the README into docs/pictures/
    ./dev shots --only 04 35        pages whose names begin so
    ./dev shots --data FOLDER       over a copy of data built before, instead of building them anew

Exit code 1 when a page fails, scrolls sideways, or has a serious or critical violation of accessibility.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import ARGUMENTS, chromium_path  # noqa: E402  reason: found through the line above
from tests.conftest import DESK, PHONE  # noqa: E402  reason: the same
from tests.demo_site import Installation, Server, build  # noqa: E402  reason: the same
from tools.pages import CODE, PAGES, RECORDS, Page  # noqa: E402  reason: the same

SHOTS = ROOT / "shots"
PICTURES = ROOT / "docs" / "pictures"
SIZES = {"phone": PHONE, "desk": DESK}
GRAVE = {"serious", "critical"}
LARGEST = 200_000
WAIT = 20_000
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Looking:
    """One round over the pages; keeps what is wrong."""

    def __init__(self, browser: Any, server: Server, addresses: dict[str, str | None], password: str) -> None:
        from axe_playwright_python.sync_playwright import Axe

        self.browser, self.server, self.addresses, self.password = browser, server, addresses, password
        self.axe = Axe()
        self.wrong: list[str] = []
        self.missing: list[str] = []
        self.contexts: dict[tuple[str, str], Any] = {}

    def over(self, pages: list[Page]) -> None:
        """Look at each page in each size."""
        for page in pages:
            if self.addresses[page.name] is None:
                self.missing.append(f"{page.name} ({page.url})")
                continue
            for size in SIZES:
                self._look(page, size)
        for context in self.contexts.values():
            context.close()

    def _look(self, page: Page, size: str) -> None:
        tab = self._context(page.who, size).new_page()
        faults: list[str] = []
        tab.on("pageerror", lambda error: faults.append(f"script: {error}"))
        tab.on("request", lambda request: self._stray(request.url, faults))
        answer = tab.goto(f"{self.addresses[page.name]}?{page.query}", timeout=WAIT)
        expected = 403 if page.name.endswith("not-allowed") else 200
        if answer is None or answer.status != expected:
            faults.append(f"answered {answer and answer.status}")
        else:
            self._act(tab, page, faults)
        if page.keep == size:
            self._keep(tab, page, faults)
        height = tab.evaluate("document.documentElement.scrollHeight")
        tab.set_viewport_size({"width": SIZES[size]["width"], "height": max(height, SIZES[size]["height"])})
        tab.screenshot(path=SHOTS / f"{page.name}-{size}.png")
        faults += self._examined(tab)
        self.wrong += [f"{page.name} {size}: {fault}" for fault in faults]
        tab.close()

    def _act(self, tab: Any, page: Page, faults: list[str]) -> None:
        from playwright.sync_api import Error

        try:
            for selector, text in page.types:
                tab.fill(selector, text, timeout=WAIT)
            if page.press:
                tab.click(page.press, timeout=WAIT)
                tab.wait_for_load_state("networkidle", timeout=WAIT)
            elif page.types:
                tab.wait_for_timeout(2500)  # long enough to say that it was saved by itself
        except Error as problem:
            faults.append(str(problem).splitlines()[0])

    def _examined(self, tab: Any) -> Iterator[str]:
        past = tab.evaluate(SIDEWAYS)
        if past > 0:
            yield f"scrolls sideways by {past} px"
        for found in self.axe.run(tab).response["violations"]:
            if found["impact"] in GRAVE:
                places = "; ".join(str(node["target"][0]) for node in found["nodes"][:3])
                yield f"axe {found['impact']} {found['id']}: {places}"

    def _keep(self, tab: Any, page: Page, faults: list[str]) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        target = PICTURES / page.picture
        tab.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
        tab.screenshot(path=target)
        if target.stat().st_size > LARGEST:
            faults.append(f"{target.name} has {target.stat().st_size} bytes, more than {LARGEST}")

    def _stray(self, address: str, faults: list[str]) -> None:
        if not address.startswith((self.server.url, "data:", "blob:", "about:")):
            faults.append(f"asks {address}")

    def _context(self, who: str, size: str) -> Any:
        key = (who, size)
        if key not in self.contexts:
            context = self.browser.new_context(
                viewport=SIZES[size], locale="zh-CN", timezone_id="Asia/Shanghai", has_touch=size == "phone",
                reduced_motion="reduce", base_url=self.server.url,
            )  # fmt: skip
            context.set_default_timeout(WAIT)
            self.contexts[key] = context
            if who:
                self._enter(context.new_page(), who)
        return self.contexts[key]

    def _enter(self, tab: Any, who: str) -> None:
        tab.goto(self.addresses["01-login"])
        tab.fill("input[name=username]", who)
        tab.fill("input[name=password]", self.password)
        tab.click("main button[type=submit]")
        tab.wait_for_url(lambda url: "/login" not in url)
        tab.close()


@contextmanager
def _served(data: str | None) -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="lvzhi-shots-") as folder:
        at = Path(folder)
        if data is None:
            say("building the demonstration data")
            made = build(at / "data")
        else:
            made = Installation(Path(data).resolve(), "").copy(at / "data")
        server = Server(made)
        try:
            yield server
        finally:
            server.close()


def _known(installation: Installation) -> tuple[dict[str, str | None], str]:
    asked = [(page.name, page.url, page.args) for page in PAGES]
    found = json.loads(installation.python(f"CODE = {CODE!r}\nASKED = {asked!r}\n{RECORDS}"))
    return found["addresses"], found["password"]


def say(line: str) -> None:
    """Tell who waits."""
    sys.stderr.write(f"==> {line}\n")
    sys.stderr.flush()


def main() -> int:
    """Take the pictures; returns the exit code."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--only", nargs="+", default=[""], help="beginnings of page names")
    parser.add_argument("--data", help="a data folder built before; it is copied")
    options = parser.parse_args()
    browser_at = chromium_path()
    if browser_at is None:
        say("no Chromium on this machine")
        return 2
    SHOTS.mkdir(exist_ok=True)
    pages = [page for page in PAGES if page.name.startswith(tuple(options.only))]
    with _served(options.data) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_at, args=ARGUMENTS)
        looking = Looking(browser, server, *_known(server.installation))
        looking.over(pages)
        browser.close()
    for line in looking.missing:
        say(f"not there: {line}")
    for line in looking.wrong:
        say(line)
    seen = len(pages) - len(looking.missing)
    say(f"{seen} pages in {len(SIZES)} sizes, {len(looking.wrong)} things wrong, see {SHOTS.name}/")
    return 1 if looking.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
