"""Forms of the committee room: they read input, the actions judge it."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import CODE_LENGTH, NAME_LENGTH, Committee, Organ, Session, Term
from lvzhi.committee.vocabulary import HELP, LABELS, Level, OrganKind
from lvzhi.committee.web import DayField
from lvzhi.ui.forms import UiForm


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
