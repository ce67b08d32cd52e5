"""The ledger's cards on the pages of activities and proposals: what hangs there, and where to add the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.journal.models import Sealed
from lvzhi.ledger import rules
from lvzhi.ledger.actions.converting import went_on
from lvzhi.ledger.queries.hanging import MOST, Hung, hanging
from lvzhi.ledger.vocabulary import pages as words
from lvzhi.ledger.vocabulary.marks import advice_tag, problem_tag
from lvzhi.ledger.vocabulary.words import ADVICE, PROBLEM
from lvzhi.links.beside import Line, Panel

ON = {"activities.activity": "activity", "proposals.proposal": "proposal"}
"""Kinds of record that entries hang on, and by which field."""


def panels(actor: Actor, record: Sealed) -> Sequence[Panel]:
    """Problems found there and advice given there."""
    field = ON[record._meta.label_lower]
    rows = hanging(actor, Q(**{field: record.pk}))
    adds = _may_add(actor, record)
    return [
        _panel(kind, [row for row in rows if row.kind == kind], field, record, adds)
        for kind in (PROBLEM, ADVICE)
    ]  # fmt: skip


def _may_add(actor: Actor, record: Any) -> bool:
    if record.voided_at is not None:
        return False
    if ON[record._meta.label_lower] == "proposal":
        return any(actor.has(role, committee=record.committee_id) for role in rules.CLERKS)
    return rules.may_enter(actor, record.committee_id, record.organ_id)


def _panel(kind: str, rows: list[Hung], field: str, record: Any, adds: bool) -> Panel:
    page, name, icon = words.PANELS[kind]
    place = urlencode({field: str(record.uid)})
    add, add_words = (f"{reverse(f'ledger:{name}')}?{place}" if adds else ""), words.ADD[kind]
    if kind == ADVICE and field == "proposal" and went_on(record) and not rows and adds:
        add, add_words = reverse("ledger:convert", args=[record.uid]), words.CONVERT
    seen = [row for row in rows if row.seen]
    return Panel(
        kind,
        icon,
        [_line(row, page) for row in seen[:MOST]],
        hidden=len(rows) - len(seen),
        url=f"{reverse(words.LISTS[kind])}?{place}",
        more=max(0, len(seen) - MOST),
        add=add,
        add_words=add_words,
    )


def _line(row: Hung, page: str) -> Line:
    tag = problem_tag(row.state) if row.kind == PROBLEM else advice_tag(row.state, row.outcome)
    return Line(row.text, reverse(page, args=[row.uid]), tag, row.day)
