"""The ledger's cards on the pages of activities, proposals, projects, meetings: what hangs there, where to add more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.activities.models import Site
from lvzhi.journal.models import Sealed
from lvzhi.ledger import rules
from lvzhi.ledger.actions.converting import went_on
from lvzhi.ledger.queries.hanging import MOST, Hung, gathered, hanging
from lvzhi.ledger.vocabulary import pages as words
from lvzhi.ledger.vocabulary.marks import advice_tag, problem_tag
from lvzhi.ledger.vocabulary.states import AdviceState
from lvzhi.ledger.vocabulary.words import ADVICE, PROBLEM, SHORTENED
from lvzhi.links.beside import Line, Panel
from lvzhi.papers.models import Paper
from lvzhi.party import rules as party
from lvzhi.party.models import Meeting
from lvzhi.party.vocabulary import OF_LIFE, MeetingState

LONGEST = 80  # characters of a line; the whole stands on the entry's own page
PAPER = Paper._meta.label_lower
SITE = Site._meta.label_lower
ON = {
    "activities.activity": "activity", "proposals.proposal": "proposal", "projects.project": "project",
    "contacts.contact": "contact",
    "party.meeting": "meeting",
}  # fmt: skip
"""Kinds of record that entries hang on, and by which field."""


def panels(actor: Actor, record: Sealed) -> Sequence[Panel]:
    """Problems found there and advice given there."""
    if isinstance(record, Paper):
        return [_gathered(actor, record)]
    if isinstance(record, Site):
        rows = hanging(actor, Q(activity__site=record))
        return [_held(kind, [row for row in rows if row.kind == kind], record) for kind in (PROBLEM, ADVICE)]
    if isinstance(record, Meeting):
        return _raised(actor, record)
    field = ON[record._meta.label_lower]
    rows = hanging(actor, Q(**{field: record.pk}))
    adds = _may_add(actor, record)
    return [
        _panel(kind, [row for row in rows if row.kind == kind], field, record, adds)
        for kind in (PROBLEM, ADVICE)
    ]  # fmt: skip


def _raised(actor: Actor, meeting: Meeting) -> list[Panel]:
    """Problems raised at an organisation-life or democratic-life meeting; other meetings raise none (R10.2)."""
    if meeting.kind not in OF_LIFE:
        return []
    adds = meeting.state == MeetingState.HELD and meeting.voided_at is None and party.meeting_kept(actor, meeting)
    return [_panel(PROBLEM, hanging(actor, Q(meeting=meeting)), ON["party.meeting"], meeting, adds)]


def _held(kind: str, rows: list[Hung], site: Site) -> Panel:
    """What came of the sessions held at a deliberation point (R3.8)."""
    page, _, icon = words.PANELS[kind]
    seen = [row for row in rows if row.seen]
    return Panel(
        kind,
        icon,
        [_line(row, page) for row in seen[:MOST]],
        hidden=len(rows) - len(seen),
        url=f"{reverse(words.LISTS[kind])}?{urlencode({'site': str(site.uid)})}",
        more=max(0, len(seen) - MOST),
    )


def _gathered(actor: Actor, paper: Paper) -> Panel:
    """The advice that a document submits; sent, it is handed to the units that answer."""
    rows = gathered(actor, paper)
    seen = [row for row in rows if row.seen]
    place = urlencode({"paper": str(paper.uid)})
    waits = any(row.state == AdviceState.SUBMITTED for row in seen)
    hands = waits and rules.enters_somewhere(actor, paper.committee_id)
    return Panel(
        ADVICE,
        words.PANELS[ADVICE][2],
        [_line(row, words.PANELS[ADVICE][0]) for row in seen[:MOST]],
        hidden=len(rows) - len(seen),
        url=f"{reverse(words.LISTS[ADVICE])}?{place}",
        more=max(0, len(seen) - MOST),
        add=f"{reverse('ledger:hand_many')}?{place}" if hands else "",
        add_words=words.HAND_MANY,
    )


def _may_add(actor: Actor, record: Any) -> bool:
    if record.voided_at is not None:
        return False
    if ON[record._meta.label_lower] == "proposal":
        return any(actor.has(role, committee=record.committee_id) for role in rules.CLERKS)
    return rules.may_enter(actor, record.committee_id, getattr(record, "organ_id", None))


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
    flat = " ".join(row.text.split())
    text = flat if len(flat) <= LONGEST else SHORTENED.format(text=flat[:LONGEST])
    return Line(text, reverse(page, args=[row.uid]), tag, row.day)
