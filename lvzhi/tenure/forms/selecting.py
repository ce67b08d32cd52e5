"""What a selection asks: the call, nominations, vetting, the decision."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.tenure import queries
from lvzhi.tenure.forms.fields import MeetingField, MembersField, long_text, organ_field, point_meeting
from lvzhi.tenure.models import TEXT_MOST, TITLE_MOST, WORDS_MOST, Nominee
from lvzhi.tenure.vocabulary.sentences import HELP
from lvzhi.tenure.vocabulary.states import Standing
from lvzhi.ui.forms import Checks, UiForm
from lvzhi.workflow.forms import StepForm

OFFERED = (
    OrganKind.THINK_TANK,
    OrganKind.LEADING_GROUP,
    OrganKind.STUDY_GROUP,
    OrganKind.LIAISON_GROUP,
    OrganKind.SPECIAL_COMMITTEE,
    OrganKind.OTHER,
)


class CallForm(UiForm):
    """What is called for."""

    title = forms.CharField(label="名称", max_length=TITLE_MOST, help_text="例如：遴选委员组建政协智库。")
    organ = organ_field("机构", help_text=HELP["organ"])
    places = forms.IntegerField(label="名额", min_value=1, help_text=HELP["places"])
    starts = DayField(label="任期起")
    ends = DayField(label="任期止")
    until = DayField(label="推荐截止日期", required=False, help_text=HELP["until"])
    text = long_text("条件和要求", TEXT_MOST, required=False, rows=6)

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        organ: Any = self.fields["organ"]
        kinds = [one.value for one in OFFERED]
        organ.queryset = organs_on(committee, clock.today()).filter(kind__in=kinds).order_by("-kind", "code", "pk")


class NominateForm(UiForm):
    """Whom an organ puts forward."""

    members = MembersField(label="推荐的委员", help_text=HELP["nominee"])
    organ = organ_field("推荐机构", required=False)
    reason = long_text("推荐理由", WORDS_MOST, required=False)

    def __init__(self, *args: Any, committee: Committee, headed: frozenset[int] | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        members: Any = self.fields["members"]
        members.within(committee, clock.today())
        organ: Any = self.fields["organ"]
        rows = organs_on(committee, clock.today()).order_by("kind", "code", "pk")
        organ.queryset = rows if headed is None else rows.filter(pk__in=sorted(headed))
        organ.required = headed is not None


class SelfForm(UiForm):
    """Why one puts oneself forward."""

    reason = long_text("本人专长和意愿", WORDS_MOST)


class ProlongForm(StepForm):
    """A later last day."""

    until = DayField(label="推荐延长至")


class Named(forms.ModelMultipleChoiceField[Any]):
    """Those nominated, each with a box; employer and organ stand beside the name."""

    def label_from_instance(self, obj: Any) -> str:
        beside = [part for part in (obj.member.person.work, obj.organ.name if obj.organ else "") if part]
        return f"{obj.name}（{'，'.join(beside)}）" if beside else str(obj.name)


class VetForm(StepForm):
    """Who is fit, and why the others are not."""

    fit = Named(label="通过审核", queryset=Nominee.objects.none(), widget=Checks, help_text=HELP["fit"], required=False)
    ground = long_text("未通过的理由", WORDS_MOST, required=False)

    def prepare(self) -> None:
        """All of them, ticked."""
        fit: Any = self.fields["fit"]
        fit.queryset = queries.nominees(self.record)
        fit.initial = list(fit.queryset.values_list("pk", flat=True)) if not self.is_bound else None


class ChooseForm(StepForm):
    """Which meeting chose whom."""

    meeting = MeetingField(label="决定的会议")
    chosen = Named(
        label="入选的委员", queryset=Nominee.objects.none(), widget=Checks, help_text=HELP["chosen"], required=False
    )

    def prepare(self) -> None:
        """Those who are fit; meetings of the deciding body."""
        selection = self.record
        point_meeting(self, "meeting", selection, selection.decides, selection.called_on)
        chosen: Any = self.fields["chosen"]
        chosen.queryset = queries.nominees(selection).filter(standing=Standing.FIT)
