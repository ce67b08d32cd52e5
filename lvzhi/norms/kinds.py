"""The eight kinds of norm: read people's input, hold the range, store as JSON, load, show."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from lvzhi.access import Refusal
from lvzhi.deadlines import BadDate, Term, Unit, parse_date
from lvzhi.norms import vocabulary
from lvzhi.norms.declare import BadNorm, Norm
from lvzhi.norms.vocabulary import Kind

_NUMBER = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*([^\d.,].*)?")
# rough lengths in days, only to hold a term inside its range
_LENGTHS = {Unit.WORKING_DAY: Decimal("1.4"), Unit.CALENDAR_DAY: Decimal(1), Unit.MONTH: Decimal("30.4")}


@dataclass(frozen=True)
class Handler:
    """How one kind behaves: `take` turns Python or JSON into the value, `read` reads input, `keep` makes JSON."""

    take: Callable[[Norm, Any], Any]
    read: Callable[[Norm, str], Any]
    keep: Callable[[Any], Any]
    show: Callable[[Norm, Any], str]
    check: Callable[[Norm, Any], None]


def normal(norm: Norm) -> Norm:
    """The declaration with default and bounds as values of its kind. Raises `BadNorm` when they do not fit."""
    if norm.kind not in HANDLERS:
        raise BadNorm(f"{norm.key}: unknown kind {norm.kind}")
    handler = HANDLERS[norm.kind]
    bound = _int_take if norm.kind in (Kind.TEXT, Kind.LIST) else handler.take
    try:
        norm = replace(
            norm,
            default=handler.take(norm, norm.default),
            least=None if norm.least is None else bound(norm, norm.least),
            most=None if norm.most is None else bound(norm, norm.most),
        )
        handler.check(norm, norm.default)
    except (Refusal, BadDate, TypeError, ValueError, InvalidOperation) as problem:
        raise BadNorm(f"{norm.key}: default or range does not fit: {problem}") from problem
    return norm


def parse(norm: Norm, text: str) -> Any:
    """The value a person typed.

    Raises:
        Refusal: `norms.blank`, or what is wrong with it, on the field `value`.
    """
    clean = unicodedata.normalize("NFKC", text).strip() if norm.kind != Kind.TEXT else text.strip()
    if not clean and norm.kind not in (Kind.TEXT, Kind.LIST):
        raise Refusal("norms.blank", field="value", name=norm.name)
    handler = HANDLERS[norm.kind]
    found = handler.read(norm, clean)
    handler.check(norm, found)
    return found


def checked(norm: Norm, value: Any) -> Any:
    """A Python value given by code, brought to its kind and held against the range. Raises `Refusal`."""
    handler = HANDLERS[norm.kind]
    try:
        found = handler.take(norm, value)
    except (TypeError, ValueError, InvalidOperation):
        raise Refusal(_UNREADABLE[norm.kind], field="value", name=norm.name, given=value, problem=value) from None
    handler.check(norm, found)
    return found


def dump(norm: Norm, value: Any) -> Any:
    """The value as JSON, never None."""
    return HANDLERS[norm.kind].keep(value)


def load(norm: Norm, stored: Any) -> Any:
    """The value out of its JSON. Raises `ValueError`, `TypeError` when a later declaration made it unreadable."""
    return HANDLERS[norm.kind].take(norm, stored)


def show(norm: Norm, value: Any) -> str:
    """The value as people read it, with its unit."""
    return HANDLERS[norm.kind].show(norm, value)


def entry(norm: Norm, value: Any) -> str:
    """The value as it stands in the input field: without the unit of a number; `parse` reads it back."""
    if norm.kind in (Kind.INT, Kind.DECIMAL):
        return str(value)
    return str(HANDLERS[norm.kind].keep(value)) if norm.kind == Kind.CHOICE else show(norm, value)


def range_text(norm: Norm) -> str:
    """The range in words, or an empty text where there is none."""
    if norm.kind in (Kind.TEXT, Kind.LIST):
        unit = norm.unit or vocabulary.LENGTH_UNITS[norm.kind]
        least, most = norm.least, None if norm.most is None else f"{norm.most}{unit}"
    else:
        least = None if norm.least is None else show(norm, norm.least)
        most = None if norm.most is None else show(norm, norm.most)
    if least is not None and most is not None:
        return vocabulary.RANGE_BOTH.format(least=least, most=most)
    if least is not None:
        return vocabulary.RANGE_LEAST.format(least=least)
    return "" if most is None else vocabulary.RANGE_MOST.format(most=most)


# --- numbers ---------------------------------------------------------------------------------------------------------


def _int_take(norm: Norm, value: Any) -> int:
    if isinstance(value, bool) or (isinstance(value, float | Decimal) and value != int(value)):
        raise ValueError(value)
    return int(value)


def _decimal_take(norm: Norm, value: Any) -> Decimal:
    if isinstance(value, bool):
        raise TypeError(value)
    found = Decimal(str(value))
    if not found.is_finite():
        raise ValueError(value)
    return found


def _number(norm: Norm, text: str, refusal: str) -> Decimal:
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise Refusal(refusal, field="value", name=norm.name, given=text)
    digits, unit = found[1].replace(",", ""), (found[2] or "").strip()
    if unit and not _same_unit(unit, norm.unit):
        if not norm.unit:
            raise Refusal(refusal, field="value", name=norm.name, given=text)
        raise Refusal("norms.wrong_unit", field="value", name=norm.name, unit=norm.unit, given=unit)
    try:
        return Decimal(digits)
    except InvalidOperation:
        raise Refusal(refusal, field="value", name=norm.name, given=text) from None


def _same_unit(given: str, declared: str) -> bool:
    declared = unicodedata.normalize("NFKC", declared)
    return given == declared or any(given in group and declared in group for group in vocabulary.UNIT_SAME)


def _int_read(norm: Norm, text: str) -> int:
    found = _number(norm, text, "norms.not_int")
    if found != found.to_integral_value():
        raise Refusal("norms.not_int", field="value", name=norm.name, given=text)
    return int(found)


def _decimal_read(norm: Norm, text: str) -> Decimal:
    return _number(norm, text, "norms.not_decimal")


def _number_show(norm: Norm, value: Any) -> str:
    return f"{value}{norm.unit}"


def _range_check(norm: Norm, value: Any) -> None:
    if (norm.least is not None and value < norm.least) or (norm.most is not None and value > norm.most):
        raise Refusal(
            "norms.out_of_range", field="value", name=norm.name, range=range_text(norm), given=show(norm, value)
        )


# --- bool, choice, text, list ----------------------------------------------------------------------------------------


def _bool_take(norm: Norm, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _bool_read(norm: Norm, text: str) -> bool:
    word = text.lower()
    if word not in vocabulary.YES_WORDS | vocabulary.NO_WORDS:
        raise Refusal("norms.not_bool", field="value", name=norm.name, given=text)
    return word in vocabulary.YES_WORDS


def _bool_show(norm: Norm, value: Any) -> str:
    return vocabulary.YES if value else vocabulary.NO


def _text_take(norm: Norm, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _choice_read(norm: Norm, text: str) -> str:
    return next((code for code, label in norm.choices if text in (code, label)), text)


def _choice_check(norm: Norm, value: Any) -> None:
    for item in value if isinstance(value, tuple) else (value,):
        if norm.choices and item not in dict(norm.choices):
            labels = vocabulary.LIST_JOINER.join(label for _, label in norm.choices)
            raise Refusal("norms.not_choice", field="value", name=norm.name, choices=labels, given=item)


def _choice_show(norm: Norm, value: Any) -> str:
    return dict(norm.choices).get(value, str(value))


def _length_check(norm: Norm, value: Any) -> None:
    if (norm.least is not None and len(value) < norm.least) or (norm.most is not None and len(value) > norm.most):
        raise Refusal("norms.length", field="value", name=norm.name, range=range_text(norm), given=len(value))


def _list_take(norm: Norm, value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        raise TypeError(value)
    return tuple(str(item) for item in value)


def _list_read(norm: Norm, text: str) -> tuple[str, ...]:
    items = (item.strip() for item in re.split(vocabulary.LIST_BREAKS, text))
    return tuple(_choice_read(norm, item) for item in items if item)


def _list_check(norm: Norm, value: Any) -> None:
    _choice_check(norm, value)
    _length_check(norm, value)
    for place, item in enumerate(value):
        if item in value[:place]:
            raise Refusal("norms.list_twice", field="value", name=norm.name, given=item)


def _list_show(norm: Norm, value: Any) -> str:
    return vocabulary.LIST_JOINER.join(_choice_show(norm, item) for item in value)


# --- terms and dates -------------------------------------------------------------------------------------------------


def _term_take(norm: Norm, value: Any) -> Term:
    if isinstance(value, Term):
        return value
    if isinstance(value, str):
        return _term_read(norm, unicodedata.normalize("NFKC", value))
    if not isinstance(value, Mapping):
        raise TypeError(value)
    fixed = value.get("fixed")
    return Term(
        amount=int(value.get("amount", 0)),
        unit=Unit(value["unit"]),
        fixed=(int(fixed[0]), int(fixed[1])) if fixed else None,
        roll=bool(value.get("roll", False)),
    )


def _term_read(norm: Norm, text: str) -> Term:
    body, roll = text, False
    for words in vocabulary.ROLL_WORDS:
        if body.endswith(words):
            body, roll = body.removesuffix(words).strip(), True
            break
    fixed = re.fullmatch(vocabulary.FIXED_DAY, body)
    if fixed:
        try:
            return Term(unit=Unit.FIXED_DATE, fixed=(int(fixed[1]), int(fixed[2])), roll=roll)
        except BadDate as problem:
            raise Refusal("norms.not_date", field="value", name=norm.name, problem=problem.sentence) from None
    found = re.fullmatch(r"([+-]?\d{1,4})\s*(\D+)", body)
    if found:
        for word, unit, times in vocabulary.TERM_UNITS:
            if found[2].strip() == word:
                return Term(amount=int(found[1]) * times, unit=Unit(unit), roll=roll)
    raise Refusal("norms.not_term", field="value", name=norm.name, given=text)


def _term_keep(value: Any) -> dict[str, Any]:
    kept: dict[str, Any] = {"amount": value.amount, "unit": value.unit.value}
    if value.fixed:
        kept["fixed"] = list(value.fixed)
    if value.roll:
        kept["roll"] = True
    return kept


def _term_show(norm: Norm, value: Any) -> str:
    if value.fixed:
        shown = vocabulary.FIXED_NAME.format(month=value.fixed[0], day=value.fixed[1])
    else:
        shown = f"{value.amount}{vocabulary.TERM_UNIT_NAMES[value.unit.value]}"
    return shown + (vocabulary.ROLL_NAME if value.roll else "")


def _term_length(value: Term) -> Decimal | None:
    return None if value.fixed else value.amount * _LENGTHS[value.unit]


def _term_check(norm: Norm, value: Any) -> None:
    length = _term_length(value)
    if length is None:
        return
    least = _term_length(norm.least) if norm.least is not None else None
    most = _term_length(norm.most) if norm.most is not None else None
    if (least is not None and length < least) or (most is not None and length > most):
        raise Refusal(
            "norms.out_of_range", field="value", name=norm.name, range=range_text(norm), given=show(norm, value)
        )


def _date_take(norm: Norm, value: Any) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)


def _date_read(norm: Norm, text: str) -> dt.date:
    try:
        return parse_date(text)
    except BadDate as problem:
        raise Refusal("norms.not_date", field="value", name=norm.name, problem=problem.sentence) from None


def _date_show(norm: Norm, value: Any) -> str:
    return vocabulary.DAY.format(year=value.year, month=value.month, day=value.day)


def _same(value: Any) -> Any:
    return value


HANDLERS: dict[str, Handler] = {
    Kind.INT: Handler(_int_take, _int_read, _same, _number_show, _range_check),
    Kind.DECIMAL: Handler(_decimal_take, _decimal_read, str, _number_show, _range_check),
    Kind.BOOL: Handler(_bool_take, _bool_read, _same, _bool_show, lambda norm, value: None),
    Kind.CHOICE: Handler(_text_take, _choice_read, _same, _choice_show, _choice_check),
    Kind.TEXT: Handler(_text_take, lambda norm, text: text, _same, lambda norm, value: str(value), _length_check),
    Kind.LIST: Handler(_list_take, _list_read, list, _list_show, _list_check),
    Kind.TERM: Handler(_term_take, _term_read, _term_keep, _term_show, _term_check),
    Kind.DATE: Handler(_date_take, _date_read, lambda value: value.isoformat(), _date_show, _range_check),
}
_UNREADABLE: dict[str, str] = {
    Kind.INT: "norms.not_int",
    Kind.DECIMAL: "norms.not_decimal",
    Kind.BOOL: "norms.not_bool",
    Kind.CHOICE: "norms.not_choice",
    Kind.TEXT: "norms.blank",
    Kind.LIST: "norms.blank",
    Kind.TERM: "norms.not_term",
    Kind.DATE: "norms.not_date",
}
