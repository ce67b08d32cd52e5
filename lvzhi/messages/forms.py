"""Forms of the room."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from lvzhi.access import Actor
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.messages import rules
from lvzhi.messages.vocabulary import HELPS, LABELS
from lvzhi.ui.forms import Checks, LongText, UiForm


class NoticeForm(UiForm):
    """A notice to the holders of roles."""

    committee = forms.ModelChoiceField(Committee.objects.none(), label=LABELS["committee"])
    roles = forms.MultipleChoiceField(
        label=LABELS["roles"], help_text=HELPS["roles"], choices=Role.choices, widget=Checks()
    )
    title = forms.CharField(label=LABELS["title"], max_length=200)
    text = forms.CharField(label=LABELS["text"], widget=LongText(rows=8), max_length=50_000)

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Committee]", self.fields["committee"])
        places = Committee.objects.filter(pk__in=rules.committees(actor)).order_by("path")
        field.queryset = places
        first = places.first()
        field.initial = first.pk if first else None
