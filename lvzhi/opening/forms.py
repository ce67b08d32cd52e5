"""What the first run asks, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from lvzhi.accounts.vocabulary import KEEPERS, Role
from lvzhi.committee.models import CODE_LENGTH, NAME_LENGTH
from lvzhi.committee.vocabulary import Level, OrganKind
from lvzhi.committee.web import DayField
from lvzhi.opening.actions import STAFF, Named
from lvzhi.opening.carriers import Carrier
from lvzhi.opening.vocabulary import HELP, LABELS
from lvzhi.opening.vocabulary.samples import ALSO, SAMPLES
from lvzhi.ui.forms import Checks, LongText, OneFile, Segmented, UiForm

PERSON_LENGTH, LOGIN_LENGTH = 40, 32
LISTED = (OrganKind.SPECIAL_COMMITTEE, OrganKind.SECTOR, OrganKind.AGENCY, OrganKind.LIAISON_GROUP)


class CodeForm(UiForm):
    """The code of the server."""

    code = forms.CharField(
        label=LABELS["code"], help_text=HELP["code"], max_length=60, widget=forms.TextInput({"autocomplete": "off"})
    )


class FirstCommitteeForm(UiForm):
    """The committee, and a name for the one above it."""

    name = forms.CharField(label=LABELS["name"], help_text=HELP["name"], max_length=NAME_LENGTH)
    short_name = forms.CharField(
        label=LABELS["short_name"], help_text=HELP["short_name"], max_length=NAME_LENGTH, required=False
    )
    code = forms.CharField(label=LABELS["place_code"], help_text=HELP["place_code"], max_length=CODE_LENGTH)
    level = forms.ChoiceField(
        label=LABELS["level"], choices=Level.choices, widget=Segmented, initial=Level.COUNTY.value
    )
    upper_name = forms.CharField(
        label=LABELS["upper_name"], help_text=HELP["upper_name"], max_length=NAME_LENGTH, required=False
    )
    upper_code = forms.CharField(
        label=LABELS["upper_code"], help_text=HELP["upper_code"], max_length=CODE_LENGTH, required=False
    )


class FirstTermForm(UiForm):
    """The term of today and its newest plenary session."""

    number = forms.IntegerField(label=LABELS["number"], help_text=HELP["number"])
    starts = DayField(label=LABELS["starts"])
    ends = DayField(label=LABELS["ends"], help_text=HELP["ends"], required=False)
    session_number = forms.IntegerField(label=LABELS["session_number"], help_text=HELP["session_number"])
    opens = DayField(label=LABELS["opens"])
    closes = DayField(label=LABELS["closes"], help_text=HELP["closes"])


class FirstOrgansForm(UiForm):
    """Organs, a line each, as the level's sample has them."""

    also = forms.MultipleChoiceField(
        label=LABELS["also"], choices=list(ALSO.items()), widget=Checks, required=False, initial=list(ALSO)
    )

    def __init__(self, *args: Any, level: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sample = SAMPLES[level]
        lines = dict(zip(LISTED, (sample.special, sample.sectors, sample.agency, ()), strict=True))
        for kind in LISTED:
            self.fields[kind.value] = forms.CharField(
                label=LABELS[kind], help_text=HELP.get(kind, HELP["lines"]), required=False,
                widget=LongText(rows=max(3, min(12, len(lines[kind]) + 1))), initial="\n".join(lines[kind]),
            )  # fmt: skip
        self.order_fields([*(kind.value for kind in LISTED), "also"])

    def names(self) -> dict[str, list[str]]:
        """What was typed, by kind."""
        return {kind.value: self.cleaned_data[kind.value].splitlines() for kind in LISTED}


class PastForm(UiForm):
    """A file of past years, and what it is."""

    what = forms.ChoiceField(label=LABELS["what"], widget=Segmented)
    file = forms.FileField(label=LABELS["file"], widget=OneFile(), help_text=HELP["file"])
    make_organs = forms.BooleanField(label=LABELS["make_organs"], required=False)

    def __init__(self, *args: Any, kinds: Sequence[Carrier], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["what"]
        field.choices = [(one.key, one.name) for one in kinds]
        field.initial = kinds[0].key
        if not any(one.key == "people" for one in kinds):
            del self.fields["make_organs"]


class FirstPeopleForm(UiForm):
    """The three administrators; below them the first staff, who may wait."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role in (*KEEPERS, *STAFF):
            needed = role in KEEPERS
            self.fields[f"{role}_name"] = forms.CharField(
                label=f"{role.label}{LABELS['person']}", max_length=PERSON_LENGTH, required=needed
            )
            self.fields[f"{role}_username"] = forms.CharField(
                label=f"{role.label}{LABELS['username']}", max_length=LOGIN_LENGTH, required=needed,
                widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none"}),
            )  # fmt: skip

    def pairs(self, roles: tuple[Role, ...]) -> list[tuple[Any, Any]]:
        """Name and login of each role, as fields side by side."""
        return [(self[f"{role}_name"], self[f"{role}_username"]) for role in roles]

    @property
    def keepers(self) -> list[tuple[Any, Any]]:
        """Of the administrators."""
        return self.pairs(KEEPERS)

    @property
    def staff(self) -> list[tuple[Any, Any]]:
        """Of the first staff."""
        return self.pairs(STAFF)

    def people(self) -> list[Named]:
        """Whoever was named at all."""
        found = []
        for role in (*KEEPERS, *STAFF):
            name, login = (self.cleaned_data[f"{role}_{part}"].strip() for part in ("name", "username"))
            if name or login:
                found.append(Named(role, name, login))
        return found
