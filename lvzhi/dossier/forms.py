"""What is asked when something about oneself is to be corrected."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from lvzhi.committee.web import DayField
from lvzhi.dossier.queries.amending import CODED
from lvzhi.dossier.vocabulary.amending import WORDS
from lvzhi.ui.forms import LongText, UiForm
from lvzhi.workflow.forms import StepForm


class AmendForm(UiForm):
    """The value as it should be, and a word about it."""

    ground = forms.CharField(
        label=WORDS["ground"], required=False, max_length=500, widget=LongText(rows=3), help_text=WORDS["ground_help"]
    )

    def __init__(self, *args: Any, field: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {"wanted": _field(field), **self.fields}

    @property
    def wanted(self) -> str:
        """What was given, as a request keeps it."""
        value = cast("Any", self.cleaned_data.get("wanted"))
        return value.isoformat() if hasattr(value, "isoformat") else str(value or "")


def _field(key: str) -> forms.Field:
    if key == "born":
        return DayField(label=WORDS["wanted"], required=False)
    if key in CODED:
        choices = [("", WORDS["empty"]), *CODED[key].choices]
        return forms.ChoiceField(label=WORDS["wanted"], choices=choices, required=False)
    return forms.CharField(label=WORDS["wanted"], required=key == "name", max_length=120)


class RefuseForm(StepForm):
    """Why it is not corrected."""

    opinion = forms.CharField(label=WORDS["opinion"], max_length=500, widget=LongText(rows=3))
