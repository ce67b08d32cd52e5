"""What a lead asks: few fields of the member, a kind and a name of the office."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.deadlines import clock
from lvzhi.directory.picking import UnitsField
from lvzhi.directory.vocabulary import UnitKind
from lvzhi.norms import codes
from lvzhi.projects.forms.fields import Yuan, day_of, lines, member_field, point
from lvzhi.projects.models import NAME_MOST, TITLE_MOST
from lvzhi.projects.vocabulary.codes import KINDS
from lvzhi.projects.vocabulary.words import CHOOSE, HELPS, NOT_CHOSEN
from lvzhi.ui.forms import ByName, OneFile, UiForm
from lvzhi.workflow.forms import StepForm


class LeadForm(UiForm):
    """Which firm, what it wants, how much, whom to ask."""

    firm = forms.CharField(label="企业名称", max_length=NAME_MOST)
    title = forms.CharField(label="投资意向", max_length=TITLE_MOST, help_text="例如：建设茶叶精深加工生产线。")
    amount = Yuan(label="意向投资额（元）", required=False, help_text=HELPS["amount"])
    words = lines("情况和联系人", help_text="谁、怎么联系、谈到什么程度；没有的可不填。")


class LeadForForm(LeadForm):
    """The same on behalf of a member."""

    person = member_field("引荐委员")
    field_order = ("person",)

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["person"].required = True
        point(self.fields["person"], committee, clock.today())


class TakeForm(StepForm):
    """Under what name and kind it becomes a project."""

    title = forms.CharField(label="项目名称", max_length=TITLE_MOST)
    kind = forms.ChoiceField(label="类别")
    firm = UnitsField(label="投资企业（名录）", kind=UnitKind.ENTERPRISE, multiple=False, required=False,
                      help_text=HELPS["firm"])  # fmt: skip
    organ = ByName(label="登记机构", required=False, queryset=Organ.objects.none(), empty_label=NOT_CHOSEN)

    def prepare(self) -> None:
        committee, day = self.record.committee, day_of(self.actor)
        self.fields["title"].initial = self.record.title
        kind: Any = self.fields["kind"]
        kind.choices = [("", CHOOSE), *codes.choices(KINDS, committee, day)]
        firm: Any = self.fields["firm"]
        firm.within(committee, day)
        organ: Any = self.fields["organ"]
        organ.queryset = organs_on(committee, day)


class DeclineForm(StepForm):
    """Why it is not taken over; the member is told."""

    ground = lines("不予接办的理由", required=True)


class SheetForm(UiForm):
    """A list of projects to bring in."""

    file = forms.FileField(label="文件", widget=OneFile(), help_text="Excel 或 CSV，表头常见的叫法都认得。")
