"""A role at its desk: logs in by the login page, opens pages, answers their forms as served, sends them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.test import Client
from django.urls import resolve, reverse

from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from tests.year.held import Question, Snapshot, find, key_of
from tests.year.meter import Meter, Twice
from tests.year.reading import Control, Form, Page

PASSWORD = "Haizhou-2026-ok"
OUTSIDE_STEPS = 2  # how far from the person at the desk: what is theirs, not what all did with them


@dataclass(frozen=True)
class Code:
    """An answer chosen among coded values."""

    value: str


@dataclass(frozen=True)
class Key:
    """A record chosen where the form sends something else than its number, as its uid."""

    row: Any
    value: str


class Year:
    """The day, the meter, the look into the database."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.meter, self.snapshot = Meter(), snapshot
        self.scene = ""
        self.day, self.hour = dt.date(2026, 1, 5), 9

    @contextmanager
    def on(self, month: int, day: int, scene: str = "", *, hour: int = 9) -> Iterator[None]:
        """A scene on a day of the year."""
        self.day, self.hour = dt.date(2026, month, day), hour
        if scene:
            self.scene = scene
            self.meter.scenes.append(scene)
        with clock.at(dt.datetime(2026, month, day, hour, 0, tzinfo=clock.now().tzinfo)):
            yield


class Role:
    """One person's browser through the year.

    Args:
        title: what the meter calls the role.
    """

    def __init__(self, year: Year, account: Account, title: str) -> None:
        self.year, self.account, self.title = year, account, title
        self._client: Client | None = None
        self._since: tuple[dt.date, int] | None = None

    @property
    def client(self) -> Client:
        """Logged in anew each morning and afternoon."""
        now = (self.year.day, self.year.hour)
        if self._client is None or self._since != now:
            self._client, self._since = Client(), now
            answer = self._client.post("/accounts/login", {"username": self.account.username, "password": PASSWORD})
            assert answer.status_code == 302, f"{self.title} cannot log in"
        return self._client

    def look(self, address: str, *args: Any, **query: Any) -> Page:
        """Open a page: an address or the name of one."""
        path = address if address.startswith("/") else reverse(address, args=[_place(one) for one in args])
        answer = self.client.get(path, {name: _place(one) for name, one in query.items()})
        assert answer.status_code == 200, f"{self.title}: {path} answers {answer.status_code}\n{_words(answer)}"
        return Page(answer, answer.wsgi_request.get_full_path())

    def press(self, page: Page, words: str) -> Page:
        """Follow the link with these words."""
        found = [href for text, href in page.links() if words in text]
        assert found, f"{self.title}: no link “{words}” on {page.address}; there are {[w for w, _ in page.links()]}"
        path = found[0]
        return self.look(path if path.startswith("/") else page.address.split("?")[0] + path)

    def fill(
        self, page: Page, answers: dict[str, Any], *, button: str = "", form_of: models.Model | None = None,
        about: Sequence[models.Model] = (),
    ) -> Page:  # fmt: skip
        """Answer the page's form that has these controls, note what it asked, send it and follow.

        Args:
            button: words of the button, where a form has several.
            form_of: the record whose form it is, where a page has one for each of several.
            about: the records the role has in hand, beside those the address names.
        """
        form = _form_of(page, answers, button, str(_place(form_of)) if form_of else "")
        snapshot = self.year.snapshot.look()
        snapshot.made.clear()
        sent = form.sent({name: _wire(form, name, value) for name, value in answers.items()})
        pressed = next((one for one in form.buttons if one[0] == button), None)
        pressed = pressed or next((one for one in form.buttons if button in one[0]), None)
        if pressed and pressed[1] and (button or len(form.buttons) == 1):
            sent[pressed[1]] = [pressed[2]]
        path = (
            form.action if form.action.startswith("/") else page.address.split("?")[0] + (form.action or _query(page))
        )
        send = self.client.get if form.method == "get" else self.client.post
        answer = send(path, sent, follow=True)
        done = Page(answer, answer.wsgi_request.get_full_path())
        went = answer.status_code == 200 and (answer.redirect_chain or not done.faults())
        fault = f"{path} refused ({answer.status_code})\n{_fault(done, form)}"
        assert went, f"{self.year.scene} · {self.title}: {fault}"
        self._note(page, form, answers, about)
        return done

    def does(self, address: str, *args: Any, answers: dict[str, Any] | None = None, **rest: Any) -> Page:
        """Open a page and answer its form."""
        keep = {name: rest.pop(name) for name in ("button", "about", "form_of") if name in rest}
        return self.fill(self.look(address, *args, **rest), answers or {}, **keep)

    def _note(self, page: Page, form: Form, answers: dict[str, Any], about: Sequence[models.Model]) -> None:
        """Count the form as it was opened; the look into the database is still that of before the sending."""
        meter, count = self.year.meter, self.year.meter.counts[self.title]
        name = _name(form.action if form.action.startswith("/") else page.address)
        meter.opened.add(name)
        count.forms += 1
        reached: dict[Any, tuple[str, ...]] | None = None
        for control in form.controls.values():
            count.shown += 1
            asked = [one for one in _several(answers.get(control.name)) if not _stands(control, form, one)]
            count.prefilled += control.prefilled and not asked
            count.asked += bool(asked)
            count.empty += not asked and not control.prefilled
            for answer in asked:
                if isinstance(answer, UploadedFile):
                    continue
                if reached is None:
                    reached = self._reach(page, form, about)
                value = answer.value if isinstance(answer, Code) else answer.row if isinstance(answer, Key) else answer
                picked = _picked(answers[control.name])
                question = Question(control.name, control.label, isinstance(answer, Code), value, picked)
                if held := find(self.year.snapshot, reached, question):
                    meter.repeat(
                        Twice(self.title, self.year.scene, name, control.name, control.label, str(value), str(held))
                    )
                    break

    def _reach(self, page: Page, form: Form, about: Sequence[models.Model]) -> Any:
        snapshot = self.year.snapshot
        named = [key_of(one) for one in about]
        named += [snapshot.uids[uid] for uid in _uids(page, form) if uid in snapshot.uids]
        mine = snapshot.reach([key_of(self.account)], OUTSIDE_STEPS, snapshot.made)
        return mine | snapshot.reach(named, siblings=snapshot.made)


