"""Which records an item counts, and why it does not count the others: filters, windows, groups, first ones, most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lvzhi.evaluation.kinds import kind_of
from lvzhi.evaluation.reckoning.values import ZERO, Fact, Filters, Item, Judged, Rules
from lvzhi.evaluation.reckoning.worth import Worth, worth
from lvzhi.evaluation.vocabulary import saying
from lvzhi.evaluation.vocabulary.states import GroupMode, Sort, Whom

NOT = "!"
MANUAL = "manual"
Pick = tuple[Fact, Worth]


@dataclass(slots=True)
class Used:
    """Which works are counted already, group by group, and under which item."""

    by: dict[tuple[str, str], int] = field(default_factory=dict)
    best: dict[tuple[str, str], int] = field(default_factory=dict)


def passes(filters: Filters, fact: Fact) -> bool:
    """Whether the fact has one of the values asked for in every field; ``what!`` asks for none of them."""
    for name, values in filters:
        if name[-1] == NOT:
            if getattr(fact, name[:-1]) in values:
                return False
        elif getattr(fact, name) not in values:
            return False
    return True


def kinds_asked(item: Item) -> tuple[str, ...]:
    """The kinds an item counts; what is entered with a document belongs to its item alone."""
    return (f"{MANUAL}.{item.number}",) if item.sort == Sort.MANUAL else item.kinds


def concerns(whom: str, judged: Judged) -> bool:
    """Whether an item or condition concerns the one who is judged."""
    return whom == Whom.ALL or (whom == Whom.STANDING) == judged.standing


def own(rules: Rules, judged: Judged, facts: Iterable[Fact]) -> list[Fact]:
    """The facts of the one who is judged, of days on which one was a member, in an order of their own."""
    first, last = max(rules.starts, judged.starts), min(rules.ends, judged.ends)
    kept = [one for one in facts if one.who == judged.who and first <= one.day <= last]
    return sorted(kept, key=lambda one: one.order)


def candidates(item: Item, facts: Sequence[Fact], judged: Judged, rules: Rules) -> list[Pick]:
    """Facts that the item is about, each with its worth: the most first, then the earliest."""
    if item.sort == Sort.GAP or not concerns(item.whom, judged):
        return []
    kinds = kinds_asked(item)
    mine = [fact for fact in facts if fact.kind in kinds]
    if not mine:
        return []
    barred = {one.work for one in facts if one.kind in item.unless} if item.unless else frozenset()
    found = [
        (fact, _barred(item) if fact.work in barred else worth(item, fact, rules.rounded))
        for fact in mine
        if (item.since is None or item.since <= fact.day)
        and (item.until is None or fact.day <= item.until)
        and passes(item.filters, fact)
    ]
    return sorted(found, key=_by_weight)


def _barred(item: Item) -> Worth:
    """A work that another kind of record is of already (R7.T6: converted proposals are not counted twice)."""
    names = saying.PAUSE.join(kind_of(key).name for key in item.unless)
    return Worth(ZERO, saying.ZERO["barred"].format(kinds=names), "barred")


def _by_weight(pick: Pick) -> tuple[object, ...]:
    return (-abs(pick[1].points), *pick[0].order)


def best_of(rules: Rules, facts: Sequence[Fact], judged: Judged) -> dict[tuple[str, str], int]:
    """In groups where the higher one counts: which item each work is counted under."""
    found: dict[tuple[str, str], tuple[object, ...]] = {}
    for place, item in enumerate(rules.items):
        if not item.group or item.mode != GroupMode.HIGHER:
            continue
        for fact, value in candidates(item, facts, judged, rules):
            rank = (-abs(value.points), place, item.number)
            key = (item.group, fact.work)
            found[key] = min(found.get(key, rank), rank)
    return {key: int(str(rank[2])) for key, rank in found.items()}


def counted(item: Item, picks: Sequence[Pick], used: Used) -> list[tuple[Fact, Worth, str]]:
    """Each candidate with its worth; one that is not counted is worth nothing, and says why.

    Returns:
        (fact, worth, code of the reason or "").
    """
    found: list[tuple[Fact, Worth, str]] = []
    passed = taken = 0
    seen: set[str] = set()
    for fact, value in picks:
        key = (item.group, fact.work)
        why = value.why or _elsewhere(item, key, used)
        if not why and len(item.kinds) > 1 and fact.work in seen:
            why = "again"
        if not why and passed < item.skip:
            passed += 1
            why = "skipped"
        if not why and item.most is not None and taken >= item.most:
            why = "over_most"
        if why:
            words = value.words if value.why else _reason(item, why, used.by.get(key) or used.best.get(key, 0))
            found.append((fact, Worth(ZERO, words, why), why))
            continue
        taken += 1
        seen.add(fact.work)
        if item.group:
            used.by.setdefault(key, item.number)
        found.append((fact, value, ""))
    return found


def _elsewhere(item: Item, key: tuple[str, str], used: Used) -> str:
    if not item.group:
        return ""
    if item.mode == GroupMode.HIGHER and used.best.get(key, item.number) != item.number:
        return "elsewhere"
    return "elsewhere" if used.by.get(key, item.number) != item.number else ""


def _reason(item: Item, why: str, other: int) -> str:
    return saying.ZERO[why].format(from_=item.skip + 1, most=item.most, other=other)
