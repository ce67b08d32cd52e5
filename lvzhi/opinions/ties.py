"""How the rooms below know these records: attachments, ties, texts being written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.drafts import kinds as drafts
from lvzhi.files import rights
from lvzhi.links import kinds as links
from lvzhi.opinions import rules
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries import CONCERN
from lvzhi.opinions.vocabulary.words import DRAFT_KIND, UNTITLED

DRAFT = CONCERN
NEW = "new"


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


def register() -> None:
    """Say to the rooms below what these records are."""
    rows = Concern.objects.all()
    rights.register(
        CONCERN, may_read=_visible, may_add=_may_add,
        committee=lambda uid: int(rows.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip
    links.register(
        links.Kind(
            CONCERN, str(Concern._meta.verbose_name), lambda uid: _titles([uid]).get(uid, ""),
            lambda uid: reverse("opinions:concern", args=[uid]), _visible, _titles, organ=links.organ_of(rows),
        )
    )  # fmt: skip
    drafts.register(drafts.Kind(DRAFT, DRAFT_KIND, _draft_url, lambda data: str(data.get("title") or UNTITLED)))
