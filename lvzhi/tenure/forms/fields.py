"""Fields that several forms share: members, meetings, organs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.activities.models import Activity
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.people.models import Member
from lvzhi.people.queries import members_on, search, told_apart
from lvzhi.tenure import queries
from lvzhi.tenure.actions import needs_meeting
from lvzhi.tenure.vocabulary import words
from lvzhi.tenure.vocabulary.sentences import HELP
from lvzhi.ui.forms import ByName, LongText, Several

Field = forms.ModelChoiceField[Any]


class MembersField(Several):
    """Members in office, picked by typing."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("help_text", HELP["member"])
        super().__init__(search="people:pick", **rest)

    def within(self, committee: Committee, day: dt.date) -> None:
        """Say whose members, and on which day they are in office."""
        scope = Scope(committee)
        self.point(
            Member.objects.live().filter(committee=committee).select_related("person"),
            lambda rows: told_apart(rows, day),
            lambda text: search(scope, text, day),
        )

    def beginning(self, committee: Committee, uid: str, day: dt.date) -> Any:
        """The member that an address names, for the field to begin with; None for none."""
        return members_on(Scope(committee), day).filter(uid=uid).first()


class FormerField(Several):
    """Somebody who was a member and is none now."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(search="tenure:pick", multiple=False, required=False, help_text=HELP["former"], **rest)

    def within(self, committee: Committee, day: dt.date) -> None:
        """Say whose former members."""
        self.point(
            queries.former(committee, day),
            lambda rows: {one.pk: one.name for one in rows},
            lambda text: queries.found_former(committee, text, day),
        )


class MeetingField(Field):
    """A meeting that was held, with its kind and day."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(
            queryset=Activity.objects.none(), required=False, help_text=HELP["meeting"], empty_label="—",
            error_messages={"invalid_choice": HELP["meeting_other"]}, **rest,
        )  # fmt: skip

    def label_from_instance(self, obj: Any) -> str:
        return words.MEETING.format(day=obj.held_on.isoformat(), kind=obj.kind_name, title=obj.title)


def point_meeting(form: Any, name: str, record: Any, body: str, since: dt.date) -> bool:
    """Offer the meetings of a body since a day; the field goes where none is needed. Whether one is needed."""
    if not needs_meeting(record, body):
        del form.fields[name]
        return False
    form.fields[name].queryset = queries.meetings(record.committee, body, since, clock.today())
    return True


def organ_field(label: str, *, required: bool = True, help_text: str = "") -> ByName:
    """A choice of organs; `point_organs` says which."""
    return ByName(label=label, queryset=Organ.objects.none(), required=required, empty_label="—", help_text=help_text)


def long_text(label: str, limit: int, *, required: bool = True, help_text: str = "", rows: int = 4) -> forms.CharField:
    """Some lines of text with a counter."""
    return forms.CharField(
        label=label, max_length=limit, required=required, help_text=help_text, widget=LongText(limit=limit, rows=rows)
    )
