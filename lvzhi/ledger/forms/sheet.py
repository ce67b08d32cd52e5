"""What bringing in an existing ledger asks."""

from __future__ import annotations

from django import forms

from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.ui.forms import OneFile, UiForm


class SheetForm(UiForm):
    """The file, and the day of rows that name none."""

    file = forms.FileField(label="文件", widget=OneFile(), help_text="Excel 或 CSV，表头常见的叫法都认得。")
    found_on = DayField(label="发现日期", help_text="没有写发现日期的行按这一天。", initial=clock.today)
