"""Rule sets as plain data and back: what samples are packaged as, what a result freezes."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lvzhi.evaluation.reckoning.values import Block, Grade, Item, Need, Rules

DECIMALS = frozenset({"start", "cap", "floor", "points", "first", "other", "total", "least", "below", "quota"})
DAYS = frozenset({"since", "until", "starts", "ends"})
PARTS: dict[str, type[Any]] = {"blocks": Block, "items": Item, "needs": Need, "grades": Grade}


def rules_of(data: Mapping[str, Any]) -> Rules:
    """Read plain data.

    Raises:
        TypeError, ValueError: data that `told` did not write.
    """
    parts: dict[str, Any] = {
        name: tuple(_part(kind, one) for one in data.get(name, ())) for name, kind in PARTS.items()
    }
    rest = {name: _in(name, value) for name, value in data.items() if name not in PARTS}
    return Rules(**rest, **parts)


def told(rules: Rules) -> dict[str, Any]:
    """Write it as plain data: decimals and days as text, what is as usual left out."""
    found = _plain(rules, frozenset(PARTS))
    return {**found, **{name: [_plain(one) for one in getattr(rules, name)] for name in PARTS}}


def _part(kind: type[Any], data: Mapping[str, Any]) -> Any:
    return kind(**{name: _in(name, value) for name, value in data.items()})


def _in(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in DECIMALS:
        return Decimal(str(value))
    if name in DAYS:
        return dt.date.fromisoformat(value)
    if name in ("kinds", "unless"):
        return tuple(value)
    if name == "filters":
        return tuple(sorted((key, frozenset(values)) for key, values in dict(value).items()))
    if name == "by_level":
        return tuple(sorted((key, Decimal(str(points))) for key, points in dict(value).items()))
    return value


def _plain(one: Any, left: frozenset[str] = frozenset()) -> dict[str, Any]:
    return {
        field.name: _out(field.name, getattr(one, field.name))
        for field in dataclasses.fields(one)
        if field.name not in left and getattr(one, field.name) != field.default
    }


def _out(name: str, value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if name == "filters":
        return {key: sorted(values) for key, values in value}
    if name == "by_level":
        return {key: str(points) for key, points in value}
    return list(value) if isinstance(value, tuple) else value
