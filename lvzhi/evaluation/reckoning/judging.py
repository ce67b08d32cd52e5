"""From a rule set and facts to an account: lines, sums of blocks, total, conditions. The only place where this is done.

The order in which facts come does not matter; a line depends on nobody else's records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from lvzhi.evaluation.reckoning.choosing import Used, best_of, candidates, counted, own
from lvzhi.evaluation.reckoning.needing import needed
from lvzhi.evaluation.reckoning.saying import fact_line, plain
from lvzhi.evaluation.reckoning.values import ZERO, Account, Block, Fact, Item, Judged, Line, Rules, Settled
from lvzhi.evaluation.vocabulary import saying
from lvzhi.evaluation.vocabulary.states import LineSort

NO_ITEM = 0
YEAR = 12  # months
EXTRA = "extra"


def judge(rules: Rules, judged: Judged, facts: Iterable[Fact], settled: Mapping[str, Settled] | None = None) -> Account:
    """Reckon one account.

    Args:
        facts: of anybody; only those of the judged one and of days of the tenure within the year are looked at.
        settled: by the mark of a line, what an upheld objection says of it; ``extra:<item>:<n>`` adds a line.
    """
    mine = own(rules, judged, facts)
    used = Used(best=best_of(rules, mine, judged))
    made = {item.number: _lines(item, mine, judged, rules, used) for item in rules.items}
    lines, sums, total = assembled(rules, made, used, settled or {})
    return Account(
        who=judged.who, lines=lines, blocks=sums, total=total, needs=needed(rules, judged, mine),
        months=months_of(rules, judged), facts=len(mine),
    )  # fmt: skip


def assembled(
    rules: Rules, made: Mapping[int, list[tuple[Line, str]]], used: Used, settled: Mapping[str, Settled]
) -> tuple[tuple[Line, ...], tuple[tuple[int, Decimal], ...], Decimal]:
    """The lines of every item within the caps of item, block and total; the sum of each block; the total."""
    lines: list[Line] = []
    sums: list[tuple[int, Decimal]] = []
    for block in rules.blocks:
        found = _block(block, rules, made, used, settled)
        lines += found
        sums.append((block.number, _sum(found)))
    total = sum((points for _, points in sums), ZERO)
    bounds = _bounds(total, rules)
    return (*lines, *bounds), tuple(sums), total + _sum(bounds)


def resettled(rules: Rules, account: Account, mark: str, settled: Settled) -> Account:
    """The account with one line as an objection left it, its caps reckoned again: from its own lines, not from records.

    What was decided stays as it was even where a record has gone since (R7.13).
    """
    facts = [one for one in account.lines if one.sort == LineSort.FACT]
    made = {item.number: [(one, "") for one in facts if one.item == item.number] for item in rules.items}
    lines, sums, total = assembled(rules, made, Used(), {mark: settled})
    return replace(account, lines=lines, blocks=sums, total=total)


def months_of(rules: Rules, judged: Judged) -> int:
    """Months of the year in which one was a member, each begun one counted."""
    first, last = max(rules.starts, judged.starts), min(rules.ends, judged.ends)
    if first > last:
        return 0
    return (last.year - first.year) * YEAR + last.month - first.month + 1


def _sum(lines: Iterable[Line]) -> Decimal:
    return sum((one.points for one in lines), ZERO)


def _lines(item: Item, facts: Sequence[Fact], judged: Judged, rules: Rules, used: Used) -> list[tuple[Line, str]]:
    """The lines of an item's records, each with the reason why it gives nothing."""
    picks = candidates(item, facts, judged, rules)
    found = [
        (_line(item, fact, value.points, fact_line(item, fact, value.words)), why)
        for fact, value, why in counted(item, picks, used)
    ]
    return sorted(found, key=lambda pair: (pair[0].day, pair[0].kind, pair[0].mark))


