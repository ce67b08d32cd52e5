"""What the check is given: a text or a file, whose records, which days."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.committee.models import Committee
from lvzhi.exchange import BadFile, Limits
from lvzhi.exchange.text import read_text
from lvzhi.metrics import periods
from lvzhi.metrics.periods import Period
from lvzhi.reports.norms import FILE_MOST, TEXT_MOST
from lvzhi.reports.vocabulary import HELP, LABELS
from lvzhi.ui.forms import OneFile, UiForm

MEGABYTE = 1024 * 1024
LINES = 10


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
    read = ""
    name = ""
    span: Period | None = None

    def __init__(self, *args: Any, places: list[Committee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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
            self._read_file(file, committee)
        elif text.strip():
            self.read = text
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

    def _read_file(self, file: UploadedFile[Any], committee: Committee) -> None:
        self.name = str(file.name)
        limit = Limits(size=int(norms.value(FILE_MOST, committee)) * MEGABYTE)
        try:
            self.read = read_text(cast("Any", file.file), self.name, limit).text
        except BadFile as problem:
            self.add_error("file", str(getattr(problem, "sentence", problem)))
