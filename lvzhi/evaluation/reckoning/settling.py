"""Lines, conditions and what objections left as plain data: what a result keeps, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from lvzhi.evaluation.reckoning.values import Account, Fact, Line, Needed, Settled
from lvzhi.evaluation.vocabulary.saying import OPPORTUNITIES


def line_told(line: Line) -> dict[str, Any]:
    """A line as a result keeps it."""
    return {
        "mark": line.mark, "sort": line.sort, "block": line.block, "item": line.item, "points": str(line.points),
        "said": line.said, "kind": line.kind, "source": line.source, "uid": line.uid,
        "day": line.day.isoformat() if line.day else "", "work": line.work,
    }  # fmt: skip


def line_of(data: Mapping[str, Any]) -> Line:
    """A line that a result keeps."""
    day = dt.date.fromisoformat(data["day"]) if data["day"] else None
    return Line(**{**data, "points": Decimal(data["points"]), "day": day})


def needed_told(one: Needed) -> dict[str, Any]:
    """How a condition came out, as a result keeps it."""
    return {"number": one.number, "met": one.met, "count": one.count, "said": one.said, "limit": one.limit}


def settled_of(data: Mapping[str, Any]) -> dict[str, Settled]:
    """What objections left, as a result keeps it."""
    return {mark: Settled(Decimal(one["points"]), one["words"]) for mark, one in data.items()}


def account_of(who: int, lines: Iterable[Mapping[str, Any]], blocks: Sequence[Sequence[Any]], total: Decimal,
               needs: Iterable[Mapping[str, Any]], months: int) -> Account:  # fmt: skip
    """An account as a result keeps it."""
    return Account(
        who=who, lines=tuple(line_of(one) for one in lines),
        blocks=tuple((int(number), Decimal(points)) for number, points in blocks), total=total,
        needs=tuple(Needed(**one) for one in needs), months=months,
    )  # fmt: skip


def opportunities(parts: Iterable[Fact]) -> list[dict[str, Any]]:
    """How often one was expected and how that came out: of plenaries, standing committee, all else (peers §3.17)."""
    found: dict[str, dict[str, int]] = {}
    for fact in parts:
        name = OPPORTUNITIES.get(fact.what, OPPORTUNITIES[""])
        row = found.setdefault(name, dict.fromkeys(("attended", "leave", "absent", "official"), 0))
        if fact.result in row:
            row[fact.result] += 1
    return [
        {"what": name, "expected": row["attended"] + row["leave"] + row["absent"], **row}
        for name, row in ((name, found[name]) for name in dict.fromkeys(OPPORTUNITIES.values()) if name in found)
    ]
