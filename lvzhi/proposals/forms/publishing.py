"""What decisions on publication ask (R1.103)."""

from __future__ import annotations

from django import forms

from lvzhi.proposals.forms.fields import LONG, area
from lvzhi.proposals.models import Redaction
from lvzhi.proposals.vocabulary.publishing import PublicForm
from lvzhi.ui.forms import Segmented
from lvzhi.workflow.forms import StepForm


class PublicDraftForm(StepForm):
    """How much of it is published, why, and which passages are left out."""

    form = forms.ChoiceField(label="公开方式", choices=PublicForm.choices, widget=Segmented)
    summary = forms.CharField(
        label="摘要", required=False, widget=area(5), help_text="选择“摘要”时填写，公开时只显示案由和摘要。"
    )
    redactions = forms.CharField(
        label="略去的文字", required=False, widget=area(4),
        help_text="每行一段，从原文照抄；公开时以〔略〕代替，原文不变。电话、身份证号码、住址不得公开。",
    )  # fmt: skip
    reason = forms.CharField(
        label="理由", required=False, max_length=LONG, widget=area(2), help_text="选择“不公开”时必填。"
    )

    def prepare(self) -> None:
        record = self.record
        if not record.form:
            return
        for name in ("form", "summary", "reason"):
            self.fields[name].initial = getattr(record, name)
        rows = Redaction.objects.live().filter(publication=record).order_by("id")
        self.fields["redactions"].initial = "\n".join(rows.values_list("text", flat=True))
