"""What each step of the approval asks: meeting, day, number (R3.1, R3.2)."""

from __future__ import annotations

from django import forms

from lvzhi.deadlines import clock
from lvzhi.plans.models import NAME_MOST, NUMBER_MOST, WORDS_MOST
from lvzhi.ui.forms import Day, LongText
from lvzhi.workflow.forms import StepForm


class Held(StepForm):
    """A form with the day on which something was done; today unless said otherwise."""

    def prepare(self) -> None:
        if "held_on" in self.fields:
            self.fields["held_on"].initial = clock.as_day(self.actor.at) if self.actor else clock.today()


class GatherForm(StepForm):
    """Whose opinions are asked, and until when."""

    body = forms.CharField(
        label="征求意见范围", max_length=NAME_MOST, help_text="例如：各专委会、各民主党派、界别召集人和有关部门。"
    )
    until = forms.DateField(
        label="截止日期", required=False, widget=Day, help_text="不填按规则参数推算。各专委会会收到消息。"
    )


class OpineForm(StepForm):
    """An opinion; the office also enters those that came by word or letter."""

    text = forms.CharField(label="意见", widget=LongText(rows=5))
    giver = forms.CharField(
        label="提出者", max_length=NAME_MOST, required=False, help_text="代别人登记时填写提出的单位或个人；本人不填。"
    )


class ReviseForm(Held):
    """With whom it was revised."""

    body = forms.CharField(label="会商单位", max_length=NAME_MOST, help_text="例如：区委办公室、区政府办公室。")
    held_on = forms.DateField(label="日期", widget=Day)
    words = forms.CharField(label="修改情况", max_length=WORDS_MOST, required=False, widget=LongText(rows=3))


class PassForm(Held):
    """Which meeting, on which day."""

    body = forms.CharField(label="会议", max_length=NAME_MOST, help_text="例如：第十次主席会议。")
    held_on = forms.DateField(label="会议日期", widget=Day)
    words = forms.CharField(label="审议意见", max_length=WORDS_MOST, required=False, widget=LongText(rows=3))


class SubmitForm(Held):
    """Under which number it was submitted."""

    body = forms.CharField(label="报送机关", max_length=NAME_MOST, help_text="例如：中共区委。")
    number = forms.CharField(label="请示文号", max_length=NUMBER_MOST)
    held_on = forms.DateField(label="报送日期", widget=Day)


class ApproveForm(Held):
    """Meeting, day and number of the approval."""

    body = forms.CharField(label="审定会议", max_length=NAME_MOST, help_text="例如：区委常委会第五次会议。")
    number = forms.CharField(label="批复或转发文号", max_length=NUMBER_MOST, required=False)
    held_on = forms.DateField(label="审定日期", widget=Day)
    words = forms.CharField(label="审定意见", max_length=WORDS_MOST, required=False, widget=LongText(rows=3))


class SettleForm(Held):
    """Who settled it in the agency."""

    body = forms.CharField(label="审定会议或领导", max_length=NAME_MOST)
    held_on = forms.DateField(label="审定日期", widget=Day)


class ReturnForm(StepForm):
    """Who sent it back and why."""

    body = forms.CharField(label="提出机关或会议", max_length=NAME_MOST)
    words = forms.CharField(label="修改意见", max_length=WORDS_MOST, widget=LongText(rows=4))


class IssueForm(Held):
    """Number and day of the document."""

    number = forms.CharField(label="文号", max_length=NUMBER_MOST)
    held_on = forms.DateField(label="印发日期", widget=Day)


class CloseForm(StepForm):
    """A word on the year; the numbers beside it come from the records."""

    summary = forms.CharField(label="完成情况小结", required=False, widget=LongText(rows=5))
