"""What selecting and supervising key proposals asks (R1.97–R1.99)."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Organ
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.proposals.actions.assigning import due_by
from lvzhi.proposals.forms.fields import LONG, area
from lvzhi.proposals.forms.handling import KeyForm
from lvzhi.proposals.queries.keys import leads_now
from lvzhi.proposals.vocabulary import ORGAN_TYPES
from lvzhi.proposals.vocabulary.keys import Stance
from lvzhi.ui.forms import Checks, Day, Segmented
from lvzhi.workflow.forms import StepForm

ASKED_KINDS = ("party", "federation", "special_committee")
TAKING_PART = (*ORGAN_TYPES, "liaison_group")


def _bodies(committee_id: int, day: Any, kinds: tuple[str, ...]) -> Any:
    rows = Organ.objects.filter(committee_id=committee_id, kind__in=kinds, starts__lte=day)
    return (rows.filter(ends=None) | rows.filter(ends__gte=day)).order_by("kind", "name")


class NominateForm(StepForm):
    """Who puts a proposal forward as a candidate, and why (R1.98)."""

    nominated_by = forms.CharField(
        label="推荐者", max_length=120, help_text="提案委员会、专门委员会、党派团体或主席会议成员。"
    )
    reason = forms.CharField(label="推荐理由", max_length=LONG, widget=area(3))


class AskOpinionsForm(StepForm):
    """Whom to ask about a candidate, and until when."""

    bodies = forms.ModelMultipleChoiceField[Any](
        label="征求哪些单位的意见", queryset=Organ.objects.none(), widget=Checks,
        error_messages={"required": "请至少选择一个单位。"},
    )  # fmt: skip
    until = forms.DateField(label="请在哪一天前回复", required=False, widget=Day)

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        bodies: Any = self.fields["bodies"]
        bodies.queryset = _bodies(self.record.committee_id, day, ASKED_KINDS)
        bodies.label_from_instance = lambda organ: organ.name
        self.fields["until"].initial = due_by("proposals.key_opinion_due", self.record.committee_id, day).date


class StanceForm(StepForm):
    """What an asked body thinks."""

    stance = forms.ChoiceField(label="意见", choices=Stance.choices, widget=Segmented)
    text = forms.CharField(label="说明", required=False, max_length=LONG, widget=area(3))


class DecideForm(KeyForm):
    """What the chairmen's meeting decided, and who leads the supervision."""

    ground = None  # type: ignore[assignment]  # reason: Django's way to leave out a field; the meeting is the ground
    meeting = forms.CharField(label="审定会议", max_length=120, help_text="例如：十届区政协第二十次主席会议")
    met_on = forms.DateField(label="会议日期", widget=Day)
    field_order = ("meeting", "met_on", "leader", "leader_name", "leader_post", "rank", "first")


class PassOverForm(StepForm):
    """Why a candidate is not among the key proposals."""

    meeting = forms.CharField(label="审定会议", max_length=120, required=False)
    reason = forms.CharField(label="说明", max_length=LONG, widget=area(3))


class SuperviseForm(StepForm):
    """One act of supervision: which way, who took part from both sides, what was agreed, what comes next (R1.99)."""

    way = forms.ChoiceField(label="督办方式", widget=Segmented)
    form = forms.ChoiceField(label="形式", widget=Segmented)
    held_on = forms.DateField(label="日期", widget=Day)
    place = forms.CharField(label="地点", max_length=120, required=False)
    chair = forms.CharField(label="主持人及职务", max_length=120, required=False)
    organ = forms.ModelChoiceField[Any](
        label="参与的界别或专委会", required=False, queryset=Organ.objects.none(), empty_label="（不填）"
    )
    proposer_side = forms.CharField(
        label="提案方参加人", max_length=300, required=False, help_text="双方都有人参加的，计为提办双方面对面。"
    )
    unit_side = forms.CharField(label="承办方参加人", max_length=300, required=False)
    others = forms.CharField(label="其他参加人", max_length=300, required=False)
    points = forms.CharField(label="督办情况", widget=area(4))
    agreed = forms.CharField(label="商定事项", required=False, widget=area(3))
    progress = forms.CharField(label="办理进展", required=False, widget=area(3))
    next_step = forms.CharField(label="下一步", max_length=300, required=False)
    next_on = forms.DateField(label="下次督办日期", required=False, widget=Day)

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        place = self.record.committee_id
        for name, table in (("way", "proposals.supervise_way"), ("form", "proposals.supervise_form")):
            field: Any = self.fields[name]
            field.choices = codes.choices(table, place, day)
        organ: Any = self.fields["organ"]
        organ.queryset = _bodies(place, day, TAKING_PART)
        organ.label_from_instance = lambda one: one.name
        self.fields["held_on"].initial = day
        self.fields["chair"].initial = leads_now(self.record)
        self.fields["proposer_side"].initial = self.record.proposer
