"""A project as it is registered."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.directory.models import Unit
from lvzhi.directory.picking import UnitsField
from lvzhi.directory.queries import units_on
from lvzhi.directory.vocabulary import UnitKind
from lvzhi.norms import codes
from lvzhi.projects.forms.fields import Yuan, day_of, member_field, picked_person, point
from lvzhi.projects.models import NAME_MOST, TITLE_MOST
from lvzhi.projects.vocabulary.codes import KINDS
from lvzhi.projects.vocabulary.states import Share, Way
from lvzhi.projects.vocabulary.words import CHOOSE, HELPS, NOT_CHOSEN
from lvzhi.ui.forms import ByName, LongText, Segmented
from lvzhi.workflow.forms import StepForm


class ProjectForm(StepForm):
    """Name, way, kind, owner, amount, dates."""

    title = forms.CharField(label="项目名称", max_length=TITLE_MOST)
    way = forms.ChoiceField(label="方式", choices=Way.choices, widget=Segmented, initial=Way.CARE)
    kind = forms.ChoiceField(label="类别")
    share = forms.ChoiceField(label="本级怎样参与", choices=Share.choices, widget=Segmented, initial=Share.LEADS)
    amount = Yuan(label="总投资（元）", required=False, help_text=HELPS["amount"])
    owner = forms.CharField(label="业主或投资方", max_length=NAME_MOST, required=False, help_text=HELPS["owner"])
    place = forms.CharField(label="地点", max_length=NAME_MOST, required=False)
    unit = ByName(label="责任单位", required=False, queryset=Unit.objects.none(), empty_label=NOT_CHOSEN)
    organ = ByName(label="登记机构", required=False, queryset=Organ.objects.none(), empty_label=NOT_CHOSEN)
    firm = UnitsField(label="投资企业（名录）", kind=UnitKind.ENTERPRISE, multiple=False, required=False,
                      help_text=HELPS["firm"])  # fmt: skip
    person = member_field("引荐委员", help_text=HELPS["introduced"])
    taken_on = DayField(label="列入日期", help_text="从哪天起算本级的项目。")
    talks_by = DayField(label="计划洽谈日期", required=False, help_text=HELPS["plan"])
    signs_by = DayField(label="计划签约获批日期", required=False)
    starts_on = DayField(label="计划开工日期", required=False)
    ends_on = DayField(label="计划竣工日期", required=False)
    text = forms.CharField(label="项目概况", required=False, widget=LongText(rows=5))

    def __init__(self, *args: Any, committee: Any = None, **rest: Any) -> None:
        self.committee = committee
        super().__init__(*args, **rest)

    def prepare(self) -> None:
        committee = self.committee or self.record.committee
        day = day_of(self.actor)
        kind: Any = self.fields["kind"]
        kind.choices = [("", CHOOSE), *codes.choices(KINDS, committee, day)]
        unit: Any = self.fields["unit"]
        unit.queryset = units_on(committee, day)
        organ: Any = self.fields["organ"]
        organ.queryset = organs_on(committee, day)
        firm: Any = self.fields["firm"]
        firm.within(committee, day)
        point(self.fields["person"], committee, day)
        self.fields["taken_on"].initial = day
        if self.record is not None:
            del self.fields["share"]
            del self.fields["person"]

    def clean(self) -> dict[str, Any]:
        """The firm and the person themselves, not lists of one."""
        found = super().clean() or {}
        if "firm" in found:
            found["firm"] = next(iter(found["firm"] or []), None)
        if "person" in found:
            found["person"] = picked_person(found["person"])
        return found
