"""What bringing in an existing ledger asks."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.ledger.forms.fields import fill, organ_field
from lvzhi.ui.forms import OneFile, UiForm


class SheetForm(UiForm):
    """The file, and the day of rows that name none."""

    file = forms.FileField(label="文件", widget=OneFile(), help_text="Excel 或 CSV，表头常见的叫法都认得。")
    organ = organ_field("登记机构", empty_label="（办公室）", help_text="以后由它跟踪。")
    found_on = DayField(label="发现日期", help_text="没有写发现日期的行按这一天。", initial=clock.today)

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        fill(self, committee, clock.today())
