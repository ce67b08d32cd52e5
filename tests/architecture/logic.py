"""Within logic: who writes a state, whose clock runs, whose number it is. One function per rule."""

from __future__ import annotations

import ast

from tests.architecture.allowances import CLOCK, ENGINE, RULED_KINDS, SMALL
from tests.architecture.house import House, called, keyword, text_of

STATE = {"state", "state_since"}
NOW = {
    ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"), ("datetime", "now"),
    ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"),
}  # fmt: skip


def states_assigned(house: House) -> list[str]:
    """The engine alone writes a state: no assignment, ``setattr``, ``update`` or ``bulk_update`` of it elsewhere."""
    return [
        f"{source.at(node)} writes a state outside the engine"
        for source in house.product
        if source.path not in ENGINE
        for node in source.nodes
        if _writes_state(node)
    ]


def _writes_state(node: ast.AST) -> bool:
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        flat = [leaf for target in targets for leaf in ast.walk(target)]
        return any(
            isinstance(leaf, ast.Attribute) and leaf.attr in STATE and isinstance(leaf.ctx, ast.Store) for leaf in flat
        )
    if isinstance(node, ast.Call):
        name = called(node)
        if name in {"setattr", "__setattr__"}:
            return any(text_of(argument) in STATE for argument in node.args)
        if name == "update":
            return any(one.arg in STATE for one in node.keywords) and isinstance(node.func, ast.Attribute)
        if name == "bulk_update":
            fields = keyword(node, "fields") or (node.args[1] if len(node.args) > 1 else None)
            return fields is not None and any(text_of(leaf) in STATE for leaf in ast.walk(fields))
    return False


def other_clocks(house: House) -> list[str]:
    """What time it is, ``deadlines.clock`` alone says."""
    return [
        f"{source.at(node)} asks {ast.unparse(node.func)} for the time"
        for source in house.product
        if source.path not in CLOCK
        for node in source.nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (ast.unparse(node.func.value).split(".")[-1], node.func.attr) in NOW
        and not (node.func.attr == "localtime" and node.args)  # of a given moment: a change of zone, no clock
    ]


def numbers_of_rules(house: House) -> list[str]:
    """No limit of a working rule stands in code as a number: it is a norm (rules.md §14)."""
    found = []
    for source in house.product:
        if source.kind not in RULED_KINDS or source.room in {"demo", "ui", "claims", "exchange", "deadlines"}:
            continue
        for node in source.nodes:
            if isinstance(node, ast.Call) and called(node) in {"timedelta", "relativedelta", "Term"}:
                numbers = [*node.args, *(one.value for one in node.keywords)]
                if any(_number(one) not in SMALL for one in numbers):
                    found.append(f"{source.at(node)} {ast.unparse(node)}: a length of time of its own")
            elif isinstance(node, ast.Compare):
                sides = [node.left, *node.comparators]
                if any(_number(side) not in SMALL for side in sides):
                    found.append(f"{source.at(node)} {ast.unparse(node)}: a limit of its own")
    return found


def _number(node: ast.expr) -> float | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
