"""How the rooms below know these records: attachments, ties, texts being written, cards on other pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor, Rule
from lvzhi.committee.models import Record
from lvzhi.drafts import kinds as drafts
from lvzhi.files import rights
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.publications import queries, rules
from lvzhi.publications.metrics import level_name
from lvzhi.publications.models import Call, Clue, Coverage, Issue, Manuscript
from lvzhi.publications.vocabulary.states import EDITABLE, IssueState
from lvzhi.publications.vocabulary.words import COVERS, COVERS_BACKWARD, COVERS_FORWARD, DRAFT_KIND, PANEL, UNTITLED
from lvzhi.search import kinds as search

DRAFT = "publications.manuscript"
NEW = "new"
ON = frozenset({"activities.activity", "proposals.proposal", queries.ISSUE, "party.meeting"})


def may_add(actor: Actor, record: Any) -> bool:
    """Who may attach: editors; an author while it lies with him; a provider to a clue; none to a voided one."""
    if record.voided_at is not None:
        return False
    if isinstance(record, Issue) and record.state == IssueState.DISTRIBUTED:
        return False
    if isinstance(record, Manuscript) and record.state in EDITABLE and rules.hands_in(actor, record):
        return True
    return rules.keeper(actor, record) or (isinstance(record, Clue) and rules.own(actor, record))


def _register(model: type[Record], rule: Rule, title: Callable[[Any], str] = str) -> None:
    rows: Any = model._default_manager
    kind, name = model._meta.label_lower, str(model._meta.verbose_name)

    def visible(actor: Actor, uid: UUID) -> bool:
        return bool(rows.filter(rule.rows(actor), uid=uid).exists())

    def adds(actor: Actor, uid: UUID) -> bool:
        found = rows.filter(uid=uid).first()
        return found is not None and may_add(actor, found)

    def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
        return {row.uid: title(row) for row in rows.filter(uid__in=uids)}

    rights.register(
        kind, may_read=visible, may_add=adds, as_record=True,
        committee=lambda uid: int(rows.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip
    organ = links.organ_of(rows) if hasattr(model, "organ") else None
    address = f"publications:{model._meta.model_name}"
    links.register(
        links.Kind(
            kind, name, lambda uid: titles([uid]).get(uid, ""), lambda uid: reverse(address, args=[uid]), visible,
            titles, organ=organ,
        )
    )  # fmt: skip


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The card of reports on the page of a record; one query."""
    kind = record._meta.label_lower
    rows = queries.covering(actor, kind, record.uid) if getattr(record, "has_ties", True) else []
    lines = [
        beside.Line(row.title, reverse("publications:coverage", args=[row.uid]), None, row.published_on, _note(row))
        for row in rows
        if row.seen
    ]
    place = getattr(record, "committee_id", None)
    may = place is not None and rules.keeps(actor, place) and getattr(record, "voided_at", None) is None
    add = f"{reverse('publications:item_new')}?{urlencode({'about': f'{kind}:{record.uid}'})}" if may else ""
    hidden = sum(not row.seen for row in rows)
    return [beside.Panel(PANEL["title"], "news", lines, hidden, add=add, add_words=PANEL["add"], empty=PANEL["empty"])]


def _note(row: Any) -> str:
    return f"{row.outlet.name} {level_name(row)}"


def _draft_url(key: str) -> str:
    return reverse("publications:write") if key == NEW else reverse("publications:edit", args=[key])


TEXTS = (
    search.of(Call, rules.visible_call, "publications:call", ["title"], body=["topic"], day="starts_on"),
    search.of(Clue, rules.visible_clue, "publications:clue", ["topic"], body=["text"], day="offered_on"),
    search.of(
        Manuscript, rules.visible, "publications:manuscript", ["title"], body=["text"], names=["author"],
        day="submitted_on",
    ),
    search.of(Issue, rules.visible_issue, "publications:issue", ["series", "number"], day="printed_on"),
    search.of(Coverage, rules.visible_item, "publications:coverage", ["title"], day="published_on"),
)  # fmt: skip


def register() -> None:
    """Say to the rooms below what these records are."""
    search.register(*TEXTS)
    _register(Call, rules.visible_call)
    _register(Clue, rules.visible_clue)
    _register(Manuscript, rules.visible)
    _register(Issue, rules.visible_issue)
    _register(Coverage, rules.visible_item)
    links.register(links.Role(COVERS, COVERS_FORWARD, COVERS_BACKWARD, a_kinds=frozenset({queries.ITEM})))
    beside.register(beside.Beside("publications.items", ON, panels))
    drafts.register(
        drafts.Kind(DRAFT, DRAFT_KIND, _draft_url, lambda data: str(data.get("title") or UNTITLED))
    )  # fmt: skip
