"""People at work who note what they were told is done, and who send the same again where they were told nothing."""

from __future__ import annotations

import hashlib
import json
import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bench.load import Answer, ask, get, post
from bench.peak.browser import Page
from bench.texts import form

NEW, KEEP, ASK = "/proposals/new/", "/drafts/bench.chaos/kept", "/bench/chaos/ask/"
LOGIN = "/accounts/login"
PATIENCE = 20.0  # seconds for one answer; then the wire counts as cut
SENTENCE = re.compile(r'(?:lz-lead|lz-notice|lz-error)[^>]*>(?:\s*<[^>]+>)*\s*([^<]+)|"sentence": "([^"]+)"')
GOOD = frozenset({200, 302, 303, 400, 401, 403, 404, 409, 422, 429})  # each of them with a sentence


@dataclass
class Notes:
    """What everyone was told, and what should not have been."""

    submitted: dict[str, str] = field(default_factory=dict)  # uid → title
    saved: dict[str, str] = field(default_factory=dict)  # uid → title
    kept: dict[str, list[str]] = field(default_factory=dict)  # username → texts a draft may hold
    steps: list[tuple[str, str]] = field(default_factory=list)
    files: list[tuple[str, str]] = field(default_factory=list)  # (proposal, digest)
    jobs: dict[str, str] = field(default_factory=dict)  # uid → key
    titles: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    twice: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def fault(self, words: str) -> None:
        """What no fault excuses."""
        with self.lock:
            self.faults.append(words)

    def count(self, what: str) -> None:
        """Of each kind of answer."""
        with self.lock:
            self.answers[what] += 1

    def hear(self, sentence: str) -> None:
        """A refusal, as it was said."""
        with self.lock:
            self.said[sentence[:90]] += 1

    @property
    def acknowledged(self) -> int:
        """Writes that somebody was told are done."""
        kept = len(self.kept)
        return len(self.submitted) + len(self.saved) + len(self.steps) + len(self.files) + len(self.jobs) + kept


class Over(Exception):  # noqa: N818  # reason: the day's end, no fault
    """The window has closed."""


