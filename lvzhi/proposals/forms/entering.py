"""Entry by staff, change of wording, a text brought in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from lvzhi.committee.models import Organ
from lvzhi.deadlines import clock
from lvzhi.proposals.forms.fields import area, point_at_members
from lvzhi.proposals.forms.sections import by_scheme
from lvzhi.proposals.forms.text import TextForm
from lvzhi.proposals.models import TITLE_MOST
from lvzhi.proposals.norms.sections import scheme
from lvzhi.proposals.queries.sections import day_of
from lvzhi.ui.forms import Several
from lvzhi.workflow.forms import StepForm


class EnterForm(TextForm):
    """The text, and in whose name staff enter it."""

    who = Several(
        label="提案者（委员）", required=False, search="proposals:pick_member",
        help_text="输入姓名、拼音或首字母查找，选一位；集体提案不填。",
    )  # fmt: skip
    organ = forms.ModelChoiceField[Any](
        label="集体名称", required=False, queryset=Organ.objects.none(), empty_label="（委员提案）"
    )

    def __init__(self, *args: Any, organs: Sequence[Any] = (), **rest: Any) -> None:
        self.organs = organs
        super().__init__(*args, **rest)

    def prepare(self) -> None:
        super().prepare()
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        point_at_members(self.fields["who"], self.committee, day)
        organ: Any = self.fields["organ"]
        organ.queryset = Organ.objects.filter(pk__in=[one.pk for one in self.organs]).order_by("name")
        organ.label_from_instance = lambda one: one.name


class WordingForm(StepForm):
    """The parts that staff may reword, and why."""

    title = forms.CharField(label="案由", max_length=TITLE_MOST)
    background = forms.CharField(label="背景情况", required=False, widget=area(6))
    analysis = forms.CharField(label="问题分析", required=False, widget=area(6))
    recommendations = forms.CharField(label="具体建议", required=False, widget=area(8), help_text="每条建议另起一段。")
    survey = forms.CharField(label="调研过程", required=False, widget=area(3))
    ground = forms.CharField(label="修改理由", max_length=200, help_text="提案者会看到。")

    def prepare(self) -> None:
        by_scheme(self, scheme(self.record.committee, day_of(self.record)))

    def clean_recommendations(self) -> list[str]:
        """Paragraphs as recommendations, one each."""
        return [part.strip() for part in str(self.cleaned_data["recommendations"]).splitlines() if part.strip()]


class TextFileForm(forms.Form):
    """A Word or text file to be divided into the parts (R1.17a)."""

    file = forms.FileField(label="Word 或文本文件")
