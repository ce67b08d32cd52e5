"""What a wish and its steps ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.ui.forms import LongText, Segmented, UiForm
from lvzhi.wishes.models import NAME_MOST, PAGE_MOST
from lvzhi.wishes.vocabulary import HELPS, LABELS, WishKind
from lvzhi.workflow.forms import StepForm

MOST = 20_000  # what is refused for its length is refused by the norm, with its sentence


class WishForm(UiForm):
    """What, where, and what it is about."""

    kind = forms.ChoiceField(label=LABELS["kind"], choices=WishKind.choices, widget=Segmented, initial=WishKind.WISH)
    text = forms.CharField(label=LABELS["text"], widget=LongText(rows=5), max_length=MOST, help_text=HELPS["text"])
    page = forms.CharField(
        label=LABELS["page"], max_length=PAGE_MOST, required=False, help_text=HELPS["page"]
    )  # fmt: skip
    page_name = forms.CharField(max_length=NAME_MOST, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, limit: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = self.fields["text"].widget
        if isinstance(widget, LongText):
            widget.limit = limit


class AnswerForm(StepForm):
    """The answer, and what the makers are told."""

    answer = forms.CharField(label=LABELS["answer"], widget=LongText(rows=4), max_length=MOST)
    makers = forms.CharField(
        label=LABELS["makers"], widget=LongText(rows=3), max_length=MOST, required=False, help_text=HELPS["makers"]
    )


class MoreForm(StepForm):
    """What is not solved."""

    more = forms.CharField(label=LABELS["more"], widget=LongText(rows=3), max_length=MOST)
