"""What reporting a matter and its answer ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi import norms
from lvzhi.committee.web import DayField
from lvzhi.norms import codes
from lvzhi.regulations import queries
from lvzhi.regulations.forms.entry import PlacedForm
from lvzhi.regulations.forms.fields import PaperField, day_of, organ_field, point_organ, term_end
from lvzhi.regulations.forms.steps import DayForm
from lvzhi.regulations.models import NAME_MOST, TITLE_MOST
from lvzhi.regulations.norms import ANSWER_DUE, SUPERIOR
from lvzhi.regulations.vocabulary.codes import YEARLY
from lvzhi.regulations.vocabulary.states import Answer, MatterKind
from lvzhi.regulations.vocabulary.words import HELPS, NOT_CHOSEN
from lvzhi.ui.forms import LongText, Segmented
from lvzhi.workflow.forms import StepForm

LONG_MOST = 4000


class MatterForm(PlacedForm):
    """What is to be reported, to whom."""

    kind = forms.ChoiceField(label="种类", choices=MatterKind.choices, widget=Segmented, initial=MatterKind.REQUEST)
    title = forms.CharField(label="事项", max_length=TITLE_MOST)
    superior = forms.CharField(label="报送对象", max_length=NAME_MOST)
    organ = organ_field("拟报机构")
    item = forms.ChoiceField(label="年度清单事项", required=False, help_text=HELPS["item"])
    text = forms.CharField(label="主要内容", required=False, max_length=LONG_MOST, widget=LongText(rows=8))

    def prepare(self) -> None:
        day = day_of(self.actor)
        item: Any = self.fields["item"]
        item.choices = [("", NOT_CHOSEN), *codes.choices(YEARLY, self.place, day)]
        point_organ(self.fields["organ"], self.place, day)
        self.fields["superior"].initial = norms.value(SUPERIOR, self.place, day)


class ReportForm(StepForm):
    """Who signed, when it went, by when an answer is wanted."""

    signer = forms.CharField(label="签发人", max_length=NAME_MOST)
    paper = PaperField("报送文书", help_text=HELPS["paper"])
    sent_on = DayField(label="报送日期", required=False)
    until = DayField(label="要求答复日期", required=False, help_text=HELPS["until"])

    def prepare(self) -> None:
        day = day_of(self.actor)
        paper: Any = self.fields["paper"]
        if self.actor is not None:
            paper.queryset = queries.sent_papers(self.actor, self.record.committee)
        self.fields["sent_on"].initial = day
        if self.record.kind == MatterKind.REQUEST:
            self.fields["until"].initial = term_end(ANSWER_DUE, self.record.committee, day)


class AnswerForm(DayForm):
    """How it was answered, by whom, in what words."""

    how = forms.ChoiceField(label="答复方式", choices=Answer.choices, widget=Segmented, initial=Answer.AGREED)
    by = forms.CharField(label="答复人", max_length=NAME_MOST, required=False)
    text = forms.CharField(label="答复内容", required=False, max_length=LONG_MOST, widget=LongText(rows=5))
    field_order = ("how", "on", "by", "text")


class FollowForm(DayForm):
    """What followed."""

    text = forms.CharField(label="落实情况", max_length=LONG_MOST, widget=LongText(rows=5))
    field_order = ("on", "text")
