"""A rule set in Chinese sentences: each item, condition, grade and block as one, for who reads or adopts it."""

from __future__ import annotations

from collections.abc import Mapping

from lvzhi.evaluation.kinds import FactKind, kind_of
from lvzhi.evaluation.reckoning.saying import day_words, plain
from lvzhi.evaluation.reckoning.values import ZERO, Block, Filters, Grade, Item, Need, Rules
from lvzhi.evaluation.vocabulary import saying, telling
from lvzhi.evaluation.vocabulary.kinds import FACETS, LEVELS, WHAT
from lvzhi.evaluation.vocabulary.states import NeedKind, Per, Share, Sort

Names = Mapping[str, str]
"""Names of a committee's own kinds of activity by code, where they are not those the product comes with."""
NONE: Names = {}


def item_words(item: Item, names: Names = NONE) -> str:
    """What an item gives for what, in one sentence."""
    if item.sort == Sort.GAP:
        return saying.ITEM_GAP.format(note=item.note or item.name)
    kinds = [kind_of(key) for key in item.kinds]
    unit = kinds[0].per if kinds and len({one.per for one in kinds}) == 1 else saying.UNIT
    known = {
        "whom": saying.WHOM[item.whom], "points": _points(item, unit), "window": _window(item),
        "limits": _limits(item, unit), "group": _group(item),
    }  # fmt: skip
    if item.sort == Sort.MANUAL:
        return saying.ITEM_MANUAL.format(name=item.name, **known)
    what = saying.OR.join(one.name for one in kinds)
    return saying.ITEM.format(what=what, filters=filter_words(item.filters, kinds, names), share=_share(item), **known)


def _points(item: Item, unit: str) -> str:
    if item.by_level:
        levels = [
            saying.LEVEL_POINTS.format(level=said, points=plain(dict(item.by_level)[key]))
            for key, said in LEVELS.items()
            if key in dict(item.by_level)
        ]
        return saying.ITEM_LEVELS.format(unit=unit, levels=saying.PAUSE.join(levels))
    if item.points < ZERO:
        return saying.ITEM_OFF.format(unit=unit, points=plain(-item.points))
    if item.most == 1 and item.per == Per.RECORD:
        return saying.ITEM_ONCE.format(points=plain(item.points))
    return saying.ITEM_POINTS.format(unit=unit, points=plain(item.points))


def _share(item: Item) -> str:
    first = item.points if item.first is None else item.first
    said = saying.SHARES[item.share].format(first=plain(first), other=plain(item.other or ZERO))
    return said + (saying.AUTHORS.format(authors=item.authors) if item.authors and item.share != Share.FIRST else "")


def _window(item: Item) -> str:
    if item.since is None and item.until is None:
        return ""
    since = day_words(item.since) if item.since else telling.YEAR_START
    until = day_words(item.until) if item.until else telling.YEAR_END
    return saying.WINDOW.format(since=since, until=until)


def _limits(item: Item, unit: str) -> str:
    said = saying.SKIP.format(from_=item.skip + 1, unit=unit) if item.skip else ""
    said += saying.MOST.format(most=item.most, unit=unit) if item.most is not None else ""
    if item.cap is not None:
        said += (saying.OFF_CAP if item.points < ZERO else saying.CAP).format(cap=plain(item.cap))
    return said


def _group(item: Item) -> str:
    said = saying.GROUPED[item.mode].format(group=item.group) if item.group else ""
    others = saying.PAUSE.join(kind_of(key).name for key in item.unless)
    return said + (saying.UNLESS.format(kinds=others) if others else "")


def filter_words(filters: Filters, kinds: list[FactKind], names: Names = NONE) -> str:
    """What records must be like, in brackets."""
    parts = []
    for key, values in filters:
        words = {code: name for kind in kinds for code, name in kind.facets.get(key, {}).items()}
        words |= names if key.startswith(WHAT) else {}
        said = saying.PAUSE.join(words.get(one, one) for one in words if one in values) or FACETS[key]
        parts.append(telling.EXCEPT.format(said=said) if key.endswith("!") else said)
    return saying.FILTERED.format(values=telling.AND.join(parts)) if parts else ""


def need_words(need: Need, rules: Rules, names: Names = NONE) -> str:
    """What a condition asks for, in one sentence."""
    grade = next((one.name for one in rules.grades if one.number == need.limit), "")
    most = need.kind == NeedKind.MOST or need.manual
    limit = (saying.VETO_LIMIT if most else saying.NEED_LIMIT).format(grade=grade) if grade else saying.NEED_SHOWN
    whom = saying.WHOM[need.whom]
    if need.manual:
        return saying.NEED_MANUAL.format(whom=whom, name=need.name, limit=limit)
    kinds = [kind_of(key) for key in need.kinds]
    return saying.NEED.format(
        whom=whom, what=saying.OR.join(one.name for one in kinds), filters=filter_words(need.filters, kinds, names),
        kind=str(NeedKind(need.kind).label), count=need.count, limit=limit,
    )  # fmt: skip


def block_words(block: Block) -> str:
    """Where a block starts and stops."""
    parts = [telling.BLOCK_START.format(points=plain(block.start))] if block.start else []
    parts.append(telling.BLOCK_CAP.format(cap=plain(block.cap)) if block.cap is not None else telling.BLOCK_OPEN)
    if block.floor is None:
        parts.append(telling.BLOCK_BELOW)
    elif block.floor != ZERO:
        parts.append(telling.BLOCK_FLOOR.format(floor=plain(block.floor)))
    if block.bonus:
        parts.append(telling.BONUS)
    return telling.COMMA.join(parts)


def grade_words(grade: Grade) -> str:
    """Its borders and quota."""
    least, below, quota = grade.least, grade.below, grade.quota
    said = saying.FROM.format(least=plain(least)) if least is not None else ""
    said += "" if below is None else (saying.BELOW if said else saying.BELOW_ONLY).format(below=plain(below))
    said = said or telling.ANY
    if quota is not None:
        said += telling.QUOTA.format(quota=plain(quota))
    return said + (telling.LOW if grade.low else "")


def total_words(rules: Rules) -> str:
    """What holds of the sum."""
    cap = telling.TOTAL_OPEN if rules.total is None else telling.TOTAL_CAP.format(cap=plain(rules.total))
    return telling.TOTAL.format(cap=cap, places=rules.places)
