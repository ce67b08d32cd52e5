"""Taking back a wrong step: the old values come out of the journal, while nothing has followed (decision 9)."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, Conflict, Refusal
from lvzhi.committee.models import Record
from lvzhi.deadlines import Term, clock, reckon
from lvzhi.journal.lines import line
from lvzhi.journal.queries import Told, following
from lvzhi.journal.reverting import Written, written
from lvzhi.norms.calendars import calendar_of
from lvzhi.workflow.declare import Step, Taking, Undo, Workflow
from lvzhi.workflow.engine import last_hand, moment
from lvzhi.workflow.models import Procedural, Taken
from lvzhi.workflow.norms import TAKE_BACK
from lvzhi.workflow.registry import workflow_of
from lvzhi.workflow.vocabulary import BACK

R = TypeVar("R", bound=Procedural)
LONGEST = timedelta(days=60)  # beyond it no window reaches: only what a page asks of the database
NEVER_BACK = frozenset({"version", "created_at"})


@dataclass(frozen=True)
class Undoable:
    """A step that the actor may take back now."""

    record: Procedural
    step: Step
    taken: Taken


def undoable(records: Iterable[Procedural], actor: Actor, told: Sequence[Told] | None = None) -> list[Undoable]:
    """Of these records, those whose last step the actor may take back now.

    Args:
        told: the lines about them, newest first, where the caller has read them: nothing more is asked then of records
            that another step has followed.
    """
    by_uid = {record.uid: record for record in records if record.voided_at is None and _last_undoable(record, told)}
    if not by_uid:
        return []
    rows = Taken.objects.filter(record_uid__in=list(by_uid), at__gt=actor.at - LONGEST).order_by("-id")
    newest: dict[Any, Taken] = {}
    for row in rows:
        newest.setdefault(row.record_uid, row)
    found = []
    for uid, row in newest.items():
        record = by_uid[uid]
        if not _likely(record, actor, row):
            continue
        try:
            found.append(Undoable(record, _Back(record, actor, row.step, row).step, row))
        except Refusal:
            continue
    return found


def _last_undoable(record: Procedural, told: Sequence[Told] | None) -> bool:
    if told is None:
        return True
    last = next((one.event for one in told if one.entry.subject_uid == record.uid), "")
    workflow = workflow_of(type(record))
    return any(last == f"{workflow.key}.{step.key}" for step in workflow.steps if step.undo is not None)


def _likely(record: Procedural, actor: Actor, taken: Taken) -> bool:
    """What can be told without asking the database: no other step has followed, and the step could be the actor's."""
    if taken.back_at is not None or record.version != taken.version:
        return False
    former = _former(record)
    former.__dict__["state"] = taken.came_from
    return taken.account_id == actor.account_id or workflow_of(type(record)).step(taken.step).may(actor, former)


def _former(record: Procedural) -> Any:
    """A copy of the record to be given values of before; what is loaded beside it comes along."""
    former = copy.copy(record)
    former._state = copy.copy(record._state)
    former._state.fields_cache = dict(record._state.fields_cache)
    return former


def expect_back(record: Procedural, step: str, actor: Actor) -> Undoable:
    """The step, if it was the record's last and the actor may take it back now: what its page asks first.

    Raises:
        NotAllowed, Conflict, Refusal: as `take_back`.
    """
    back = _Back(record, actor, step)
    return Undoable(record, back.step, back.taken)


def take_back(record: R, step: str, actor: Actor, ground: str, *, version: int | None = None) -> R:
    """Take back a step that was the record's last, and all that followed from it by itself.

    Every record it changed holds its old values again, every record it made is voided, and the journal tells both the
    step and its taking back. Whoever may take the step may take it back.

    Args:
        ground: why.
        version: the record's version when the page was opened.

    Raises:
        NotAllowed: the step is another's.
        Conflict: something has followed, or the record has changed since the page was opened.
        Refusal: no such step, its window is over, no ground, or its old values were erased from the journal.
    """
    if not ground.strip():
        raise Refusal("workflow.undo_ground", field="ground")
    with transaction.atomic():
        locked: Any = type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)
        if version is not None and locked.version != version:
            raise Conflict("workflow.changed", title=locked.title_for_people, **last_hand(locked))
        back = _Back(locked, actor, step, lock=True)
        back.put_back(ground.strip())
        back.taken.back_at = actor.at
        back.taken.save()
    done: R = locked
    return done


