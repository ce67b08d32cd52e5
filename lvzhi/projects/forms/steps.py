"""What each step asks."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.norms import codes
from lvzhi.projects import queries
from lvzhi.projects.forms.fields import Yuan, day_of, lines, member_field, point
from lvzhi.projects.forms.visiting import near_choices
from lvzhi.projects.models import NAME_MOST, Charge
from lvzhi.projects.vocabulary.codes import SOURCES
from lvzhi.projects.vocabulary.states import Duty, Money, Share, Way
from lvzhi.projects.vocabulary.words import HELPS, NOT_CHOSEN
from lvzhi.ui.forms import ByName, Segmented
from lvzhi.workflow.forms import StepForm


class DayForm(StepForm):
    """On which day."""

    on = DayField(label="日期")

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)


class SignForm(DayForm):
    """On which day, and over how much."""

    amount = Yuan(label="签约获批金额（元）", required=False, help_text=HELPS["amount"])


class GroundForm(StepForm):
    """Why it is dropped."""

    ground = lines("终止理由", required=True)


class VisitForm(StepForm):
    """When, who, what was seen: ready to be sent as it opens."""

    went_on = DayField(label="督导日期")
    by = forms.CharField(label="督导人员", max_length=NAME_MOST, help_text="几个人的用顿号分开。")
    words = lines("督导情况")
    found = lines("发现的问题", help_text=HELPS["found"])
    activity = forms.ChoiceField(label="同时是哪次活动", required=False, help_text=HELPS["activity"])

    def prepare(self) -> None:
        day = day_of(self.actor)
        self.fields["went_on"].initial = day
        self.fields["by"].initial = self.actor.name if self.actor else ""
        activity: Any = self.fields["activity"]
        activity.choices = near_choices(self.actor, self.record.committee, day)
        if len(activity.choices) == 1:
            del self.fields["activity"]


class NoteForm(StepForm):
    """What was done, what comes next and by when."""

    words = lines("跟进情况", required=True)
    next_words = lines("下一步安排", rows=2)
    next_on = DayField(label="下一步日期", required=False, help_text=HELPS["next"])


class ChargeForm(StepForm):
    """Which leader, for what, since when."""

    leader = ByName(label="领导", required=False, queryset=Account.objects.none(), empty_label=NOT_CHOSEN)
    person = member_field("或委员", help_text=HELPS["person"])
    post = forms.CharField(label="职务", max_length=NAME_MOST, required=False)
    duty = forms.ChoiceField(label="责任", choices=Duty.choices, widget=Segmented, initial=Duty.LEAD)
    since = DayField(label="自哪天起")

    def prepare(self) -> None:
        day = day_of(self.actor)
        leader: Any = self.fields["leader"]
        leader.queryset = queries.leaders_here(self.record.committee_id, day)
        point(self.fields["person"], self.record.committee, day)
        self.fields["since"].initial = day


class ReleaseForm(StepForm):
    """Whose responsibility ends, and when."""

    charge = ByName(label="包抓领导", queryset=Charge.objects.none())
    until = DayField(label="至哪天止")

    def prepare(self) -> None:
        charge: Any = self.fields["charge"]
        charge.queryset = Charge.objects.live().filter(project=self.record, until=None)
        self.fields["until"].initial = day_of(self.actor)

    def clean(self) -> dict[str, Any]:
        """The charge by its key, as an answer keeps it."""
        found = super().clean() or {}
        if found.get("charge") is not None:
            found["charge"] = found["charge"].pk
        return found


class FundForm(StepForm):
    """How much, from where, since when, by what proof, for whom."""

    money = forms.ChoiceField(label="性质", choices=Money.choices, widget=Segmented)
    amount = Yuan(label="金额（元）", help_text=HELPS["money"])
    source = forms.ChoiceField(label="来源")
    got_on = DayField(label="到账日期")
    proof = forms.CharField(label="依据文号", max_length=NAME_MOST, required=False, help_text=HELPS["proof"])
    beneficiaries = forms.IntegerField(label="受益人数", required=False, min_value=0, max_value=99_999_999)
    words = lines("受益对象和用途")

    def prepare(self) -> None:
        source: Any = self.fields["source"]
        source.choices = codes.choices(SOURCES, self.record.committee, day_of(self.actor))
        self.fields["got_on"].initial = day_of(self.actor)
        invests = self.record.way == Way.INVEST
        self.fields["money"].initial = Money.ARRIVED if invests else Money.GRANTED


class JoinForm(StepForm):
    """Which further committee takes part, how, since when."""

    committee = ByName(label="政协组织", queryset=Committee.objects.none(), help_text=HELPS["joins"])
    share = forms.ChoiceField(label="怎样参与", choices=Share.choices, widget=Segmented, initial=Share.JOINS)
    since = DayField(label="自哪天起")
    words = lines("做了什么")

    def prepare(self) -> None:
        committee: Any = self.fields["committee"]
        known = [row.committee_id for row in queries.parts_of(self.record)]
        committee.queryset = queries.related(self.record.committee).exclude(pk__in=known)
        self.fields["since"].initial = day_of(self.actor)
