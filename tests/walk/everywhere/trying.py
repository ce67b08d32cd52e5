"""Going everywhere as everybody, and judging what came back. Run inside an installation: `main` prints JSON."""

from __future__ import annotations

import html
import io
import json
import random
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.test import override_settings

from lvzhi.journal.models import Entry
from lvzhi.workflow.registry import workflow
from tests.walk.everywhere import allowed, faults, headers
from tests.walk.everywhere.addresses import JSON, Place, model_asked, places
from tests.walk.everywhere.callers import NOBODY, Caller, callers
from tests.walk.everywhere.knowing import HEAD, NUMBER, UID, Knowing

LOGIN = "/accounts/login"
STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
GET, POST, FRAGMENT = "get", "post", "fragment"
HALF = 0.5
RECORDS = 2  # at the address of a fault
SHEETS = ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml", "application/zip")
TEXTS = ("text/", "application/json", "application/javascript")
KEPT = ("accounts.",)  # what a refused request may write: that a session was seen


@dataclass(frozen=True)
class Finding:
    """Something that should not be.

    Args:
        what: opened (a page of a hidden record), beyond (of a committee that is not the caller's), written (it was
            changed), names, titles (a page names a hidden record), number (a whole phone or identity number), open
            (nobody got a page), unnoted (a list was taken away and the journal does not say so), bare (an answer lacks
            the headers that keep a browser in its place, or has script or style in the page), fault (it failed).
    """

    what: str
    place: str
    who: str
    kind: str
    about: str


@dataclass
class Result:
    """What was tried and found."""

    tried: int = 0
    by: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)

    def as_json(self) -> str:
        """For the process that asked."""
        return json.dumps({
            "tried": self.tried, "by": self.by, "statuses": self.statuses, "answered": self.answered,
            "findings": [asdict(one) for one in self.findings], "unasked": self.unasked,
        }, ensure_ascii=False)  # fmt: skip


