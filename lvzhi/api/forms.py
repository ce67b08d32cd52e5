"""What is asked for a token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from lvzhi.api.vocabulary import HELPS, LABELS, Scope
from lvzhi.ui.forms import Checks, Segmented, UiForm


class TokenForm(UiForm):
    """Which system, for what, how long; and that it is the person."""

    name = forms.CharField(label=LABELS["name"], help_text=HELPS["name"], max_length=60)
    scope = forms.ChoiceField(label=LABELS["scope"], choices=Scope.choices, initial=Scope.READ, widget=Segmented)
    rooms = forms.MultipleChoiceField(label=LABELS["rooms"], help_text=HELPS["rooms"], required=False, widget=Checks)
    days = forms.IntegerField(label=LABELS["days"], min_value=1, initial=90)
    password = forms.CharField(
        label=LABELS["password"], help_text=HELPS["password"], strip=False, max_length=200,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, rooms: Sequence[tuple[str, str]], most: int, proof: bool) -> None:
        super().__init__(data)
        choices: Any = self.fields["rooms"]
        choices.choices = list(rooms)
        days = self.fields["days"]
        days.help_text = HELPS["days"].format(most=most)
        days.initial = min(90, most)
        if not proof:
            del self.fields["password"]  # somebody of a government sign-on has none here
