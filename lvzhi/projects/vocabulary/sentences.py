"""Refusals, journal sentences and messages of projects."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "projects.unknown": "没有找到这个项目，或您无权查看。",
    "projects.not_keeper": "您没有在“{committee}”登记项目的权限，请联系办公室。",
    "projects.name_missing": "请填写项目名称。",
    "projects.amount_unclear": "金额“{given}”不是准确数字，请以元为单位填写，例如 520000。",
    "projects.amount_least": "金额“{given}”应大于零，请核对。",
    "projects.amount_places": "金额“{given}”最多到分（两位小数），请核对。",
    "projects.amount_most": "金额“{given}”过大，请核对是否以元为单位。",
    "projects.ends_early": "计划竣工日期{ends}早于开工日期{starts}，请核对。",
    "projects.day_ahead": "日期{day}在今天之后，请核对。",
    "projects.day_early": "日期{day}早于{what}{before}，请核对。",
    "projects.nobody": "请选择一位领导账号，或选择一位委员（二者选其一）。",
    "projects.charged_again": "{name}已是本项目的包抓领导，无须重复登记。",
    "projects.part_again": "{committee}的参与情况已经登记，无须重复登记。",
    "projects.organ_elsewhere": "机构“{organ}”不属于{committee}，请重新选择。",
    "projects.same_name": "本级已登记同名项目“{title}”，请打开原项目补充；确是另一个项目的，请在名称中加以区别。",
    "projects.not_editable": "已作误录作废的项目不能修改，请先恢复。",
    "projects.changed": "您打开页面后，“{title}”已被别人修改。",
}
EVENTS: Final[dict[str, str]] = {
    "projects.written": "修改项目基本情况",
    "projects.exported": "导出项目台账{count}个",
}
MESSAGES: Final[dict[str, str]] = {
    "projects.charged": "您已登记为“{title}”的包抓领导，请在“我的项目”查看和登记现场督导。",
    "projects.joined": "{name}登记参与项目“{title}”。",
}
SENTENCES: Final[dict[str, str]] = {
    "begin": "登记项目",
    "talk": "开始洽谈对接",
    "sign": "签约获批，{day}",
    "build": "开工，{day}",
    "finish": "竣工投产，{day}",
    "drop": "终止",
    "resume": "恢复推进",
    "visit": "现场督导，{day}",
    "charge": "明确包抓领导，自{day}起",
    "release": "包抓结束，至{day}",
    "fund": "登记资金{amount}元，{day}",
    "join": "登记{committee}{share}",
}
DONE: Final[dict[str, str]] = {"saved": "已保存。"}
BEFORE: Final = {"starts": "登记的开始日期", "signed": "签约获批日期", "built": "开工日期"}
