"""How the rooms below know papers: attachments, ties to any record, texts being written, cards on other pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.drafts import kinds as drafts
from lvzhi.files import rights
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.norms import codes
from lvzhi.papers import queries, rules
from lvzhi.papers.models import Paper
from lvzhi.papers.vocabulary import (
    ABOUT,
    ABOUT_BACKWARD,
    ABOUT_FORWARD,
    DRAFT_KIND,
    KINDS,
    PANEL,
    PANEL_ADD,
    PAPER_TONES,
    UNTITLED,
    PaperState,
)
from lvzhi.papers.vocabulary.codes import REPORTS
from lvzhi.search import kinds as search
from lvzhi.ui.marks import Tag

KIND = queries.KIND
DRAFT = "papers.write"
NEW = "new"


def _visible(actor: Actor, uid: UUID) -> bool:
    return Paper.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def may_add(actor: Actor, paper: Paper) -> bool:
    """Who may attach: the author while it is drafted, the office until it is withdrawn, nobody to a voided one."""
    if paper.voided_at is not None or paper.state == PaperState.WITHDRAWN:
        return False
    return rules.keeper(actor, paper) or (paper.state == PaperState.DRAFT and rules.author(actor, paper))


def _may_add(actor: Actor, uid: UUID) -> bool:
    paper = Paper.objects.filter(uid=uid).first()
    return paper is not None and may_add(actor, paper)


def _committee(uid: UUID) -> int:
    return int(Paper.objects.values_list("committee_id", flat=True).get(uid=uid))


def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Titles of several papers in one query."""
    return dict(Paper.objects.filter(uid__in=uids).values_list("uid", "title"))


def _title(uid: UUID) -> str:
    return titles([uid]).get(uid, "")


def _url(uid: UUID) -> str:
    return reverse("papers:detail", args=[uid])


def write_address(kind: str, uid: UUID) -> str:
    """Where a paper about a record is begun."""
    return f"{reverse('papers:write')}?{urlencode({'about': f'{kind}:{uid}'})}"


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The card of papers on the page of a record of any room; one query, none where its query said "no ties"."""
    if isinstance(record, Paper):
        return []
    kind = record._meta.label_lower
    rows = queries.about(actor, kind, record.uid) if getattr(record, "has_ties", True) else []
    lines = [beside.Line(row.title, _url(row.uid), _tag(row), row.dated_on, _note(row)) for row in rows if row.seen]
    place = getattr(record, "committee_id", None)
    drafts_here = place is not None and rules.may_draft(actor, place) and getattr(record, "voided_at", None) is None
    return [
        beside.Panel(
            PANEL,
            "file",
            lines,
            hidden=sum(not row.seen for row in rows),
            add=write_address(kind, record.uid) if drafts_here else "",
            add_words=PANEL_ADD,
        )
    ]


def _tag(row: Any) -> Tag:
    return Tag(row.get_state_display(), PAPER_TONES[PaperState(row.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def _note(row: Any) -> str:
    kind = codes.name_of(KINDS, row.committee_id, row.kind, row.dated_on)
    return " ".join(part for part in (kind, row.called) if part)


def _draft_url(key: str) -> str:
    return reverse("papers:write") if key == NEW else reverse("papers:edit", args=[key])


def _draft_title(data: Mapping[str, Any]) -> str:
    return str(data.get("title") or UNTITLED)


def _tells(paper: Paper) -> bool:
    return paper.kind in REPORTS and bool(paper.text)


def _said(uid: UUID) -> links.Said | None:
    """The text of a report on a study, an inspection, a consultation, for a record that begins from it (R2.4)."""
    row = Paper.objects.live().filter(uid=uid).first()
    return links.Said(row.title, row.text) if row is not None and _tells(row) else None


TEXTS = search.of(
    Paper, rules.visible, "papers:detail", ["title"], body=["text"], names=["addressee"], number=["number"],
    day="dated_on", organ="organ_id",
)  # fmt: skip


def register() -> None:
    """Say to the rooms below what papers are."""
    search.register(TEXTS)
    rights.register(KIND, may_read=_visible, may_add=_may_add, committee=_committee, as_record=True)
    links.register(
        links.Kind(KIND, str(Paper._meta.verbose_name), _title, _url, _visible, titles, said=_said, tells=_tells),
        links.Role(ABOUT, ABOUT_FORWARD, ABOUT_BACKWARD, a_kinds=frozenset({KIND})),
    )
    beside.register(beside.Beside("papers.about", frozenset(), panels))
    drafts.register(drafts.Kind(DRAFT, DRAFT_KIND, _draft_url, _draft_title))
