"""Figures: definitions, values of a committee and period, and the rows behind a number."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from lvzhi.access import Missing, Refusal
from lvzhi.api import norms
from lvzhi.api.views import telling
from lvzhi.api.views.door import Caller, caller_of
from lvzhi.api.views.problems import PROBLEMS
from lvzhi.api.views.schemas import Day, FigureKey, FigureOut, Number, RoomKey, Rows, Truth
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.metrics import compute
from lvzhi.metrics.compute import CutValue, Evidence, Result, cuts_of
from lvzhi.metrics.declare import Column, Figure
from lvzhi.metrics.look import Look, cuts_said, look, narrowed
from lvzhi.metrics.registry import figure as registered
from lvzhi.metrics.registry import figures as all_figures

router = Router(tags=["figures"])
LAST_PAGE = 100_000
Words = Annotated[str | None, Field(max_length=100)]


class Asked(Schema):
    """Whose figures, over which days; without a committee the holder's own, without days since the last plenary."""

    model_config = ConfigDict(extra="forbid")

    committee: UUID | None = None
    organ: UUID | None = None
    part: UUID | None = None
    below: Truth = False
    period: Words = None
    starts: Day | None = None
    ends: Day | None = None

    def params(self) -> dict[str, str]:
        """The same as an address of a page says it."""
        named = {"committee": self.committee, "organ": self.organ, "part": self.part, "period": self.period}
        days = {"starts": self.starts, "ends": self.ends}
        said = {key: str(value) for key, value in (named | days).items() if value is not None}
        return said | ({"below": "1"} if self.below else {})


class AskedRows(Asked):
    """The same, with the cut, the side and the page of the rows."""

    cut: Words = None
    side: Words = None
    page: Annotated[int, Field(ge=1, le=LAST_PAGE)] = 1


@router.get("/figures", response={200: list[FigureOut], **PROBLEMS})
def figures(request: HttpRequest, room: RoomKey | None = None) -> Any:
    """The figures with their definitions."""
    caller = caller_of(request)
    if room is not None and not all_figures(room):
        raise Missing("access.missing")
    found = [one for one in all_figures(room) if caller.reaches(one.room)]
    return [
        {
            "key": one.key, "name": one.name, "room": one.room, "unit": one.unit, "meaning": one.meaning,
            "shape": str(one.shape), "cuts": {cut.key: cut.name for cut in cuts_of(one)},
        }
        for one in found
    ]  # fmt: skip


@router.get("/figures/values/{room}", response={200: list[Number], **PROBLEMS})
def values(request: HttpRequest, room: RoomKey, asked: Query[Asked]) -> Any:
    """All figures of a room, for one committee and period."""
    caller = caller_of(request)
    found = all_figures(room)
    if not found:
        raise Missing("access.missing")
    caller.expect_room(room)
    seen = _look(caller, asked)
    return [_number(one, seen) for one in compute.book(found, seen.scope, seen.period).values()]


@router.get("/figures/{key}", response={200: Number, **PROBLEMS})
def figure(request: HttpRequest, key: FigureKey, asked: Query[Asked]) -> Any:
    """One figure for a committee and period."""
    caller = caller_of(request)
    one = _figure(caller, key)
    seen = _look(caller, asked)
    return _number(compute.compute(one, seen.scope, seen.period), seen)


@router.get("/figures/{key}/rows", response={200: Rows, **PROBLEMS})
def rows(request: HttpRequest, key: FigureKey, asked: Query[AskedRows]) -> Any:
    """The rows behind a figure, a page at a time; what the holder may not read is counted and not told.

    ``side`` is ``part`` or ``whole`` of a share, ``cut`` is ``dimension:value``. Each reading is journalled.
    """
    caller = caller_of(request)
    one = _figure(caller, key)
    seen = _look(caller, asked)
    lists = compute.evidence(one, seen.scope, seen.period, *_cuts(one, asked.cut or ""))
    evidence = next((each for each in lists if each.side == (asked.side or "")), lists[0])
    size = norms.number(norms.PAGE, caller.token.account.committee)
    total = evidence.rows.order_by().count()
    start = (asked.page - 1) * size
    items = [_row(evidence, row, cells) for row, cells in evidence.lines(caller.actor, start, size)]
    facts: dict[str, Any] = {
        "figure": one.name,
        "page": asked.page,
        "scope": seen.scope.title,
        "period": seen.period.label,
    }
    with line(caller.actor, "api.rows_read", committee=seen.scope.committee, **facts):
        pass
    return {
        "figure": one.key, "side": evidence.side, "total": total, "page": asked.page, "items": items,
        "columns": {_key(column): column.label for column in evidence.metric.columns},
        "next": asked.page + 1 if start + size < total else None,
    }  # fmt: skip


def _figure(caller: Caller, key: str) -> Figure:
    try:
        found = registered(key)
    except Refusal:
        raise Missing("metrics.unknown", key=key[:80]) from None
    caller.expect_room(found.room)
    return found


def _look(caller: Caller, asked: Asked) -> Look:
    """Scope and period. What cannot be read is refused: no program should be given another period unasked."""
    params = asked.params()
    seen = look(caller.actor, params, "")
    if seen.problem and (asked.period or asked.starts or asked.ends):
        raise Refusal("api.bad_period", field="period", problem=seen.problem)
    return narrowed(seen, params)


def _cuts(one: Figure, text: str) -> tuple[CutValue, ...]:
    known = {cut.key: cut for cut in cuts_of(one)}
    found = cuts_said(text)
    for name, _ in found:
        if name not in known:
            raise Refusal("metrics.unknown_cut", field="cut", figure=one.name, cut=name)
    return tuple((known[name], value) for name, value in found)


def _number(result: Result, seen: Look) -> dict[str, Any]:
    scope, period = seen.scope, seen.period
    return {
        "key": result.figure.key, "name": result.figure.name, "unit": result.figure.unit,
        "value": compute.plain(result.value), "numerator": result.numerator, "denominator": result.denominator,
        "low": compute.plain(result.low), "high": compute.plain(result.high),
        "committee": telling.committee(scope.committee), "organ": scope.organ.uid if scope.organ else None,
        "below": scope.below, "period": period.text, "starts": period.start, "ends": period.end, "as_of": clock.now(),
    }  # fmt: skip


def _key(column: Column) -> str:
    return column.key.replace("__", ".")


def _row(evidence: Evidence, row: Any, cells: list[object]) -> dict[str, Any]:
    if row is None:
        return {"hidden": True, "kind": None, "id": None, "cells": {}}
    kind = evidence.metric.record_kind
    own = row._meta.label_lower == kind
    told = {_key(column): telling.plain(cell) for column, cell in zip(evidence.metric.columns, cells, strict=True)}
    return {"hidden": False, "kind": kind if own else None, "id": row.uid if own else None, "cells": told}
