"""Fields that pick people by typing, and parts of a form that several share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.activities.models import Site
from lvzhi.activities.queries.consultation import open_sites
from lvzhi.activities.vocabulary import ASKS
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.people.queries import picking
from lvzhi.ui.forms import Several

WHOLE_LINE = 500


class PeopleField(Several):
    """Members and staff of a committee, cleaned into persons in the order picked."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("help_text", ASKS["people"])
        super().__init__(search="activities:pick", **rest)

    def within(self, committee: Committee, day: dt.date) -> None:
        """Say whose people, and on which day they are in office."""
        self.point(
            picking.known_persons(committee),
            lambda rows: picking.told_apart(committee, rows),
            lambda text: picking.found_persons(committee, text, day),
        )


class OrganChoice(forms.ModelChoiceField[Any]):
    """An organ of the committee that stands on a day."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(queryset=Organ.objects.none(), required=False, empty_label=ASKS["none"], **rest)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)

    def within(self, committee: Committee, day: dt.date, only: frozenset[int] | None = None) -> None:
        """Say whose organs; with `only`, these alone."""
        rows = organs_on(committee, day)
        self.queryset = rows if only is None else rows.filter(pk__in=sorted(only))


class SiteChoice(forms.ModelChoiceField[Any]):
    """A deliberation point of the committee that stands open on a day."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(queryset=Site.objects.none(), required=False, empty_label=ASKS["none"], **rest)

    def within(self, committee: Committee, day: dt.date) -> None:
        """Say whose points."""
        self.queryset = open_sites(committee, day)


class Clock(forms.TimeInput):
    """A time of day in the browser's own way."""

    input_type = "time"


def time_field(label: str) -> forms.TimeField:
    """An optional time of day."""
    return forms.TimeField(
        label=label, required=False, widget=Clock(format="%H:%M"), error_messages={"invalid": ASKS["time"]}
    )
