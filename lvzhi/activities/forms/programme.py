"""Sittings with their agenda, and places with what was asked there."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.activities.actions import PlaceGiven, SittingGiven
from lvzhi.activities.forms.fields import WHOLE_LINE, time_field
from lvzhi.activities.models import ActivityPlace, Sitting
from lvzhi.activities.vocabulary import AGENDA_MARK, Half, PlaceRole
from lvzhi.committee.web import DayField
from lvzhi.directory.models import Unit
from lvzhi.ui.forms import LongText, UiForm

SPARE = 2


class SittingForm(UiForm):
    """One sitting; a row without a day is none."""

    key = forms.IntegerField(required=False, widget=forms.HiddenInput)
    on = DayField(label="日期", required=False)
    half = forms.ChoiceField(label="时段", choices=Half.choices, initial=Half.MORNING)
    name = forms.CharField(label="场次名称", required=False, max_length=120)
    starts = time_field("开始")
    ends = time_field("结束")
    place = forms.CharField(label="地点", required=False, max_length=120)
    group = forms.CharField(label="分组", required=False, max_length=40, help_text="只由一组参加的填组名。")
    agenda = forms.CharField(
        label="议程", required=False, max_length=4000, widget=LongText(rows=4),
        help_text="每行一项；有人发言的写成“议题｜发言人”。",
    )  # fmt: skip

    def given(self) -> SittingGiven:
        """As the action takes it."""
        data = self.cleaned_data
        return SittingGiven(
            data["on"], data["half"], data["name"], data["starts"], data["ends"], data["place"], data["group"],
            data["key"], agenda_lines(data["agenda"]),
        )  # fmt: skip

    @staticmethod
    def values_of(sitting: Sitting) -> dict[str, Any]:
        """What the row shows of a sitting with its agenda loaded as ``items``."""
        from django.utils.timezone import localtime

        items = getattr(sitting, "items", ())
        return {
            "key": sitting.pk,
            "on": sitting.on,
            "half": sitting.half,
            "name": sitting.name,
            "starts": localtime(sitting.starts).time() if sitting.timed else None,
            "ends": localtime(sitting.ends).time() if sitting.timed else None,
            "place": sitting.place,
            "group": sitting.group,
            "agenda": "\n".join(
                f"{item.title}{AGENDA_MARK}{item.speaker}" if item.speaker else item.title for item in items
            ),
        }


def agenda_lines(text: str) -> list[tuple[str, str]]:
    """Lines of an agenda as (title, speaker)."""
    found = []
    for line in text.splitlines():
        title, _, speaker = line.replace("|", AGENDA_MARK).partition(AGENDA_MARK)
        if title.strip():
            found.append((title.strip(), speaker.strip()))
    return found


SittingSet = forms.formset_factory(SittingForm, extra=SPARE)


class PlaceForm(UiForm):
    """One place; a row without a name is none."""

    key = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label="名称", required=False, max_length=120)
    role = forms.ChoiceField(label="性质", choices=PlaceRole.choices)
    unit = forms.ModelChoiceField[Any](queryset=Unit.objects.none(), required=False, widget=forms.HiddenInput)
    asked = forms.CharField(label="了解的情况和诉求", required=False, max_length=WHOLE_LINE, widget=LongText(rows=2))

    def __init__(self, *args: Any, committee: Any = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        unit: Any = self.fields["unit"]
        unit.queryset = Unit.objects.filter(committee=committee)

    def given(self) -> PlaceGiven:
        """As the action takes it."""
        data = self.cleaned_data
        return PlaceGiven(data["name"], data["role"], data["unit"], data["asked"], data["key"])

    @staticmethod
    def values_of(place: ActivityPlace) -> dict[str, Any]:
        """What the row shows of a place."""
        return {"key": place.pk, "name": place.name, "role": place.role, "unit": place.unit_id, "asked": place.asked}


PlaceSet = forms.formset_factory(PlaceForm, extra=SPARE)
