"""Items near to a text: found in the index, compared whole by pairs of signs; it refuses nothing (R2.10)."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final
from uuid import UUID

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.links.alike import Alike, Found, Text
from lvzhi.opinions import norms, rules
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries.reading import CONCERN, address
from lvzhi.opinions.vocabulary.states import NOT_IN, ConcernState
from lvzhi.search.similar import nearest
from lvzhi.ui.texts import overlap, pairs, passages

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
        ((round(overlap(mine, pairs(_whole(row))) * WHOLE), row) for row in _candidates(committee, text, but)),
        key=lambda one: (one[0], one[1].pk), reverse=True,
    )  # fmt: skip
    near = [(percent, row) for percent, row in scored if percent >= least]
    rows = Concern.objects.filter(rules.visible.rows(actor), pk__in=[row.pk for _, row in near])
    seen = set(rows.values_list("pk", flat=True))
    most = norms.number(norms.SIMILAR_MOST, committee.pk)
    shown = [_alike(text, percent, row) for percent, row in [one for one in near if one[1].pk in seen][:most]]
    return Found(tuple(shown), sum(row.pk not in seen for _, row in near))


def _candidates(committee: Committee, text: Text, but: UUID | None) -> list[Any]:
    """The items that share most of what tells of the text, whole."""
    near = nearest(CONCERN, committee.pk, text.whole, norms.number(norms.SIMILAR_COMPARED, committee.pk))
    rows = Concern.objects.live().filter(committee=committee, submitted_on__gte=_since(committee), pk__in=near)
    return list(rows.exclude(state__in=OUT).exclude(uid=but) if but else rows.exclude(state__in=OUT))


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
