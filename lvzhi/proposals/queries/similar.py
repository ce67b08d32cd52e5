"""Earlier texts near to one being written: found in the index, compared by pairs of signs (R1.14)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.urls import reverse

from lvzhi import norms
from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.links.alike import Alike, Found, Text
from lvzhi.proposals.models import Proposal, Publication, Recommendation, Reply
from lvzhi.proposals.queries.publishing import public_parts
from lvzhi.proposals.queries.reading import live
from lvzhi.proposals.queries.showing import load_points
from lvzhi.proposals.vocabulary import DRAFT_KIND, State
from lvzhi.proposals.vocabulary.publishing import PublicState
from lvzhi.search.similar import nearest
from lvzhi.ui.texts import overlap, pairs, passages

PROPOSAL = Proposal._meta.label_lower
OUT = (State.DRAFT, State.GATHERING, State.OFFLINE)
WHOLE = 100


@dataclass(frozen=True)
class Near:
    """An earlier proposal near to the text.

    Args:
        percent: pairs of signs in common, of all pairs of both.
        passages: the longest agreeing passages.
        replies: what the units answered, newest round first, with points and promises; for who may read it.
        publication: what is public of it, for who may not.
    """

    proposal: Proposal
    percent: int
    passages: list[str]
    replies: list[Any] = field(default_factory=list)
    publication: Publication | None = None


def _text(title: str, recommendations: Iterable[str]) -> str:
    return "\n".join([title, *recommendations])


def similar(
    actor: Actor, committee: Committee, title: str, recommendations: Iterable[str], *, but: Proposal | None = None
) -> tuple[list[Near], int]:
    """The nearest earlier proposals of the committee, of this year and of others, and how many more are near.

    Args:
        but: the proposal being written itself.

    Returns:
        Those that the actor may read whole or as published, nearest first, at most the norm ``proposals.similar_most``;
        and how many near ones are neither, which are only counted.
    """
    text = _text(title, recommendations)
    scored = _scored(committee, text, but)
    most = int(norms.value("proposals.similar_most", committee))
    known, public = _readable(actor, [pk for _, pk in scored]), _public([pk for _, pk in scored])
    found = []
    for percent, pk in [one for one in scored if one[1] in known or one[1] in public][:most]:
        if pk in known:
            row = known[pk]
            whole = _text(row.title, (one.text for one in row.recommendations.all()))
            found.append(Near(row, percent, passages(text, whole), list(row.replies.all())))
        else:
            shown = public[pk]
            whole = "\n".join(part.text for part in public_parts(shown))
            found.append(Near(shown.proposal, percent, passages(text, whole), publication=shown))
    load_points([reply for near in found for reply in near.replies])
    return found, len([pk for _, pk in scored if pk not in known and pk not in public])


def _scored(committee: Committee, text: str, but: Proposal | None) -> list[tuple[int, int]]:
    """Per cent in common and id of every earlier proposal that is near enough, nearest first.

    The index names those that share most of what tells; they are compared whole.
    """
    mine = pairs(text)
    least = int(norms.value("proposals.similar_least", committee))
    most = int(norms.value("proposals.similar_compared", committee))
    rows = live(Scope(committee)).exclude(state__in=OUT).filter(pk__in=nearest(PROPOSAL, committee.pk, text, most))
    if but is not None:
        rows = rows.exclude(pk=but.pk)
    scored = []
    for row in rows.only("id", "title").prefetch_related(_told()):
        theirs = pairs(_text(row.title, (one.text for one in row.recommendations.all())))
        percent = round(overlap(mine, theirs) * WHOLE)
        if percent >= least:
            scored.append((percent, row.pk))
    return sorted(scored, reverse=True)


def _told() -> Any:
    return Prefetch("recommendations", Recommendation.objects.live().order_by("number"))


def _readable(actor: Actor, keys: list[int]) -> dict[int, Any]:
    """Of these proposals the ones that the actor may read, with recommendations and answers."""
    from lvzhi.proposals.rules import visible

    given = Reply.objects.live().filter(pending=False).select_related("assignment__unit").order_by("-round", "id")
    replies: Any = Prefetch("replies", given)
    rows = Proposal.objects.filter(visible.rows(actor), pk__in=keys).select_related("session__term")
    return {row.pk: row for row in rows.prefetch_related(_told(), replies)}


def _public(keys: list[int]) -> dict[int, Publication]:
    """Of these proposals what is published."""
    rows = Publication.objects.live().filter(proposal__in=keys, state=PublicState.PUBLISHED)
    return {row.proposal_id: row for row in rows.select_related("proposal__session__term")}


def near_to(actor: Actor, committee: Committee, text: Text, but: UUID | None) -> Found:
    """Proposals near to a text of another room, for `links.alike`: title and recommendations are held against its own.

    ``but`` is left unused: the text stands in no proposal.
    """
    found, hidden = similar(actor, committee, text.title, [text.wish or text.situation])
    shown = [
        Alike(
            DRAFT_KIND, f"{one.proposal.called}《{one.proposal.title}》", _address(one), one.percent, one.passages,
            str(State(one.proposal.state).label), one.proposal.received_on,
        )
        for one in found
    ]  # fmt: skip
    return Found(tuple(shown), hidden)


def _address(one: Near) -> str:
    if one.publication is not None:
        return reverse("proposals:publication", args=[one.publication.uid])
    return reverse("proposals:detail", args=[one.proposal.uid])
