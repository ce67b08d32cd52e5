"""Forms of the committee room: they read input, the actions judge it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from lvzhi.committee import queries
from lvzhi.committee.models import CODE_LENGTH, GROUND_LENGTH, NAME_LENGTH, Committee, Organ, Session, Term
from lvzhi.committee.successions import Item, Topic
from lvzhi.committee.vocabulary import HELP, LABELS, WORDS, Level, OrganHow, OrganKind
from lvzhi.committee.web import DayField
from lvzhi.ui.forms import Checks, LongText, Segmented, UiForm


class CommitteeForm(UiForm):
    """Name, code, level and place of a committee."""

    name = forms.CharField(label=LABELS["name"], max_length=NAME_LENGTH)
    short_name = forms.CharField(
        label=LABELS["short_name"], max_length=NAME_LENGTH, required=False, help_text=HELP["short_name"]
    )
    code = forms.CharField(label=LABELS["code"], max_length=CODE_LENGTH, help_text=HELP["code"])
    level = forms.ChoiceField(label=LABELS["level"], choices=Level.choices)
    parent = forms.ModelChoiceField(
        label=LABELS["parent"],
        queryset=Committee.objects.order_by("path"),
        required=False,
        empty_label=HELP["no_parent"],
    )

    @classmethod
    def values_of(cls, committee: Committee) -> dict[str, Any]:
        """What the form shows of a committee."""
        return {name: getattr(committee, name) for name in cls.base_fields}


class TermForm(UiForm):
    """Number and dates of a term."""

    number = forms.IntegerField(label=LABELS["term_number"], help_text=HELP["term_number"])
    starts = DayField(label=LABELS["starts"])
    ends = DayField(label=LABELS["term_ends"], required=False, help_text=HELP["term_ends"])

    @classmethod
    def values_of(cls, term: Term) -> dict[str, Any]:
        """What the form shows of a term."""
        return {name: getattr(term, name) for name in cls.base_fields}


class SessionForm(UiForm):
    """Number, dates and proposal window of a plenary session."""

    number = forms.IntegerField(label=LABELS["session_number"], help_text=HELP["session_number"])
    opens = DayField(label=LABELS["opens"])
    closes = DayField(label=LABELS["closes"])
    window_from = DayField(label=LABELS["window_from"], required=False, help_text=HELP["window_from"])
    window_until = DayField(label=LABELS["window_until"], required=False, help_text=HELP["window_until"])

    @classmethod
    def values_of(cls, session: Session) -> dict[str, Any]:
        """What the form shows of a session."""
        return {name: getattr(session, name) for name in cls.base_fields}


class NewSessionForm(SessionForm):
    """A new session also chooses its term."""

    term = forms.ModelChoiceField(label=LABELS["term"], queryset=Term.objects.none(), empty_label=None)
    field_order = ("term", "number", "opens", "closes", "window_from", "window_until")

    def __init__(self, *args: Any, committee: Committee, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["term"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  reason: tells mypy what stands two lines above
        field.queryset = Term.objects.filter(committee=committee).order_by("-starts")


class OrganForm(UiForm):
    """Kind, name, code, dates and place of an organ."""

    kind = forms.ChoiceField(label=LABELS["kind"], choices=OrganKind.choices)
    name = forms.CharField(label=LABELS["name"], max_length=NAME_LENGTH)
    code = forms.CharField(label=LABELS["code"], max_length=CODE_LENGTH, required=False, help_text=HELP["organ_code"])
    starts = DayField(label=LABELS["organ_starts"])
    ends = DayField(label=LABELS["organ_ends"], required=False, help_text=HELP["organ_ends"])
    parent = forms.ModelChoiceField(
        label=LABELS["organ_parent"], queryset=Organ.objects.none(), required=False, empty_label=HELP["no_parent"]
    )

    def __init__(self, *args: Any, committee: Committee, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parent"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  reason: tells mypy what stands above
        field.queryset = Organ.objects.filter(committee=committee).order_by("kind", "code", "id")

    @classmethod
    def values_of(cls, organ: Organ) -> dict[str, Any]:
        """What the form shows of an organ."""
        return {name: getattr(organ, name) for name in cls.base_fields}


class RenameForm(UiForm):
    """Another name from a day on."""

    name = forms.CharField(label=LABELS["new_name"], max_length=NAME_LENGTH)
    on = DayField(label=LABELS["rename_on"], help_text=HELP["rename_on"])
    ground = forms.CharField(label=LABELS["ground"], max_length=GROUND_LENGTH, required=False, help_text=HELP["ground"])


class SuccessionForm(UiForm):
    """Which organs pass into which, from when, how."""

    how = forms.ChoiceField(label=LABELS["how"], choices=OrganHow.choices, widget=Segmented)
    sources = forms.ModelMultipleChoiceField(
        label=LABELS["sources"], queryset=Organ.objects.none(), widget=Checks, help_text=HELP["sources"]
    )
    heirs = forms.ModelMultipleChoiceField(
        label=LABELS["heirs"], queryset=Organ.objects.none(), widget=Checks, required=False, help_text=HELP["heirs"]
    )
    new_names = forms.CharField(
        label=LABELS["new_names"], widget=LongText(rows=3), required=False, help_text=HELP["new_names"]
    )
    on = DayField(label=LABELS["on"], help_text=HELP["on"])
    ground = forms.CharField(label=LABELS["ground"], max_length=GROUND_LENGTH, required=False, help_text=HELP["ground"])

    def __init__(self, *args: Any, organ: Organ, day: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = queries.organs_on(organ.committee, day, organ.kind) | Organ.objects.filter(pk=organ.pk)
        for name in ("sources", "heirs"):
            field: Any = self.fields[name]
            field.queryset = rows.select_related("committee", "parent").order_by("code", "id")

    def arguments(self, data: dict[str, Any]) -> dict[str, Any]:
        """The clean values as `actions.succeed_organs` takes them: organs that stand first, then the new names."""
        names = [name.strip() for name in data["new_names"].splitlines() if name.strip()]
        return {
            "sources": list(data["sources"]),
            "heirs": [*data["heirs"], *names],
            "on": data["on"],
            "how": data["how"],
            "ground": data["ground"],
        }


class DecidingForm(SuccessionForm):
    """What was asked, kept out of sight, and for every open item which heir takes it; one heir needs no question."""

    def __init__(
        self, *args: Any, open_items: Sequence[tuple[Topic, Sequence[Item]]], heirs: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decide"] = forms.CharField(initial="1", required=False)
        for field in self.fields.values():
            field.widget = field.hidden_widget()
        self._asked: dict[str, tuple[str, str]] = {}
        choices = [(str(place), name) for place, name in enumerate(heirs)]
        for topic, items in open_items if len(choices) > 1 else ():
            for item in items:
                name = f"to-{topic.key}-{item.key}"
                self._asked[name] = (topic.key, item.key)
                label = WORDS["item"].format(topic=topic.name, item=item.label)
                self.fields[name] = forms.ChoiceField(label=label, choices=choices, initial="0")

    def decided(self, data: dict[str, Any]) -> dict[tuple[str, str], int]:
        """By topic and item the place of the heir chosen."""
        return {key: int(data[name]) for name, key in self._asked.items()}
