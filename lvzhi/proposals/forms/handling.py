"""What handing over, answering, rating and key proposals ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.accounts.models import Account
from lvzhi.accounts.queries import holders, names
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.directory.picking import UnitsField
from lvzhi.directory.queries import units_on
from lvzhi.norms import codes
from lvzhi.proposals.forms.fields import HANDLING_UNIT, LONG, area
from lvzhi.proposals.models import Assignment, Reply
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.queries.keys import last_post
from lvzhi.proposals.vocabulary import (
    NOT_SAID,
    POINT_LABELS,
    PROMISE_DUE_MISSING,
    PROMISE_PAST,
    PROMISE_TEXT_MISSING,
    AssignState,
    Grade,
    UnitRole,
)
from lvzhi.ui.forms import ByName, Day, Segmented
from lvzhi.workflow.forms import StepForm


class AssignForm(StepForm):
    """Which units handle it: a lead with co-units, or separate ones (R1.54)."""

    lead = ByName(label="主办单位", required=False, queryset=Unit.objects.none(), empty_label="（全部分办）")
    co = UnitsField(
        label="会办单位", required=False, kind=HANDLING_UNIT, help_text="协助主办单位，意见交主办单位汇总。"
    )
    separate = UnitsField(
        label="分办单位", required=False, kind=HANDLING_UNIT, help_text="没有主办单位时填写，各单位分别答复。"
    )

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        lead: Any = self.fields["lead"]
        lead.queryset = units_on(self.record.committee, day, kind=HANDLING_UNIT)
        lead.initial = self.record.wished_lead_id
        for name in ("co", "separate"):
            units: Any = self.fields[name]
            units.within(self.record.committee, day)
        wished: Any = self.fields["co"]
        wished.initial = [str(row.unit_id) for row in self.record.wished_co_units.filter(voided_at=None)]


class ReassignForm(StepForm):
    """Another unit in the place of one whose return was agreed."""

    unit = ByName(label="改由哪个单位承办", queryset=Unit.objects.none())
    opinion = forms.CharField(label="处理意见", max_length=LONG, required=False, widget=area(3))

    def prepare(self) -> None:
        field: Any = self.fields["unit"]
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        field.queryset = units_on(self.record.committee, day, kind=HANDLING_UNIT).exclude(pk=self.record.unit_id)


class GroundForm(StepForm):
    """The ground of a return (R1.57–R1.64)."""

    ground = forms.CharField(
        label="退回理由", max_length=LONG, widget=area(), help_text="写明不属于本单位职责的依据和建议的承办单位。"
    )


class CoOpinionForm(StepForm):
    """A co-unit's opinion for the lead unit (R1.72)."""

    opinion = forms.CharField(label="会办意见", widget=area(6))


def point_at_own_hand_overs(field: Any, proposal: Any, actor: Any) -> None:
    """Let a field choose among the hand-overs that the actor's units are to answer."""
    held = actor.units("unit_officer") if actor else frozenset()
    field.queryset = open_assignments(proposal).filter(
        unit_id__in=held, role__in=[UnitRole.LEAD, UnitRole.SEPARATE], state=AssignState.SIGNED
    )
    field.label_from_instance = lambda row: row.unit.name
    field.initial = field.queryset.first()


