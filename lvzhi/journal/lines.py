"""`with line(actor, "room.event", subject=…):` — one entry of the journal around a piece of work."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction

from lvzhi.journal import chain, collect, digests, events
from lvzhi.journal.chain import Draft
from lvzhi.journal.collect import Change, Sheet
from lvzhi.journal.following import Wrote
from lvzhi.journal.models import Entry
from lvzhi.journal.values import State, plain, shape_of

if TYPE_CHECKING:
    from lvzhi.access import Actor


@dataclass
class Together:
    """Lines that wait for each other's end, and what is to be done once they stand in the chain."""

    drafts: list[Draft] = field(default_factory=list)
    afterwards: list[Callable[[], None]] = field(default_factory=list)

    def after(self, do: Callable[[], None]) -> None:
        """Do something when the lines are written, still in their transaction."""
        self.afterwards.append(do)


_together: ContextVar[Together | None] = ContextVar("lvzhi_journal_together", default=None)


@contextmanager
def together() -> Iterator[Together]:
    """One transaction for several lines in a row, all of which are appended at its end.

    A line that ends locks the chain until its transaction ends. Work that goes on after it and locks a record would
    wait for whoever holds that record and waits for the chain: neither comes on. Blocks nest; the outermost appends.
    """
    around = _together.get()
    if around is not None:
        yield around
        return
    block = Together()
    token = _together.set(block)
    try:
        with transaction.atomic():
            yield block
            if block.drafts:
                chain.append(block.drafts)
            for do in block.afterwards:
                do()
    finally:
        _together.reset(token)


def write_waiting() -> None:
    """Append the lines that wait for each other now: whoever erases what they say must find it in the journal."""
    block = _together.get()
    if block is not None and block.drafts:
        waiting, block.drafts = block.drafts, []
        chain.append(waiting)


@dataclass(frozen=True)
class Subject:
    """A record named without having it at hand: its kind ("app_label.model_name"), uid and title of the day."""

    kind: str
    uid: uuid.UUID | None
    title: str = ""
    committee_id: int | None = None


TITLE_LENGTH = 300
NAME_LENGTH = 200


def line(
    actor: Actor,
    event: str,
    /,
    *,
    subject: models.Model | Subject | None = None,
    committee: Any = None,
    personal: Mapping[str, Any] | None = None,
    **facts: Any,
) -> Line:
    """Open a transaction and, at its end, write one chained entry with every sealed record changed inside.

    `subject`: the record it is about (its kind, uid and title of that moment are kept). `committee`: a Committee or its
    id; without it, the subject's `committee_id`. `facts`: what the event's sentence asks for, nothing personal;
    `personal`: facts that go only into the encrypted payload.

    An exception undoes everything. Lines nest: each writes its own entry, a change belongs to the innermost, and all
    are appended when the outermost ends, so the lock on the chain is held for a moment only. Subject and facts may be
    completed inside (`with line(…) as entry: entry.facts["number"] = …`). Raises `UnknownEvent` for a code without a
    sentence.
    """
    events.require(event)
    return Line(actor, event, subject, committee, dict(personal or {}), facts)


