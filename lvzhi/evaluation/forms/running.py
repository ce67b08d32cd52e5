"""Forms of a year's evaluation."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.evaluation import queries
from lvzhi.evaluation.forms.rulesets import FIRST_YEAR, LAST_YEAR
from lvzhi.evaluation.models import NAME_MOST, TEXT_MOST, TITLE_MOST, WORDS_MOST
from lvzhi.evaluation.reckoning import Rules
from lvzhi.evaluation.vocabulary.running import FORM, HELP, WORDS
from lvzhi.evaluation.vocabulary.states import Sort, Subject
from lvzhi.ui.forms import LongText, Segmented, UiForm
from lvzhi.workflow.forms import StepForm

VIEW = "view_"
JUDGED = [(one.value, str(one.label)) for one in (Subject.MEMBER, Subject.UNIT)]


def words(name: str, *, required: bool = True, most: int = WORDS_MOST, rows: int = 3) -> forms.CharField:
    """A few lines."""
    widget = LongText(rows=rows)
    return forms.CharField(
        label=FORM[name], required=required, max_length=most, widget=widget, help_text=HELP.get(name, "")
    )


class RunForm(UiForm):
    """A year's evaluation as it is begun."""

    year = forms.IntegerField(label=FORM["year"], min_value=FIRST_YEAR, max_value=LAST_YEAR)
    subject = forms.ChoiceField(label=FORM["subject"], choices=JUDGED, widget=Segmented, initial=Subject.MEMBER)
    note = words("note", required=False)

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["year"].initial = clock.today().year


class AccountForm(UiForm):
    """One's own account 述职."""

    account = words("account", most=TEXT_MOST, rows=12)


class OwnAccountForm(StepForm):
    """The same as a step of the year: what stands is shown."""

    account = words("account", most=TEXT_MOST, rows=12)

    def prepare(self) -> None:
        if self.record is not None and self.actor is not None:
            mine = queries.own_in(self.actor, self.record)
            self.fields["account"].initial = mine.account if mine is not None else ""


class ViewsForm(StepForm):
    """What an organ says of each of its members of whom it has not spoken; a field for each, filled in as one comes."""

    def prepare(self) -> None:
        if self.record is None or self.actor is None:
            return
        for row, organ in queries.to_speak_of(self.actor, self.record):
            self.fields[f"{VIEW}{row.pk}"] = forms.CharField(
                label=WORDS["view_of"].format(name=row.name, organ=organ.name), required=False, max_length=WORDS_MOST,
                widget=LongText(rows=2), help_text=HELP["accounted" if row.accounted_on else "unaccounted"],
            )  # fmt: skip


class ViewForm(UiForm):
    """What an organ says of its member."""

    organ = forms.ChoiceField(label=FORM["organ"])
    view = words("view")

    def __init__(self, *args: Any, organs: list[tuple[int, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["organ"].choices = organs  # type: ignore[attr-defined]  # reason: a choice field


class ProvenForm(UiForm):
    """Points or a veto with a document."""

    item = forms.ChoiceField(label=FORM["item"])
    title = forms.CharField(label=FORM["title"], max_length=TITLE_MOST)
    document = forms.CharField(label=FORM["document"], max_length=TITLE_MOST, help_text=HELP["document"])
    on = DayField(label=FORM["on"])

    def __init__(self, *args: Any, rules: Rules, vetoes: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        items = [
            (f"item:{one.number}", WORDS["item"].format(number=one.number, name=one.name))
            for one in rules.items if one.sort == Sort.MANUAL
        ]  # fmt: skip
        needs = [(f"need:{one.number}", WORDS["need"].format(name=one.name)) for one in rules.needs if one.manual]
        self.fields["item"].choices = [*items, *(needs if vetoes else [])]  # type: ignore[attr-defined]  # reason: a choice field


class ObjectForm(UiForm):
    """An objection to a line; without a line, under which item a record is missing."""

    item = forms.TypedChoiceField(label=FORM["missing_item"], coerce=int)
    text = words("objection")

    def __init__(self, *args: Any, rules: Rules, mark: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if mark:
            del self.fields["item"]
        else:
            items = [(one.number, WORDS["item"].format(number=one.number, name=one.name)) for one in rules.items]
            self.fields["item"].choices = items  # type: ignore[attr-defined]  # reason: a choice field


class GradeGivenForm(UiForm):
    """The grade that the meeting gives otherwise."""

    grade = forms.ChoiceField(label=FORM["grade"], help_text=HELP["grade"])
    ground = words("ground")

    def __init__(self, *args: Any, rules: Rules, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["grade"].choices = [(one.name, one.name) for one in rules.grades]  # type: ignore[attr-defined]  # reason: a choice field


class DecideForm(StepForm):
    """Which meeting decided."""

    meeting = forms.CharField(label=FORM["meeting"], max_length=NAME_MOST)
    on = DayField(label=FORM["decided_on"])

    def prepare(self) -> None:
        self.fields["on"].initial = clock.today()


class ReasonForm(StepForm):
    """Why the result stays."""

    reason = words("reason")


class UpholdForm(ReasonForm):
    """What the line comes to now, and why."""

    becomes = forms.DecimalField(
        label=FORM["becomes"], max_digits=10, decimal_places=4, help_text=HELP["becomes"]
    )  # fmt: skip


class TalkForm(StepForm):
    """Who talked to the member, when, and what was said."""

    talker = forms.CharField(label=FORM["talker"], max_length=40)
    on = DayField(label=FORM["talked_on"])
    talk = words("talk")

    def prepare(self) -> None:
        self.fields["on"].initial = clock.today()


class CloseForm(StepForm):
    """What came of it."""

    closing = words("closing")
