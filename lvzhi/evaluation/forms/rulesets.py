"""A rule set as it is begun, described, put in force, tried."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.evaluation.models import NAME_MOST, TITLE_MOST, WORDS_MOST, RuleSet
from lvzhi.evaluation.queries import meetings
from lvzhi.evaluation.samples import samples
from lvzhi.evaluation.vocabulary.states import Rounding, Subject
from lvzhi.evaluation.vocabulary.words import FORM, HELP
from lvzhi.ui.forms import LongText, Segmented, UiForm
from lvzhi.workflow.forms import StepForm

BLANK = ""
COPY, SAMPLE = "copy:", "sample:"
FIRST_YEAR, LAST_YEAR = 2000, 2100


def decimal(name: str, *, required: bool = False, places: int = 4, **rest: Any) -> forms.DecimalField:
    """A number of points or percent."""
    return forms.DecimalField(
        label=FORM[name], required=required, max_digits=10, decimal_places=places, help_text=HELP.get(name, ""), **rest
    )


def long_words(name: str, *, required: bool = False) -> forms.CharField:
    """A few lines."""
    return forms.CharField(
        label=FORM[name],
        required=required,
        max_length=WORDS_MOST,
        widget=LongText(rows=3),
        help_text=HELP.get(name, ""),
    )


class DescribeForm(UiForm):
    """Name, year, days, bounds of the sum."""

    name = forms.CharField(label=FORM["name"], max_length=TITLE_MOST)
    year = forms.IntegerField(label=FORM["year"], min_value=FIRST_YEAR, max_value=LAST_YEAR)
    starts = DayField(label=FORM["starts"], required=False, help_text=HELP["starts"])
    ends = DayField(label=FORM["ends"], required=False)
    total = decimal("total")
    floor = decimal("floor")
    places = forms.IntegerField(label=FORM["places"], min_value=0, max_value=4)
    rounding = forms.ChoiceField(label=FORM["rounding"], choices=Rounding.choices, widget=Segmented)
    note = long_words("note")


class BeginForm(UiForm):
    """A new rule set: from last year's, from an example, or blank."""

    origin = forms.ChoiceField(label=FORM["sample"], required=False)
    name = forms.CharField(label=FORM["name"], max_length=TITLE_MOST)
    year = forms.IntegerField(label=FORM["year"], min_value=FIRST_YEAR, max_value=LAST_YEAR)
    subject = forms.ChoiceField(label=FORM["subject"], choices=Subject.choices, widget=Segmented)

    def __init__(self, *args: Any, past: Iterable[RuleSet], **rest: Any) -> None:
        super().__init__(*args, **rest)
        copies = [(f"{COPY}{one.uid}", FORM["copy"].format(name=one)) for one in past]
        examples = [(f"{SAMPLE}{one.key}", FORM["from_sample"].format(title=one.title)) for one in samples()]
        self.fields["origin"].choices = [(BLANK, FORM["blank"]), *copies, *examples]  # type: ignore[attr-defined]  # reason: a choice field
        self.fields["year"].initial = clock.today().year
        self.fields["subject"].initial = Subject.MEMBER


class AdoptForm(StepForm):
    """Which meeting adopted it."""

    at = forms.TypedChoiceField(label=FORM["adopted_at"], required=False, coerce=int, empty_value=None)
    meeting = forms.CharField(
        label=FORM["adopted_by"], required=False, max_length=NAME_MOST, help_text=HELP["adopted_by"]
    )
    on = DayField(label=FORM["adopted_on"])
    document = forms.CharField(label=FORM["document"], max_length=NAME_MOST, required=False)

    def prepare(self) -> None:
        self.fields["on"].initial = clock.today()
        held = meetings(self.record.committee_id) if self.record is not None else []
        self.fields["at"].choices = [("", FORM["not_listed"]), *held]  # type: ignore[attr-defined]  # reason: a choice field


class GroundForm(StepForm):
    """Why."""

    ground = long_words("ground", required=True)


class TrialForm(UiForm):
    """What a trial compares with."""

    against = forms.ChoiceField(label=FORM["against"], required=False)

    def __init__(self, *args: Any, others: Iterable[RuleSet], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["against"].choices = [(str(one.uid), str(one)) for one in others]  # type: ignore[attr-defined]  # reason: a choice field
