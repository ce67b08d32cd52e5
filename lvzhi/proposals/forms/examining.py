"""What examination asks."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.proposals.forms.fields import LONG, area
from lvzhi.ui.forms import Checks, Segmented
from lvzhi.workflow.forms import StepForm


class OpinionForm(StepForm):
    """An opinion that the other side reads."""

    opinion = forms.CharField(label="意见", max_length=LONG, widget=area())


class ReasonForm(StepForm):
    """A reason that is kept."""

    reason = forms.CharField(label="理由", max_length=LONG, widget=area(3))


class FileForm(StepForm):
    """The category under which a proposal is filed (R1.111)."""

    category = forms.ChoiceField(label="类别")

    def prepare(self) -> None:
        field: Any = self.fields["category"]
        field.choices = codes.choices("proposals.category", self.record.committee_id, clock.as_day(self.actor.at))  # type: ignore[union-attr]  # reason: a step's form always has its actor
        field.initial = self.record.category


class RefuseForm(StepForm):
    """Grounds, route and words for the proposer (R1.39–R1.44)."""

    grounds = forms.MultipleChoiceField(
        label="不予立案的依据", widget=Checks, error_messages={"required": "请至少选择一项依据。"}
    )
    route = forms.ChoiceField(label="去向", widget=Segmented, error_messages={"required": "请选择去向。"})
    explanation = forms.CharField(
        label="给提案者的说明", max_length=LONG, widget=area(), help_text="提案者会看到这段话。"
    )

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        for name, table in (("grounds", "proposals.ground"), ("route", "proposals.route")):
            field: Any = self.fields[name]
            field.choices = codes.choices(table, self.record.committee_id, day)
