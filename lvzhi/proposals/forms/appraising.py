"""What two-way appraisal asks (R1.92)."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.deadlines import clock
from lvzhi.proposals.actions.appraising import borders, scale
from lvzhi.proposals.forms.fields import LONG, area
from lvzhi.proposals.vocabulary import NAMES
from lvzhi.proposals.vocabulary.appraising import BELOW, BEST, BORDER, WORST, Quality, Scale
from lvzhi.ui.forms import Segmented
from lvzhi.workflow.forms import StepForm


class AppraiseForm(StepForm):
    """The quality of a proposal as its unit sees it: by a score or by a grade, as the committee has it."""

    score = forms.IntegerField(
        label="提案质量（0至100分）", min_value=WORST, max_value=BEST, help_text="选题、分析和建议是否具体可行。"
    )
    grade = forms.ChoiceField(label="提案质量", choices=Quality.choices, widget=Segmented)
    comment = forms.CharField(
        label="评议意见", required=False, max_length=LONG, widget=area(3),
        help_text="评为“待完善”的，请写明需要完善的地方。本轮评价结束后提案者可以看到。",
    )  # fmt: skip

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        unused: Any = "grade" if scale(self.record.committee_id, day) == Scale.SCORE else "score"
        del self.fields[unused]
        if unused == "grade":
            said = (
                BORDER.format(least=least, grade=grade.label) for grade, least in borders(self.record.committee_id, day)
            )
            self.fields["score"].help_text += NAMES.join(said) + BELOW.format(grade=Quality.POOR.label)


class ImproveForm(StepForm):
    """What the committee asks the proposer to improve."""

    wanted = forms.CharField(
        label="请提案者完善的内容",
        max_length=LONG,
        widget=area(4),
        help_text="提案者会看到，可以回应；不改变提案状态。",
    )

    def prepare(self) -> None:
        self.fields["wanted"].initial = self.record.comment


class RespondForm(StepForm):
    """What the proposer says to it."""

    response = forms.CharField(label="回应", max_length=LONG, widget=area(4))
