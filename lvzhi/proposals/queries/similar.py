"""Earlier texts near to one being written: pairs of signs in common, reckoned on the spot and off-line (R1.14)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Prefetch

from lvzhi import norms
from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.proposals.models import Proposal, Recommendation, Reply
from lvzhi.proposals.queries.reading import live
from lvzhi.proposals.vocabulary import State

OUT = (State.DRAFT, State.GATHERING, State.OFFLINE)
PASSAGE = 8  # signs: shorter agreements are phrases that every proposal shares
SHOWN = 3
WHOLE = 100


@dataclass(frozen=True)
class Near:
    """An earlier proposal near to the text.

    Args:
        percent: pairs of signs in common, of all pairs of both.
        passages: the longest agreeing passages.
        replies: what the units answered, newest round first.
    """

    proposal: Proposal
    percent: int
    passages: list[str]
    replies: list[Any]


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring signs of a text, without marks and spaces."""
    bare = re.sub(r"[\W_]+", "", text)
    return frozenset(bare[place : place + 2] for place in range(len(bare) - 1))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _text(title: str, recommendations: Iterable[str]) -> str:
    return "\n".join([title, *recommendations])


def passages(one: str, other: str) -> list[str]:
    """The longest passages that stand in both texts."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    found = {one[block.a : block.a + block.size].strip() for block in blocks if block.size >= PASSAGE}
    return sorted((text for text in found if len(text) >= PASSAGE), key=len, reverse=True)[:SHOWN]


def similar(
    actor: Actor, committee: Committee, title: str, recommendations: Iterable[str], *, but: Proposal | None = None
) -> tuple[list[Near], int]:
    """The nearest earlier proposals of the committee that the actor may read, and how many more are near.

    Args:
        but: the proposal being written itself.

    Returns:
        Those readable, nearest first, at most the norm ``proposals.similar_most``; and how many near ones the actor
        may not read, which are only counted.
    """
    from lvzhi.proposals.rules import visible

    text = _text(title, recommendations)
    mine = pairs(text)
    least = int(norms.value("proposals.similar_least", committee))
    most = int(norms.value("proposals.similar_most", committee))
    window = int(norms.value("proposals.similar_window", committee))
    rows = live(Scope(committee)).exclude(state__in=OUT).order_by("-id")
    if but is not None:
        rows = rows.exclude(pk=but.pk)
    told: Any = Prefetch("recommendations", Recommendation.objects.live().order_by("number"))
    scored = []
    for row in rows.only("id", "title").prefetch_related(told)[:window]:
        theirs = pairs(_text(row.title, (one.text for one in row.recommendations.all())))
        percent = round(_overlap(mine, theirs) * WHOLE)
        if percent >= least:
            scored.append((percent, row.pk))
    scored.sort(reverse=True)
    open_ones = Proposal.objects.filter(visible.rows(actor), pk__in=[pk for _, pk in scored])
    given = Reply.objects.live().filter(pending=False).select_related("assignment__unit").order_by("-round", "id")
    replies: Any = Prefetch("replies", given)
    known = {row.pk: row for row in open_ones.prefetch_related(told, replies)}
    found = [
        Near(known[pk], percent, _passages(text, known[pk]), list(known[pk].replies.all()))
        for percent, pk in [one for one in scored if one[1] in known][:most]
    ]
    return found, len(scored) - len(known)


def _passages(text: str, row: Proposal) -> list[str]:
    return passages(text, _text(row.title, (one.text for one in row.recommendations.all())))
