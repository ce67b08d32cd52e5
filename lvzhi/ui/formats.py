"""Numbers, money, shares, dates and sizes as they are written in Chinese offices."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone

from . import vocabulary


def _decimal(value: Any) -> Decimal | None:
    try:
        found = Decimal(str(value))
    except (InvalidOperation, ValueError):
        return None
    return found if found.is_finite() else None


def signs(text: str, skips: Container[str] = ()) -> int:
    """How many characters of a text count: the one way of counting them, as the counter beside a field does.

    Args:
        skips: what is left out, of ``blanks`` and ``punctuation``; line breaks never count.
    """
    blanks, points = "blanks" in skips, "punctuation" in skips
    return sum(
        1
        for sign in text
        if not (
            sign in "\r\n" or (blanks and sign.isspace()) or (points and unicodedata.category(sign).startswith("P"))
        )
    )


def number(value: Any, places: int | None = None) -> str:
    """A number with thousands separators and no empty decimals: 1234.50 → 1,234.5; None → —.

    ``places`` fixes the decimals. What is no number is given back as text.
    """
    if value is None or value == "":
        return vocabulary.NOTHING
    if isinstance(value, bool):
        return vocabulary.YES if value else vocabulary.NO
    found = _decimal(value)
    if found is None:
        return str(value)
    if places is not None:
        return f"{found:,.{places}f}"
    text = f"{found:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(value: Any) -> str:
    """An amount in yuan with two decimals: 1,234.50."""
    return number(value, 2)


def share(value: Any, places: int = 1) -> str:
    """A ratio 0…1 as per cent: 0.9888 → 98.9%; exactly 1 → 100%. Never rounds an incomplete share up to 100 %."""
    found = _decimal(value) if value is not None and value != "" else None
    if found is None:
        return vocabulary.NOTHING
    percent = round(found * 100, places)
    if percent >= 100 and found < 1:
        percent = 100 - Decimal(1).scaleb(-places)
    return number(percent) + "%"


def local(value: datetime) -> datetime:
    """The same moment on the clock of the current time zone."""
    return timezone.localtime(value) if timezone.is_aware(value) else value


def day(value: date | datetime | None) -> str:
    """2026年11月22日."""
    if value is None or value == "":
        return vocabulary.NOTHING
    if isinstance(value, datetime):
        value = local(value)
    return vocabulary.DAY.format(y=value.year, m=value.month, d=value.day)


def moment(value: datetime | date | None) -> str:
    """2026年11月22日 14:03, on the clock of the current time zone; a day without clock stays a day."""
    if not isinstance(value, datetime):
        return day(value)
    value = local(value)
    return vocabulary.MOMENT.format(y=value.year, m=value.month, d=value.day, clock=f"{value:%H:%M}")


def weekday(value: date | datetime) -> str:
    """周日."""
    return vocabulary.WEEKDAYS[(local(value) if isinstance(value, datetime) else value).weekday()]


def masked(value: Any, head: int = 3, tail: int = 4) -> str:
    """A number shown in part: 13812345678 → 138****5678. What is too short to keep anything is masked whole."""
    text = "" if value is None else str(value)
    if not text:
        return vocabulary.NOTHING
    if len(text) <= head + tail:
        return "*" * len(text)
    return text[:head] + "*" * (len(text) - head - tail) + (text[-tail:] if tail else "")


def size(value: int | None) -> str:
    """A file's size: 1.2 MB."""
    if value is None:
        return vocabulary.NOTHING
    amount = float(value)
    for unit in vocabulary.BYTES[:-1]:
        if amount < 1024:
            return f"{number(round(amount, 1))} {unit}"
        amount /= 1024
    return f"{number(round(amount, 1))} {vocabulary.BYTES[-1]}"


NUMERIC: dict[str, Callable[[Any], str]] = {"number": number, "money": money, "share": share}
