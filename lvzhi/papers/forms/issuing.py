"""What checking, signing and withdrawing ask."""

from __future__ import annotations

from django import forms

from lvzhi.deadlines import clock
from lvzhi.papers.models import NAME_MOST, NUMBER_MOST, WORDS_MOST
from lvzhi.ui.forms import Day, LongText
from lvzhi.workflow.forms import StepForm


class CheckForm(StepForm):
    """An opinion that goes on with the paper."""

    opinion = forms.CharField(label="核稿意见", max_length=WORDS_MOST, required=False, widget=LongText(rows=3))


class OpinionForm(StepForm):
    """Why it goes back."""

    opinion = forms.CharField(label="退回意见", max_length=WORDS_MOST, widget=LongText(rows=3))


class GroundForm(StepForm):
    """Why it is withdrawn."""

    ground = forms.CharField(label="撤销理由", max_length=WORDS_MOST, widget=LongText(rows=3))


class IssueForm(StepForm):
    """Signer, day and number."""

    signer = forms.CharField(label="签发人", max_length=NAME_MOST)
    dated_on = forms.DateField(label="成文日期", widget=Day)
    number = forms.CharField(
        label="文号", max_length=NUMBER_MOST, required=False, help_text="留空由系统按顺序编号；补录旧文时照原件填写。"
    )
    series_no = forms.IntegerField(
        label="期号", required=False, min_value=1, max_value=9999, help_text="只在补录连续编期的旧文时填写。"
    )

    def prepare(self) -> None:
        self.fields["dated_on"].initial = clock.as_day(self.actor.at) if self.actor else clock.today()
        if self.actor is not None:
            self.fields["signer"].initial = self.actor.name
