"""The filter over the log."""

from __future__ import annotations

from django import forms
from django.apps import apps

from lvzhi.journal import events, vocabulary
from lvzhi.journal.queries import Wanted
from lvzhi.ui.forms import UiForm

Choices = list[tuple[str, str | list[tuple[str, str]]]]


def _events() -> Choices:
    """All events under the names of their rooms."""
    names = {config.name.rpartition(".")[2]: str(config.verbose_name) for config in apps.get_app_configs()}
    groups: dict[str, list[tuple[str, str]]] = {}
    for code in events.registered():
        room = code.partition(".")[0]
        groups.setdefault(names.get(room, room), []).append((code, events.sentence(code, {})))
    return [("", vocabulary.ALL), *groups.items()]


class LogFilter(UiForm):
    """Who, what, from and to when, about what."""

    who = forms.CharField(label=vocabulary.FILTERS["who"], required=False, max_length=100)
    event = forms.ChoiceField(label=vocabulary.FILTERS["event"], required=False, choices=_events)
    since = forms.DateField(
        label=vocabulary.FILTERS["since"], required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=vocabulary.FILTERS["until"], required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    title = forms.CharField(label=vocabulary.FILTERS["title"], required=False, max_length=100)
    subject = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def wanted(self) -> Wanted:
        """What was asked for; a field that makes no sense is shown with its error and narrows nothing."""
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})
