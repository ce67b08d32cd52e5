"""Fields that several forms of the ledger share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.directory.queries import units_on
from lvzhi.ledger.models.entry import WORDS_MOST
from lvzhi.ledger.queries import called_persons, persons_here
from lvzhi.ui.forms import ByName, LongText, Several


def words(label: str, *, required: bool = True, rows: int = 3, **rest: Any) -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label, required=required, max_length=WORDS_MOST, widget=LongText(rows=rows), **rest
    )  # fmt: skip


def unit_field(label: str, **rest: Any) -> ByName:
    """A unit of the directory."""
    return ByName(label=label, required=False, queryset=Unit.objects.none(), **rest)


def organ_field(label: str, **rest: Any) -> ByName:
    """An organ of the committee."""
    return ByName(label=label, required=False, queryset=Organ.objects.none(), **rest)


def people_field(label: str, *, several: bool, **rest: Any) -> Several:
    """Members and staff of the committee, found by name."""
    return Several(label=label, required=False, search="ledger:pick_person", multiple=several, **rest)


def fill(form: forms.Form, committee: Committee, day: dt.date) -> None:
    """Let the fields above offer what the committee has on that day."""
    for field in form.fields.values():
        if isinstance(field, ByName):
            is_unit = field.queryset is not None and field.queryset.model is Unit
            field.queryset = units_on(committee, day) if is_unit else organs_on(committee, day)
        elif isinstance(field, Several):
            field.point(
                persons_here(committee, day),
                lambda rows: called_persons(committee, rows, day),
                lambda text: persons_here(committee, day, text),
            )


def day_of(actor: Any) -> dt.date:
    """The day of the one who asks."""
    return clock.as_day(actor.at) if actor else clock.today()
