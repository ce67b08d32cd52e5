"""Fields that several forms share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.people.queries import members_on, picked
from lvzhi.publications.models import WORDS_MOST
from lvzhi.publications.vocabulary.words import HELPS, NOT_CHOSEN, ORGAN
from lvzhi.ui.forms import ByName, LongText, OneFile, Several

SHOWN = "title"


class ByTitle(ByName):
    """A choice of a record by its title."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj)


def lines(label: str, *, required: bool = False, rows: int = 3, **rest: Any) -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label, required=required, max_length=WORDS_MOST, widget=LongText(rows=rows), **rest
    )  # fmt: skip


def member_field(label: str, **rest: Any) -> Several:
    """One member of the committee, found by name."""
    return Several(label=label, required=False, search="people:pick", multiple=False, **rest)


def organ_field(label: str = ORGAN, **rest: Any) -> ByName:
    """An organ of the committee."""
    return ByName(label=label, required=False, queryset=Organ.objects.none(), empty_label=NOT_CHOSEN, **rest)


def one_file(label: str, **rest: Any) -> forms.FileField:
    """One upload; files looks into it."""
    return forms.FileField(label=label, required=False, widget=OneFile(), **rest)


def point(field: Any, committee: Committee, day: dt.date) -> None:
    """Let a field of members look in a committee, at those in office on a day."""
    scope = Scope(committee)
    field.point(
        members_on(scope, day).select_related("person"),
        lambda rows: {row.pk: row.person.name for row in rows},
        lambda text: picked(scope, text, day),
    )


def offer(form: forms.Form, committee: Committee, day: dt.date) -> None:
    """Fill the organs and members of a committee into the fields of a form that has them."""
    if "organ" in form.fields:
        organ: Any = form.fields["organ"]
        organ.queryset = organs_on(committee, day)
    if "person" in form.fields:
        point(form.fields["person"], committee, day)


def day_of(actor: Any) -> dt.date:
    """The day of the one who asks."""
    return clock.as_day(actor.at) if actor else clock.today()


PHONE = forms.TextInput(attrs={"inputmode": "tel"})
SPAN = HELPS["span"]