def text_of(answer: Any) -> str:
    """What an answer says, out of whatever file it is in."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "")
    if body[:2] == b"PK":
        return "\n".join(_unpacked(body))
    if kind.startswith(TEXTS):
        return html.unescape(body.decode("utf-8", "replace"))
    return ""


def _unpacked(body: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        for name in package.namelist():
            held = package.read(name)
            if held[:2] == b"PK":
                yield from _unpacked(held)
            elif name.endswith((".xml", ".txt", ".csv", ".json", ".html", ".rels")):
                yield html.unescape(held.decode("utf-8", "replace"))


class Walk:
    """One walk over some places.

    Args:
        count: records of each kind that are tried at each place.
        some: how many callers come to each record, picked by chance; 0 means everybody.
        most: after how many requests to stop; 0 means never.
    """

    def __init__(self, seed: int, count: int, some: int = 0, most: int = 0) -> None:
        self.chance = random.Random(seed)
        self.count, self.some, self.most = count, some, most
        self.everyone = callers()
        self.knowing = Knowing(self.chance)
        self.result = Result()
        self.near = sorted({one for who in self.everyone[:8] for one in who.committees})
        self.models: dict[tuple[str, str], type[Model] | None] = {}

    def anew(self) -> Walk:
        """With nothing found yet, and the rules asked again: one of them may have changed."""
        self.result = Result()
        self.knowing.forget()
        return self

    def go(self, over: Sequence[Place]) -> Result:
        """Try them all, or as many as there is time for."""
        for place in over:
            if self.most and self.result.tried >= self.most:
                break
            if place.uids:
                self._records(place)
            else:
                self._bare(place)
        return self.result

    def _model(self, place: Place) -> type[Model] | None:
        key = (place.name, dict(place.parts).get("kind", ""))
        if key not in self.models:
            order = sorted(self.everyone[:-3], key=lambda one: -len(one.actor.posts))
            with transaction.atomic():
                self.models[key] = model_asked(place, [_client(one, place) for one in order])
                transaction.set_rollback(True)
            if self.models[key] is None:
                self.result.unasked.append(" ".join(key).strip())
        return self.models[key]

    def _coming(self) -> list[Caller]:
        if not self.some:
            return self.everyone
        return self.chance.sample(self.everyone, self.some)

    def _bare(self, place: Place) -> None:
        """An address without a record, as page, as fragment, and with somebody else's record asked for behind it."""
        for who in self._coming():
            self._send(place, who, GET, None, None)
            if self.chance.random() < HALF:
                self._send(place, who, GET, None, None, query=self.knowing.foreign(who))
            if not self.some or self.chance.random() < HALF:
                self._send(place, who, FRAGMENT, None, None)

    def _records(self, place: Place) -> None:
        model = self._model(place)
        for uid in self.knowing.pick(model, self.count, self.near) if model is not None else ():
            for who in self._coming():
                self._send(place, who, GET, model, uid)
                if self._forbidden(place, who, model, uid):  # type: ignore[arg-type]  # reason: there are records of it
                    self._send(place, who, POST, model, uid)

    def _forbidden(self, place: Place, who: Caller, model: type[Model], uid: UUID) -> bool:
        """Whether the rules keep this caller from the record, or from the step that the address takes."""
        if self.knowing.sees(who, model, uid) is False or who.name == NOBODY:
            return True
        if place.step is None:
            return False
        procedure = workflow(place.step[0])
        if procedure.model is not model:
            return False
        record: Any = procedure.model._default_manager.get(uid=uid)  # type: ignore[attr-defined]  # reason: every procedural model has one
        return not procedure.step(place.step[1]).may(who.actor, record)

    def _send(
        self, place: Place, who: Caller, how: str, model: type[Model] | None, uid: UUID | None, query: str = ""
    ) -> None:
        self.result.tried += 1
        self.result.by[how] += 1
        last = _last()
        with transaction.atomic():
            try:
                url = place.url(uid) + query
                extra = {"HTTP_HX_REQUEST": "true"} if how == FRAGMENT else {}
                client = _client(who, place)
                if how == POST and place.by_token:
                    answer = client.post(url, place.body, content_type=JSON)
                else:
                    answer = (client.post if how == POST else client.get)(url, **extra)
                said = text_of(answer)
            except Exception:  # noqa: BLE001  reason: whatever the product fails with is the finding
                self._find("fault", place, who, model, traceback.format_exc()[-400:])
                transaction.set_rollback(True)
                return
            taken = how == GET and self._is_taken(answer)
            wrote = [one for one in _events(last) if not one.startswith(KEPT)] if how == POST or taken else []
            if how == POST:
                transaction.set_rollback(True)
        self.result.statuses[f"{how} {answer.status_code}"] += 1
        if answer.status_code == 200:
            self.result.answered[place.name] += 1
        if taken and not wrote:
            self._find("unnoted", place, who, model, answer.headers["Content-Disposition"])
        for lack in headers.lacking(answer, said):
            self._find("bare", place, who, model, f"{answer.status_code} {lack}")
        asked = UID.search(query)
        said = said.replace(asked[0], "") if asked else said  # what was asked for stands in the page's own address
        self._judge(place, who, how, model, uid, answer, said, wrote)

    @staticmethod
    def _is_taken(answer: Any) -> bool:
        kind = answer.headers.get("Content-Type", "")
        return answer.headers.get("Content-Disposition", "").startswith("attachment") and kind.startswith(SHEETS)

    def _judge(
        self, place: Place, who: Caller, how: str, model: Any, uid: Any, answer: Any, said: str, wrote: list[str]
    ) -> None:
        status = answer.status_code
        if status >= 500:
            self._find("fault", place, who, model, str(status))
        away = status in {301, 302, 303} and LOGIN in answer.headers.get("Location", "")
        got = status < 300 or (status < 400 and not away)
        if who.name == NOBODY and not place.open and got:
            self._find("open", place, who, model, str(status))
        if how == POST and wrote:
            self._find("written", place, who, model, " ".join(wrote))
        elif model is not None and got and self.knowing.sees(who, model, uid) is False:
            self._find("opened", place, who, model, f"{how} {status} {uid}")
        elif model is not None and got and not place.open and self._beyond(who, model, uid):
            self._find("beyond", place, who, model, f"{how} {status} {uid}")
        self._read(place, who, model, uid, said)

    def _beyond(self, who: Caller, model: type[Model], uid: UUID) -> bool:
        """Whether the caller holds no post in the record's committee or above it: no rule is asked."""
        committee = self.knowing.committee(model, uid)
        if committee is None:
            return False
        path = self.knowing.paths[committee]
        return not any(path.startswith(post.path) for post in who.actor.posts)

    def _read(self, place: Place, who: Caller, model: Any, uid: Any, said: str) -> None:
        for text in set(UID.findall(said)) - {str(uid)}:
            known = self.knowing.records.get(text)
            if known and self.knowing.sees(who, known[0], UUID(text)) is False:
                self._find("names", place, who, known[0], text)
        for number in set(NUMBER.findall(said)):
            if number.upper() in self.knowing.numbers:
                self._find("number", place, who, model, str(self.knowing.numbers[number.upper()]))
        hidden = self.knowing.hidden_titles(who)
        if hidden:
            heads = {said[at : at + HEAD] for at in range(len(said) - HEAD) if said[at] > "\u2e80"}
            for head in heads & hidden.keys():
                for title in hidden[head]:
                    if title in said:
                        self._find("titles", place, who, model, title)

    def _find(self, what: str, place: Place, who: Caller, model: Any, about: str) -> None:
        kind = model._meta.label_lower if model is not None else ""
        at = f"{place.name} {' '.join(value for _, value in place.parts)}".strip()
        if not allowed.is_allowed(what, place.name, who, kind) and not allowed.is_allowed(what, at, who, kind):
            self.result.findings.append(Finding(what, at, who.name, kind, about))


