"""Words of consultation 协商: points where people deliberate 协商点, and what was said there 发言 (R3.8, R3.11)."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Spoken(TextChoices):
    """How a speech was given."""

    ORAL = "oral", "会上发言"
    WRITTEN = "written", "书面发言"


SITE_KINDS: Final = "activities.site_kinds"
SITE_KINDS_NAME: Final = "协商点类型"
# code, name, rule
SITE_KIND_ROWS: Final = (
    ("courtyard", "院坝协商点", "R3.8"),
    ("community", "社区协商点", "R3.8"),
    ("park", "园区协商点", "R3.8"),
    ("room", "协商议事室", "R3.4"),
    ("other", "其他协商点", "R3.8"),
)
SPEECH_OF: Final = "{name}：{title}"
SPEAKER: Final = "{body} {name}"

CONSULTATION_REFUSALS: Final = {
    "activities.site_unknown": "没有找到这个协商点，或您无权查看。",
    "activities.site_name_missing": "请填写协商点名称。",
    "activities.site_twice": "本级已有名为“{name}”的协商点，请改名或直接使用已有的。",
    "activities.site_dates": "停用日期{closes}早于启用日期{opens}，请核对。",
    "activities.site_later": "启用日期{opens}还没有到，请核对。",
    "activities.site_elsewhere": "“{given}”不是本级政协的协商点，请重新选择。",
    "activities.site_shut": "“{site}”在{day}没有启用，请核对活动日期或重新选择协商点。",
    "activities.site_used": "“{site}”在{day}以后还开展过协商活动，停用日期不能早于那一天。",
    "activities.speech_unknown": "没有找到这篇发言，或您无权查看。",
    "activities.speaker_missing": "请选择发言人；名录里没有的，填写姓名和单位。",
    "activities.speech_title_missing": "请填写发言题目。",
    "activities.speech_shut": "活动“{title}”已{state}，不能再登记或修改发言。",
    "activities.speech_other": "只能提交本人的发言。",
}
CONSULTATION_EVENTS: Final = {
    "activities.site_opened": "登记协商点",
    "activities.site_changed": "修改协商点",
    "activities.speech_noted": "登记发言",
    "activities.speech_changed": "修改发言",
}
PAGE: Final = {
    "sites": "协商点",
    "new_site": "登记协商点",
    "edit_site": "修改协商点",
    "open": "启用",
    "shut": "已停用",
    "no_site": "还没有登记协商点",
    "site_fits": "没有符合条件的协商点",
    "saved": "已保存。",
    "speech": "登记发言",
    "own_speech": "提交我的发言",
    "edit_speech": "修改发言",
    "speech_saved": "发言已登记。",
    "photo": "照片",
}
PANELS: Final = {"speeches": "发言", "sessions": "在这里开展的协商"}
SITE_COLUMNS: Final = {
    "name": "协商点",
    "kind": "类型",
    "unit": "村（社区）",
    "organ": "管理机构",
    "opens": "启用日期",
    "sessions": "开展协商（场）",
    "state": "状态",
}
