"""The lists of an archive package: ratings, promises, the journal, and every record as data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.db.models import ForeignKey
from django.utils.timezone import localtime

from lvzhi.access import Actor
from lvzhi.exchange import Column
from lvzhi.exchange.sheets import write_csv
from lvzhi.journal.queries import Told, histories
from lvzhi.proposals.actions.offline import belonging
from lvzhi.proposals.models import Appraisal, Promise, Proposal, Rating
from lvzhi.proposals.queries.appraising import appraisals_of
from lvzhi.proposals.queries.handling import sealed
from lvzhi.proposals.rules import reads_ratings
from lvzhi.proposals.vocabulary import Grade, PromiseState
from lvzhi.proposals.vocabulary import archive as words

EVERY_LINE = 100_000  # a proposal never has more lines of the journal
OWN_KEYS = frozenset({"id", "version", "journal_ignore"})


def _csv(fields: Sequence[tuple[str, str]], rows: list[list[Any]]) -> bytes:
    return b"".join(write_csv([Column(key, label) for key, label in fields], rows))


def ratings(actor: Actor, proposal: Proposal) -> bytes:
    """The ratings that the actor may read (R1.92)."""
    return _csv(words.RATING_FIELDS, [
        [row.round, row.member.person.name if row.member else "", str(Grade(row.attitude).label),
         str(Grade(row.result).label), row.reason, row.rated_on]
        for row in rated(actor, proposal)
    ])  # fmt: skip


def rated(actor: Actor, proposal: Proposal) -> list[Rating]:
    """Ratings of rounds that are not sealed from the actor."""
    rows = Rating.objects.live().filter(proposal=proposal).select_related("member__person").order_by("round", "id")
    return list(rows if reads_ratings(actor, proposal) else rows.filter(round__lt=proposal.round))


def appraisals(rows: Sequence[Appraisal]) -> bytes:
    """What the units said of the proposal's quality (R1.92)."""
    return _csv(words.APPRAISAL_FIELDS, [
        [row.unit.name, row.round, row.get_state_display(), row.get_grade_display(), row.score, row.comment,
         row.given_on, row.wanted, row.response]
        for row in rows
    ])  # fmt: skip


def _readable(actor: Actor, proposal: Proposal) -> list[Any]:
    """What belongs to the proposal, without the ratings and appraisals that are sealed from the actor."""
    open_ones = {
        Rating: {row.pk for row in rated(actor, proposal)},
        Appraisal: {row.pk for row in appraisals_of(actor, proposal)},
    }
    return [row for row in belonging(proposal) if type(row) not in open_ones or row.pk in open_ones[type(row)]]


def promises(proposal: Proposal) -> bytes:
    """What was promised and what became of it."""
    rows = Promise.objects.live().filter(proposal=proposal).select_related("unit").order_by("id")
    return _csv(words.PROMISE_FIELDS, [
        [row.unit.name, row.text, row.made_on, row.first_promised_for, row.promised_for,
         str(PromiseState(row.state).label), row.progress, row.finding, row.checked_on]
        for row in rows
    ])  # fmt: skip


def told(actor: Actor, proposal: Proposal) -> list[Told]:
    """The lines of the journal about the proposal and what belongs to it, the oldest first."""
    subjects = {
        (row._meta.label_lower, row.uid) for row in (proposal, *_readable(actor, proposal)) if hasattr(row, "uid")
    }
    lines = histories(subjects, limit=EVERY_LINE)
    whole = reads_ratings(actor, proposal)
    return [one for one in reversed(lines) if whole or not sealed(one, proposal.round)]


def journal_csv(lines: Sequence[Told]) -> bytes:
    """The lines for people."""
    return _csv(words.JOURNAL_FIELDS, [
        [one.seq, localtime(one.at).strftime("%Y-%m-%d %H:%M:%S"), one.actor_name, one.actor_role, one.sentence,
         one.subject_title, one.entry.hash]
        for one in lines
    ])  # fmt: skip


def journal_json(lines: Sequence[Told]) -> bytes:
    """The same for machines, with the hashes that tie them into the chain."""
    return _dump([
        {"seq": one.seq, "at": one.at, "actor": one.actor_name, "role": one.actor_role, "via": one.entry.via,
         "event": one.event, "sentence": one.sentence, "facts": one.entry.facts,
         "subject": {"kind": one.entry.subject_kind, "uid": one.entry.subject_uid, "title": one.subject_title},
         "hash": one.entry.hash, "prev_hash": one.entry.prev_hash, "algorithm": one.entry.algorithm}
        for one in lines
    ])  # fmt: skip


def records(actor: Actor, proposal: Proposal) -> bytes:
    """Every record of the room that belongs to the proposal, voided ones too, but nothing that is sealed."""
    return _dump([_record(row) for row in (proposal, *_readable(actor, proposal))])


def _record(row: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        if field.name in OWN_KEYS:
            continue
        value = getattr(row, field.attname)
        if isinstance(field, ForeignKey) and value is not None:
            beside = getattr(row, field.name)
            value = {"uid": getattr(beside, "uid", None), "name": str(beside)}
        found[field.name] = value
    return {"record": row._meta.label_lower, "fields": found}


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).encode()
