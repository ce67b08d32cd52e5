"""Fields that several forms share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.opinions import queries
from lvzhi.opinions.models import WORDS_MOST, Concern
from lvzhi.people.queries import members_on, picked, told_apart
from lvzhi.ui.forms import ByName, LongText, Several


class ByTitle(ByName):
    """A choice of a record by its title."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.current_title)


def lines(label: str, *, required: bool = False, rows: int = 3, **rest: Any) -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label, required=required, max_length=WORDS_MOST, widget=LongText(rows=rows), **rest
    )  # fmt: skip


def members_field(label: str, **rest: Any) -> Several:
    """Members of the committee, found by name; those of one name are told apart."""
    return Several(label=label, required=False, search="people:pick", **rest)


def point(field: Any, committee: Committee, day: dt.date, record: Concern | None = None) -> None:
    """Let a field of members look in a committee, at those in office on a day; an item's own authors stay known."""
    scope = Scope(committee)
    rows = members_on(scope, day)
    if record is not None:
        rows = rows | queries.members_among(record)
    field.point(
        rows.select_related("person"),
        lambda rows: told_apart(rows, day),
        lambda text: picked(scope, text, day),
    )


def day_of(actor: Any) -> dt.date:
    """The day of the one who asks."""
    return clock.as_day(actor.at) if actor else clock.today()
