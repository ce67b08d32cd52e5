"""What is asked: a printed anchor, the time of a hand-over, a file to be checked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.assurance.vocabulary import HELP, LABELS, REFUSALS
from lvzhi.committee.web import DayField
from lvzhi.ui.forms import UiForm

YEARS = 5
LONGEST = dt.timedelta(days=366 * YEARS)


class AnchorForm(UiForm):
    """What stands on the paper."""

    anchor = forms.CharField(label=LABELS["anchor"], help_text=HELP["anchor"], max_length=120)


class HandOverForm(UiForm):
    """Of which days, and what for."""

    starts = DayField(label=LABELS["starts"])
    ends = DayField(label=LABELS["ends"])
    purpose = forms.CharField(label=LABELS["purpose"], help_text=HELP["purpose"], max_length=200)

    def clean(self) -> dict[str, Any]:
        """Days in their order, and not more than a term."""
        data: dict[str, Any] = super().clean() or {}
        starts, ends = data.get("starts"), data.get("ends")
        if starts and ends and not starts <= ends <= starts + LONGEST:
            self.add_error("ends", REFUSALS["assurance.period"])
        return data


class CheckForm(UiForm):
    """A file that was handed over."""

    file = forms.FileField(label=LABELS["file"])
