"""What bringing in earlier years asks."""

from __future__ import annotations

from django import forms

from lvzhi.ui.forms import OneFile, UiForm


class PastForm(UiForm):
    """A sheet, or a zip of Word and text files."""

    file = forms.FileField(
        label="Excel 表，或 Word、文本文件的压缩包",
        widget=OneFile(),
        help_text="可上传 .xlsx、.csv 或 .zip。压缩包里每件提案一个 .docx 或 .txt，也可以放一份 Excel 目录，"
        "用“文件”列写明文件名。",
    )
