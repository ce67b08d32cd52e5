"""Fields that several forms share."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lvzhi.access import Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.people.queries import members_on, picked
from lvzhi.projects.actions import yuan
from lvzhi.projects.models import WORDS_MOST
from lvzhi.ui.forms import LongText, Several


class Yuan(forms.CharField):
    """An amount in yuan; anything but an exact number is refused with one sentence, and stays as it was typed."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(max_length=40, **rest)

    def clean(self, value: Any) -> Decimal | None:
        """The amount, or None where nothing was filled in."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return yuan(text)
        except Refusal as refusal:
            raise ValidationError(refusal.sentence) from None


def lines(label: str, *, required: bool = False, rows: int = 3, **rest: Any) -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label, required=required, max_length=WORDS_MOST, widget=LongText(rows=rows), **rest
    )  # fmt: skip


def member_field(label: str, **rest: Any) -> Several:
    """One member of the committee, found by name."""
    return Several(label=label, required=False, search="people:pick", multiple=False, **rest)


def point(field: Any, committee: Committee, day: dt.date) -> None:
    """Let a field of members look in a committee, at those in office on a day."""
    scope = Scope(committee)
    field.point(
        members_on(scope, day).select_related("person"),
        lambda rows: {row.pk: row.person.name for row in rows},
        lambda text: picked(scope, text, day),
    )


def day_of(actor: Any) -> dt.date:
    """The day of the one who asks."""
    return clock.as_day(actor.at) if actor else clock.today()


def picked_person(rows: Any) -> Any:
    """The person behind the one member picked, or None."""
    first = next(iter(rows or []), None)
    return getattr(first, "person", first)
