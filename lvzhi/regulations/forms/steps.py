"""What each step of a rule, a version and an opinion asks."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.committee.web import DayField
from lvzhi.people.queries import members_on, picked
from lvzhi.regulations import queries
from lvzhi.regulations.actions.asking import NOTHING, SAYS
from lvzhi.regulations.forms.fields import PaperField, day_of, lines, term_end
from lvzhi.regulations.models import NAME_MOST, NUMBER_MOST
from lvzhi.regulations.norms import OPINIONS_DUE
from lvzhi.regulations.vocabulary.states import RepealWay, Taken
from lvzhi.regulations.vocabulary.words import HELPS
from lvzhi.ui.forms import Checks, LongText, Segmented, Several
from lvzhi.workflow.forms import StepForm

ASKED_KINDS = (
    OrganKind.SPECIAL_COMMITTEE, OrganKind.AGENCY, OrganKind.SECTOR, OrganKind.LIAISON_GROUP, OrganKind.PARTY,
    OrganKind.FEDERATION,
)  # fmt: skip
OPINION_MOST = 4000


class DayForm(StepForm):
    """On which day."""

    on = DayField(label="日期")

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)


class GroundForm(StepForm):
    """Why."""

    ground = lines("理由")


class AskForm(StepForm):
    """Whom, and until when."""

    organs = forms.ModelMultipleChoiceField(
        label="机构", required=False, queryset=Organ.objects.none(), widget=Checks, help_text=HELPS["organs"]
    )
    members = Several(label="委员", required=False, search="people:pick", help_text=HELPS["members"])
    until = DayField(label="反馈截止")

    def prepare(self) -> None:
        day, committee = day_of(self.actor), self.record.committee
        organs: Any = self.fields["organs"]
        organs.queryset = organs_on(committee, day).filter(kind__in=ASKED_KINDS)
        members: Any = self.fields["members"]
        members.point(
            members_on(Scope(committee), day).select_related("person"),
            lambda rows: {row.pk: row.person.name for row in rows},
            lambda text: picked(Scope(committee), text, day),
        )
        self.fields["until"].initial = self.record.opinions_until or term_end(OPINIONS_DUE, committee, day)


class HandInForm(StepForm):
    """Why nobody was asked, where nobody was."""

    unasked = lines("未征求意见的原因", required=False, help_text=HELPS["unasked"])


class CheckForm(DayForm):
    """When it was checked, and what is to be minded."""

    opinion = lines("审核意见", required=False)


class AdoptForm(DayForm):
    """Which meeting, when."""

    meeting = forms.CharField(label="审议会议", max_length=NAME_MOST, help_text=HELPS["meeting"])
    about = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ("meeting", "on", "about")


class IssueForm(StepForm):
    """By which paper, or under which number; from when in force."""

    paper = PaperField("印发文书")
    number = forms.CharField(label="文号", required=False, max_length=NUMBER_MOST, help_text=HELPS["number"])
    issued_on = DayField(label="印发日期", required=False)
    starts_on = DayField(label="施行日期")

    def prepare(self) -> None:
        day = day_of(self.actor)
        paper: Any = self.fields["paper"]
        if self.actor is not None:
            paper.queryset = queries.papers_for(self.actor, self.record.committee)
        self.fields["issued_on"].initial = self.fields["starts_on"].initial = day


class ReviseForm(StepForm):
    """Why it is revised."""

    note = lines("修订缘由")


class RepealForm(StepForm):
    """From when on, how, why, by what."""

    way = forms.ChoiceField(label="方式", choices=RepealWay.choices, widget=Segmented, initial=RepealWay.REPEALED)
    day = DayField(label="自何日起", help_text=HELPS["day"])
    ground = lines("理由")
    by = forms.CharField(label="依据（会议或文号）", max_length=NAME_MOST, required=False)

    def prepare(self) -> None:
        self.fields["day"].initial = day_of(self.actor)


class GiveForm(StepForm):
    """What is said, or that there is nothing to say."""

    says = forms.ChoiceField(
        label="意见", choices=((SAYS, "有修改意见"), (NOTHING, "没有意见")), widget=Segmented, initial=SAYS
    )
    text = forms.CharField(
        label="具体意见", required=False, max_length=OPINION_MOST, widget=LongText(rows=8),
        help_text="请写明对第几条的意见。",
    )  # fmt: skip


class TakeForm(StepForm):
    """What becomes of an opinion."""

    taken = forms.ChoiceField(label="处理", choices=Taken.choices, widget=Segmented, initial=Taken.TAKEN)
    answer = lines("处理说明", required=False, help_text="没有全部采纳的，写明理由。")
