"""A rule as it is written: its registration and its text, typed, pasted or read from a file."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi import norms
from lvzhi.committee.web import DayField
from lvzhi.exchange import BadFile, Limits
from lvzhi.exchange.text import read_text
from lvzhi.norms import codes
from lvzhi.regulations.forms.fields import day_of, lines, organ_field, point_organ
from lvzhi.regulations.models import NAME_MOST, NUMBER_MOST, TITLE_MOST
from lvzhi.regulations.vocabulary.codes import KINDS, LEVELS
from lvzhi.regulations.vocabulary.words import CHOOSE, HELPS
from lvzhi.ui.forms import LongText, OneFile
from lvzhi.workflow.forms import StepForm

MEGABYTE = 1024 * 1024


class PlacedForm(StepForm):
    """A form that knows the committee where there is no record yet."""

    def __init__(self, *args: Any, committee: Any = None, **rest: Any) -> None:
        self.committee = committee
        super().__init__(*args, **rest)

    @property
    def place(self) -> Any:
        """The committee."""
        return self.committee or self.record.committee


class DescribeForm(PlacedForm):
    """Kind, level, organ that answers for it."""

    kind = forms.ChoiceField(label="种类")
    level = forms.ChoiceField(label="层级")
    organ = organ_field("责任机构")

    def prepare(self) -> None:
        day = day_of(self.actor)
        for name, key in (("kind", KINDS), ("level", LEVELS)):
            field: Any = self.fields[name]
            field.choices = [("", CHOOSE), *codes.choices(key, self.place, day)]
        point_organ(self.fields["organ"], self.place, day)


class WithText(PlacedForm):
    """A text out of a file, or as it was pasted."""

    text = forms.CharField(label="正文", required=False, widget=LongText(rows=18), help_text=HELPS["text"])
    file = forms.FileField(
        label="或者从文件读取正文", required=False, widget=OneFile(attrs={"accept": ".docx,.txt"}),
        help_text=HELPS["file"],
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The text of the file where one was chosen."""
        found = super().clean() or {}
        sent = found.get("file")
        if sent is None:
            return found
        limit = int(norms.value("files.max_size", self.place)) * MEGABYTE
        try:
            found["text"] = read_text(sent.read(), sent.name, Limits(size=limit)).text
        except BadFile as problem:
            self.add_error("file", problem.sentence)
        sent.seek(0)
        return found


class RuleForm(WithText, DescribeForm):
    """A rule with the first draft of its text."""

    title = forms.CharField(label="制度名称", max_length=TITLE_MOST, help_text="不用写书名号。")
    note = lines("起草说明", required=False)
    field_order: tuple[str, ...] = ("title", "kind", "level", "organ", "note", "file", "text")


class TextForm(WithText):
    """The text again."""

    title = forms.CharField(label="制度名称", max_length=TITLE_MOST)
    note = lines("起草或修订说明", required=False)
    field_order = ("title", "note", "file", "text")


class BroughtForm(RuleForm):
    """A rule that was issued before this product kept it."""

    document_no = forms.CharField(label="文号", max_length=NUMBER_MOST)
    adopted_by = forms.CharField(label="审议会议", max_length=NAME_MOST, required=False)
    adopted_on = DayField(label="通过日期", required=False)
    issued_on = DayField(label="印发日期")
    starts_on = DayField(label="施行日期")
    field_order = (
        "title", "kind", "level", "organ", "document_no", "adopted_by", "adopted_on", "issued_on", "starts_on", "file",
        "text",
    )  # fmt: skip

    def prepare(self) -> None:
        super().prepare()
        del self.fields["note"]
