"""Founding a temporary Party organ and seating people in it."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.activities.forms.fields import PeopleField
from lvzhi.activities.models import NAME_MOST, Activity, SessionParty
from lvzhi.activities.vocabulary.partying import PartyKind, PartySeat
from lvzhi.committee.web import DayField
from lvzhi.ui.forms import Segmented, UiForm


class PartyForm(UiForm):
    """A temporary organ; its days are the session's where none are given."""

    kind = forms.ChoiceField(label="类型", choices=PartyKind.choices, initial=PartyKind.BRANCH, widget=Segmented)
    name = forms.CharField(label="名称", max_length=NAME_MOST, help_text="如“第一组临时党支部”。")
    above = forms.ModelChoiceField[Any](
        label="上级临时党组织", queryset=SessionParty.objects.none(), required=False, empty_label="没有"
    )
    starts = DayField(label="设立日期", required=False, help_text="不填为开幕日。")
    ends = DayField(label="结束日期", required=False, help_text="不填为闭幕日。")

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data)
        above: Any = self.fields["above"]
        above.queryset = SessionParty.objects.live().filter(activity=activity)


class SeatForm(UiForm):
    """Who, and as what."""

    people = PeopleField(label="党员")
    seat = forms.ChoiceField(label="职务", choices=PartySeat.choices, initial=PartySeat.MEMBER, widget=Segmented)

    def __init__(self, data: Any = None, *, party: SessionParty) -> None:
        super().__init__(data)
        people: Any = self.fields["people"]
        people.within(party.activity.committee, party.starts)
