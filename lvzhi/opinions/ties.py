"""How the rooms below know these records: attachments, ties, texts being written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.drafts import kinds as drafts
from lvzhi.files import rights
from lvzhi.journal.models import Sealed
from lvzhi.links import alike, beside
from lvzhi.links import kinds as links
from lvzhi.opinions import queries, rules
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries import CONCERN
from lvzhi.opinions.queries.similar import near_to
from lvzhi.opinions.vocabulary.marks import CONCERN_TONES
from lvzhi.opinions.vocabulary.states import ConcernState
from lvzhi.opinions.vocabulary.words import (
    DRAFT_KIND,
    FROM,
    FROM_BACKWARD,
    FROM_FORWARD,
    PANEL,
    UNTITLED,
)
from lvzhi.search import kinds as search
from lvzhi.ui.marks import Tag

DRAFT = CONCERN
NEW = "new"
SOURCES = frozenset({"proposals.proposal", "activities.activity", "papers.paper"})


def _visible(actor: Actor, uid: UUID) -> bool:
    return Concern.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def _may_add(actor: Actor, uid: UUID) -> bool:
    found = Concern.objects.filter(uid=uid).first()
    return found is not None and rules.may_attach(actor, found)


def _titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    rows = Concern.objects.filter(uid__in=uids).values_list("uid", "edited_title", "title")
    return {uid: edited or title for uid, edited, title in rows}


def _draft_url(key: str) -> str:
    return reverse("opinions:write") if key == NEW else reverse("opinions:edit", args=[key])


def _tag(row: Concern) -> Tag:
    return Tag(row.get_state_display(), CONCERN_TONES[row.state])  # type: ignore[arg-type, index]  # reason: the table holds tones by state


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The card of items that came of a record, and where another is begun from its text; one statement."""
    kind, place = record._meta.label_lower, getattr(record, "committee_id", None)
    rows = queries.taken_from(actor, kind, record.uid) if getattr(record, "has_ties", True) else []
    lines = [
        beside.Line(row.current_title, queries.address(row), _tag(row), row.submitted_on) for row in rows if row.seen
    ]
    may = place is not None and rules.sends(actor, place) and getattr(record, "voided_at", None) is None
    known = links.kind_of(kind)
    tells = may and known is not None and known.tells is not None and known.tells(record)
    add = f"{reverse('opinions:write')}?{urlencode({'about': f'{kind}:{record.uid}'})}" if tells else ""
    hidden = sum(not row.seen for row in rows)
    return [beside.Panel(PANEL["title"], "news", lines, hidden, add=add, add_words=PANEL["add"])]


TEXTS = search.of(
    Concern, rules.visible, "opinions:concern", ["title"], body=["situation", "analysis", "suggestion"],
    day="submitted_on", organ="organ_id", states={value: str(label) for value, label in ConcernState.choices},
    without=frozenset({ConcernState.DRAFT}),

)  # fmt: skip


def register() -> None:
    """Say to the rooms below what these records are."""
    search.register(TEXTS)
    rows = Concern.objects.all()
    rights.register(
        CONCERN, may_read=_visible, may_add=_may_add, as_record=True,
        committee=lambda uid: int(rows.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip
    links.register(
        links.Kind(
            CONCERN, str(Concern._meta.verbose_name), lambda uid: _titles([uid]).get(uid, ""),
            lambda uid: reverse("opinions:concern", args=[uid]), _visible, _titles, organ=links.organ_of(rows),
        )
    )  # fmt: skip
    links.register(links.Role(FROM, FROM_FORWARD, FROM_BACKWARD, a_kinds=frozenset({CONCERN})))
    beside.register(beside.Beside("opinions.from", SOURCES, panels))
    alike.register(CONCERN, near_to)
    drafts.register(drafts.Kind(DRAFT, DRAFT_KIND, _draft_url, lambda data: str(data.get("title") or UNTITLED)))