class _Back:
    """The taking back of one record's last step, judged when it is made.

    Raises:
        NotAllowed, Conflict, Refusal: as `take_back`.
    """

    def __init__(
        self, record: Procedural, actor: Actor, step: str, taken: Taken | None = None, *, lock: bool = False
    ) -> None:
        self.record, self.actor, self.lock = record, actor, lock
        self.touched: list[tuple[Written, Any]] = []
        self.workflow: Workflow = workflow_of(type(record))
        last = taken or Taken.objects.filter(record_uid=record.uid).order_by("-id").first()
        if last is None or last.back_at is not None or record.voided_at is not None:
            raise Refusal("workflow.not_undoable", title=record.title_for_people)
        self.taken = last
        self.step = self.workflow.step(step)
        if last.step != step:
            self._refuse_after(last.first - 1)
        self._refuse_late()
        self.written = written(last.first, last.last)
        self.own = next(one for one in self.written if one.uid == record.uid)
        former = _former(record)
        self.own.put_back(former)
        self.step.may.check(actor, former)
        self.touched = [(one, self._found(one)) for one in self.written]
        self._refuse_followed()

    @property
    def undo(self) -> Undo:
        """How the step is taken back."""
        assert self.step.undo is not None  # noqa: S101  reason: only such steps are noted as taken
        return self.step.undo

    def _found(self, one: Written) -> Any:
        """The record itself where it is ours, else the row locked."""
        if one.uid == self.record.uid:
            return self.record
        rows: Any = one.model._default_manager.filter(uid=one.uid)
        return (rows.select_for_update(of=("self",)) if self.lock else rows).first()

    def _refuse_late(self) -> None:
        start = clock.as_day(self.taken.at)
        term = norms.value(TAKE_BACK, self.record.committee_id, start)
        if not isinstance(term, Term):
            raise TypeError(TAKE_BACK)
        due = reckon(start, term, calendar_of(self.record.committee_id)).date
        if clock.as_day(self.actor.at) > due:
            raise Refusal("workflow.undo_late", step=self.step.name, when=start, due=due)

    def _refuse_followed(self) -> None:
        """Nothing was told of these records or of what they belong to since, and they hold what the step left."""
        self._refuse_after(self.taken.last)
        if not all(record is not None and one.stands(record) for one, record in self.touched):
            raise Conflict("workflow.followed_silently", step=self.step.name)

    def _refuse_after(self, seq: int) -> None:
        rows = [self.record, *(record for _, record in self.touched if record is not None)]
        about = [(row._meta.label_lower, row.uid) for row in rows]
        if self.workflow.whole is not None:
            whole = self.workflow.whole(self.record)
            about.append((whole._meta.label_lower, whole.uid))
        next_one = following(about, seq)
        if next_one is not None:
            facts = {"who": next_one.actor_name, "when": moment(next_one.at), "what": next_one.sentence}
            raise Conflict("workflow.followed", step=self.step.name, **facts)

    def put_back(self, ground: str) -> None:
        """Old values back, made records voided, effects and notices run, in one line of the journal."""
        record = self.record
        taking = Taking(
            record=record, step=self.step, actor=self.actor, at=self.actor.at, answers={"ground": ground}, files={},
            came_from=record.state,
        )  # fmt: skip
        left = {name: new for name, (_, new) in self.own.fields.items()}
        made: list[Any] = []
        event = f"{self.workflow.key}.{BACK}"
        with line(self.actor, event, subject=record, committee=record.committee_id, step=self.step.name) as entry:
            for one, row in self.touched:
                if one.created:
                    self._void(row, ground)
                    made.append(row)
                else:
                    one.put_back(row, but=self.undo.keeps | NEVER_BACK)
                    row.version += 1
                    if row is not record:
                        row.save()
            taking.answers |= {"made": made, "left": left}
            for effect in self.undo.does:
                effect(taking)
            record.save()
            entry.facts |= {"state": self.workflow.label(record.state), **taking.facts}
            entry.personal["ground"] = ground
        for tell in self.undo.tells:
            tell(taking)

    def _void(self, row: Record, ground: str) -> None:
        row.voided_at = self.actor.at
        row.void_ground = ground
        row.version += 1
        row.save()
