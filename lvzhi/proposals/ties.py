"""How the rooms below know proposals: attachments, ties to other records, texts being written, units that pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.directory import sheets, successions
from lvzhi.drafts import kinds as drafts
from lvzhi.files import rights
from lvzhi.links import alike
from lvzhi.links import kinds as links
from lvzhi.proposals import queries, rules
from lvzhi.proposals.actions.succeeding import pass_on
from lvzhi.proposals.models import Proposal, Recommendation, Reply
from lvzhi.proposals.queries import exchanged, similar
from lvzhi.proposals.vocabulary import DRAFT_KIND, UNTITLED, State
from lvzhi.search import kinds as search

KIND = "proposals.proposal"
DRAFT = "proposals.write"
NEW = "new"
OPEN = (State.DRAFT, State.GATHERING, State.RETURNED)


def _visible(actor: Actor, uid: UUID) -> bool:
    return Proposal.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def may_add(actor: Actor, proposal: Proposal) -> bool:
    """Who may attach: the proposer while the text is open, the clerk at any time, nobody to a voided one."""
    if proposal.voided_at is not None:
        return False
    handed_in = proposal.state not in rules.HIDDEN
    return (handed_in and rules.clerk(actor, proposal)) or (proposal.state in OPEN and rules.author(actor, proposal))


def _may_add(actor: Actor, uid: UUID) -> bool:
    proposal = Proposal.objects.filter(uid=uid).select_related("member__person").first()
    return proposal is not None and may_add(actor, proposal)


def _committee(uid: UUID) -> int:
    return int(Proposal.objects.values_list("committee_id", flat=True).get(uid=uid))


def _titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    rows = Proposal.objects.filter(uid__in=list(uids)).only("uid", "title", "number", "serial")
    return {row.uid: f"{row.called}《{row.title}》" for row in rows}


def _title(uid: UUID) -> str:
    return _titles([uid]).get(uid, "")


def _url(uid: UUID) -> str:
    return reverse("proposals:detail", args=[uid])


def _draft_url(key: str) -> str:
    return reverse("proposals:write") if key == NEW else reverse("proposals:edit", args=[key])


def _draft_title(data: Mapping[str, Any]) -> str:
    return str(data.get("title") or UNTITLED)


def _tells(proposal: Proposal) -> bool:
    return proposal.state == State.NOT_FILED and proposal.may_convert and proposal.voided_at is None


def _said(uid: UUID) -> links.Said | None:
    """The text of a proposal that was not filed, where its proposer agreed: one that was filed is answered as such, and
    not used twice (R1.41, R2.4)."""
    found = Proposal.objects.filter(uid=uid).first()
    if found is None or not _tells(found):
        return None
    wishes = found.recommendations.live().order_by("number").values_list("text", flat=True)
    persons = tuple(member.person_id for member in queries.signed_members(found))
    return links.Said(found.title, found.background, found.analysis, "\n".join(wishes), persons)


TEXTS = search.Texts(
    KIND,
    DRAFT_KIND,
    rows=Proposal.objects.live,
    readable=rules.visible.rows,
    url=_url,
    title=["title"],
    body=[
        "background", "analysis", "survey", search.Told(Recommendation, "proposal", "text", order="number"),
        search.Told(Reply, "proposal", "text", where={"pending": False}),
    ],
    names=["proposer"],
    number=["number", "serial"],
    day="received_on",
    organ="organ_id",
    states={value: str(label) for value, label in State.choices},
    without=frozenset({State.DRAFT}),

)  # fmt: skip


def register() -> None:
    """Tell search, files, links, drafts and the directory."""
    search.register(TEXTS)
    rights.register(KIND, may_read=_visible, may_add=_may_add, committee=_committee, as_record=True)
    organ = links.organ_of(Proposal.objects)
    links.register(links.Kind(KIND, DRAFT_KIND, _title, _url, _visible, _titles, organ=organ, said=_said, tells=_tells))
    alike.register(KIND, similar.near_to)
    drafts.register(drafts.Kind(DRAFT, DRAFT_KIND, _draft_url, _draft_title))
    successions.register(pass_on)
    sheets.register(exchanged.SHEET)
