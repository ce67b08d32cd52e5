"""What goes in and comes out, as the document describes it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr, WithJsonSchema
from pydantic_core import PydanticCustomError

from lvzhi.api.kinds import all_kinds
from lvzhi.metrics.registry import figures

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _day(value: Any) -> dt.date:
    """A day written out; pydantic itself takes a number for seconds since 1970."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day", "a day")


def _truth(value: Any) -> bool:
    if value in ("true", "false"):
        return bool(value == "true")
    raise PydanticCustomError("truth", "true or false")


Day = Annotated[dt.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
KindKey = Annotated[str, WithJsonSchema({"type": "string", "enum": [one.kind for one in all_kinds()]})]
FigureKey = Annotated[str, WithJsonSchema({"type": "string", "enum": [one.key for one in figures()]})]
RoomKey = Annotated[str, WithJsonSchema({"type": "string", "enum": sorted({one.room for one in figures()})})]
Value = StrictStr | StrictInt | StrictFloat | StrictBool | None
Answers = dict[str, Value | list[StrictStr | StrictInt]]


class Committee(Schema):
    """A committee."""

    id: UUID
    name: str
    code: str


class Holder(Schema):
    """Whose token it is, and what it is for."""

    name: str
    login: str
    roles: list[str]
    committees: list[Committee]
    token: str
    scope: Literal["read", "write"]
    rooms: list[str]
    ends_at: dt.datetime


class FieldOut(Schema):
    """A field of a kind; a long one stands in the record itself only, not in lists."""

    key: str
    label: str
    type: str
    long: bool


class KindOut(Schema):
    """A kind of record."""

    kind: str
    name: str
    room: str
    fields: list[FieldOut]
    states: dict[str, str]
    steps: dict[str, str]
    begins: bool


class State(Schema):
    """Where a record is."""

    key: str
    name: str
    holder: str | None = None
    since: dt.datetime | None = None
    due_on: dt.date | None = None


class Reference(Schema):
    """Another record."""

    kind: str
    id: UUID


class Record(Schema):
    """A record, in the same shape for every kind; ``fields`` are those that its kind lists."""

    kind: str
    id: UUID
    title: str
    page: str
    committee: Committee | None
    state: State | None
    outcome: str | None
    version: int | None
    created_at: dt.datetime | None
    voided: bool
    of: dict[str, Reference]
    fields: dict[str, Any]


class Records(Schema):
    """A page of records; ``next`` is the cursor of the page after it."""

    items: list[Record]
    next: str | None


class ToDoOut(Schema):
    """What waits for the holder."""

    kind: str
    id: UUID
    title: str
    step: str
    step_name: str
    state: str
    due_on: dt.date | None


class FileOut(Schema):
    """An attachment."""

    id: UUID
    name: str
    label: str
    size: int
    added_at: dt.datetime
    address: str


class ChangeOut(Schema):
    """That something happened to a record."""

    kind: str
    id: UUID
    event: str
    at: dt.datetime


class Changes(Schema):
    """What happened; ``next`` is where to go on from, also when nothing did."""

    items: list[ChangeOut]
    next: str
    more: bool


class FigureOut(Schema):
    """A figure's definition."""

    key: str
    name: str
    room: str
    unit: str
    meaning: str
    shape: str
    cuts: dict[str, str]


class Number(Schema):
    """A figure's value for a committee and a period."""

    key: str
    name: str
    unit: str
    value: int | float | None
    numerator: int | None
    denominator: int | None
    low: int | float | None
    high: int | float | None
    committee: Committee
    organ: UUID | None
    below: bool
    period: str
    starts: dt.date
    ends: dt.date
    as_of: dt.datetime


class Row(Schema):
    """A row behind a figure; of one that the holder may not read only that it is counted."""

    hidden: bool
    kind: str | None
    id: UUID | None
    cells: dict[str, Any]


class Rows(Schema):
    """A page of the rows behind a figure."""

    figure: str
    side: str
    columns: dict[str, str]
    total: int
    page: int
    next: int | None
    items: list[Row]


class StepOut(Schema):
    """A step that the holder may take now, and what it asks: ``form`` is JSON Schema of ``answers``."""

    key: str
    name: str
    to: list[str]
    confirm: str
    rule: str
    form: dict[str, Any]


class Steps(Schema):
    """The steps open now, for a record as it stands."""

    version: int
    items: list[StepOut]


class StepIn(Schema):
    """A step to be taken. ``version`` is that of the record as it was read."""

    model_config = ConfigDict(extra="forbid")

    version: StrictInt | None = Field(None, ge=1, le=2**31 - 1)
    answers: Answers = {}


class BackIn(Schema):
    """A step to be taken back, and why."""

    model_config = ConfigDict(extra="forbid")

    version: StrictInt | None = Field(None, ge=1, le=2**31 - 1)
    ground: StrictStr = Field(min_length=1, max_length=200)


class BeginIn(Schema):
    """A record to be begun; without a committee in the holder's own."""

    model_config = ConfigDict(extra="forbid")

    committee: UUID | None = None
    answers: Answers = {}
