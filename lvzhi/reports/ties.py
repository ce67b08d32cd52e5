"""How the rooms below know reports: attachments, ties, drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.drafts import kinds as drafts
from lvzhi.files import rights
from lvzhi.links import kinds as links
from lvzhi.reports import rules
from lvzhi.reports.models import Report
from lvzhi.reports.vocabulary.words import DRAFT_NAME, UNTITLED
from lvzhi.search import kinds as search

KIND = "reports.report"
DRAFT = "reports.section"


def _visible(actor: Actor, uid: UUID) -> bool:
    return bool(Report.objects.filter(rules.visible.rows(actor), uid=uid).exists())


def _may_add(actor: Actor, uid: UUID) -> bool:
    found = Report.objects.filter(uid=uid).first()
    return found is not None and found.voided_at is None and rules.keeper(actor, found)


def _titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return {row.uid: str(row) for row in Report.objects.filter(uid__in=uids)}


def _draft_title(data: Mapping[str, Any]) -> str:
    return str(data.get("heading") or UNTITLED)


TEXTS = search.of(Report, rules.visible, "reports:detail", ["title"], number=["document_no"], day="signed_on")


def register() -> None:
    """Say to the rooms below what a report is."""
    search.register(TEXTS)
    rights.register(
        KIND, may_read=_visible, may_add=_may_add, as_record=True,
        committee=lambda uid: int(Report.objects.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip
    links.register(
        links.Kind(
            KIND, str(Report._meta.verbose_name), lambda uid: _titles([uid]).get(uid, ""),
            lambda uid: reverse("reports:detail", args=[uid]), _visible, _titles,
        )
    )  # fmt: skip
    drafts.register(drafts.Kind(DRAFT, DRAFT_NAME, lambda key: reverse("reports:section", args=[key]), _draft_title))
