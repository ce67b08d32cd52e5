"""What editing and the check ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.norms import codes
from lvzhi.opinions import queries
from lvzhi.opinions.forms.fields import day_of, lines
from lvzhi.opinions.models import TITLE_MOST
from lvzhi.opinions.vocabulary.codes import CATEGORIES
from lvzhi.opinions.vocabulary.words import HELPS
from lvzhi.ui.forms import LongText
from lvzhi.workflow.forms import StepForm


class EditForm(StepForm):
    """The edited title and text, to begin with those in force."""

    edited_title = forms.CharField(label="编辑后标题", max_length=TITLE_MOST)
    category = forms.ChoiceField(label="类别", required=False)
    edited = forms.CharField(label="编辑稿", help_text=HELPS["edited"])
    use_note = lines("采用说明（反映人会看到）")

    def prepare(self) -> None:
        record, text = self.record, self.fields["edited"]
        self.fields["edited_title"].initial = record.current_title
        category: Any = self.fields["category"]
        category.choices = codes.choices(CATEGORIES, record.committee_id, day_of(self.actor))
        category.initial = record.category
        text.widget = LongText(rows=18, skips=())
        text.initial = record.edited or queries.whole_text(record)
        self.fields["use_note"].initial = record.use_note


class CheckForm(StepForm):
    """That nothing stands against it (the second of three levels; the third signs the issue)."""

    sound = forms.BooleanField(label="事实、数字、表述已核对", help_text=HELPS["sound"])
    not_secret = forms.BooleanField(label="保密核对通过", help_text=HELPS["not_secret"])


class BackForm(StepForm):
    """What the editor is to change."""

    ground = lines("核稿意见（编辑人会看到）", required=True)
