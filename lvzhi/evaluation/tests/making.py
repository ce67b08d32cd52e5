"""Facts and rule sets as values, made in few words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from lvzhi.evaluation.reckoning import Account, Fact, Judged, Rules, judge
from lvzhi.evaluation.samples import sample

YEAR = 2025
ME, OTHER = 1, 2
DAY = dt.date(YEAR, 3, 5)


def fact(kind: str, key: int = 1, **more: Any) -> Fact:
    """One fact of ME on DAY."""
    return Fact(**{"kind": kind, "key": key, "who": ME, "day": DAY, "title": f"{kind}之{key}"} | more)


def part(what: str, result: str = "attended", key: int = 1, family: str = "meeting", **more: Any) -> Fact:
    """That ME was, or was not, at an activity."""
    return fact("activities.part", key, what=what, result=result, family=family, same=f"a{key}", **more)


def me(*, standing: bool = False, starts: dt.date = dt.date(YEAR, 1, 1)) -> Judged:
    """ME, a member all year."""
    return Judged(ME, standing, starts, dt.date(YEAR, 12, 31))


def table(key: str) -> Rules:
    """An example as a rule set of YEAR."""
    return sample(key).rules(YEAR)


def account(key: str, *facts: Fact, **who: Any) -> Account:
    """What ME comes to under an example."""
    return judge(table(key), me(**who), facts)


def points(text: str) -> Decimal:
    """A number as a person computed it."""
    return Decimal(text)
