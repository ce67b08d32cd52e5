"""What contacts, reminders, extensions and promises ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.proposals.forms.fields import LONG, area
from lvzhi.proposals.forms.handling import point_at_own_hand_overs
from lvzhi.proposals.models import Assignment
from lvzhi.proposals.vocabulary import AssignState, ContactStage, PromiseState
from lvzhi.ui.forms import Day, Segmented
from lvzhi.workflow.forms import StepForm


class ContactForm(StepForm):
    """One talk with the proposer (R1.78)."""

    stage = forms.ChoiceField(label="阶段", choices=ContactStage.choices, widget=Segmented)
    mode = forms.ChoiceField(label="方式", widget=Segmented)
    held_on = forms.DateField(label="沟通日期", widget=Day)
    proposer_side = forms.CharField(label="提案方参加人", max_length=200)
    unit_side = forms.CharField(label="承办方参加人", max_length=200)
    points = forms.CharField(label="沟通要点", widget=area())
    agreed = forms.CharField(label="商定事项", required=False, widget=area(3))

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        mode: Any = self.fields["mode"]
        mode.choices = codes.choices("proposals.contact_mode", self.record.committee_id, day)
        stage: Any = self.fields["stage"]
        stage.initial = {AssignState.PENDING: ContactStage.BEFORE, AssignState.DONE: ContactStage.AFTER}.get(
            self.record.state, ContactStage.DURING
        )
        self.fields["held_on"].initial = day
        self.fields["unit_side"].initial = self.actor.name if self.actor else ""
        if hasattr(self.record, "proposal"):
            self.fields["proposer_side"].initial = self.record.proposal.proposer


class RemindForm(StepForm):
    """What to add to a reminder."""

    words = forms.CharField(label="补充说明", max_length=200, required=False, widget=area(2))


class ExtensionForm(StepForm):
    """Until when, and why (R1.74)."""

    assignment = forms.ModelChoiceField[Any](label="申请单位", queryset=Assignment.objects.none())
    until = forms.DateField(label="延期至", widget=Day)
    reason = forms.CharField(label="延期理由", max_length=LONG, widget=area(3))

    def prepare(self) -> None:
        point_at_own_hand_overs(self.fields["assignment"], self.record, self.actor)


class ProgressForm(StepForm):
    """How far a promise has come."""

    progress = forms.CharField(label="进展", max_length=LONG, widget=area(4))


class LookBackForm(StepForm):
    """The verdict on a promise whose day has come (R1.101)."""

    verdict = forms.ChoiceField(
        label="核查结果",
        widget=Segmented,
        choices=[(one, one.label) for one in PromiseState if one != PromiseState.OPEN],
    )
    finding = forms.CharField(label="核查情况", max_length=LONG, widget=area(4))
    until = forms.DateField(label="新的兑现日期", required=False, widget=Day, help_text="改期时填写。")


class ResumeForm(StepForm):
    """A new date for a promise that was broken."""

    until = forms.DateField(label="新的兑现日期", widget=Day)
