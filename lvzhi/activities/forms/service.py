"""Forms of donations, reports to communities and study plans; one's own asks less than the office's."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.activities.actions.service import Gift
from lvzhi.activities.forms.fields import PeopleField
from lvzhi.activities.vocabulary.service import GivingForm
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.directory.picking import UnitsField
from lvzhi.directory.vocabulary import UnitKind
from lvzhi.people.models import Member, Person
from lvzhi.ui.forms import LongText, Segmented, UiForm

AMOUNT = {
    "invalid": "金额应为数字，单位是元，如 5000 或 5000.50；“50余万”这样的写法请改成确切数。",
    "required": "请填写金额，捐物填折价，单位是元。",
}


class GiftForm(UiForm):
    """A donation; of oneself the giver is known."""

    people = PeopleField(label="捐赠人", required=False, multiple=False)
    giver = forms.CharField(label="不是委员和干部的，填名称", required=False, max_length=120)
    form = forms.ChoiceField(label="形式", choices=GivingForm.choices, initial=GivingForm.MONEY, widget=Segmented)
    amount = forms.DecimalField(label="金额（元，捐物填折价）", max_digits=14, decimal_places=2, error_messages=AMOUNT)
    goods = forms.CharField(label="物品和数量", required=False, max_length=200, help_text="捐物才填，如：大米200袋。")
    receiver = forms.CharField(label="接收单位", max_length=120, error_messages={"required": "请填写接收单位。"})
    purpose = forms.CharField(label="用途", required=False, max_length=500)
    receipt = forms.CharField(label="票据（收条）号", required=False, max_length=120, help_text="没有的不填。")
    given_on = DayField(label="捐赠日期")

    def __init__(self, data: Any, *, committee: Committee, day: dt.date, own: Person | None = None) -> None:
        super().__init__(data, initial={"given_on": day})
        self.own = own
        if own is not None:
            del self.fields["people"]
            del self.fields["giver"]
        else:
            people: Any = self.fields["people"]
            people.within(committee, day)

    def gift(self, data: dict[str, Any]) -> Gift:
        """As the action takes it."""
        picked = data.get("people") or []
        kept = ("amount", "form", "goods", "receiver", "purpose", "receipt", "given_on")
        return Gift(
            person=self.own or (picked[0] if picked else None),
            giver=data.get("giver", ""),
            **{name: data[name] for name in kept},
        )


class ReportForm(UiForm):
    """Who reports to which community; of oneself only the community is asked."""

    people = PeopleField(label="委员", error_messages={"required": "请至少选择一位委员。"})
    unit = UnitsField(label="村（社区）", kind=UnitKind.COMMUNITY, multiple=False,
                      error_messages={"required": "请选择村（社区）。"})  # fmt: skip
    starts = DayField(label="报到日期")
    remark = forms.CharField(label="认领事项", required=False, max_length=500)

    def __init__(self, data: Any, *, committee: Committee, day: dt.date, own: Member | None = None) -> None:
        super().__init__(data, initial={"starts": day})
        fields: dict[str, Any] = self.fields
        fields["unit"].within(committee, day)
        if own is not None:
            del self.fields["people"]
        else:
            fields["people"].within(committee, day)


class EndForm(UiForm):
    """On which day a report ends."""

    ends = DayField(label="结束日期")


class VoidNoteForm(UiForm):
    """Why a row is void."""

    ground = forms.CharField(label="作废理由", max_length=200, error_messages={"required": "请写明作废理由。"})


class StudyPlanForm(UiForm):
    """Whose plan came in; of oneself the text may be written here."""

    people = PeopleField(label="交来计划的人", error_messages={"required": "请至少选择一人。"})
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    title = forms.CharField(label="名称", required=False, max_length=200, help_text="不填则为“某年个人学习计划”。")
    text = forms.CharField(label="内容", required=False, max_length=5000, widget=LongText(rows=6))
    handed_in_on = DayField(label="交来日期")

    def __init__(self, data: Any, *, committee: Committee, day: dt.date, own: Person | None = None) -> None:
        super().__init__(data, initial={"year": day.year, "handed_in_on": day})
        if own is not None:
            del self.fields["people"]
            del self.fields["handed_in_on"]
        else:
            people: Any = self.fields["people"]
            people.within(committee, day)
            del self.fields["text"]
