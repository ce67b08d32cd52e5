"""What is wrong with a rule set before it is put in force: each fault a code with what its sentence needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

from lvzhi.evaluation.kinds import KINDS, kind_of
from lvzhi.evaluation.reckoning.grading import WHOLE
from lvzhi.evaluation.reckoning.saying import day_words, plain
from lvzhi.evaluation.reckoning.values import ZERO, Block, Grade, Item, Rules
from lvzhi.evaluation.vocabulary.states import Share, Sort


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault by the code of its refusal."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)


def faults_of(rules: Rules) -> list[Fault]:
    """Everything that keeps it from being put in force."""
    return [*_whole(rules), *_items(rules), *_windows(rules), *_borders(rules.grades), *_quotas(rules.grades)]


def _whole(rules: Rules) -> Iterator[Fault]:
    if not any(one.sort != Sort.GAP for one in rules.items):
        yield Fault("evaluation.no_items")
    gaps = [one for one in rules.items if one.sort == Sort.GAP]
    if gaps:
        yield Fault("evaluation.gaps", {"count": len(gaps), "first": gaps[0].name})
    caps = [one.cap for one in rules.blocks if not one.bonus]
    known = [one for one in caps if one is not None]
    if rules.total is not None and len(known) == len(caps) and sum(known, ZERO) > rules.total:
        yield Fault("evaluation.caps_over", {"sum": plain(sum(known, ZERO)), "total": plain(rules.total)})
    for block in rules.blocks:
        if block.cap is not None and block.start > block.cap:
            yield Fault("evaluation.start_over", _of(block, start=plain(block.start)))


def _of(block: Block, **more: Any) -> dict[str, Any]:
    return {"block": block.name, "cap": plain(block.cap), **more}


def _items(rules: Rules) -> Iterator[Fault]:
    blocks = {one.number: one for one in rules.blocks}
    for item in rules.items:
        block = blocks.get(item.block)
        name: dict[str, Any] = {"number": item.number, "item": item.name}
        if block is None:
            yield Fault("evaluation.item_homeless", name)
        elif item.cap is not None and item.points > 0 and block.cap is not None and item.cap > block.cap:
            yield Fault("evaluation.item_over", name | _of(block, item_cap=plain(item.cap)))
        if item.sort == Sort.AUTO:
            yield from _kinds(item, name, rules)


def _kinds(item: Item, name: dict[str, Any], rules: Rules) -> Iterator[Fault]:
    if not item.kinds:
        yield Fault("evaluation.item_kindless", name)
    for key in item.unless:
        if key not in KINDS or key in item.kinds:
            yield Fault("evaluation.unless_unfit", name | {"kind": kind_of(key).name})
    for key in item.kinds:
        if key not in KINDS:
            yield Fault("evaluation.kind_unknown", name | {"kind": key})
            continue
        found = kind_of(key)
        if found.units != rules.of_units:
            yield Fault("evaluation.kind_other", name | {"kind": found.name})
        if item.share != Share.EACH and not found.authors:
            yield Fault("evaluation.share_alone", name | {"kind": found.name})
        for field_, _values in item.filters:
            if field_ not in found.facets:
                yield Fault("evaluation.filter_unfit", name | {"kind": found.name})


def _windows(rules: Rules) -> Iterator[Fault]:
    for item in rules.items:
        first, last = item.since or rules.starts, item.until or rules.ends
        if first > last or first < rules.starts or last > rules.ends:
            yield Fault("evaluation.window_outside", {
                "number": item.number, "item": item.name, "since": day_words(first), "until": day_words(last),
                "starts": day_words(rules.starts), "ends": day_words(rules.ends),
            })  # fmt: skip
    alike: dict[tuple[Any, ...], list[Item]] = {}
    for item in rules.items:
        if item.since is not None or item.until is not None:
            alike.setdefault((item.block, item.kinds, item.filters, item.whom), []).append(item)
    for items in alike.values():
        ordered = sorted(items, key=lambda one: one.since or rules.starts)
        for one, following in pairwise(ordered):
            if (following.since or rules.starts) <= (one.until or rules.ends):
                yield Fault("evaluation.windows_overlap", {
                    "one": one.name, "other": following.name, "day": day_words(following.since or rules.starts),
                })  # fmt: skip


def _borders(grades: tuple[Grade, ...]) -> Iterator[Fault]:
    """Grades stand from the best to the last; each one's lower border is the next one's upper."""
    if not grades:
        return
    if grades[0].below is not None:
        yield Fault("evaluation.top_closed", {"grade": grades[0].name, "below": plain(grades[0].below)})
    if grades[-1].least is not None and grades[-1].least > 0:
        yield Fault("evaluation.bottom_open", {"grade": grades[-1].name, "least": plain(grades[-1].least)})
    for upper, lower in pairwise(grades):
        names = {"upper": upper.name, "lower": lower.name}
        if upper.least is None or lower.below is None:
            yield Fault("evaluation.border_missing", names)
        elif lower.below < upper.least:
            yield Fault("evaluation.border_gap", names | _span(lower.below, upper.least))
        elif lower.below > upper.least:
            yield Fault("evaluation.border_overlap", names | _span(upper.least, lower.below))
    for one in grades:
        if one.least is not None and one.below is not None and one.least >= one.below:
            yield Fault("evaluation.border_backwards", {"grade": one.name} | _span(one.least, one.below))


def _span(low: Decimal, high: Decimal) -> dict[str, str]:
    return {"low": plain(low), "high": plain(high)}


def _quotas(grades: tuple[Grade, ...]) -> Iterator[Fault]:
    known = [one for one in grades if one.quota is not None]
    for one in known:
        if one.quota is not None and not ZERO <= one.quota <= WHOLE:
            yield Fault("evaluation.quota_over", {"grade": one.name, "quota": plain(one.quota)})
    total = sum((one.quota for one in known if one.quota is not None), ZERO)
    if total > WHOLE and all(one.quota is not None and one.quota <= WHOLE for one in known):
        yield Fault("evaluation.quotas_over", {"sum": plain(total)})
