"""What the check is given: a text or a file, whose records, which days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from lvzhi import norms
from lvzhi.access import Missing, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.exchange import BadFile, Limits
from lvzhi.exchange.text import read_text
from lvzhi.files import hold
from lvzhi.metrics import periods
from lvzhi.metrics.periods import Period
from lvzhi.reports.models import (
    HEADING_MOST,
    NAME_MOST,
    NUMBER_MOST,
    PERIOD_MOST,
    TITLE_MOST,
    TOKEN_MOST,
    WORDS_MOST,
    OwnOutline,
)
from lvzhi.reports.norms import FILE_MOST, TEXT_MOST
from lvzhi.reports.sections import OUTLINES, SUMMARY
from lvzhi.reports.sections.tables import NAMES
from lvzhi.reports.vocabulary import HELP, LABELS, OWN_OUTLINES, senses
from lvzhi.reports.vocabulary.states import ReportKind
from lvzhi.ui.forms import Checks, LongText, OneFile, Segmented, UiForm
from lvzhi.workflow.forms import StepForm

MEGABYTE = 1024 * 1024
LINES = 10
PURPOSE = "reports.check"


class CheckForm(UiForm):
    """A text pasted or a file chosen, never both."""

    text = forms.CharField(
        label=LABELS["text"], required=False, widget=forms.Textarea(attrs={"rows": LINES}), strip=False
    )
    file = forms.FileField(widget=OneFile(), label=LABELS["file"], required=False, help_text=HELP["file"])
    committee = forms.ModelChoiceField(
        label=LABELS["committee"], queryset=Committee.objects.none(), to_field_name="uid", empty_label=None
    )
    period = forms.CharField(label=LABELS["period"], help_text=HELP["period"])
    below = forms.BooleanField(label=LABELS["below"], required=False)
    held = forms.CharField(required=False, widget=forms.HiddenInput())
    read = ""
    name = ""
    content = b""
    kind = ""
    span: Period | None = None

    def __init__(self, *args: Any, places: list[Committee], account: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        choice = cast("forms.ModelChoiceField[Committee]", self.fields["committee"])
        choice.queryset = Committee.objects.filter(pk__in=[one.pk for one in places])
        choice.choices = [(str(one.uid), one.display) for one in places]

    def clean(self) -> dict[str, Any]:
        """Read text and period; every fault is one sentence at its field."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        committee = given.get("committee")
        if committee is None:
            return given
        self._read_period(given.get("period") or "", committee)
        text, file = (given.get("text") or "").strip("\ufeff"), given.get("file")
        if text.strip() and file:
            self.add_error("file", Refusal("reports.both").sentence)
        elif file:
            self.name = str(file.name)
            self._read_file(file.read(), committee)
        elif text.strip():
            self.read = text
        elif given.get("held"):
            self._read_held(given["held"], committee)
        elif "file" not in self.errors:
            self.add_error("text", Refusal("reports.no_text").sentence)
        most = int(norms.value(TEXT_MOST, committee))
        if len(self.read) > most:
            refusal = Refusal("reports.text_long", length=len(self.read), limit=most)
            self.add_error("file" if file else "text", refusal.sentence)
        return given

    def _read_period(self, text: str, committee: Committee) -> None:
        try:
            self.span = periods.parse_period(text, committee)
        except Refusal as refusal:
            self.add_error("period", refusal.sentence)

    def _read_held(self, key: str, committee: Committee) -> None:
        """The file of the check before, for its owner only."""
        try:
            _, self.name, content = hold.get(PURPOSE, self.account, key)
        except Missing as missing:
            self.add_error("file", missing.sentence)
        else:
            self._read_file(content, committee)

    def _read_file(self, content: bytes, committee: Committee) -> None:
        limit = Limits(size=int(norms.value(FILE_MOST, committee)) * MEGABYTE)
        try:
            found = read_text(content, self.name, limit)
        except BadFile as problem:
            self.add_error("file", str(getattr(problem, "sentence", problem)))
        else:
            self.read, self.content, self.kind = found.text, content, found.kind

    @property
    def document(self) -> bytes | None:
        """The Word document that the text was read from; None for any other text."""
        return self.content if self.kind == "docx" else None


