"""Forms of attendance and leave."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.activities.actions import Guest
from lvzhi.activities.forms.fields import PeopleField
from lvzhi.activities.models import Activity, Attendance, Sitting
from lvzhi.activities.vocabulary import REASONS, Presence, Proof
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.ui.forms import Checks, LongText, Segmented, UiForm

NOTABLE = (
    Presence.PRESENT,
    Presence.LATE,
    Presence.LEFT_EARLY,
    Presence.ABSENT,
    Presence.LEAVE,
    Presence.OFFICIAL,
)
BY_HAND = (Proof.CLERK, Proof.SHEET)


class ProofForm(UiForm):
    """What stands behind the lines noted."""

    proof = forms.ChoiceField(
        label="登记依据", choices=[(one.value, one.label) for one in BY_HAND], initial=Proof.CLERK, widget=Segmented
    )


class AdmitForm(UiForm):
    """Somebody who came without standing on the list."""

    people = PeopleField(label="未在名单但到场的人", required=False, multiple=False)
    name = forms.CharField(label="不在名册的，填姓名", required=False, max_length=120)
    body = forms.CharField(label="单位和职务", required=False, max_length=120)

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data)
        people: Any = self.fields["people"]
        people.within(activity.committee, activity.held_on)

    def guest(self) -> Guest:
        """The one who came."""
        data = self.cleaned_data
        person = data["people"][0] if data["people"] else None
        return Guest(person=person, name=data["name"], body=data["body"])


class CorrectForm(UiForm):
    """What is right, and why."""

    presence = forms.ChoiceField(label="更正为", widget=Segmented)
    ground = forms.CharField(
        label="理由", max_length=500, widget=LongText(rows=3), help_text="原登记和更正理由都会保留。"
    )

    def __init__(self, data: Any = None, *, attendance: Attendance) -> None:
        super().__init__(data)
        field: Any = self.fields["presence"]
        field.choices = [
            (one.value, one.label) for one in (*NOTABLE, Presence.LEAVE_REFUSED) if one != attendance.presence
        ]


class LeaveForm(UiForm):
    """Why, and from which sittings."""

    reason = forms.ChoiceField(label="请假事由")
    text = forms.CharField(label="说明", required=False, max_length=500, widget=LongText(rows=3))
    sittings = forms.MultipleChoiceField(
        label="请假的场次", required=False, widget=Checks, help_text="不选为全部场次。"
    )

    def __init__(self, data: Any = None, *, activity: Activity, sittings: list[Sitting]) -> None:
        super().__init__(data)
        reason: Any = self.fields["reason"]
        reason.choices = codes.choices(REASONS, activity.committee_id, clock.today())
        self.of = {str(row.pk): row for row in sittings}
        if len(sittings) < 2:
            del self.fields["sittings"]
        else:
            field: Any = self.fields["sittings"]
            field.choices = [(key, str(row)) for key, row in self.of.items()]

    def chosen(self) -> list[Sitting]:
        """The sittings chosen; none for the whole."""
        keys = self.cleaned_data.get("sittings") or []
        return [] if len(keys) == len(self.of) else [self.of[key] for key in keys]
