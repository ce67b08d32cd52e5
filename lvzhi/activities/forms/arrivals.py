"""Opening a device at the door, and deciding on an arrival that waits."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.activities.models import Arrival
from lvzhi.ui.forms import LongText, Segmented, UiForm

COUNTS, NOT = ("yes", "计为出席"), ("no", "不计")


class DeviceForm(UiForm):
    """What the device is called on the pages."""

    name = forms.CharField(label="设备名称", required=False, max_length=40, help_text="如“东门手机”；不填按顺序编号。")


class SettleForm(UiForm):
    """Whether it counts, and why."""

    counts = forms.ChoiceField(
        label="核对结果",
        widget=Segmented,
        choices=(COUNTS, NOT),
        error_messages={"required": "请选择计为出席还是不计。"},
    )
    ground = forms.CharField(
        label="理由", max_length=500, widget=LongText(rows=3), help_text="到场记录和理由都会保留。"
    )

    def __init__(self, data: Any = None, *, arrival: Arrival) -> None:
        super().__init__(data)
        if arrival.participant_id is None:
            field: Any = self.fields["counts"]
            field.choices = (NOT,)
            field.initial = NOT[0]
