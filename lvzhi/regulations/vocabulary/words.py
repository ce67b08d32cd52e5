"""How rules and matters are called in lists, headings and sentences."""

from __future__ import annotations

from typing import Final

TITLED: Final = "《{title}》"
VERSION_OF: Final = "《{title}》第{number}版"
OPINION_OF: Final = "{name}对《{title}》的意见"
NAMES: Final = "、"
VOIDED: Final = "误录作废"
NOT_CHOSEN: Final = "（不填）"
CHOOSE: Final = "请选择"
NONE: Final = "没有符合条件的制度"
NONE_WORK: Final = "没有正在起草的制度"
NONE_MATTER: Final = "没有符合条件的请示报告事项"
NONE_IN_FORCE: Final = "这一天没有施行的制度"
SINCE: Final = "{starts}起"
SPAN: Final = "{starts}至{ends}"
FAULTS: Final[dict[str, str]] = {
    "gap": "“{before}”之后是“{label}”，中间缺条，请核对。",
    "twice": "“{label}”出现了两次，请核对。",
    "back": "“{before}”之后是“{label}”，条号倒了，请核对。",
}
START: Final = "开头"
NUMBERED: Final[dict[str, str]] = {
    "articles": "按条，共{count}条",
    "items": "没有条号，按“一、二、”分，共{count}项",
    "paragraphs": "没有条号，按自然段分，共{count}段",
}
PART: Final[dict[str, str]] = {"head": "题注", "article": "第{number}段"}
ROWS: Final[dict[str, str]] = {
    "same": "不变",
    "changed": "修改",
    "added": "新增",
    "removed": "删去",
    "moved": "移动",
    "renumbered": "条号改变",
}
ROW_TONES: Final[dict[str, str]] = {
    "same": "neutral",
    "changed": "warn",
    "added": "good",
    "removed": "bad",
    "moved": "info",
    "renumbered": "later",
}
NOTHING: Final = "（无）"
COUNTED: Final = "{name}{count}处"
JOINT: Final = "，"
TABLE: Final[dict[str, str]] = {
    "title": "《{title}》\n修订对照表",
    "before": "修订前（第{number}版，{day}施行）",
    "before_bare": "修订前（第{number}版）",
    "after": "修订后（第{number}版，{day}施行）",
    "after_bare": "修订后（第{number}版）",
    "how": "说明",
    "lead": "本表列出有改动的条文：{counts}。修订前删去的、修订后增加的文字加粗。",
    "same": "两个版本文字相同。",
    "file": "修订对照表-{title}-第{old}版和第{new}版.docx",
}
TEXT_FILE: Final = "{title}-第{number}版.docx"
ISSUED_AS: Final = "（{number}，{day}印发，自{starts}起施行）"
EXPORT: Final[dict[str, str]] = {
    "title": "制度登记表",
    "matters": "请示报告登记表",
    "filters": "筛选条件：{filters}",
    "asof": "截至{moment}，共{count}项",
    "pair": "{label}：{value}",
    "joiner": "；",
    "none": "无",
    "name": "制度登记表-{day}",
    "matters_name": "请示报告登记表-{day}",
}
ABOUT: Final = "regulations.about"
ABOUT_FORWARD, ABOUT_BACKWARD = "报告的事项", "请示报告"
ADOPTED_AT: Final = "regulations.adopted_at"
ADOPTED_FORWARD, ADOPTED_BACKWARD = "审议通过的会议", "审议通过的制度"
PANEL: Final = "审议的制度"
PANEL_ADD: Final = "登记审议通过的制度"
MATTERS_PANEL: Final = "请示报告"
MATTERS_ADD: Final = "就此请示报告"
PANEL_NOTE: Final = "{day}通过"
HELPS: Final[dict[str, str]] = {
    "text": "可以直接粘贴。每条以“第一条”“第二条”另起一行，章名以“第一章”另起一行；系统按条分开，条号有错会提示。",
    "file": "Word（.docx）或文本（.txt）。选了文件，正文以文件为准；原件同时作为附件保存。",
    "number": "选了印发文书的留空，文号和日期取自文书。",
    "organs": "由机构负责人反馈。",
    "members": "输入姓名选择，可以选几位。",
    "unasked": "没有征求意见的必须填写；征求过的不填。",
    "meeting": "例如：区政协十一届二次主席会议。从会议页面进来的已经填好。",
    "until": "请示必须填写；报告、通报需要答复的才填。",
    "paper": "已经从“文书”发出的请示、报告，报送日期取自文书。",
    "item": "列入年度清单的，选定对应的一项。",
    "day": "自这一天起不再施行。",
    "brought": "软件使用以前已经印发的制度，照原件登记；不经过起草、审核等环节。",
}
IN_THE_MAKING: Final = "正在起草或修订"
ONLY: Final[dict[str, str]] = {"voided": "误录作废"}
MATTER_ONLY: Final[dict[str, str]] = {"waiting": "还没有答复", "late": "超过要求日期没有答复", "voided": "误录作废"}
YEAR_NAME: Final = "{year}年"
ANY_MONTH: Final = "有事即报"
MONTH_NAME: Final = "{month}月底前"
ADOPT_TITLE: Final = "审议通过的制度"
