"""What the pages of the low rooms share: who asks, dates as people type them, refusals on their fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from lvzhi.access import Actor, Missing, NotAllowed, Refusal, Refusals
from lvzhi.deadlines import BadDate, parse_date
from lvzhi.ui.forms import Day


def actor_of(request: HttpRequest) -> Actor:
    """Who acts in this request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by the middleware of accounts
    return actor


class DayField(forms.Field):
    """A date in any way people write it; an impossible one (31 September) is refused with its own sentence."""

    widget = Day

    def to_python(self, value: Any) -> dt.date | None:
        """The date, or None where nothing was filled in."""
        if value in self.empty_values or isinstance(value, dt.date):
            return value or None
        try:
            return parse_date(str(value))
        except BadDate as problem:
            raise ValidationError(problem.sentence, code=problem.code) from None

    def prepare_value(self, value: Any) -> Any:
        """What stands in the field: unreadable input stays as it was typed."""
        return value


def tell(form: forms.BaseForm, refusal: Refusal) -> None:
    """Put a refusal on the field it names, or over the form."""
    for part in refusal.parts if isinstance(refusal, Refusals) else (refusal,):
        field = part.field if part.field in form.fields else None
        form.add_error(field, part.sentence)


def attempt(form: forms.BaseForm, do: Callable[[dict[str, Any]], object]) -> bool:
    """Run the action with the form's clean values; False with the refusal on the form when it is refused.

    Raises:
        NotAllowed, Missing: these are pages of their own.
    """
    if not form.is_valid():
        return False
    try:
        do(form.cleaned_data)
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True
