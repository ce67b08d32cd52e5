"""What is left of a figure when named values of a dimension are taken away: rows too, and so a figure like any other.

A bracket's "其他12件" or "另有3件未归类" is then no subtraction that stands beside the figures but a value of the
dimension, with its own list. It is written as one text, so that addresses and frozen figures carry it as they carry
any value of a dimension.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import quote, unquote

from django.db.models import Q, QuerySet

from lvzhi.committee.scope import Scope
from lvzhi.metrics.declare import Cut
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import OTHERS, WORDS

MARK, BETWEEN = "!", "|"


def others(values: Iterable[object]) -> str:
    """The value of a dimension that stands for everything but these values."""
    return MARK + BETWEEN.join(quote(str(one), safe="") for one in values)


def taken(value: str) -> list[str] | None:
    """The values that are taken away; None of a plain value."""
    if not str(value).startswith(MARK):
        return None
    return [unquote(one) for one in str(value)[len(MARK) :].split(BETWEEN) if one]


def condition(cut: Cut, value: str, scope: Scope, rows: QuerySet[Any]) -> Q:
    """The filter for one value of a dimension, plain or what is left of ``rows``."""
    away = taken(value)
    if away is None:
        return cut.condition(value, scope)
    if not away:
        return Q()
    named = reduce(or_, (cut.condition(one, scope) for one in away))
    return ~Q(pk__in=rows.filter(named).order_by().values("pk"))


def label(cut: Cut, value: str, scope: Scope, period: Period) -> str:
    """What a value of a dimension is called; "" where it is none of its values."""
    known = {str(one): said for one, said, _ in cut.choices(scope, period)}
    away = taken(value)
    if away is None:
        return known.get(str(value), "")
    if set(known) <= set(away):
        return OTHERS
    return WORDS["except"].format(names=WORDS["or"].join(known.get(one, one) for one in away))


def of_all(cut: Cut, scope: Scope, period: Period) -> str:
    """The value that stands for the rows that bear none of the dimension's values."""
    return others(value for value, _, _ in cut.choices(scope, period))
