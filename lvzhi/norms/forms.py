"""Forms of the norms room."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.norms import kinds
from lvzhi.norms.codes import CodeSet, CodeValue
from lvzhi.norms.declare import Norm
from lvzhi.norms.models import CODE_LENGTH, GROUND_LENGTH, NAME_LENGTH
from lvzhi.norms.vocabulary import HELP, INPUT_HELP, LABELS, NO, RESTS, WORKS, YES, Kind
from lvzhi.ui.forms import LongText, Segmented, UiForm

TRUE, FALSE = "true", "false"
WORK_CHOICES = ((FALSE, RESTS), (TRUE, WORKS))


class LookForm(UiForm):
    """Whose norms, and on which day."""

    committee = forms.ModelChoiceField(
        label=LABELS["committee"], queryset=Committee.objects.order_by("path"), to_field_name="uid", empty_label=None
    )
    on = DayField(label=LABELS["on"], required=False)


class ValueForm(UiForm):
    """A norm's new value, the day it begins, its ground."""

    starts = DayField(label=LABELS["starts"], help_text=HELP["starts"])
    ground = forms.CharField(label=LABELS["ground"], max_length=GROUND_LENGTH, help_text=HELP["ground"])
    field_order = ("value", "starts", "ground")

    def __init__(self, *args: Any, norm: Norm, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.norm = norm
        self.fields["value"] = self._value_field()
        self.order_fields(self.field_order)

    def _value_field(self) -> forms.Field:
        norm, label = self.norm, LABELS["value"]
        if norm.kind == Kind.BOOL:
            return forms.ChoiceField(label=label, choices=((YES, YES), (NO, NO)), widget=Segmented)
        if norm.kind == Kind.CHOICE:
            return forms.ChoiceField(label=label, choices=norm.choices)
        parts = [INPUT_HELP.get(norm.kind, ""), kinds.range_text(norm) or norm.unit]
        help_text = " ".join(part for part in parts if part)
        optional = norm.kind in (Kind.TEXT, Kind.LIST)
        widget = LongText(rows=3) if optional else forms.TextInput()
        return forms.CharField(label=label, help_text=help_text, required=not optional, widget=widget)


class FollowForm(UiForm):
    """The day from which the committee above is followed again."""

    starts = DayField(label=LABELS["starts"])
    ground = forms.CharField(label=LABELS["ground"], max_length=GROUND_LENGTH)


class CodeForm(UiForm):
    """An entry of a code table from a day on."""

    code = forms.CharField(label=LABELS["code"], max_length=CODE_LENGTH, help_text=HELP["code"])
    name = forms.CharField(label=LABELS["name"], max_length=NAME_LENGTH)
    sort = forms.IntegerField(label=LABELS["sort"], required=False, help_text=HELP["sort"])
    starts = DayField(label=LABELS["code_starts"], help_text=HELP["starts"])
    ends = DayField(label=LABELS["code_ends"], required=False, help_text=HELP["code_ends"])
    ground = forms.CharField(label=LABELS["ground"], max_length=GROUND_LENGTH, help_text=HELP["ground"])

    def __init__(self, *args: Any, table: CodeSet, entry: CodeValue | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        if entry is not None:
            del self.fields["code"]
        for word, label in table.extra:
            self.fields[f"extra_{word}"] = forms.CharField(label=label, required=False, max_length=NAME_LENGTH)

    @classmethod
    def values_of(cls, entry: CodeValue) -> dict[str, Any]:
        """What the form shows of an entry."""
        shown = {f"extra_{word}": value for word, value in entry.extra.items()}
        return {"name": entry.name, "sort": entry.sort, "ends": entry.ends, **shown}

    def arguments(self, data: dict[str, Any]) -> dict[str, Any]:
        """The clean values as `actions.set_code` takes them."""
        extra = {word: data[f"extra_{word}"] for word, _ in self.table.extra}
        names = ("name", "sort", "starts", "ends", "ground")
        return {**{name: data[name] for name in names}, "extra": extra}


class CloseForm(UiForm):
    """The last day an entry may be chosen."""

    ends = DayField(label=LABELS["last_day"], help_text=HELP["last_day"])
    ground = forms.CharField(label=LABELS["ground"], max_length=GROUND_LENGTH)


class DaysForm(UiForm):
    """Days that are worked or not."""

    first = DayField(label=LABELS["first"])
    last = DayField(label=LABELS["last"], required=False, help_text=HELP["last"])
    works = forms.ChoiceField(label=LABELS["works"], choices=WORK_CHOICES, widget=Segmented)
    ground = forms.CharField(label=LABELS["ground"], max_length=GROUND_LENGTH, help_text=HELP["ground"])
