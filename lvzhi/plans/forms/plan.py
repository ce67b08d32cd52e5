"""What a plan, a campaign, an import and a piece of evidence ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.plans.models import NAME_MOST, NUMBER_MOST, TITLE_MOST
from lvzhi.plans.vocabulary import KINDS, NOT_CHOSEN
from lvzhi.ui.forms import ByName, LongText, OneFile, UiForm


def point_at_organs(field: Any, committee: Any) -> None:
    """Let a field choose among the organs that stand today; sectors lead no plan of their own name here."""
    field.queryset = organs_on(committee, clock.today())


class PlanForm(UiForm):
    """Kind, year, title."""

    kind = forms.ChoiceField(label="种类")
    year = forms.IntegerField(label="年度")
    title = forms.CharField(label="名称", max_length=TITLE_MOST, help_text="例如：年度协商计划。")
    organ = ByName(label="起草机构", required=False, queryset=Organ.objects.none(), empty_label=NOT_CHOSEN)
    preface = forms.CharField(label="总体要求", required=False, widget=LongText(rows=6))

    def __init__(self, *args: Any, committee: Any, begun: bool = False, **rest: Any) -> None:
        super().__init__(*args, **rest)
        kind: Any = self.fields["kind"]
        kind.choices = codes.choices(KINDS, committee)
        point_at_organs(self.fields["organ"], committee)
        self.fields["year"].initial = clock.today().year
        if begun:
            for name in ("kind", "year"):
                del self.fields[name]


class CampaignForm(UiForm):
    """A themed campaign."""

    name = forms.CharField(label="名称", max_length=NAME_MOST)
    starts = DayField(label="开始日期")
    ends = DayField(label="结束日期", required=False, help_text="还没有定的可以不填。")
    organ = ByName(label="牵头机构", required=False, queryset=Organ.objects.none(), empty_label=NOT_CHOSEN)
    document_no = forms.CharField(label="依据文号", max_length=NUMBER_MOST, required=False)
    meaning = forms.CharField(label="内容和要求", required=False, widget=LongText(rows=6))

    def __init__(self, *args: Any, committee: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        point_at_organs(self.fields["organ"], committee)


class ImportForm(UiForm):
    """A task table as a file."""

    file = forms.FileField(
        label="任务表文件", widget=OneFile(attrs={"accept": ".xlsx,.xls,.csv"}), help_text="Excel 或 CSV。"
    )


class EvidenceForm(UiForm):
    """The address of the page of a record."""

    address = forms.CharField(
        label="记录页面的地址", max_length=500, help_text="打开要登记的记录，例如提案、文书，复制地址栏中的地址。"
    )
