"""What one record is worth to one of its authors under one item, with the arithmetic in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from lvzhi.evaluation.kinds import kind_of
from lvzhi.evaluation.reckoning.saying import gives, plain
from lvzhi.evaluation.reckoning.values import ZERO, Fact, Item
from lvzhi.evaluation.vocabulary import saying
from lvzhi.evaluation.vocabulary.states import Per, Share

HALF = Decimal("0.5")
Rounded = Callable[[Decimal], Decimal]


@dataclass(frozen=True, slots=True)
class Worth:
    """Points before any cap. why: the code of a reason where it gives nothing by its author's place."""

    points: Decimal
    words: str
    why: str = ""


def worth(item: Item, fact: Fact, rounded: Rounded) -> Worth:
    """What the record gives to this author (R7.13: half shares, equal split, first only, values of their own)."""
    whole = dict(item.by_level).get(fact.level, item.points) if item.by_level else item.points
    if item.per == Per.AMOUNT:
        whole *= fact.amount
    authors = fact.of if item.authors is None else min(fact.of, item.authors)
    if fact.place > authors:
        return Worth(ZERO, saying.ZERO["over_authors"].format(authors=item.authors), "over_authors")
    if authors <= 1 or item.share == Share.EACH:
        return _alone(item, fact, rounded(whole))
    return _shared(item, fact, whole, authors, rounded)


def _alone(item: Item, fact: Fact, points: Decimal) -> Worth:
    if item.per == Per.AMOUNT:
        said = saying.AMOUNT.format(
            unit=kind_of(fact.kind).per, each=plain(item.points), amount=plain(fact.amount), gives=gives(points)
        )
        return Worth(points, said)
    return Worth(points, saying.FULL.format(gives=gives(points)))


def _shared(item: Item, fact: Fact, whole: Decimal, authors: int, rounded: Rounded) -> Worth:
    leads = fact.place == 1
    known = {"of": fact.of, "others": authors - 1, "whole": plain(whole)}
    if item.share == Share.FIRST:
        if not leads:
            return Worth(ZERO, saying.ZERO["not_first"], "not_first")
        return Worth(rounded(whole), saying.FULL.format(gives=gives(rounded(whole))))
    if item.share == Share.HALF:
        points = rounded(whole * HALF if leads else whole * HALF / (authors - 1))
        words = saying.HALF_FIRST if leads else saying.HALF_OTHER
    elif item.share == Share.EQUAL:
        points, words = rounded(whole / authors), saying.EQUAL
        known["of"] = authors
    else:
        given = item.first if leads else item.other
        points = rounded(whole if given is None and leads else given or ZERO)
        words = saying.SET_FIRST if leads else saying.SET_OTHER
    return Worth(points, words.format(**known, gives=gives(points)))
