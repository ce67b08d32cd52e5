"""What noting, handing over, answering and closing a comment ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.directory.queries import units_on
from lvzhi.norms import codes
from lvzhi.papers.models import NAME_MOST
from lvzhi.papers.queries import unit_reached
from lvzhi.papers.vocabulary import NOTED_RESULT, RANKS, RESULTS
from lvzhi.ui.forms import ByName, Day, LongText, Segmented
from lvzhi.workflow.forms import StepForm


class CommentForm(StepForm):
    """Who wrote what, and when."""

    leader = forms.CharField(label="领导姓名", max_length=NAME_MOST)
    post = forms.CharField(label="职务", max_length=NAME_MOST, help_text="例如：区委书记。")
    rank = forms.ChoiceField(label="层级", widget=Segmented)
    commented_on = forms.DateField(label="批示日期", widget=Day)
    words = forms.CharField(label="批示内容", widget=LongText(rows=4), help_text="照原文填写。")

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        rank: Any = self.fields["rank"]
        rank.choices = codes.choices(RANKS, self.record.committee_id, day)
        self.fields["commented_on"].initial = day


class HandOverForm(StepForm):
    """To which unit, until when."""

    unit = ByName(label="承接单位", queryset=Unit.objects.none())
    until = forms.DateField(
        label="要求反馈日期", required=False, widget=Day, help_text="批示没有要求的可以不填，按规则参数推算。"
    )

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        unit: Any = self.fields["unit"]
        unit.queryset = units_on(self.record.committee_id, day)
        unit.initial = unit_reached(self.record.paper)


class AnswerForm(StepForm):
    """What the unit did."""

    answer = forms.CharField(label="办理情况", widget=LongText(rows=6))
    answered_on = forms.DateField(label="反馈日期", widget=Day)

    def prepare(self) -> None:
        self.fields["answered_on"].initial = clock.as_day(self.actor.at) if self.actor else clock.today()


class CloseForm(StepForm):
    """How it ended."""

    result = forms.ChoiceField(label="办理结果", widget=Segmented)

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        table = codes.choices(RESULTS, self.record.committee_id, day)
        result: Any = self.fields["result"]
        result.choices = [(code, name) for code, name in table if code != NOTED_RESULT]
