"""Forms of the directory."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.directory import queries
from lvzhi.directory.ground import SYSTEM
from lvzhi.directory.models import CODE_LENGTH, CONTACT_LENGTH, GROUND_LENGTH, NAME_LENGTH, Unit
from lvzhi.directory.vocabulary import HELP, LABELS, WORDS, How, UnitKind
from lvzhi.norms import codes
from lvzhi.ui.forms import Checks, LongText, OneFile, Segmented, UiForm

ALL, STANDING, ENDED = "all", "", "ended"


class FilterForm(UiForm):
    """What of the directory is shown."""

    committee = forms.ModelChoiceField(
        label=WORDS["committee"], queryset=Committee.objects.order_by("path"), to_field_name="uid", empty_label=None
    )
    q = forms.CharField(label=WORDS["q"], required=False, max_length=NAME_LENGTH)
    kind = forms.ChoiceField(label=LABELS["kind"], required=False, choices=[("", WORDS["all"]), *UnitKind.choices])
    system = forms.ChoiceField(label=LABELS["system"], required=False)
    state = forms.ChoiceField(
        label=WORDS["state"],
        required=False,
        choices=[(STANDING, WORDS["standing"]), (ENDED, WORDS["ended"]), (ALL, WORDS["all"])],
    )

    def __init__(self, *args: Any, committee: Committee, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("committee", committee.uid)
        _choices(self, "system", [("", WORDS["all"]), *codes.choices(SYSTEM, committee)])


class UnitForm(UiForm):
    """A unit's words and dates."""

    name = forms.CharField(label=LABELS["name"], max_length=NAME_LENGTH)
    short_name = forms.CharField(
        label=LABELS["short_name"], max_length=NAME_LENGTH, required=False, help_text=HELP["short_name"]
    )
    kind = forms.ChoiceField(label=LABELS["kind"], choices=UnitKind.choices)
    system = forms.ChoiceField(label=LABELS["system"], required=False, help_text=HELP["system"])
    code = forms.CharField(label=LABELS["code"], max_length=CODE_LENGTH, required=False, help_text=HELP["code"])
    starts = DayField(label=LABELS["starts"], help_text=HELP["starts"])
    ends = DayField(label=LABELS["ends"], required=False, help_text=HELP["ends"])
    contact = forms.CharField(
        label=LABELS["contact"], max_length=CONTACT_LENGTH, required=False, help_text=HELP["contact"]
    )

    def __init__(self, *args: Any, committee: Committee, unit: Unit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pairs = codes.choices(SYSTEM, committee)
        if unit is not None and unit.system and unit.system not in dict(pairs):
            pairs.append((unit.system, codes.name_of(SYSTEM, committee, unit.system)))
        _choices(self, "system", [("", "—"), *pairs])

    @classmethod
    def values_of(cls, unit: Unit) -> dict[str, Any]:
        """What the form shows of a unit."""
        return {name: getattr(unit, name) for name in cls.base_fields}


class SuccessionForm(UiForm):
    """Which units pass into which, from when, how."""

    how = forms.ChoiceField(label=WORDS["how"], choices=How.choices, widget=Segmented)
    sources = forms.ModelMultipleChoiceField(
        label=WORDS["sources"], queryset=Unit.objects.none(), widget=Checks, help_text=HELP["sources"]
    )
    heirs = forms.ModelMultipleChoiceField(
        label=WORDS["heirs"], queryset=Unit.objects.none(), widget=Checks, required=False, help_text=HELP["heirs"]
    )
    new_names = forms.CharField(
        label=WORDS["new_names"], widget=LongText(rows=3), required=False, help_text=HELP["new_names"]
    )
    on = DayField(label=WORDS["on"], help_text=HELP["on"])
    ground = forms.CharField(label=LABELS["ground"], max_length=GROUND_LENGTH)

    def __init__(self, *args: Any, committee: Committee, kind: str, day: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = queries.units_on(committee, day, kind).select_related("committee")
        for name in ("sources", "heirs"):
            field = self.fields[name]
            if isinstance(field, forms.ModelMultipleChoiceField):
                field.queryset = rows

    def arguments(self, data: dict[str, Any]) -> dict[str, Any]:
        """The clean values as `actions.succeed` takes them: units that stand first, then the new names."""
        names = [name.strip() for name in data["new_names"].splitlines() if name.strip()]
        return {
            "sources": list(data["sources"]),
            "heirs": [*data["heirs"], *names],
            "on": data["on"],
            "how": data["how"],
            "ground": data["ground"],
        }


class ImportForm(UiForm):
    """A file of units."""

    file = forms.FileField(widget=OneFile(), label=WORDS["file"], help_text=HELP["file"])
    starts = DayField(label=WORDS["import_starts"], help_text=HELP["import_starts"])
    only_good = forms.BooleanField(label=WORDS["only_good"], required=False, help_text=HELP["only_good"])


def _choices(form: forms.Form, name: str, pairs: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = pairs
