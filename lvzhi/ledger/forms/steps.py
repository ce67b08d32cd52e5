"""What the steps of both procedures ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.web import DayField
from lvzhi.ledger.forms.fields import day_of, fill, organ_field, people_field, unit_field, words
from lvzhi.ledger.models.entry import NAME_MOST, WORDS_MOST
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.ledger.vocabulary.states import Adoption, Verdict
from lvzhi.norms import codes
from lvzhi.papers.queries import unit_reached
from lvzhi.ui.forms import LongText, Segmented
from lvzhi.workflow.forms import StepForm


class AssignForm(StepForm):
    """Who answers for a problem, who helps, to what standard and by when (R9.2)."""

    owner_unit = unit_field("责任单位", empty_label="（不是外部单位）")
    owner_organ = organ_field("责任部门（本级机构）", empty_label="（不是本级机构）")
    owner_person = people_field("责任人", several=False, help_text="本级委员或机关干部，输入姓名或拼音首字母。")
    leader = forms.CharField(label="责任领导", max_length=NAME_MOST, required=False)
    finish_by = DayField(label="整改时限", required=False, help_text="不填时按本级规定的期限推算。")
    standard = words("整改标准（达到什么效果）", required=False, rows=2)
    helper_unit = unit_field("协办单位", empty_label="（没有）")
    helper_organ = organ_field("协办部门（本级机构）", empty_label="（没有）")

    def prepare(self) -> None:
        record = self.record
        fill(self, record.committee, day_of(self.actor))
        for name in ("owner_unit", "owner_organ", "helper_unit", "helper_organ", "leader", "finish_by", "standard"):
            self.fields[name].initial = getattr(record, name)
        if record.owner_person_id is not None:
            self.fields["owner_person"].initial = [str(record.owner_person_id)]

    def clean(self) -> dict[str, Any]:
        """The one person picked, instead of a list."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        given["owner_person"] = next(iter(given.get("owner_person") or ()), None)
        return given


class MeasuresForm(StepForm):
    """Measures, one a line."""

    text = forms.CharField(label="整改措施", widget=LongText(rows=5), help_text="一行一条；原有的编号会自动去掉。")


class ProgressForm(StepForm):
    """How far it has come."""

    text = words("进展情况")


class FinishForm(StepForm):
    """What was done, and when (R9.5)."""

    done_on = DayField(label="完成日期")
    result = forms.CharField(label="整改情况", widget=LongText(rows=4), help_text="佐证材料请在问题页面上传附件。")

    def prepare(self) -> None:
        self.fields["done_on"].initial = day_of(self.actor)
        self.fields["result"].initial = self.record.result


class CheckForm(StepForm):
    """Who looked that it is done."""

    checker = forms.CharField(label="核查人", max_length=NAME_MOST, required=False, help_text="不填为办理人本人。")


class GroundForm(StepForm):
    """A ground."""

    ground = words("理由")


class LookBackForm(StepForm):
    """What a look-back found (R9.5)."""

    verdict = forms.ChoiceField(label="回头看结论", choices=Verdict.choices, widget=Segmented)
    finding = words("回头看情况")


class SubmitForm(StepForm):
    """On which day it went up."""

    on = DayField(label="呈报日期")

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)


class HandForm(StepForm):
    """Which unit answers, and by when."""

    unit = unit_field("答复单位", empty_label=None)
    answer_by = DayField(label="答复时限", required=False, help_text="不填时按本级规定的期限推算。")

    def prepare(self) -> None:
        self.fields["unit"].required = True
        fill(self, self.record.committee, day_of(self.actor))
        if self.record.paper is not None:
            self.fields["unit"].initial = unit_reached(self.record.paper)


class AnswerForm(StepForm):
    """The answer, whether the advice is adopted, and why not (R3.11)."""

    adoption = forms.ChoiceField(label="采纳情况", choices=Adoption.choices, widget=Segmented)
    answer = forms.CharField(label="答复内容", widget=LongText(rows=5))
    ground = words("理由", required=False, rows=2, help_text="部分采纳或未采纳时必填。")
    turned = forms.ChoiceField(label="转化为", required=False)
    answer_no = forms.CharField(label="答复文号", max_length=80, required=False)
    answered_on = DayField(label="答复日期")

    def prepare(self) -> None:
        day = day_of(self.actor)
        turned: Any = self.fields["turned"]
        turned.choices = [("", "—"), *codes.choices(tables.TURNED, self.record.committee_id, day)]
        self.fields["answered_on"].initial = day


class OpinionForm(StepForm):
    """Why it is sent back."""

    opinion = words("退回意见")


class CloseForm(StepForm):
    """What came of it."""

    result = forms.CharField(label="成效", widget=LongText(rows=4, limit=WORDS_MOST))
    closed_on = DayField(label="日期")

    def prepare(self) -> None:
        self.fields["closed_on"].initial = day_of(self.actor)
