"""One person's browser: cookies, forms read off the page, and the time of each request by its kind."""

from __future__ import annotations

import socket
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lxml import html

from bench.load import HOST, Answer, BadAnswerError, ask, get, post

Fields = dict[str, object]
PATIENCE = 300.0  # seconds: a window pressed into a minute must lose nobody either, however long they wait


@dataclass
class Log:
    """What all browsers met: milliseconds by kind of request, and whatever should not have been."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)
    met: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def took(self, kind: str, ms: float) -> None:
        """A request answered."""
        with self.lock:
            self.times[kind].append(ms)

    def fault(self, words: str) -> None:
        """Something that must not happen under load."""
        with self.lock:
            self.faults.append(words)

    def meeting(self, words: str) -> None:
        """Two people at one record: the later one is told so, which is no fault."""
        with self.lock:
            self.met.append(words)


class Page:
    """A page read as a person reads it: its links and its forms."""

    def __init__(self, answer: Answer) -> None:
        self.answer, self.text = answer, answer.body.decode("utf-8")

    @cached_property
    def tree(self) -> Any:
        """The page's elements, read when first asked for: most pages are only looked at."""
        return html.fromstring(self.text)

    def links(self, beginning: str) -> list[str]:
        """Addresses that begin so, each once, in their order."""
        found = [str(one) for one in self.tree.xpath("//a/@href") if str(one).startswith(beginning)]
        return list(dict.fromkeys(found))

    def hidden(self, form: str = "//form[.//input[@name='once']]") -> Fields:
        """The values that the form itself carries: the key against double sending, the version."""
        found = self.tree.xpath(f"({form})[last()]//input[@type='hidden']")
        return {str(one.get("name")): one.get("value") or "" for one in found}

    def choices(self, name: str) -> list[str]:
        """What a field lets one choose."""
        found = [*self.tree.xpath(f"//select[@name='{name}']/option/@value"),
                 *self.tree.xpath(f"//input[@name='{name}'][@type='radio' or @type='checkbox']/@value")]  # fmt: skip
        return [str(one) for one in found if one]


class Browser:
    """Cookies of one login, and its requests."""

    def __init__(self, port: int, log: Log) -> None:
        self.port, self.log = port, log
        self.cookies: dict[str, str] = {}

    def log_in(self, username: str, password: str) -> None:
        """Through the site's own page."""
        page = self.open("login page", "/accounts/login")
        fields: Fields = {"username": username, "password": password, "next": "/"}
        self.send("login", "/accounts/login", fields | {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")})
        if "sessionid" not in self.cookies:
            raise BadAnswerError(f"{username} could not log in: {page.answer.status}")

    def open(self, kind: str, path: str) -> Page:
        """A page.

        Raises:
            BadAnswerError: no 200.
        """
        return Page(self._asked(kind, get(path, self.cookies), {200}, path))

    def send(self, kind: str, path: str, fields: Fields, want: frozenset[int] = frozenset({302})) -> Answer:
        """A form.

        Raises:
            BadAnswerError: another status than wanted.
        """
        return self._asked(kind, post(path, self.cookies, fields), want, path)

    def send_twice(self, kind: str, path: str, fields: Fields) -> list[Answer]:
        """A double click: the same form on two wires at one moment."""
        answers: list[Answer] = []

        def one() -> None:
            try:
                answers.append(self.send(kind, path, fields))
            except (BadAnswerError, OSError) as problem:
                self.log.fault(f"{kind}, sent twice: {problem}")

        second = threading.Thread(target=one)
        second.start()
        one()
        second.join()
        return answers

    def give_up(self, path: str, fields: Fields, after: float) -> None:
        """Send a form and hang up before the answer, as a phone in a lift does."""
        with socket.create_connection((HOST, self.port), timeout=30) as wire:
            wire.sendall(post(path, self.cookies, fields))
            time.sleep(after)

    def _asked(self, kind: str, payload: bytes, want: set[int] | frozenset[int], path: str) -> Answer:
        answer = ask(self.port, payload, patience=PATIENCE)
        self.log.took(kind, answer.ms)
        for key, value in answer.headers:
            if key == "set-cookie":
                name, _, text = value.split(";")[0].partition("=")
                self.cookies[name.strip()] = text.strip()
        if answer.status >= 500:
            self.log.fault(f"{kind} {path}: {answer.status}")
        if answer.status not in want:
            raise BadAnswerError(f"{kind} {path} was answered with {answer.status}")
        return answer
