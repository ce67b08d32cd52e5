"""Items near to a text: pairs of signs in common, reckoned on the spot; it refuses nothing (R2.10).

The cost is bounded: of the items within the window only title and beginning are read at first; whole texts only of the
few that look alike.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final
from uuid import UUID

from django.db.models.functions import Left

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.links.alike import Alike, Found, Text
from lvzhi.opinions import norms, rules
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries.reading import address
from lvzhi.opinions.vocabulary.states import NOT_IN, ConcernState
from lvzhi.ui.texts import overlap, pairs, passages

HEAD: Final = 200  # signs of the beginning that are read of every item
CANDIDATES: Final = 30  # of which the whole is read
LEAST: Final = 6  # pairs of signs: with less nothing is looked for
WHOLE: Final = 100
OUT: Final = frozenset({*NOT_IN, ConcernState.OFFLINE})


def near_to(actor: Actor, committee: Committee, text: Text, but: UUID | None) -> Found:
    """Items of the committee near to a text, of the last years, nearest first.

    Args:
        but: the item being written itself.

    Returns:
        Those that the actor may read, at most the norm ``opinions.similar_most``; how many near ones he may not.
    """
    mine = pairs(text.whole)
    if len(mine) < LEAST:
        return Found()
    least = norms.number(norms.SIMILAR_LEAST, committee.pk)
    scored = sorted(
        ((round(overlap(mine, pairs(_whole(row))) * WHOLE), row) for row in _candidates(committee, mine, but)),
        key=lambda one: (one[0], one[1].pk), reverse=True,
    )  # fmt: skip
    near = [(percent, row) for percent, row in scored if percent >= least]
    rows = Concern.objects.filter(rules.visible.rows(actor), pk__in=[row.pk for _, row in near])
    seen = set(rows.values_list("pk", flat=True))
    most = norms.number(norms.SIMILAR_MOST, committee.pk)
    shown = [_alike(text, percent, row) for percent, row in [one for one in near if one[1].pk in seen][:most]]
    return Found(tuple(shown), sum(row.pk not in seen for _, row in near))


def _candidates(committee: Committee, mine: frozenset[str], but: UUID | None) -> list[Any]:
    """The items whose title and beginning share most with the text, whole."""
    rows = Concern.objects.live().filter(committee=committee, submitted_on__gte=_since(committee))
    rows = rows.exclude(state__in=OUT).exclude(uid=but) if but else rows.exclude(state__in=OUT)
    heads = rows.order_by("-submitted_on", "-id").annotate(head=Left("situation", HEAD))
    window = norms.number(norms.SIMILAR_WINDOW, committee.pk)
    scored = []
    for pk, title, head in heads.values_list("pk", "title", "head")[:window]:
        theirs = pairs(f"{title}\n{head}")
        share = len(mine & theirs) / len(theirs) if theirs else 0.0
        if share:
            scored.append((share, pk))
    best = [pk for _, pk in sorted(scored, reverse=True)[:CANDIDATES]]
    return list(Concern.objects.filter(pk__in=best))


def _since(committee: Committee) -> dt.date:
    today, years = clock.today(), norms.number(norms.SIMILAR_YEARS, committee.pk)
    return dt.date(today.year - years, 1, 1)


def _whole(concern: Concern) -> str:
    return text_of(concern).whole


def _alike(text: Text, percent: int, row: Concern) -> Alike:
    whole = _whole(row)
    return Alike(
        str(Concern._meta.verbose_name), row.current_title, address(row), percent, passages(text.whole, whole),
        row.get_state_display(), row.submitted_on, whole,
    )  # fmt: skip


def text_of(concern: Concern) -> Text:
    """An item as a text to look for others."""
    return Text(concern.title, concern.situation, concern.analysis, concern.suggestion)
