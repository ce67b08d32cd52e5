"""What the steps of an activity ask."""

from __future__ import annotations

from django import forms

from lvzhi.activities.vocabulary import ASKS
from lvzhi.ui.forms import LongText
from lvzhi.workflow.forms import StepForm


class NotifyForm(StepForm):
    """The words of the notice."""

    notice = forms.CharField(
        label="通知正文", required=False, max_length=2000, widget=LongText(rows=5),
        help_text="名称、时间、地点、议程自动附上，这里只写需要另外说明的事。",
    )  # fmt: skip

    def prepare(self) -> None:
        """Show what was written before."""
        if self.record is not None and self.record.notice:
            self.fields["notice"].initial = self.record.notice


class HoldForm(StepForm):
    """What came of it."""

    summary = forms.CharField(
        label="情况和成果", required=False, max_length=5000, widget=LongText(rows=6),
        help_text="开展情况、形成的共识和成果；可以以后再补。",
    )  # fmt: skip

    def prepare(self) -> None:
        """Show what was written before."""
        if self.record is not None and self.record.summary:
            self.fields["summary"].initial = self.record.summary


class GroundForm(StepForm):
    """Why."""

    ground = forms.CharField(label="理由", max_length=500, widget=LongText(rows=3))


class GrantForm(StepForm):
    """The approver's opinion, and whether it is official duty."""

    official = forms.BooleanField(
        label="计为公假（不计入应出席）", required=False, help_text="参加上级会议、受委派学习等，按规定可以计为公假。"
    )
    opinion = forms.CharField(label="审批意见", required=False, max_length=500, widget=LongText(rows=3))

    def prepare(self) -> None:
        """Asked after the start, it needs a word."""
        if self.record is not None and self.record.after_start:
            self.fields["opinion"].help_text = ASKS["after_start"]


class RefuseForm(StepForm):
    """Why leave is refused."""

    opinion = forms.CharField(label="不准的理由", max_length=500, widget=LongText(rows=3))