class SenseForm(UiForm):
    """What words mean: a pattern, and the figure or nothing."""

    subject = forms.CharField(label=senses.LABELS["subject"], max_length=NAME_MOST, help_text=senses.HELP["subject"])
    action = forms.CharField(
        label=senses.LABELS["action"], required=False, max_length=NAME_MOST, help_text=senses.HELP["action"]
    )
    unit = forms.CharField(
        label=senses.LABELS["unit"], required=False, max_length=NAME_MOST, help_text=senses.HELP["unit"]
    )
    near = forms.CharField(
        label=senses.LABELS["near"], required=False, max_length=NAME_MOST, help_text=senses.HELP["near"]
    )
    heading = forms.CharField(
        label=senses.LABELS["heading"], required=False, max_length=NAME_MOST, help_text=senses.HELP["heading"]
    )
    means = forms.ChoiceField(
        label=senses.LABELS["means"], choices=senses.Means.choices, initial=senses.Means.FIGURE, widget=Segmented()
    )
    target = forms.CharField(
        label=senses.LABELS["target"], required=False, max_length=TOKEN_MOST, help_text=senses.HELP["target"],
        widget=forms.TextInput(attrs={"list": "figures", "autocomplete": "off"}),
    )  # fmt: skip
    whole = forms.BooleanField(label=senses.LABELS["whole"], required=False)
    reach = forms.ChoiceField(label=senses.LABELS["reach"], required=False, choices=senses.Reach.choices)
    note = forms.CharField(
        label=senses.LABELS["note"], required=False, max_length=WORDS_MOST, help_text=senses.HELP["note"],
        widget=LongText(rows=2),
    )  # fmt: skip


def _words(label: str, *, required: bool = True, **rest: Any) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=WORDS_MOST, widget=LongText(rows=3), **rest)


class ReportForm(UiForm):
    """A report as it is begun: its outline, title, period."""

    outline = forms.ChoiceField(label=LABELS["outline"], help_text=HELP["outline"])
    title = forms.CharField(label=LABELS["title"], max_length=TITLE_MOST, help_text=HELP["title"])
    period = forms.CharField(label=LABELS["span"], help_text=HELP["span"], max_length=PERIOD_MOST)
    below = forms.BooleanField(label=LABELS["with_below"], required=False)

    def __init__(self, *args: Any, own: Iterable[OwnOutline] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "outline" in self.fields:
            kept = [(str(one.uid), one.name) for one in own]
            groups = {str(ReportKind(one.kind).label): [] for one in OUTLINES}  # type: dict[str, list[tuple[str, str]]]
            for one in OUTLINES:
                groups[str(ReportKind(one.kind).label)].append((one.key, one.name))
            choices = [*([(OWN_OUTLINES, kept)] if kept else []), *groups.items()]
            cast("forms.ChoiceField", self.fields["outline"]).choices = choices
            self.fields["outline"].initial = SUMMARY.key


class TablesForm(UiForm):
    """Which tables go with a report."""

    tables = forms.MultipleChoiceField(label=LABELS["tables"], choices=NAMES, required=False, widget=Checks)


class OutlineForm(UiForm):
    """An own outline: its name, and whether it keeps the texts."""

    name = forms.CharField(label=LABELS["outline_name"], max_length=TITLE_MOST)
    texts = forms.BooleanField(label=LABELS["with_texts"], required=False, initial=True, help_text=HELP["with_texts"])


class DescribeForm(ReportForm):
    """Title and period again."""

    outline = None  # type: ignore[assignment]  # reason: Django's way to leave a field of the parent out


class SectionForm(UiForm):
    """A section: heading and text."""

    heading = forms.CharField(label=LABELS["heading"], max_length=HEADING_MOST)
    text = forms.CharField(
        label=LABELS["body"], required=False, widget=LongText(rows=16), strip=False, help_text=HELP["body"]
    )


class HeadingForm(UiForm):
    """A new section."""

    heading = forms.CharField(label=LABELS["new_heading"], max_length=HEADING_MOST)


class RemarkForm(UiForm):
    """A remark on a section or on words in it."""

    quote = forms.CharField(label=LABELS["quote"], required=False, max_length=WORDS_MOST, help_text=HELP["quote"])
    text = _words(LABELS["remark"])


class NoteForm(StepForm):
    """What is to be said with it."""

    note = _words("说明", required=False)


class SendForm(NoteForm):
    """What is to be said with it, and why it is sent though something is missing."""

    ground = _words(LABELS["lacking_ground"], required=False, help_text=HELP["lacking_ground"])


class GroundForm(StepForm):
    """Why."""

    ground = _words("理由")


class SealForm(StepForm):
    """Under which number, on which day."""

    number = forms.CharField(label="文号", required=False, max_length=NUMBER_MOST)
    on = DayField(label="归档日期")

    def prepare(self) -> None:
        self.fields["on"].initial = clock.as_day(self.actor.at) if self.actor else clock.today()


class AnswerForm(StepForm):
    """What was done about a remark."""

    answer = _words("答复")


class BringForm(UiForm):
    """An edited document that comes back."""

    file = forms.FileField(
        label=LABELS["brought"], widget=OneFile(attrs={"accept": ".docx"}), help_text=HELP["brought"],
        error_messages={"required": HELP["no_file"]},
    )  # fmt: skip
