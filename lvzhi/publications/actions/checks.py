"""What several actions hold a value against."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from lvzhi.access import Refusal
from lvzhi.committee.models import Committee
from lvzhi.publications.models import DIGITS, PLACES
from lvzhi.publications.vocabulary.sentences import WHATS
from lvzhi.workflow.declare import Taking

PHONE = re.compile(r"\+?[0-9][0-9 -]{6,18}")


def trimmed(data: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    """A text without blanks around it.

    Raises:
        Refusal: it is needed and missing.
    """
    found = str(data.get(name) or "").strip()
    if needed and not found:
        raise Refusal("publications.blank", field=name, what=WHATS[name])
    return found


def come(day: date, today: date, field: str) -> date:
    """A day that has come.

    Raises:
        Refusal: it is still to come.
    """
    if day > today:
        raise Refusal("publications.day_ahead", field=field, day=day)
    return day


def phone(given: str) -> str:
    """A telephone number as it was given.

    Raises:
        Refusal: it is none.
    """
    if given and not PHONE.fullmatch(given):
        raise Refusal("publications.phone_unclear", field="phone", given=given)
    return given


def own_organ(organ: Any, committee: Committee) -> Any:
    """An organ of the committee, or None.

    Raises:
        Refusal: it belongs to another.
    """
    if organ is not None and organ.committee_id != committee.pk:
        raise Refusal("publications.organ_elsewhere", field="organ", organ=organ.name, committee=committee.name)
    return organ


def yuan(given: Any) -> Decimal:
    """A fee in yuan, greater than nothing, with two decimals at most.

    Raises:
        Refusal: it is no exact amount.
    """
    try:
        amount = Decimal(str(given).replace(",", ""))
    except InvalidOperation:
        raise Refusal("publications.fee_unclear", field="amount", given=given) from None
    places = -int(amount.as_tuple().exponent) if amount.is_finite() else PLACES + 1
    if amount.is_nan() or amount <= 0 or places > PLACES or amount.adjusted() >= DIGITS - PLACES:
        raise Refusal("publications.fee_unclear", field="amount", given=given)
    return amount


def keep_ground(taking: Taking) -> None:
    """Effect of a step that says why."""
    taking.record.ground = taking.answers["ground"].strip()


def first_person(answers: Mapping[str, Any], name: str = "person") -> Any:
    """The person picked in a field of members or persons, or None."""
    rows = answers.get(name) or []
    picked = rows[0] if isinstance(rows, list | tuple) and rows else rows or None
    return getattr(picked, "person", picked)
