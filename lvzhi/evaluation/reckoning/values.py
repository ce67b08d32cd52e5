"""Rules, facts and accounts as values. Points are decimals; days are whole; nothing here knows a database."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from lvzhi.evaluation.vocabulary.states import GroupMode, LineSort, NeedKind, Per, Rounding, Share, Sort, Subject, Whom

ZERO = Decimal(0)
ONE = Decimal(1)
Filters = tuple[tuple[str, frozenset[str]], ...]
"""Fields of a fact with the values asked for; fields narrow, values of one field add up."""


@dataclass(frozen=True, slots=True)
class Fact:
    """That one person or unit had part in one record.

    Args:
        kind, key: which kind of fact, and the record's own key within it.
        who: id of the person or unit. day: the day it counts on. title: what a sentence calls it.
        source, uid: kind and uid of the record it leads to. same: what work it is of: records of different kinds
            about one work share it, so that an exclusion finds them.
        role, result, level, what, family, form: what filters ask for.
        amount: how much (half days, yuan). place, of: as which of how many authors.
    """

    kind: str
    key: int
    who: int
    day: dt.date
    title: str = ""
    source: str = ""
    uid: str = ""
    same: str = ""
    role: str = ""
    result: str = ""
    level: str = ""
    what: str = ""
    family: str = ""
    form: str = ""
    amount: Decimal = ONE
    place: int = 1
    of: int = 1

    @property
    def order(self) -> tuple[dt.date, str, int, int]:
        """By which facts stand, whatever order they came in."""
        return self.day, self.kind, self.key, self.place

    @property
    def work(self) -> str:
        """What work it is of."""
        return self.same or f"{self.kind}:{self.key}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A block of items: where it starts, where it stops. bonus: outside the sum that may not pass the total."""

    number: int
    name: str
    start: Decimal = ZERO
    cap: Decimal | None = None
    floor: Decimal | None = ZERO
    bonus: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One scoring item (R7.9, R7.13).

    Args:
        kinds, filters: which facts it counts.
        points: for a record, or for a unit of its amount; negative is a deduction. by_level: instead of it, by level.
        share: what each of several authors gets; `first`, `other`: with `Share.SET`. authors: at most so many count.
        skip: the first so many are not counted. most: at most so many are. cap: at most so many points (of a
            deduction: taken off).
        group, mode: items of one group count a work once.
        unless: kinds; a work of which one has a record of these is not counted (a proposal turned into information).
        since, until: days within the rule set's year; all of it where None.
    """

    number: int
    block: int
    name: str
    sort: str = Sort.AUTO
    kinds: tuple[str, ...] = ()
    filters: Filters = ()
    points: Decimal = ZERO
    by_level: tuple[tuple[str, Decimal], ...] = ()
    first: Decimal | None = None
    other: Decimal | None = None
    share: str = Share.EACH
    authors: int | None = None
    per: str = Per.RECORD
    skip: int = 0
    most: int | None = None
    cap: Decimal | None = None
    group: str = ""
    mode: str = GroupMode.ORDER
    unless: tuple[str, ...] = ()
    whom: str = Whom.ALL
    since: dt.date | None = None
    until: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """A condition that stands beside the points: a minimum set (三个一), or a veto.

    Args:
        limit: the best grade that is left where it is not met, by its number; None: it is only shown.
        manual: what no record shows (a breach of the law): it is met unless somebody enters it with a document.
    """

    number: int
    name: str
    kind: str = NeedKind.LEAST
    count: int = 1
    kinds: tuple[str, ...] = ()
    filters: Filters = ()
    limit: int | None = None
    whom: str = Whom.ALL
    manual: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Grade:
    """A grade from `least` on and below `below`; the best has number 1. quota: at most so many percent of the judged.

    low: opens a case that a human decides on.
    """

    number: int
    name: str
    least: Decimal | None = None
    below: Decimal | None = None
    quota: Decimal | None = None
    low: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """A rule set of one year. places: decimals of a line's points, rounded half up."""

    name: str
    subject: str
    year: int
    starts: dt.date
    ends: dt.date
    total: Decimal | None = None
    floor: Decimal | None = ZERO
    places: int = 2
    rounding: str = Rounding.DOWN
    blocks: tuple[Block, ...] = ()
    items: tuple[Item, ...] = ()
    needs: tuple[Need, ...] = ()
    grades: tuple[Grade, ...] = ()

    def rounded(self, number: Decimal) -> Decimal:
        """To the stated decimals, half up."""
        return number.quantize(ONE.scaleb(-self.places), rounding=ROUND_HALF_UP)

    def having(self, name: str, parts: tuple[Any, ...]) -> Rules:
        """The same with other blocks, items, needs or grades."""
        changed: dict[str, Any] = {name: parts}
        return replace(self, **changed)

    @property
    def of_units(self) -> bool:
        """Whether units are judged by it."""
        return self.subject == Subject.UNIT


@dataclass(frozen=True, slots=True)
class Judged:
    """Who is judged: whether a standing member, and the days of the year on which one was a member."""

    who: int
    standing: bool
    starts: dt.date
    ends: dt.date


@dataclass(frozen=True, slots=True)
class Settled:
    """What an objection that was upheld says of a line: its points, and why. extra: what was not counted before."""

    points: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an account. mark: names it among the lines of one account, the same at every reckoning."""

    mark: str
    sort: str
    block: int
    item: int
    points: Decimal
    said: str
    kind: str = ""
    source: str = ""
    uid: str = ""
    day: dt.date | None = None
    work: str = ""


@dataclass(frozen=True, slots=True)
class Needed:
    """How a condition came out, in one sentence."""

    number: int
    met: bool
    count: int
    said: str
    limit: int | None


@dataclass(frozen=True, slots=True)
class Account:
    """What one came to: every line, the sum of each block, the total, conditions."""

    who: int
    lines: tuple[Line, ...]
    blocks: tuple[tuple[int, Decimal], ...]
    total: Decimal
    needs: tuple[Needed, ...] = ()
    months: int = 0
    facts: int = field(default=0, compare=False)

    def block(self, number: int) -> Decimal:
        """The sum of a block."""
        return dict(self.blocks).get(number, ZERO)

    def of_item(self, number: int) -> Decimal:
        """What an item came to, its own cap included."""
        kept = (LineSort.FACT, LineSort.ITEM_CAP)
        return sum((one.points for one in self.lines if one.item == number and one.sort in kept), ZERO)


__all__ = ["ONE", "ZERO", "Account", "Block", "Fact", "Filters", "Grade", "Item", "Judged", "Line", "Need", "Needed",
           "Rules", "Settled"]  # fmt: skip
