"""Fields that several forms share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi import norms
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.deadlines import BadDate, Term, clock, reckon
from lvzhi.norms.calendars import calendar_of
from lvzhi.papers.models import Paper
from lvzhi.regulations.models import WORDS_MOST
from lvzhi.regulations.vocabulary.words import NOT_CHOSEN
from lvzhi.ui.forms import ByName, LongText


def lines(label: str, *, required: bool = True, rows: int = 3, **rest: Any) -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label, required=required, max_length=WORDS_MOST, widget=LongText(rows=rows), **rest
    )  # fmt: skip


def organ_field(label: str) -> ByName:
    """An organ of the committee, or none."""
    return ByName(label=label, required=False, queryset=Organ.objects.none(), empty_label=NOT_CHOSEN)


class PaperField(forms.ModelChoiceField[Any]):
    """A paper told by its number and title."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(Paper.objects.none(), label=label, required=False, empty_label=NOT_CHOSEN, **rest)

    def label_from_instance(self, obj: Any) -> str:
        """Number and title."""
        return f"{obj.called} {obj.title}".strip()


def point_organ(field: Any, committee: Committee, day: dt.date) -> None:
    """Let a field of organs look in a committee."""
    field.queryset = organs_on(committee, day)


def day_of(actor: Any) -> dt.date:
    """The day of the one who asks."""
    return clock.as_day(actor.at) if actor else clock.today()


def term_end(key: str, committee: Committee | int, day: dt.date) -> dt.date | None:
    """The last day of a term that begins on a day; None where the calendar does not reach so far."""
    term: Term = norms.value(key, committee, day)
    try:
        return reckon(day, term, calendar_of(committee)).date
    except BadDate:
        return None
