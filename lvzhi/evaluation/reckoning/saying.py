"""How numbers and lines are written in sentences."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from lvzhi.evaluation.kinds import kind_of
from lvzhi.evaluation.reckoning.values import Fact, Item
from lvzhi.evaluation.vocabulary import saying


def plain(number: Decimal | None) -> str:
    """A number without idle zeros."""
    if number is None:
        return ""
    text = f"{number.normalize():f}"
    return "0" if text == "-0" else text


def day_words(day: dt.date) -> str:
    """A day in words."""
    return saying.DAY.format(day=day)


def gives(points: Decimal) -> str:
    """What is given or taken off."""
    sign = saying.MINUS if points < 0 else saying.PLUS
    return saying.POINTS.format(sign=sign, points=plain(abs(points)))


def fact_line(item: Item, fact: Fact, arithmetic: str) -> str:
    """The sentence of a record's line: day, kind, title, arithmetic, rule."""
    words = saying.LINE if fact.title else saying.NO_TITLE
    name = kind_of(fact.kind).name
    return words.format(
        day=day_words(fact.day), kind=name, title=fact.title, arithmetic=arithmetic, number=item.number, item=item.name
    )
