"""What an attendance list out of a sheet asks."""

from __future__ import annotations

from django import forms

from lvzhi.ui.forms import OneFile, UiForm


class RollForm(UiForm):
    """The file."""

    file = forms.FileField(label="文件", widget=OneFile(), help_text="Excel 或 CSV，须有“姓名”一栏，常见的表头都认得。")
