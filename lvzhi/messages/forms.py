"""Forms of the room."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from lvzhi.access import Actor
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.messages import audiences, rules
from lvzhi.messages.channels import Channel
from lvzhi.messages.models import Way
from lvzhi.messages.vocabulary import HELPS, LABELS
from lvzhi.messages.vocabulary.outside import WAYS, Sort
from lvzhi.ui.forms import Checks, LongText, UiForm


class NoticeForm(UiForm):
    """A notice to the holders of roles."""

    committee = forms.ModelChoiceField(Committee.objects.none(), label=LABELS["committee"])
    roles = forms.MultipleChoiceField(
        label=LABELS["roles"], help_text=HELPS["roles"], choices=Role.choices, widget=Checks(), required=False
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
        chosen = places.filter(pk=_number(self.data.get("committee"))).first() or first
        for audience in audiences.registered():
            self.fields[audience.key] = forms.MultipleChoiceField(
                label=audience.name, choices=audience.options(chosen) if chosen else [], widget=Checks(), required=False
            )
        self.order_fields(["committee", "roles", *(one.key for one in audiences.registered()), "title", "text"])

    @property
    def groups(self) -> dict[str, list[str]]:
        """The groups chosen, by kind."""
        return {key: self.cleaned_data[key] for key in ("roles", *(one.key for one in audiences.registered()))}


def _number(text: Any) -> int:
    return int(text) if str(text or "").isdecimal() else 0


class WayForm(UiForm):
    """Where somebody wants to be told besides the inbox, and what."""

    address = forms.CharField(max_length=120, required=False)
    sorts = forms.MultipleChoiceField(label=WAYS["kinds"], choices=Sort.choices, widget=Checks(), required=False)

    def __init__(self, channel: Channel, way: Way | None, *args: Any, **kwargs: Any) -> None:
        kwargs["prefix"] = channel.key
        super().__init__(*args, **kwargs)
        field = self.fields["address"]
        field.label, field.help_text = channel.address, WAYS["keep"] if way else ""
        self.fields["sorts"].initial = way.sorts if way else [Sort.TODO, Sort.DUE, Sort.NOTICE]