class AnswerForm(StepForm):
    """A unit's answer, as a document and recommendation by recommendation (R1.79–R1.81, R1.102)."""

    assignment = forms.ModelChoiceField[Any](label="答复单位", queryset=Assignment.objects.none())
    document = forms.CharField(label="答复文号", max_length=80, required=False)
    text = forms.CharField(label="答复内容", widget=area(10), help_text="请对每条建议逐一回应。")
    result_class = forms.ChoiceField(label="办理结果", widget=Segmented)
    signer = forms.CharField(label="签发人", max_length=40, required=False)
    contact = forms.CharField(label="联系人及电话", max_length=80, required=False)

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        classes = codes.codes("proposals.class", self.record.committee_id, day)
        choices: Any = self.fields["result_class"]
        choices.choices = [(one.code, f"{one.code} {one.name}") for one in classes]
        assignment: Any = self.fields["assignment"]
        point_at_own_hand_overs(assignment, self.record, self.actor)
        self.recommendations = list(self.record.recommendations.filter(voided_at=None).order_by("number"))
        letters = [("", NOT_SAID), *((one.code, one.code) for one in classes)]
        for row in self.recommendations:
            label = {name: words.format(number=row.number) for name, words in POINT_LABELS.items()}
            key = row.number
            self.fields[f"text_{key}"] = forms.CharField(
                label=label["text"], required=False, widget=area(3), help_text=row.text
            )
            self.fields[f"class_{key}"] = forms.ChoiceField(
                label=label["class"], required=False, choices=letters, widget=Segmented
            )
            self.fields[f"promise_{key}"] = forms.CharField(label=label["promise"], required=False, max_length=LONG)
            self.fields[f"due_{key}"] = forms.DateField(label=label["due"], required=False, widget=Day)
        if assignment.initial is not None:
            self._usual(assignment.initial)
            self._copy_lead(assignment.initial)
            self._recall(assignment.initial)

    def _usual(self, assignment: Any) -> None:
        """Who signs for the unit and whom to call: as its last answer said, else its head and whoever answers."""
        last = Reply.objects.live().filter(assignment__unit_id=assignment.unit_id).order_by("-id").first()
        if last is not None:
            usual = {"signer": last.signer, "contact": last.contact}
        else:
            day = clock.as_day(self.actor.at) if self.actor else clock.today()
            heads = list(names(holders("unit_head", unit=assignment.unit_id, on=day)).values())
            answers = f"{self.actor.name} {assignment.unit.contact}".strip() if self.actor else ""
            usual = {"signer": heads[0] if len(heads) == 1 else "", "contact": answers}
        for name, value in usual.items():
            self.fields[name].initial = value

    def _copy_lead(self, assignment: Any) -> None:
        """The answer to the lead of a merged group, to be written on: each proposer is answered apart (R1.45)."""
        lead = self.record.merged_into_id
        if lead is None:
            return
        replies = Reply.objects.live().filter(proposal_id=lead, pending=False, assignment__unit_id=assignment.unit_id)
        reply = replies.order_by("-round", "-id").first()
        for name in ("text", "result_class", "signer", "contact"):
            if reply is not None:
                self.fields[name].initial = getattr(reply, name)

    def _recall(self, assignment: Any) -> None:
        """A draft that the unit's head sent back is written on, not anew."""
        reply = assignment.replies.filter(voided_at=None, pending=True).first()
        if reply is None:
            return
        for name in ("document", "text", "result_class", "signer", "contact"):
            self.fields[name].initial = getattr(reply, name)
        for point in reply.points.select_related("recommendation"):
            key = point.recommendation.number
            kept = {"text": point.text, "class": point.result_class, "promise": point.promise_text,
                    "due": point.promise_due}  # fmt: skip
            for name, value in kept.items():
                if f"{name}_{key}" in self.fields:
                    self.fields[f"{name}_{key}"].initial = value

    def clean(self) -> dict[str, Any]:
        """The fields of each recommendation gathered into ``points``; a promise has a text and a later day."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        points = []
        for row in self.recommendations:
            key = row.number
            text, promise, due = (given.get(f"{name}_{key}") for name in ("text", "promise", "due"))
            if promise and due is None and f"due_{key}" not in self.errors:
                self.add_error(f"due_{key}", PROMISE_DUE_MISSING)
            if due is not None and not promise:
                self.add_error(f"promise_{key}", PROMISE_TEXT_MISSING)
            if due is not None and due <= day:
                self.add_error(f"due_{key}", PROMISE_PAST)
            if text or promise:
                points.append({"recommendation": row, "result_class": given.get(f"class_{key}", ""),
                               "text": text or "", "promise": promise or "", "due": due})  # fmt: skip
        given["points"] = points
        return given


class RateForm(StepForm):
    """Attitude and result apart (R1.91)."""

    attitude = forms.ChoiceField(label="办理态度", choices=Grade.choices, widget=Segmented)
    result = forms.ChoiceField(label="办理结果", choices=Grade.choices, widget=Segmented)
    reason = forms.CharField(
        label="不满意的理由", required=False, max_length=LONG, widget=area(3), help_text="任一项不满意时必填。"
    )


class KeyForm(StepForm):
    """Ground and leading person of a key proposal (R1.97–R1.99)."""

    ground = forms.CharField(label="确定依据", max_length=200)
    leader = forms.ModelChoiceField[Any](
        label="领衔人账号", required=False, queryset=Account.objects.none(), empty_label="（没有账号）"
    )
    leader_name = forms.CharField(label="领衔督办人", max_length=40, required=False, help_text="选了账号的不用填。")
    leader_post = forms.CharField(
        label="职务", max_length=80, required=False, help_text="这位领导领衔过别的提案的，不填则同上次。"
    )
    rank = forms.ChoiceField(label="领衔人类别")
    first = forms.BooleanField(label="列为1号提案", required=False, help_text="每次全体会议只有一件。")

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        rank: Any = self.fields["rank"]
        rank.choices = codes.choices("proposals.leader_rank", self.record.committee_id, day)
        leader: Any = self.fields["leader"]
        leader.queryset = Account.objects.filter(
            appointments__role="leader", appointments__committee_id=self.record.committee_id, is_active=True
        ).distinct()
        leader.label_from_instance = lambda account: account.name
        self.fields["first"].initial = getattr(self.record, "key_first", False)

    def clean(self) -> dict[str, Any]:
        """Name and post of one who has an account, and has led before, are known."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        account = given.get("leader")
        if account is not None:
            given["leader_name"] = given.get("leader_name") or account.name
            given["leader_post"] = given.get("leader_post") or last_post(account.pk, self.record.committee_id)
        for name in ("leader_name", "leader_post"):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        return given
