"""Taking a change of term back: what it made is deleted, what it changed holds its old values, out of the journal."""

from __future__ import annotations

from typing import Any

from django.db.models import ProtectedError

from lvzhi.access import Refusal
from lvzhi.accounts.models import Account
from lvzhi.drafts.queries import mine
from lvzhi.journal.models import Entry
from lvzhi.journal.queries import Told
from lvzhi.journal.reverting import Written, written
from lvzhi.turnover.models import Change
from lvzhi.workflow.declare import Taking
from lvzhi.workflow.engine import moment

CHUNK = 500
OWN = Change._meta.label_lower
# What is made without anybody entering anything: reminders, messages.
BESIDE = frozenset({"workflow", "notices_inbox", "messages", "turnover", "journal"})


def check_untouched(taking: Taking) -> None:
    """Refuse once anything of the new term was entered, or anything that the run wrote was changed."""
    change: Change = taking.record
    if change.first is None or change.last is None:
        raise Refusal("turnover.nothing_kept")
    rows = Entry.objects.filter(seq__gt=change.last, committee_id=change.committee_id).order_by("seq")
    for entry in rows.iterator():
        made = [one for one in entry.changes if one["what"] == "created" and _counts(one["kind"])]
        if made:
            said = Told(entry)
            raise Refusal("turnover.entered", who=said.actor_name, when=moment(said.at), what=said.sentence)
    for one, record in _touched(change):
        if record is None or not one.stands(record):
            raise Refusal("turnover.changed_since", what=str(record) if record is not None else one.model._meta.label)
        if one.created and isinstance(record, Account) and mine(record.pk):
            raise Refusal("turnover.drafts_kept", name=record.name)


def _counts(kind: str) -> bool:
    return kind.partition(".")[0] not in BESIDE


def _touched(change: Change) -> list[tuple[Written, Any]]:
    """What the run wrote, each with the record as it is; the change itself is the procedure's own."""
    assert change.first is not None  # noqa: S101  reason: asked by the check before
    assert change.last is not None  # noqa: S101  reason: the same
    try:
        lines = written(change.first, change.last)
    except AssertionError:  # a room below deleted or wrote in bulk: the journal holds no old values of that
        raise Refusal("turnover.nothing_kept") from None
    found = [one for one in lines if one.model._meta.label_lower != OWN]
    by_model: dict[Any, list[Any]] = {}
    for one in found:
        by_model.setdefault(one.model, []).append(one.uid)
    rows: dict[tuple[Any, Any], Any] = {}
    for model, uids in by_model.items():
        for start in range(0, len(uids), CHUNK):
            for row in model._default_manager.select_for_update(of=("self",)).filter(
                uid__in=uids[start : start + CHUNK]
            ):
                rows[model, row.uid] = row
    return [(one, rows.get((one.model, one.uid))) for one in found]


def roll_back(taking: Taking) -> None:
    """Put everything back as it was before the run; the journal keeps both."""
    pairs = _touched(taking.record)
    made = [record for one, record in pairs if one.created]
    left = _delete(made)
    restored = 0
    for one, record in pairs:
        if not one.created:
            one.put_back(record)
            record.save()
            restored += 1
    left = _delete(left)
    if left:
        _refuse(left)
    taking.facts.update(made=len(made), restored=restored)


def _delete(records: list[Any]) -> list[Any]:
    """Delete kind by kind, those first that nothing refers to; what is still referred to is given back."""
    by_model: dict[Any, list[Any]] = {}
    for record in records:
        by_model.setdefault(type(record), []).append(record)
    going = True
    while going:
        going = False
        for model in list(by_model):
            try:
                keys = [record.pk for record in by_model[model]]
                model._default_manager.filter(pk__in=keys).delete()
            except ProtectedError:
                continue
            del by_model[model]
            going = True
    return [record for rows in by_model.values() for record in rows]


def _refuse(left: list[Any]) -> None:
    """Name what still refers to something the run made."""
    for record in left:
        try:
            record.delete()
        except ProtectedError as problem:
            by = next(iter(problem.protected_objects), None)
            raise Refusal("turnover.referred", what=str(record), by=str(by)) from None