def _client(who: Caller, place: Place) -> Any:
    return who.machine if place.by_token else who.client


def _last() -> int:
    return Entry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def _events(after: int) -> list[str]:
    return list(Entry.objects.filter(seq__gt=after).order_by("seq").values_list("event", flat=True))


def _thin(found: Sequence[Place]) -> list[Place]:
    """Of the steps of a procedure one for each state of its record to be refused at: the record decides first."""
    kept: dict[tuple[str, str], Place] = {}
    for place in found:
        kind = dict(place.parts).get("kind", "") if place.step else str(place)
        kept.setdefault((place.name, kind), place)
    return list(kept.values())


def _plain() -> dict[str, Any]:
    """Scripts and styles need not have been collected."""
    return {**settings.STORAGES, "staticfiles": {"BACKEND": STATIC}}


UNCOUNTED = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}  # nobody asks too often


def walk(
    seed: int = 1, count: int = 3, rooms: Sequence[str] = (), *, thin: bool = False, some: int = 0, most: int = 0,
) -> Result:  # fmt: skip
    """Walk over the places of some rooms, or of all; nothing stays in the database.

    Args:
        thin: one step of each procedure instead of every one.
        some, most: as `Walk`; with `most` the places come in an order by chance.
    """
    with override_settings(STORAGES=_plain(), CACHES=UNCOUNTED), transaction.atomic():
        one = Walk(seed, count, some, most)
        over = [place for place in places() if not rooms or place.room in rooms]
        over = _thin(over) if thin else over
        if most:
            one.chance.shuffle(over)
        found = one.go(over)
        transaction.set_rollback(True)
    return found


def main(**asked: Any) -> None:
    """Print what a walk came to."""
    print(walk(**asked).as_json())


@dataclass(frozen=True)
class Tried:
    """One fault: requests made, what was found before it was put in, and after."""

    requests: int
    before: list[str]
    after: list[str]


def try_faults(seed: int = 1) -> dict[str, Tried]:
    """Everybody goes to the address of each fault, before it is put in and after; nothing stays in the database.

    Args:
        seed: for the records of a kind and the questions asked behind an address.
    """
    found: dict[str, Tried] = {}
    every = places()
    with override_settings(STORAGES=_plain()), transaction.atomic():
        one = Walk(seed, RECORDS)
        one.everyone = list({who.committees: who for who in reversed(one.everyone)}.values())  # one of each place
        for fault in faults.FAULTS:
            over = [place for place in every if place.name == fault.address][:1]
            before = one.anew().go(over)
            with fault.put():
                after = one.anew().go(over)
            tried = before.tried + after.tried
            found[fault.name] = Tried(
                tried, [one.what for one in before.findings], [one.what for one in after.findings]
            )
        transaction.set_rollback(True)
    return found


def main_faults() -> None:
    """Print what became of each fault."""
    print(json.dumps({name: asdict(one) for name, one in try_faults().items()}))