def _line(item: Item, fact: Fact, points: Decimal, said: str) -> Line:
    return Line(
        mark=f"{item.number}:{fact.kind}:{fact.key}", sort=LineSort.FACT, block=item.block, item=item.number,
        points=points, said=said, kind=fact.kind, source=fact.source, uid=fact.uid, day=fact.day, work=fact.work,
    )  # fmt: skip


def _block(
    block: Block, rules: Rules, made: Mapping[int, list[tuple[Line, str]]], used: Used, settled: Mapping[str, Settled]
) -> list[Line]:
    found = [_start(block)] if block.start else []
    for item in rules.items:
        if item.block == block.number:
            found += _item(item, made[item.number], used, settled)
    total = _sum(found)
    if block.cap is not None and total > block.cap:
        words = saying.BLOCK_CAP.format(
            block=block.name, sum=plain(total), cap=plain(block.cap), over=plain(total - block.cap)
        )
        found.append(Line(f"cap:{block.number}", LineSort.BLOCK_CAP, block.number, NO_ITEM, block.cap - total, words))
    elif block.floor is not None and total < block.floor:
        words = saying.BLOCK_FLOOR.format(block=block.name, sum=plain(total), floor=plain(block.floor))
        found.append(
            Line(f"floor:{block.number}", LineSort.BLOCK_FLOOR, block.number, NO_ITEM, block.floor - total, words)
        )
    return found


def _start(block: Block) -> Line:
    words = saying.START.format(block=block.name, points=plain(block.start))
    return Line(f"start:{block.number}", LineSort.START, block.number, NO_ITEM, block.start, words)


def _item(item: Item, made: Sequence[tuple[Line, str]], used: Used, settled: Mapping[str, Settled]) -> list[Line]:
    """An item's lines; one beyond the most that another item of the group counts is not told twice."""
    kept = [
        _settle(one, settled)
        for one, why in made
        if not (why == "over_most" and used.by.get((item.group, one.work), item.number) != item.number)
    ]
    kept += _extra(item, settled)
    total = _sum(kept)
    if item.cap is None or abs(total) <= item.cap:
        return kept
    over = abs(total) - item.cap
    words = (saying.ITEM_LIMIT if total < 0 else saying.ITEM_CAP).format(
        number=item.number, item=item.name, sum=plain(abs(total)), cap=plain(item.cap), over=plain(over)
    )
    points = over if total < 0 else -over
    return [*kept, Line(f"item:{item.number}", LineSort.ITEM_CAP, item.block, item.number, points, words)]


def _settle(line: Line, settled: Mapping[str, Settled]) -> Line:
    found = settled.get(line.mark)
    if found is None:
        return line
    said = saying.SETTLED.format(was=plain(line.points), points=plain(found.points), words=found.words, said=line.said)
    return replace(line, points=found.points, said=said)


def _extra(item: Item, settled: Mapping[str, Settled]) -> list[Line]:
    """What an objection that was upheld adds: a record that was not there."""
    prefix = f"{EXTRA}:{item.number}:"
    return [
        Line(
            mark, LineSort.FACT, item.block, item.number, one.points,
            saying.EXTRA.format(points=plain(one.points), words=one.words, number=item.number, item=item.name),
        )
        for mark, one in sorted(settled.items())
        if mark.startswith(prefix)
    ]  # fmt: skip


def _bounds(total: Decimal, rules: Rules) -> list[Line]:
    if rules.total is not None and total > rules.total:
        words = saying.TOTAL_CAP.format(sum=plain(total), cap=plain(rules.total), over=plain(total - rules.total))
        return [Line("cap", LineSort.TOTAL_CAP, NO_ITEM, NO_ITEM, rules.total - total, words)]
    if rules.floor is not None and total < rules.floor:
        words = saying.TOTAL_FLOOR.format(sum=plain(total), floor=plain(rules.floor))
        return [Line("floor", LineSort.TOTAL_FLOOR, NO_ITEM, NO_ITEM, rules.floor - total, words)]
    return []
