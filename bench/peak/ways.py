"""What a member, a clerk and an officer do during the window, with the pauses of people."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.load import BadAnswerError
from bench.peak.browser import Browser, Fields, Log, Page
from bench.texts import form

NEW = "/proposals/new/"
KEEP = "/drafts/proposals.write/new"
RECEIPT = re.compile(r"收件号(\S+?)。")
DETAIL = re.compile(r"^/proposals/[0-9a-f-]{36}/$")
SIGNS = 0.3  # of those who see a hand-over waiting to be signed for
SAVES = 8  # times the page keeps what is being typed


@dataclass(frozen=True)
class Receipt:
    """What a member holds at the end: who, the title, the number on the page."""

    username: str
    title: str
    address: str
    serial: str


@dataclass(frozen=True)
class Done:
    """A step that a clerk was told is taken."""

    uid: str
    step: str


class Window:
    """The time in which all of it happens, and what everyone brought home."""

    def __init__(self, port: int, facts: dict[str, Any], seconds: float) -> None:
        self.port, self.facts, self.seconds = port, facts, seconds
        self.log = Log()
        self.receipts: list[Receipt] = []
        self.done: list[Done] = []
        self.began = time.monotonic()

    def pause(self, chance: random.Random, share: float) -> None:
        """Think for about that share of the window."""
        time.sleep(self.seconds * share * chance.uniform(0.5, 1.5))

    @property
    def over(self) -> bool:
        """Whether the window has closed."""
        return time.monotonic() - self.began >= self.seconds

    def browser(self, username: str) -> Browser:
        """Someone who has logged in and seen the home page."""
        browser = Browser(self.port, self.log)
        browser.log_in(username, self.facts["password"])
        browser.open("home", "/")
        return browser


def member(window: Window, number: int, username: str) -> None:
    """Log in, write with autosave, look what is near, hand in; one in five clicks twice, one in seven hangs up."""
    chance = random.Random(number)
    time.sleep(window.seconds * chance.uniform(0.0, 0.45))
    browser = window.browser(username)
    title = f"第{number:04d}件测试事项"
    fields = form(title) | {"behalf": ""}
    page = _written(window, browser, chance, fields)
    draft = page.hidden("//form[@id='write']") | fields
    step = _sent(browser, chance, "save", NEW, draft, double=number % 5 == 0, dropped=number % 7 == 3)
    page = browser.open("submit page", step)
    window.pause(chance, 0.01)
    there = _sent(browser, chance, "submit", step, page.hidden(), double=number % 5 in (0, 1), dropped=number % 7 == 4)
    shown = browser.open("own proposal", there)
    found = RECEIPT.search(shown.text) or re.search(r"收\d{4}-\d+", shown.text)
    if found is None:
        window.log.fault(f"{username} was shown no receipt")
        return
    serial = found.group(1) if found.re is RECEIPT else found.group(0)
    window.receipts.append(Receipt(username, str(fields["title"]), there, serial))


def _written(window: Window, browser: Browser, chance: random.Random, fields: Fields) -> Page:
    """The text typed piece by piece; one in ten loads the page anew and finds the text as it was last kept."""
    page = browser.open("write page", NEW)
    near = {"title": "", "recommendations": ""}
    browser.send("near texts", "/proposals/new/similar/", near, frozenset({200}))
    whole = str(fields["analysis"])
    for part in range(1, SAVES + 1):
        window.pause(chance, 0.3 / SAVES)
        typed = fields | {"analysis": whole[: len(whole) * part // SAVES]}
        browser.send("autosave", KEEP, typed, frozenset({200}))
        if part in (2, SAVES - 1):
            near = {"title": fields["title"], "recommendations": fields["recommendations"]}
            browser.send("near texts", "/proposals/new/similar/", near, frozenset({200}))
        if part == SAVES // 2 and chance.random() < 0.1:
            page = browser.open("write page", NEW)
            if str(typed["analysis"]) not in page.text:
                window.log.fault("the text kept last was not on the page")
    return page


def _sent(
    browser: Browser, chance: random.Random, kind: str, path: str, fields: Fields, *, double: bool, dropped: bool
) -> str:
    """Send a form as people do; where the answer leads."""
    if dropped:
        browser.give_up(path, fields, chance.uniform(0.0, 0.3))
    if double:
        leads = {answer.header("location") for answer in browser.send_twice(kind, path, fields)}
        if len(leads) != 1:
            browser.log.fault(f"{kind}, sent twice, leads to {sorted(leads)}")
        return min(leads)
    return browser.send(kind, path, fields).header("location")


def clerk(window: Window, number: int, username: str) -> None:
    """Read the list, open one, take a step: file, refuse, hand over; until the window closes."""
    chance = random.Random(10_000 + number)
    time.sleep(window.seconds * chance.uniform(0.0, 0.1))
    browser = window.browser(username)
    while not window.over:
        state = chance.choice(("submitted", "submitted", "filed"))
        rows = browser.open("list", f"/proposals/?state={state}")
        window.pause(chance, 0.01)
        found = [one for one in rows.links("/proposals/") if DETAIL.match(one)]
        if found:
            page = browser.open("clerk's detail", chance.choice(found))
            window.pause(chance, 0.015)
            _step(window, browser, chance, page)
        window.pause(chance, 0.005)


ASKED: dict[str, Callable[[Page, random.Random], Fields]] = {
    "file": lambda page, chance: {"category": chance.choice(page.choices("category"))},
    "refuse": lambda page, chance: {
        "grounds": page.choices("grounds")[-2:], "route": chance.choice(page.choices("route")),
        "explanation": "反映的情况已转有关部门研究。",
    },
    "assign": lambda page, chance: {"lead": chance.choice(page.choices("lead"))},
}  # fmt: skip


def _step(window: Window, browser: Browser, chance: random.Random, page: Page) -> None:
    """The step that the page offers; another clerk may have been quicker."""
    offered = {key: link for link in page.links("/proposals/step/proposal/") if (key := link.split("/")[-2]) in ASKED}
    if not offered:
        return
    refused = "refuse" in offered and chance.random() < 0.15
    key = "refuse" if refused else min(offered.keys() - {"refuse"})
    _take(window, browser, chance, offered[key], ASKED[key])


def _take(
    window: Window, browser: Browser, chance: random.Random, path: str, asks: Callable[[Page, random.Random], Fields]
) -> None:
    """Open the page of a step, fill in what it asks, send it; somebody else may have been quicker."""
    key = path.split("/")[-2]
    try:
        asked = browser.open("step page", path)
    except BadAnswerError as late:
        _told(window, late)
        return
    window.pause(chance, 0.01)
    answer = browser.send(f"step {key}", path, asked.hidden() | asks(asked, chance), frozenset({302, 409, 422}))
    if answer.status == 302:
        window.done.append(Done(path.split("/")[-3], key))
    else:
        window.log.meeting(f"{key}: {answer.status}")


def _told(window: Window, late: BadAnswerError) -> None:
    if not str(late).endswith("409"):
        raise late
    window.log.meeting(str(late))


def officer(window: Window, number: int, username: str) -> None:
    """Read the unit's desk and what was handed over, page by page, until the window closes; sign now and then."""
    chance = random.Random(20_000 + number)
    time.sleep(window.seconds * chance.uniform(0.0, 0.3))
    browser = window.browser(username)
    while not window.over:
        desk = browser.open("unit's desk", "/proposals/unit/")
        window.pause(chance, 0.03)
        found = [one for one in desk.links("/proposals/") if DETAIL.match(one)]
        for link in chance.sample(found, min(3, len(found))):
            browser.open("unit's detail", link)
            window.pause(chance, 0.04)
        waiting = [one for one in desk.links("/proposals/step/assignment/") if one.endswith("/sign/")]
        if waiting and chance.random() < SIGNS:
            _take(window, browser, chance, chance.choice(waiting), lambda page, chance: {})