class Line:
    """An open line. `subject` and `facts` may be completed until it ends."""

    def __init__(
        self,
        actor: Actor,
        event: str,
        subject: models.Model | Subject | None,
        committee: Any,
        personal: dict[str, Any],
        facts: dict[str, Any],
    ) -> None:
        self.actor, self.event, self.subject, self.committee = actor, event, subject, committee
        self.personal, self.facts = personal, facts
        self._drafts: list[Draft] = []
        self._atomic = transaction.atomic()
        self._sheet: Sheet | None = None
        self._parent: Line | None = None

    def __enter__(self) -> Self:
        self._atomic.__enter__()
        self._sheet = Sheet(collect.savepoints(), owner=self)
        above = collect.stack()
        self._parent = above[-1].owner if above else None
        collect.push(self._sheet)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        sheet = self._sheet
        assert sheet is not None  # noqa: S101  # only reached through __enter__
        try:
            if kind is None:
                collect.settle(sheet)
                self._drafts.append(self._draft(sheet))
                if self._parent is None:
                    self._append()
        except BaseException as fault:
            collect.pop(sheet)
            self._atomic.__exit__(type(fault), fault, fault.__traceback__)
            raise
        collect.pop(sheet)
        self._atomic.__exit__(kind, problem, trace)
        if kind is None:
            self._hand_over(sheet)

    def _append(self) -> None:
        block = _together.get()
        if block is None:
            chain.append(self._drafts)
        else:
            block.drafts += self._drafts

    @property
    def first(self) -> int | None:
        """The number of the first entry written, nested ones included; None until the outermost line or block of lines
        `together` has ended."""
        return min((draft.entry.seq for draft in self._drafts if draft.entry.seq is not None), default=None)

    def _hand_over(self, sheet: Sheet) -> None:
        """After success: instances compare from now on, and the surrounding line learns what happened inside."""
        for instance in sheet.instances.values():
            uid = getattr(instance, "uid", None)
            state = sheet.latest.get((instance._meta.label_lower, uid)) if uid else None
            if isinstance(state, dict):
                instance.__dict__["_loaded"] = dict(state)
        if self._parent is not None and self._parent._sheet is not None:
            self._parent._drafts += self._drafts
            self._parent._sheet.latest |= sheet.latest

    def _draft(self, sheet: Sheet) -> Draft:
        actor, named = self.actor, _named(self.subject)
        committee = self.committee if self.committee is not None else getattr(self.subject, "committee_id", None)
        entry = Entry(
            at=actor.at,
            account_id=actor.account_id,
            actor_name=actor.name[:NAME_LENGTH],
            actor_role=actor.role[:NAME_LENGTH],
            behalf=(actor.behalf or "")[:NAME_LENGTH],
            via=actor.via,
            address=actor.address[:NAME_LENGTH],
            event=self.event,
            committee_id=getattr(committee, "pk", committee),
            subject_kind=named.kind,
            subject_uid=named.uid,
            subject_title=named.title[:TITLE_LENGTH],
            facts=plain(self.facts),
            algorithm=digests.current(),
        )
        draft = Draft(entry, frozenset(kind for kind, _ in sheet.changes), wrote=_wrote(sheet))
        if self.personal:
            draft.personal["", None] = plain(self.personal)
        counts: dict[str, int] = {}
        for (kind, uid), change in sheet.changes.items():
            entry.seals[f"{kind}:{uid}"] = self._seal(sheet, kind, uid, change)
            if change.bulk and change.before is None:
                counts[kind] = counts.get(kind, 0) + 1
            else:
                _describe(draft, kind, uid, change)
        entry.changes += [{"kind": kind, "what": "created", "count": count} for kind, count in counts.items()]
        return draft

    def _seal(self, sheet: Sheet, kind: str, uid: uuid.UUID, change: Change) -> str | None:
        """What the record holds now — which a line nested in this one may have changed after this one did."""
        state = sheet.latest.get((kind, uid), change.after)
        return change.shape.digest(state) if isinstance(state, dict) else None


def _wrote(sheet: Sheet) -> list[Wrote]:
    return [
        Wrote(kind, uid, change.before, change.after if isinstance(change.after, dict) else None)
        for (kind, uid), change in sheet.changes.items()
    ]


def _named(subject: models.Model | Subject | None) -> Subject:
    if isinstance(subject, Subject):
        return subject
    if subject is None:
        return Subject("", None)
    return Subject(shape_of(type(subject)).kind, getattr(subject, "uid", None), str(subject))


def _describe(draft: Draft, kind: str, uid: uuid.UUID, change: Change) -> None:
    """Old and new values: the open ones into the entry, the personal ones into its encrypted payload."""
    before: State = change.before or {}
    after: State = change.after if isinstance(change.after, dict) else {}
    what = "created" if change.before is None else "deleted" if change.after is None else "changed"
    shown: dict[str, list[Any]] = {}
    hidden: dict[str, list[Any]] = {}
    for column in change.shape.columns:
        if column.attname in {"uid", "id"} or (change.fields is not None and column.attname not in change.fields):
            continue
        old, new = before.get(column.attname), after.get(column.attname)
        if old == new or (what == "created" and new in _BLANK):
            continue
        (hidden if column.private else shown)[column.name] = [old, new]
    item: dict[str, Any] = {"kind": kind, "uid": str(uid), "what": what}
    if shown:
        item["fields"] = shown
    if hidden:
        item["private"] = sorted(hidden)
        draft.personal[kind, uid] = hidden
    if shown or hidden or what != "changed":
        draft.entry.changes.append(item)


_BLANK: tuple[Any, ...] = (None, "", [], {})
