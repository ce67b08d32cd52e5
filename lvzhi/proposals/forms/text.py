"""The text of a proposal and its invitations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.directory.picking import UnitsField
from lvzhi.directory.queries import units_on
from lvzhi.norms import codes
from lvzhi.proposals.actions.lapsing import choose_last_day
from lvzhi.proposals.forms.fields import HANDLING_UNIT, area, point_at_members
from lvzhi.proposals.forms.sections import by_scheme
from lvzhi.proposals.models import TITLE_MOST
from lvzhi.proposals.norms.sections import Scheme, scheme
from lvzhi.proposals.vocabulary import AUDIENCES, BEHALF, LEFT_OPEN
from lvzhi.ui.forms import ByName, Day, Segmented, Several
from lvzhi.workflow.forms import StepForm


class TextForm(StepForm):
    """The text in the three parts of R1.11, with consents and wishes."""

    title = forms.CharField(label="案由", max_length=TITLE_MOST, help_text="一事一案，写清希望解决的一件事。")
    background = forms.CharField(label="背景情况", required=False, widget=area(6))
    analysis = forms.CharField(label="问题分析", required=False, widget=area(6))
    recommendations = forms.CharField(
        label="具体建议", required=False, widget=area(8), help_text="每条建议另起一段，答复时逐条回应。"
    )
    survey = forms.CharField(label="调研过程", required=False, widget=area(3))
    category = forms.ChoiceField(label="类别", required=False)
    wished_lead = ByName(label="建议主办单位", required=False, queryset=Unit.objects.none())
    wished_units = UnitsField(
        label="建议会办单位", required=False, kind=HANDLING_UNIT, help_text="输入单位名称中的字查找。"
    )
    may_publish = forms.BooleanField(label="同意公开提案内容", required=False, initial=True)
    publish_ground = forms.CharField(label="不同意公开的理由", required=False, max_length=200)
    may_merge = forms.BooleanField(label="同意与同类提案并案", required=False, initial=True)
    may_convert = forms.BooleanField(label="未立案时同意转为社情民意信息", required=False, initial=True)

    scheme: Scheme

    def __init__(self, *args: Any, committee: Any = None, **rest: Any) -> None:
        self.committee = committee
        super().__init__(*args, **rest)

    def prepare(self) -> None:
        committee = self.committee or self.record.committee
        day = clock.today()
        by_scheme(self, scheme(committee, day))
        units = units_on(committee, day, kind=HANDLING_UNIT)
        category: Any = self.fields["category"]
        category.choices = [("", LEFT_OPEN), *codes.choices("proposals.category", committee, day)]
        lead: Any = self.fields["wished_lead"]
        lead.queryset, lead.empty_label = units, LEFT_OPEN
        wished: Any = self.fields["wished_units"]
        wished.within(committee, day)

    def clean_recommendations(self) -> list[str]:
        """Paragraphs as recommendations, one each."""
        return [part.strip() for part in str(self.cleaned_data["recommendations"]).splitlines() if part.strip()]


class DraftForm(TextForm):
    """The first writing: also in whose name, where the writer heads an organ."""

    behalf = forms.ChoiceField(label=BEHALF, required=False, widget=Segmented)

    def __init__(self, *args: Any, organs: Sequence[Any] = (), **rest: Any) -> None:
        self.organs = organs
        super().__init__(*args, **rest)

    def prepare(self) -> None:
        super().prepare()
        own = [("", AUDIENCES["own"])] if self.actor and self.actor.has("member", committee=self.committee.pk) else []
        field: Any = self.fields["behalf"]
        field.choices = own + [(str(one.pk), AUDIENCES["organ"].format(organ=one.name)) for one in self.organs]
        if len(field.choices) < 2:
            field.widget = forms.HiddenInput()
            field.initial = field.choices[0][0] if field.choices else ""


class InviteForm(StepForm):
    """Whom to ask to co-sign."""

    members = Several(
        label="邀请联名的委员",
        search="proposals:pick_member",
        help_text="输入姓名、拼音或首字母查找，可选多人；对方确认后才计入联名。",
        error_messages={"required": "请至少选择一位委员。"},
    )
    until = forms.DateField(
        label="请对方在哪一天前确认", required=False, widget=Day, help_text="到期没有确认的不计入联名。"
    )
    submits_itself = forms.BooleanField(
        label="到期后自动提交", required=False, help_text="到期次日由系统提交，已附议的计入联名；到期前您仍可自己提交。"
    )

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        point_at_members(self.fields["members"], self.record.committee, day)
        self.fields["until"].initial = choose_last_day(self.record, None, day)
        self.fields["submits_itself"].initial = self.record.submits_itself