class Person:
    """One login that goes on whatever happens to the server."""

    def __init__(self, port: int, notes: Notes, over: threading.Event, username: str, password: str) -> None:
        self.port, self.notes, self.over = port, notes, over
        self.username, self.password = username, password
        self.cookies: dict[str, str] = {}

    def once(self, payload: bytes, what: str) -> Answer | None:
        """One request; None where no answer came. An answer is looked at as a person would."""
        try:
            answer = ask(self.port, payload, patience=PATIENCE)
        except (OSError, ValueError, IndexError):
            self.notes.count("no answer")
            return None
        for key, value in answer.headers:
            if key == "set-cookie":
                name, _, text = value.split(";")[0].partition("=")
                self.cookies[name.strip()] = text.strip()
        length = answer.header("content-length")
        chunked = answer.header("transfer-encoding") == "chunked"
        if (length.isdigit() and len(answer.body) < int(length)) or (
            chunked and not answer.body.endswith(b"0\r\n\r\n")
        ):
            self.notes.count("cut off")
            return None
        self._looked_at(answer, what)
        return answer

    def _looked_at(self, answer: Answer, what: str) -> None:
        self.notes.count(str(answer.status))
        text = answer.body.decode("utf-8", "replace")
        if "Traceback" in text:
            self.notes.fault(f"{what}: a traceback on the page ({answer.status})")
        if answer.status == 503 and not answer.header("retry-after"):
            if b"granian" not in answer.body.lower() and answer.body:
                self.notes.fault(f"{what}: 503 without a word when to try again")
        elif answer.status not in GOOD | {503}:
            self.notes.fault(f"{what}: {answer.status} {text[:300]!r}")
        elif answer.status >= 400 and answer.body:
            said = SENTENCE.search(text)
            if said is None:
                self.notes.fault(f"{what}: {answer.status} without a sentence: {text[:200]!r}")
            else:
                self.notes.hear(f"{answer.status} {said[1] or said[2]}")

    def asked(self, payload: Any, what: str) -> Answer:
        """The same again until an answer that is one, logging in anew where the session has run out.

        Args:
            payload: makes the bytes out of the cookies of now.
        """
        while True:
            if self.over.is_set():
                raise Over
            answer = self.once(payload(), what)
            if answer is None or answer.status == 503:
                time.sleep(0.3)
            elif _logged_out(answer):
                self.log_in()
            else:
                return answer

    def log_in(self) -> None:
        """Through the site's own page, until it lets one in."""
        while not self.over.is_set():
            self.cookies.pop("sessionid", None)
            page = self.once(get(LOGIN, self.cookies), "login page")
            if page is not None and page.status == 200:
                fields = {"username": self.username, "password": self.password, "next": "/"}
                done = self.once(post(LOGIN, self.cookies, fields), "login")
                if done is not None and done.status == 302 and "sessionid" in self.cookies:
                    return
            time.sleep(0.3)
        raise Over

    def open(self, path: str) -> Page:
        """A page."""
        return Page(self.asked(lambda: get(path, self.cookies), path))

    def send(self, path: str, fields: dict[str, object], what: str) -> Answer:
        """A form, with the key it carries, as often as it takes; its token is that of the login of now."""
        told = {name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"}
        return self.asked(lambda: post(path, self.cookies, told), what)


def _logged_out(answer: Answer) -> bool:
    if LOGIN in answer.header("location") + answer.header("hx-redirect") or answer.status == 401:
        return True
    return answer.status == 403 and b"csrf" in answer.body.lower()


def uploaded(path: str, cookies: dict[str, str], name: str, data: bytes) -> bytes:
    """A file as a browser sends it."""
    mark = "----lvzhi-chaos"
    part = f"--{mark}\r\nContent-Disposition: form-data; name="
    token = cookies.get("csrftoken", "")
    head = f'{part}"csrfmiddlewaretoken"\r\n\r\n{token}\r\n{part}"files"; filename="{name}"\r\n'
    body = f"{head}Content-Type: text/plain\r\n\r\n".encode() + data + f"\r\n--{mark}--\r\n".encode()
    lines = [
        f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", "Accept: application/json",
        "Cookie: " + "; ".join(f"{key}={value}" for key, value in cookies.items()),
        f"Content-Type: multipart/form-data; boundary={mark}", f"Content-Length: {len(body)}",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def member(person: Person, number: int, chance: random.Random) -> None:
    """Write, keep, save, hand in, attach, ask for work in the background; again and again."""
    notes = person.notes
    person.log_in()
    while not person.over.is_set():
        time.sleep(chance.uniform(0.05, 0.4))
        title = f"第{number:03d}人{chance.getrandbits(40):010x}件"
        fields = form(title) | {"behalf": ""}
        _kept(person, title)
        key = person.open(NEW).hidden("//form[@id='write']")
        if "once" not in key:  # the page said why not, as it may with a wrong clock
            continue
        with notes.lock:
            notes.titles.add(str(fields["title"]))
        saved = _sent(person, NEW, key | fields, "save", chance)
        if saved.status != 302:
            continue
        uid, step = saved.header("location").split("/")[-3], saved.header("location")
        with notes.lock:
            notes.saved[uid] = str(fields["title"])
        if chance.random() < 0.6:
            _attached(person, uid, title, chance)
        page = person.open(step)
        if "once" in page.hidden() and _sent(person, step, page.hidden(), "submit", chance).status == 302:
            with notes.lock:
                notes.submitted[uid] = str(fields["title"])
        if chance.random() < 0.6:
            _asked_for_work(person, title)


def _kept(person: Person, text: str) -> None:
    """Text kept while it is being written: what may stand there is the last acknowledged, or one sent after it."""
    notes = person.notes
    with notes.lock:
        notes.kept.setdefault(person.username, []).append(text)
    if person.send(KEEP, {"analysis": text}, "autosave").status == 200:
        with notes.lock:
            notes.kept[person.username] = [text]


def _sent(person: Person, path: str, fields: dict[str, object], what: str, chance: random.Random) -> Answer:
    """Sent once, or twice on two wires at one moment, with the same key."""
    if chance.random() < 0.2:
        with person.notes.lock:
            person.notes.twice += 1
        other = threading.Thread(target=person.once, args=(post(path, dict(person.cookies), fields), f"{what} again"))
        other.start()
        answer = person.send(path, fields, what)
        other.join()
        return answer
    return person.send(path, fields, what)


def _asked_for_work(person: Person, key: str) -> None:
    answer = person.send(ASK, {"key": key}, "job")
    if answer.status == 200:
        with person.notes.lock:
            person.notes.jobs[str(json.loads(answer.body)["uid"])] = key


def _attached(person: Person, uid: str, title: str, chance: random.Random) -> None:
    data = f"{title} {chance.random()}\n".encode() * 200
    path = f"/files/proposals.proposal/{uid}/add"
    answer = person.asked(lambda: uploaded(path, person.cookies, "说明.txt", data), "attach")
    if answer.status == 200:
        with person.notes.lock:
            person.notes.files.append((uid, hashlib.sha256(data).hexdigest()))


def clerk(person: Person, number: int, chance: random.Random) -> None:
    """Open what waits and file it, as often as it takes."""
    person.log_in()
    while not person.over.is_set():
        rows = person.open("/proposals/?state=submitted").links("/proposals/")
        found = [one for one in rows if re.match(r"^/proposals/[0-9a-f-]{36}/$", one)]
        if found:
            page = person.open(chance.choice(found))
            steps = [one for one in page.links("/proposals/step/proposal/") if one.endswith("/file/")]
            if steps:
                _filed(person, steps[0], chance)
        time.sleep(chance.uniform(0.2, 0.6))


def _filed(person: Person, path: str, chance: random.Random) -> None:
    asked = person.open(path)
    if asked.answer.status != 200:
        return
    fields = asked.hidden() | {"category": chance.choice(asked.choices("category"))}
    answer = _sent(person, path, fields, "file", chance)
    if answer.status == 302:
        with person.notes.lock:
            person.notes.steps.append((path.split("/")[-3], "file"))
