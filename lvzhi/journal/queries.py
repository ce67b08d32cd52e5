"""Reading the journal: the history of a record, the lines an auditor may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q, QuerySet

from lvzhi.deadlines import clock
from lvzhi.journal import events, labels, vocabulary
from lvzhi.journal.models import Entry

if TYPE_CHECKING:
    from lvzhi.access import Actor

AUDITOR, AUDIT_ADMIN = "auditor", "audit_admin"
HISTORY_LIMIT = 200


@dataclass(frozen=True)
class Change:
    """One field of one record as a line changed it; a personal value shows that it changed, not what it was."""

    kind: str
    uid: str | None
    what: str
    field: str | None
    old: Any = None
    new: Any = None
    private: bool = False
    count: int = 0

    @property
    def label(self) -> str:
        """The field's Chinese name, or the kind's where a whole record is meant."""
        model = model_of(self.kind)
        if model is None:
            return self.field or self.kind
        if self.field is None:
            return str(model._meta.verbose_name)
        try:
            found: Any = model._meta.get_field(self.field)
            return str(found.verbose_name)
        except FieldDoesNotExist:
            return self.field

    @property
    def deed(self) -> str:
        """新建, 修改 or 删除."""
        return vocabulary.WHAT[self.what]

    @property
    def old_text(self) -> str:
        """The old value as people read it."""
        return self._text(self.old)

    @property
    def new_text(self) -> str:
        """The new value as people read it."""
        return self._text(self.new)

    def _text(self, value: Any) -> str:
        if self.private:
            return vocabulary.HIDDEN
        return labels.shown(model_of(self.kind), self.field, value)


@dataclass(frozen=True)
class Told:
    """An entry as a page shows it."""

    entry: Entry

    @property
    def seq(self) -> int:
        return self.entry.seq

    @property
    def at(self) -> dt.datetime:
        return self.entry.at

    @property
    def event(self) -> str:
        return self.entry.event

    @property
    def actor_name(self) -> str:
        return self.entry.actor_name

    @property
    def actor_role(self) -> str:
        return self.entry.actor_role

    @property
    def behalf(self) -> str:
        return self.entry.behalf

    @property
    def subject_title(self) -> str:
        return self.entry.subject_title

    @cached_property
    def sentence(self) -> str:
        """What happened, in the words of the room it happened in."""
        return events.sentence(self.entry.event, self.entry.facts)

    @cached_property
    def changes(self) -> list[Change]:
        """Field by field."""
        return list(_flat(self.entry.changes))

    @property
    def when(self) -> dt.datetime:
        """For the timeline component."""
        return self.entry.at

    @property
    def what(self) -> str:
        """For the timeline component."""
        return self.sentence

    @property
    def who(self) -> str:
        """Name and post, and for whom, for the timeline component."""
        for_whom = vocabulary.BEHALF.format(name=self.behalf) if self.behalf else ""
        post = vocabulary.POST.format(role=self.actor_role) if self.actor_role else ""
        return f"{self.actor_name}{post}{for_whom}"


def model_of(kind: str) -> type[models.Model] | None:
    """The model of a kind, None when it no longer exists."""
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def _flat(changes: Iterable[dict[str, Any]]) -> Iterator[Change]:
    for item in changes:
        kind, uid, what = item["kind"], item.get("uid"), item["what"]
        if what != "changed":
            yield Change(kind, uid, what, None, count=item.get("count", 1))
        for field, (old, new) in item.get("fields", {}).items():
            yield Change(kind, uid, what, field, old, new)
        for field in item.get("private", []):
            yield Change(kind, uid, what, field, private=True)


def history(kind: str, uid: UUID, *, limit: int = HISTORY_LIMIT, everywhere: bool = False) -> list[Told]:
    """The lines about a record, newest first.

    By default those whose subject it is (an index answers). `everywhere` also finds lines about other records that
    changed this one; that reads the whole journal and is meant for the auditor, not for a page.
    """
    about = Q(subject_kind=kind, subject_uid=uid)
    if everywhere:
        about |= Q(seals__has_key=f"{kind}:{uid}")
    return [Told(entry) for entry in Entry.objects.filter(about).order_by("-seq")[:limit]]


def histories(subjects: Iterable[tuple[str, UUID]], *, limit: int = HISTORY_LIMIT) -> list[Told]:
    """The lines about several records together, newest first: a record with what belongs to it. One query."""
    pairs = list(subjects)
    rows = Entry.objects.filter(subject_kind__in={kind for kind, _ in pairs}, subject_uid__in=[uid for _, uid in pairs])
    return [Told(entry) for entry in rows.defer("seals", "private_digests", "changes").order_by("-seq")[:limit]]


def following(subjects: Iterable[tuple[str, UUID]], seq: int) -> Told | None:
    """The first line about any of these records after that number."""
    pairs = list(subjects)
    rows = Entry.objects.filter(subject_kind__in={kind for kind, _ in pairs}, subject_uid__in=[uid for _, uid in pairs])
    found = rows.filter(seq__gt=seq).order_by("seq").first()
    return Told(found) if found is not None else None


def timeline(kind: str, uid: UUID, *, limit: int = HISTORY_LIMIT) -> list[Told]:
    """The history in the shape the timeline component reads (when, who, what): `<c-timeline :events="…" />`."""
    return history(kind, uid, limit=limit)


def visible(actor: Actor) -> QuerySet[Entry, Entry]:
    """The lines an actor may read: an auditor's committees'; an audit administrator's too, and those of none."""
    committees = actor.committees(AUDITOR) | actor.committees(AUDIT_ADMIN)
    rows = Q(committee_id__in=committees)
    if actor.has(AUDIT_ADMIN):
        rows |= Q(committee_id=None)
    return Entry.objects.filter(rows) if committees or actor.has(AUDIT_ADMIN) else Entry.objects.none()


def may_read(actor: Actor) -> bool:
    """Whether the log is open to an actor at all."""
    return actor.has(AUDITOR) or actor.has(AUDIT_ADMIN)


@dataclass(frozen=True)
class Wanted:
    """What the log is narrowed to; empty means all."""

    who: str = ""
    event: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    title: str = ""
    subject: UUID | None = None


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), clock.ZONE)


def log(actor: Actor, wanted: Wanted) -> QuerySet[Entry, Entry]:
    """Lines for the log page, in no order: the page orders them by number, without the wide columns it hides."""
    rows = visible(actor)
    if wanted.who:
        rows = rows.filter(actor_name=wanted.who)
    if wanted.event:
        rows = rows.filter(event=wanted.event)
    # Moments, not days of moments: only those can use the index.
    if wanted.since:
        rows = rows.filter(at__gte=_midnight(wanted.since))
    if wanted.until:
        rows = rows.filter(at__lt=_midnight(wanted.until + dt.timedelta(days=1)))
    if wanted.title:
        rows = rows.filter(subject_title__contains=wanted.title)
    if wanted.subject:
        rows = rows.filter(subject_uid=wanted.subject)
    return rows.defer("seals", "private_digests", "changes")
