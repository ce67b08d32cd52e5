"""To whom a paper goes, and its receipt."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on, related
from lvzhi.deadlines import clock
from lvzhi.directory.picking import UnitsField
from lvzhi.directory.queries import units_on
from lvzhi.papers.models import NAME_MOST, WORDS_MOST
from lvzhi.papers.queries import receivers_named
from lvzhi.papers.vocabulary import NAMES, Handover
from lvzhi.ui.forms import Checks, Day, Segmented
from lvzhi.workflow.forms import StepForm


class Called(forms.ModelMultipleChoiceField[Any]):
    """Several records to tick, called by their names."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class Names(forms.CharField):
    """Several names, parted as people part them."""

    def to_python(self, value: Any) -> Any:
        given = value if isinstance(value, list | tuple) else str(value or "").replace("，", NAMES).split(NAMES)
        return [str(one).strip() for one in given if str(one).strip()]

    def validate(self, value: Any) -> None:
        super().validate(NAMES.join(value))

    def run_validators(self, value: Any) -> None:
        super().run_validators(NAMES.join(value))


class SendForm(StepForm):
    """Units, committees, organs, leaders and other bodies; how and when."""

    units = UnitsField(label="外部单位", required=False, help_text="输入单位名称中的字查找。")
    committees = Called(
        label="政协组织", required=False, queryset=Committee.objects.none(), widget=Checks, help_text="上级和下级政协。"
    )
    organs = Called(label="内设机构", required=False, queryset=Organ.objects.none(), widget=Checks)
    leaders = Names(label="领导", required=False, max_length=WORDS_MOST, help_text="写职务和姓名，多人用顿号分开。")
    bodies = Names(
        label="其他机关", required=False, max_length=WORDS_MOST, help_text="例如：区委、区政府；多个用顿号分开。"
    )
    how = forms.ChoiceField(label="方式", choices=Handover.choices, widget=Segmented, initial=Handover.EXCHANGE)
    sent_on = forms.DateField(label="发出日期", widget=Day)

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        committee = self.record.committee
        units: Any = self.fields["units"]
        units.within(committee, day)
        committees: Any = self.fields["committees"]
        committees.queryset = related(committee)
        organs: Any = self.fields["organs"]
        organs.queryset = organs_on(committee, day).exclude(kind="sector")
        self.fields["sent_on"].initial = day
        self._address(units_on(committee, day))

    def _address(self, units: Any) -> None:
        """Begin with those that the document names as receivers and has not reached yet; they can be unticked."""
        left = receivers_named(self.record)
        fields: dict[str, Any] = self.fields
        for name, rows in (
            ("units", units), ("committees", fields["committees"].queryset), ("organs", fields["organs"].queryset),
        ):  # fmt: skip
            found = list(rows.filter(name__in=left)) if left else []
            fields[name].initial = [row.pk for row in found]
            known = {row.name for row in found}
            left = [one for one in left if one not in known]
        fields["bodies"].initial = NAMES.join(left)


class ReceiptForm(StepForm):
    """Day and name of a receipt; ``record`` is the dispatch."""

    on = forms.DateField(label="签收日期", widget=Day)
    by = forms.CharField(label="签收人", max_length=NAME_MOST)

    def prepare(self) -> None:
        self.fields["on"].initial = clock.as_day(self.actor.at) if self.actor else clock.today()
        self.fields["by"].initial = self.actor.name if self.actor else ""