def _place(one: Any) -> Any:
    return one.uid if hasattr(one, "uid") and isinstance(one, models.Model) else one


def _several(answer: Any) -> list[Any]:
    if answer is None or answer in ("", []):
        return []
    return list(answer) if isinstance(answer, list | tuple) else [answer]


def _picked(answer: Any) -> tuple[models.Model, ...]:
    rows = (one.row if isinstance(one, Key) else one for one in _several(answer))
    return tuple(row for row in rows if isinstance(row, models.Model))


def _stands(control: Control, form: Form, answer: Any) -> bool:
    """Whether the control holds the answer already."""
    return any(str(value) in control.standing for value in _wire(form, control.name, answer))


def _wire(form: Form, name: str, answer: Any) -> list[Any]:
    """As a browser sends it."""
    control = form.controls.get(name)
    found: list[Any] = []
    for one in _several(answer):
        if isinstance(one, Code | Key):
            found.append(one.value)
        elif isinstance(one, models.Model):
            uid = str(getattr(one, "uid", ""))
            found.append(uid if control and uid in control.options else str(one.pk))
        elif isinstance(one, bool):
            found.append(next(iter(control.options), "on") if control else "on")
        elif isinstance(one, dt.time):
            found.append(one.strftime("%H:%M"))
        else:
            found.append(one if isinstance(one, UploadedFile) else str(one))
    return found


def _form_of(page: Page, answers: dict[str, Any], button: str, uid: str) -> Form:
    fits = [
        form for form in page.forms()
        if set(answers) <= set(form.controls) | set(form.hidden) and uid in form.action
        and (not button or any(button in words for words, _, _ in form.buttons))
        and (answers or button or form.method == "post")
    ]  # fmt: skip
    shown = "\n".join(
        f"{one.method} {one.action}: {list(one.controls)} {[b[0] for b in one.buttons]}" for one in page.forms()
    )
    assert fits, f"no form with {list(answers)} {button} on {page.address}; there are\n{shown}"
    return next((form for form in fits if form.method == "post"), fits[0])


def _uids(page: Page, form: Form) -> set[UUID]:
    """Every record that the address or the form's hidden parts name."""
    texts = [page.address, form.action, *(value for values in form.hidden.values() for value in values)]
    found = set()
    for text in texts:
        for part in (
            text.replace("?", "/").replace("=", "/").replace("&", "/").replace("%3A", "/").replace(":", "/").split("/")
        ):
            if len(part) >= 32:
                try:
                    found.add(UUID(part))
                except ValueError:
                    continue
    return found


def _query(page: Page) -> str:
    return "?" + page.address.split("?", 1)[1] if "?" in page.address else ""


def _name(address: str) -> str:
    """The name of an address, with the step it asks."""
    match = resolve(address.split("?")[0])
    words = [str(value) for value in match.kwargs.values() if not isinstance(value, UUID)]
    return " ".join([match.view_name, *words])


def _words(answer: Any) -> str:
    return Page(answer, "").words[:600] if not answer.streaming else ""


def _fault(page: Page, form: Form) -> str:
    shown = {one.name: (one.label, one.standing, list(one.options)[:12]) for one in form.controls.values()}
    return "\n".join([*page.faults(), page.words[:300] if not page.faults() else "", str(shown)])


def money(text: str) -> Decimal:
    """An amount."""
    return Decimal(text)
