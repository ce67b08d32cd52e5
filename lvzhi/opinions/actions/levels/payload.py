"""What travels between committees, as values of JSON: an item on its way up, news of it on its way down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from lvzhi.access import Refusal
from lvzhi.committee.models import Committee
from lvzhi.norms import codes
from lvzhi.opinions.models import CODE_MOST, NAME_MOST, TITLE_MOST, WORDS_MOST, Author, Concern
from lvzhi.opinions.vocabulary.codes import CATEGORIES
from lvzhi.opinions.vocabulary.states import How, Turn
from lvzhi.opinions.vocabulary.turns import NAMES

VERSION = 1
UP = "opinions.concern"
DOWN = "opinions.turn"


@dataclass(frozen=True, slots=True)
class Sending:
    """As what an item goes up: which dispatch, on which day, in which issue."""

    event: UUID
    on: dt.date
    document: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """What became of an item somewhere.

    Args:
        event: uid of what it tells of; the same told again changes nothing.
        by: code of the committee where it happened.
        at: when it was told: news that is older than its own withdrawal comes too late.
    """

    turn: str
    level: str
    body: str
    on: dt.date
    event: UUID
    by: str
    at: dt.datetime
    how: str = ""
    words: str = ""
    document: str = ""
    until: dt.date | None = None
    withdrawn: bool = False


def snapshot(concern: Concern, sending: Sending | None = None) -> dict[str, Any]:
    """All that travels of an item, as JSON gives it back: the text in force, its authors, where it has been.

    Authors travel with their names between committees, also one who is hidden from units: `hidden` goes along.
    Attachments travel beside it.
    """
    edited = bool(concern.edited.strip())
    authors = list(Author.objects.live().filter(concern=concern).order_by("place", "id"))
    place = concern.committee
    day = sending.on if sending is not None else concern.submitted_on
    body: dict[str, Any] = {
        "format": UP, "format_version": VERSION, "uid": str(concern.uid), "version": concern.version,
        "committee": {"code": place.code, "name": place.name, "level": place.level},
        "title": concern.current_title,
        "category": {"code": concern.category, "name": codes.name_of(CATEGORIES, place, concern.category)},
        "situation": concern.edited if edited else concern.situation,
        "analysis": "" if edited else concern.analysis,
        "suggestion": "" if edited else concern.suggestion,
        "urgent": concern.urgent, "publish": concern.publish, "publish_ground": concern.publish_ground,
        "hidden": concern.hidden,
        "authors": [{"name": one.name, "unit": one.unit} for one in authors],
        "chain": [*concern.chain, step(concern, authors, day)],
        "withdrawn": sending is not None and sending.withdrawn,
        "sending": None,
    }  # fmt: skip
    if sending is not None:
        on = sending.on.isoformat()
        body["sending"] = {"event": str(sending.event), "on": on, "document": sending.document}
    return body


def step(concern: Concern, authors: list[Author], day: dt.date | None) -> dict[str, Any]:
    """A committee's step of the chain."""
    return {
        "uid": str(concern.uid), "committee": concern.committee.code, "name": concern.committee.name,
        "title": concern.current_title, "authors": NAMES.join(one.name for one in authors),
        "on": day.isoformat() if day else "",
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """A payload on its way up, read: every field of the kind and length it must be."""

    uid: UUID
    version: int
    committee: str
    name: str
    title: str
    category: str
    category_name: str
    situation: str
    analysis: str
    suggestion: str
    urgent: bool
    publish: bool
    publish_ground: str
    hidden: bool
    withdrawn: bool
    authors: tuple[tuple[str, str], ...]
    chain: list[dict[str, Any]] = field(default_factory=list)
    sending: Sending | None = None


def read_sent(payload: Mapping[str, Any]) -> Sent:
    """Read a payload that came from below.

    Raises:
        Refusal: ``opinions.payload_bad`` naming what is missing or wrong, ``opinions.payload_newer``.
    """
    got = _Reader(payload, UP)
    place, category = got.part("committee"), got.part("category")
    sending = got.part("sending") if payload.get("sending") is not None else None
    withdrawn = got.flag("withdrawn")
    return Sent(
        uid=got.uid("uid"), version=got.whole("version"),
        committee=place.text("code", CODE_MOST), name=place.text("name", NAME_MOST),
        title=got.text("title", TITLE_MOST), category=category.text("code", CODE_MOST),
        category_name=category.text("name", NAME_MOST, empty=True),
        situation=got.text("situation", None), analysis=got.text("analysis", None, empty=True),
        suggestion=got.text("suggestion", None, empty=True), urgent=got.flag("urgent"), publish=got.flag("publish"),
        publish_ground=got.text("publish_ground", WORDS_MOST, empty=True), hidden=got.flag("hidden"),
        withdrawn=withdrawn,
        authors=tuple((one.text("name", NAME_MOST), one.text("unit", NAME_MOST, empty=True))
                      for one in got.parts("authors")),
        chain=[_link(one) for one in got.parts("chain")],
        sending=None if sending is None else Sending(
            sending.uid("event"), sending.day("on"), sending.text("document", NAME_MOST, empty=True), withdrawn
        ),
    )  # fmt: skip


def _link(one: _Reader) -> dict[str, Any]:
    return {
        "uid": str(one.uid("uid")), "committee": one.text("committee", CODE_MOST), "name": one.text("name", NAME_MOST),
        "title": one.text("title", TITLE_MOST), "authors": one.text("authors", None, empty=True),
        "on": one.text("on", CODE_MOST, empty=True),
    }  # fmt: skip


def told(uid: UUID, committee: str, news: News) -> dict[str, Any]:
    """News as it travels down to the item of that uid."""
    return {
        "format": DOWN, "format_version": VERSION, "uid": str(uid), "to": committee, "turn": news.turn,
        "level": news.level, "body": news.body, "on": news.on.isoformat(), "event": str(news.event), "by": news.by,
        "at": news.at.isoformat(), "how": news.how, "words": news.words, "document": news.document,
        "until": news.until.isoformat() if news.until else "", "withdrawn": news.withdrawn,
    }  # fmt: skip


def read_news(payload: Mapping[str, Any]) -> tuple[UUID, News]:
    """Whose news it is, and what it says.

    Raises:
        Refusal: as `read_sent`.
    """
    got = _Reader(payload, DOWN)
    how, until = got.text("how", CODE_MOST, empty=True), got.text("until", CODE_MOST, empty=True)
    if how not in ("", *How.values):
        raise got.bad("how")
    return got.uid("uid"), News(
        turn=got.one_of("turn", Turn.values), level=got.text("level", CODE_MOST), body=got.text("body", NAME_MOST),
        on=got.day("on"), event=got.uid("event"), by=got.text("by", CODE_MOST), at=got.moment("at"), how=how,
        words=got.text("words", None, empty=True), document=got.text("document", NAME_MOST, empty=True),
        until=got.day("until") if until else None, withdrawn=got.flag("withdrawn"),
    )  # fmt: skip


class _Reader:
    """Reads one object of a payload; what is missing or of another kind is refused by its name."""

    def __init__(self, payload: Any, kind: str | None = None) -> None:
        self.body = payload if isinstance(payload, Mapping) else {}
        if kind is not None:
            if self.body.get("format") != kind:
                raise self.bad("format")
            given = self.whole("format_version")
            if given > VERSION:
                raise Refusal("opinions.payload_newer", given=given, known=VERSION)

    def bad(self, name: str) -> Refusal:
        return Refusal("opinions.payload_bad", what=name)

    def text(self, name: str, most: int | None, *, empty: bool = False) -> str:
        found = self.body.get(name)
        if not isinstance(found, str) or "\0" in found or (most is not None and len(found) > most):
            raise self.bad(name)
        if not found.strip() and not empty:
            raise self.bad(name)
        return found

    def one_of(self, name: str, among: list[str]) -> str:
        found = self.text(name, CODE_MOST)
        if found not in among:
            raise self.bad(name)
        return found

    def whole(self, name: str) -> int:
        found = self.body.get(name)
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise self.bad(name)
        return found

    def flag(self, name: str) -> bool:
        found = self.body.get(name)
        if not isinstance(found, bool):
            raise self.bad(name)
        return found

    def uid(self, name: str) -> UUID:
        try:
            return UUID(self.text(name, CODE_MOST))
        except ValueError:
            raise self.bad(name) from None

    def day(self, name: str) -> dt.date:
        try:
            return dt.date.fromisoformat(self.text(name, CODE_MOST))
        except ValueError:
            raise self.bad(name) from None

    def moment(self, name: str) -> dt.datetime:
        try:
            found = dt.datetime.fromisoformat(self.text(name, CODE_MOST))
        except ValueError:
            raise self.bad(name) from None
        if found.tzinfo is None:
            raise self.bad(name)
        return found

    def part(self, name: str) -> _Reader:
        if not isinstance(self.body.get(name), Mapping):
            raise self.bad(name)
        return _Reader(self.body[name])

    def parts(self, name: str) -> list[_Reader]:
        found = self.body.get(name)
        if not isinstance(found, list | tuple) or not all(isinstance(one, Mapping) for one in found):
            raise self.bad(name)
        return [_Reader(one) for one in found]


def category_here(given: Sent, committee: Committee, day: dt.date) -> str:
    """The receiving committee's own category: of the same code, else of the same name, else the last of its table."""
    rows = codes.codes(CATEGORIES, committee, day)
    for test in (lambda one: one.code == given.category, lambda one: given.category_name in _called(one)):
        found = next((one.code for one in rows if test(one)), None)
        if found is not None:
            return found
    return rows[-1].code if rows else given.category


def _called(one: Any) -> tuple[str, ...]:
    return (one.name, *str(one.extra.get("words", "")).split(NAMES))
