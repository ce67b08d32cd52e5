"""Reads of turns: on which level a body stands, which turn is told of twice, what an issue holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from lvzhi.committee.models import Committee
from lvzhi.norms import codes
from lvzhi.norms.codes import CodeValue
from lvzhi.opinions import norms
from lvzhi.opinions.models import Concern, Placing, Trace
from lvzhi.opinions.vocabulary.codes import ISSUE, LEVELS, SPECIAL
from lvzhi.opinions.vocabulary.states import Channel, ConcernState, Turn
from lvzhi.opinions.vocabulary.turns import GENERIC_ENDS, NAMES
from lvzhi.papers.models import Paper

SHORTEST = 2  # characters of a given name
KINDS = (ISSUE, SPECIAL)


def levels(committee: Committee, day: dt.date) -> list[CodeValue]:
    """The levels of a committee's table from low to high."""
    return sorted(codes.codes(LEVELS, committee, day), key=lambda one: (place(one), one.code))


def place(level: CodeValue) -> int:
    """Where a level stands, from low to high."""
    return int(level.extra.get("order") or 0)


def words(level: CodeValue) -> tuple[str, ...]:
    """What else a text calls a level."""
    return tuple(word for word in str(level.extra.get("words", "")).split(NAMES) if word)


def level_of(committee: Committee, name: str, day: dt.date) -> str:
    """The level on which a body or a leader stands, by name: the highest one a word of which is in it, else our own."""
    named = [one for one in levels(committee, day) if any(word in name for word in (one.name, *words(one)))]
    return named[-1].code if named else committee.level


def is_below(committee: Committee, level: str, day: dt.date) -> bool:
    """Whether a level lies below the committee's own."""
    order = {one.code: place(one) for one in levels(committee, day)}
    return order.get(level, 0) < order.get(committee.level, 0)


def level_name(committee: Committee | int, level: str) -> str:
    """What a level is called there."""
    return codes.name_of(LEVELS, committee, level)


def merged(concern: Concern) -> list[Concern]:
    """All that was merged into an item, and what had been merged into that."""
    found: list[Concern] = []
    front = [concern.pk]
    while front:
        rows = Concern.objects.live().filter(merged_into__in=front, state=ConcernState.MERGED)
        more = list(rows.select_related("committee", "origin_committee").order_by("id"))
        found += more
        front = [one.pk for one in more]
    return found


def placings(paper: Paper) -> list[Placing]:
    """What stands in an issue, in its order."""
    rows = Placing.objects.live().filter(paper=paper).select_related("concern", "concern__committee")
    return list(rows.order_by("place", "id"))


def items(paper: Paper) -> list[Concern]:
    """The items of an issue, locked in the order of their keys and given in the order of the issue."""
    keys = [row.concern_id for row in placings(paper)]
    rows = Concern.objects.live().select_for_update(of=("self",)).filter(pk__in=keys)
    by_key = {row.pk: row for row in rows.select_related("committee", "origin_committee").order_by("id")}
    return [by_key[key] for key in keys if key in by_key]


def same(
    concern: Concern, turn: str, level: str, body: str, on: dt.date, document: str, *, by_hand_only: bool
) -> Trace | None:
    """The turn of an item that is told of once more: same turn, level and body, about the same day.

    Args:
        by_hand_only: look only among those that nobody but a clerk has told of so far.
    """
    span = dt.timedelta(days=norms.number(norms.SAME_TURN_DAYS, concern.committee_id))
    rows = Trace.objects.live().select_for_update().filter(concern=concern, turn=turn, level=level)
    near = rows.filter(on__range=(on - span, on + span)).order_by("id")
    fits = [one for one in near if same_body(one.body, body, turn) and not apart(one.document, document)]
    if by_hand_only:
        fits = [one for one in fits if told_by(one) <= {Channel.ENTERED}]
    return min(fits, key=lambda one: (abs((one.on - on).days), one.pk), default=None)


def told_by(trace: Trace) -> set[str]:
    """The channels by which a turn is known."""
    return {one["how"] for one in trace.channels}


def same_body(one: str, other: str, turn: str) -> bool:
    """Whether two names mean one body: one within the other; of leaders, the given name is enough."""
    a, b = _plain(one), _plain(other)
    if a in b or b in a:
        return True
    if turn != Turn.COMMENTED:
        return False
    return any(end not in GENERIC_ENDS and end in whole for end, whole in ((a[-SHORTEST:], b), (b[-SHORTEST:], a)))


def apart(one: str, other: str) -> bool:
    """Whether two documents are certainly two: both are named, and neither name is within the other."""
    a, b = _plain(one), _plain(other)
    return bool(a and b) and a not in b and b not in a


def _plain(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def joined(names: Iterable[Any]) -> str:
    """Several names as one reads them."""
    return NAMES.join(str(one) for one in names)


def last_addressee(committee: Committee) -> str:
    """To whom the last issue was addressed: the next one usually goes there too."""
    rows = Paper.objects.live().filter(committee=committee, kind__in=KINDS).exclude(addressee="").order_by("-id")
    return rows.values_list("addressee", flat=True).first() or ""
