"""One cell: from what the spreadsheet holds to a value of the column's kind, or a code why not."""

from __future__ import annotations

import difflib
import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from lvzhi.exchange import vocabulary
from lvzhi.exchange.columns import Column

Raw = int | float | str | bool | time | date | datetime | timedelta | None
Value = str | int | Decimal | date | bool | tuple[str, ...] | None

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x08\x0b-\x1f\x7f]")
_GUARDED = re.compile(r"^'(?=[=+\-@\t\r])")
_ERRORS = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:[-转]\d{1,6})?|400-?\d{3}-?\d{4}")
_IDENTITY = re.compile(r"[1-9]\d{5}(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})\d{3}[\dX]")
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CHECKS = "10X98765432"
_EPOCH = date(1899, 12, 30)  # day 0 of Excel's serial numbers, with its leap year that never was
_FIRST_SERIAL, _LAST_SERIAL = 18_000, 80_000  # 1949 to 2119: other numbers in a date column are years or mistakes
_EXACT = 15  # digits that a spreadsheet's number keeps


class BadCell(Exception):  # noqa: N818  # stays inside the room, becomes a Finding
    """A cell that cannot be read as its column's kind."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, Any] = facts


def as_text(raw: Raw) -> str:
    """What a person sees in the cell: whole numbers without a point, dates in full, no invisible characters."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return vocabulary.YES if raw else vocabulary.NO
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw)
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == time(0) else raw.isoformat(" ", "minutes")
    if isinstance(raw, date | time):
        return raw.isoformat()
    text = _INVISIBLE.sub("", str(raw)).replace("\xa0", " ").strip().strip("\u3000").strip()
    return _GUARDED.sub("", text)


def convert(raw: Raw, column: Column) -> Value:
    """The value of a cell for its column; None for an empty one.

    Errors: ``BadCell`` with the code and facts of a finding.
    """
    text = as_text(raw)
    if not text:
        return None
    if _ERRORS.fullmatch(text):
        raise BadCell("formula_error", value=text)
    return _READERS[column.kind](raw, text, column)


def masked(text: str) -> str:
    """A personal value as a finding may show it: its ends only."""
    if len(text) <= 2:
        return text[:1] + "*"
    keep = 1 if len(text) < 7 else 3
    return text[:keep] + "*" * (len(text) - 2 * keep) + text[-keep:]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")


def _text(raw: Raw, text: str, column: Column) -> Value:
    return text


def _decimal(raw: Raw, text: str, column: Column) -> Decimal:
    try:
        number = Decimal(_folded(text))
    except InvalidOperation:
        raise BadCell("not_number", value=text) from None
    if not number.is_finite():
        raise BadCell("not_number", value=text)
    return number


def _int(raw: Raw, text: str, column: Column) -> Value:
    try:
        number = _decimal(raw, text, column)
    except BadCell:
        raise BadCell("not_integer", value=text) from None
    if number != number.to_integral_value() or number.adjusted() > _EXACT:
        raise BadCell("not_integer", value=text)
    return int(number)


def _date(raw: Raw, text: str, column: Column) -> Value:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    if isinstance(raw, int | float) and _FIRST_SERIAL <= raw < _LAST_SERIAL:
        return _EPOCH + timedelta(days=int(raw))
    found = vocabulary.FULL_DATE.fullmatch(unicodedata.normalize("NFKC", text))
    if not found:
        raise BadCell("not_a_date", value=text)
    year, month, day = (int(found[part] or found[part + "8"]) for part in ("year", "month", "day"))
    if not 1 <= month <= 12:
        raise BadCell("no_such_month", value=text)
    if not date.min.year <= year <= date.max.year:
        raise BadCell("not_a_date", value=text)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise BadCell("no_such_day", value=text, year=year, month=month, last=last)
    return date(year, month, day)


def _choice(raw: Raw, text: str, column: Column) -> str:
    wanted = _folded(text)
    for choice in column.choices:
        if _folded(choice) == wanted:
            return choice
    close = difflib.get_close_matches(text, list(column.choices), 1)
    raise BadCell("not_a_choice", value=text, choices=tuple(column.choices), close=close[0] if close else "")


def _bool(raw: Raw, text: str, column: Column) -> Value:
    return raw if isinstance(raw, bool) else _folded(text).lower() in vocabulary.TRUE_WORDS


def _phone(raw: Raw, text: str, column: Column) -> Value:
    number = re.sub(r"[()\s]", "", unicodedata.normalize("NFKC", text)).replace("—", "-")
    number = re.sub(r"^(?:\+|00)86-?", "", number)
    bare = number.replace("-", "")
    if _MOBILE.fullmatch(bare):
        return bare
    if _LANDLINE.fullmatch(number):
        return number
    raise BadCell("bad_phone", value=text)


def _id_number(raw: Raw, text: str, column: Column) -> Value:
    if isinstance(raw, int | float) and len(text) > _EXACT:
        raise BadCell("id_as_number")
    number = _folded(text).upper()
    found = _IDENTITY.fullmatch(number)
    if not found:
        raise BadCell("bad_id_number", value=text)
    try:
        date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise BadCell("bad_id_number", value=text) from None
    total = sum(int(digit) * weight for digit, weight in zip(number, _IDENTITY_WEIGHTS, strict=False))
    if _IDENTITY_CHECKS[total % 11] != number[-1]:
        raise BadCell("bad_id_checksum", value=text)
    return number


def _list(raw: Raw, text: str, column: Column) -> Value:
    items = tuple(item.strip() for item in vocabulary.LIST_SEPARATORS.split(text) if item.strip())
    return tuple(_choice(item, item, column) for item in items) if column.choices else items


_READERS: dict[str, Callable[[Raw, str, Column], Value]] = {
    "text": _text,
    "int": _int,
    "decimal": _decimal,
    "date": _date,
    "choice": _choice,
    "bool": _bool,
    "phone": _phone,
    "id_number": _id_number,
    "list": _list,
}
