"""How papers and comments are called in lists, sentences and headings."""

from __future__ import annotations

import re
from typing import Final

ABOUT: Final = "papers.about"
ABOUT_FORWARD: Final = "事由"
ABOUT_BACKWARD: Final = "相关文书"
COMMENT_OF: Final = "{leader}对《{paper}》的批示"
SERIES_NO: Final = "第{number}期"
NAMES: Final = "、"
PANEL: Final = "文书"
PANEL_ADD: Final = "起草文书"
NOT_CHOSEN: Final = "（不填）"
UNTITLED: Final = "未写标题"
DRAFT_KIND: Final = "文书"
VOIDED: Final = "误录作废"
NO_PAPERS: Final = "没有符合条件的文书"
NO_COMMENTS: Final = "没有符合条件的批示"
NO_RECEIVED: Final = "没有发给您的文书"
ONLY: Final = {"overdue": "反馈已超期", "voided": "误录作废"}
FILE_NAME: Final = "{number}{title}.docx"
EXPORT: Final = {
    "title": "发文登记",
    "comments": "批示台账",
    "filters": "筛选条件：{filters}",
    "asof": "截至{moment}，共{count}条",
    "pair": "{label}：{value}",
    "joiner": "；",
    "none": "无",
    "name": "发文登记-{day}",
    "comments_name": "批示台账-{day}",
}
RECEIPT_SOME: Final = "{received}/{sent}已签收"
RECEIPT_NONE: Final = "发出{sent}份，未签收"
SIGNED_FOR: Final = "已签收"
TO_SIGN_FOR: Final = "待签收"
# How lines that are headings begin, level by level (GB/T 9704).
HEADINGS: Final = (r"[一二三四五六七八九十]+、", r"（[一二三四五六七八九十]+）", r"\d{1,2}[.．](?!\d)", r"（\d{1,2}）")
UNFIT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\r\n\t]')
